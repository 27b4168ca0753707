"""Alarms of this site, and who wears what. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desk.core.errors import Refused
from ui.alarms import asks
from ui.pages.alarm.model import AlarmsModel, Found, WearerForm, WearerRow
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.alarms.views import Call, Wearer

MOST, PEOPLE = 60, 20
REASON = "resident_asks"  # whoever is written down, or their guardian, has asked for it
WATCHING = frozenset({"contact", "sos_receiver", "watch_gateway"})


class AlarmsPresenter:
    """`show(model)`, `edit(form)`, `saved()` and `dropped()` are set by the view."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[AlarmsModel], None] = ignore
        self.edit: Callable[[WearerForm], None] = ignore
        self.saved: Callable[[], None] = ignore
        self.dropped: Callable[[], None] = ignore
        self.people: Callable[[tuple[Found, ...]], None] = ignore
        self.filled: Callable[[str, str], None] = ignore
        self.model = AlarmsModel()
        self._chosen = ""
        self._numbers: dict[str, str] = {}

    def refresh(self) -> None:
        time, chosen, actor = self._ports.desk.time, self._chosen, self._ports.desk.actor

        def work(r: Any) -> tuple[AlarmsModel, dict[str, str]]:
            from desk.alarms import reads

            rows = reads.recent(r, MOST)
            picked = chosen if chosen in {row.id for row in rows} else (rows[0].id if rows else "")
            card = asks.masked(asks.whole(r, time, picked)) if picked else None
            found = AlarmsModel(
                True, tuple(asks.line(time, row, r.now) for row in rows), card,
                tuple(_row(one, time) for one in reads.wearers(r)), (),
                actor.may("alarms.wearers"), actor.may("alarms.take"), actor.may("automations.edit"),
            )  # fmt: skip
            return found, {picked: reads.card(r, picked).number} if picked else {}

        self._turns.read("alarms", work, self._found)

    def choose(self, alarm_id: str) -> None:
        """Look at this one."""
        self._chosen = alarm_id
        self.refresh()

    def go_on(self, alarm_id: str) -> None:
        """Back to the full alarm."""
        if host := self._ports.extras.get("alarms"):
            host.presenter.open(alarm_id)

    def reopen(self, alarm_id: str) -> None:
        """It is not over."""
        if host := self._ports.extras.get("alarms"):
            host.presenter.reopen(alarm_id)

    def new(self, alarm_id: str = "") -> None:
        """Write somebody down, with the number of a button that was pressed."""
        self.edit(WearerForm(number=self._numbers.get(alarm_id, "")))

    def open(self, wearer_id: str) -> None:
        """Change what is known of somebody."""

        def work(u: Any) -> tuple[Wearer, Found | None]:
            from desk.alarms import service

            one = service.open_wearer(u, wearer_id)
            return one, _known(u, u.actor, one.person_id or "")

        self._turns.write("wearer", work, lambda found: self.edit(_form(*found)))

    def search(self, text: str) -> None:
        """Residents as they are typed: by room, name or pinyin."""
        actor = self._ports.desk.actor
        self._turns.read("people", lambda r: _residents(r, actor, text), lambda found: self.people(found))

    def choose_person(self, person_id: str) -> None:
        """Name and door as the register has them; the trail says who looked, and why."""

        def work(u: Any) -> tuple[str, str]:
            from desk.people.service import reveal

            found = reveal(u, person_id, REASON)
            return found.name, next(iter(found.places), "")

        self._turns.write("person", work, lambda found: self.filled(*found))

    def save(self, form: WearerForm) -> None:
        def work(u: Any) -> str:
            from desk.alarms import service

            draft = service.WearerDraft(
                form.sort,
                form.number,
                form.name,
                form.door,
                form.note,
                calls_of(form.calls),
                form.consent_by,
                form.person_id or None,
            )
            return service.save_wearer(u, draft, form.id)

        self._turns.write("save", work, lambda _: self.saved())

    def drop(self, wearer_id: str) -> None:
        """They wear it no longer; nothing of them stays."""

        def work(u: Any) -> None:
            from desk.alarms import service

            service.drop_wearer(u, wearer_id)

        self._turns.write("drop", work, lambda _: self.dropped())

    def say(self, words: str) -> None:
        self._ports.say.done(words)

    def ask(self, question: Any, yes: Callable[[], None]) -> None:
        self._ports.say.ask(question, yes)

    def go(self, page: str, **arguments: Any) -> None:
        self._ports.go.to(page, **arguments)

    def leave(self) -> None:
        self._ports.go.back()

    def _found(self, found: tuple[AlarmsModel, dict[str, str]]) -> None:
        model, self._numbers = found
        devices = self._ports.extras.get("devices")
        mute = (
            tuple(one.name for one in devices.attached() if one.role.value in WATCHING and not one.ok)
            if devices
            else ()
        )
        self.model = replace(model, mute=mute)
        self.show(self.model)


def calls_of(text: str) -> tuple[Call, ...]:
    """`女儿 欧阳小梅 104 0000 0021`, one a line: the number begins at the first digit, the relation is the first word."""
    from desk.alarms.views import Call

    found = []
    for line in text.splitlines():
        at = next((n for n, char in enumerate(line) if char.isdigit() or char == "+"), len(line))
        before = line[:at].replace("：", " ").replace(":", " ").split()
        relation, who = (before[0], " ".join(before[1:])) if len(before) > 1 else ("", "".join(before))
        if line[at:].strip() or before:
            found.append(Call(who, relation, line[at:].strip()))
    return tuple(found)


def _residents(r: Any, actor: Any, text: str) -> tuple[Found, ...]:
    """Everybody of a household whose room was typed, or those of a name. Nobody for whoever may not read people."""
    from desk.people import reads

    if not actor.may("people.read"):
        return ()
    home = reads.find_household(r, text)
    found = (
        reads.residents_of(r, actor, home.id) if home is not None else reads.search_residents(r, actor, text, PEOPLE)
    )
    return tuple(_found(one) for one in found[:PEOPLE])


def _known(r: Any, actor: Any, person_id: str) -> Found | None:
    """The resident who was chosen; None when there is none, or none any more."""
    from desk.people import reads

    if not person_id or not actor.may("people.read"):
        return None
    try:
        return _found(reads.resident(r, actor, person_id))
    except Refused:
        return None


def _found(one: Any) -> Found:
    return Found(one.id, next((tie.place for tie in one.ties), ""), one.masked_name)


def _form(one: Wearer, person: Found | None) -> WearerForm:
    lines = "\n".join(" ".join(part for part in (call.relation, call.who, call.phone) if part) for call in one.calls)
    of_person = (one.person_id or "", f"{person.label} {person.who}".strip() if person else "")
    return WearerForm(one.id, one.sort, one.number, one.name, one.door, one.note, lines, one.consent_by, *of_person)


def _row(one: Wearer, time: Any) -> WearerRow:
    from desk.core.masking import mask_name

    return WearerRow(
        one.id, one.sort, mask_name(one.name), len(one.calls), str(time.day(one.consent_at)), one.consent_by
    )
