"""Begins an assisted session, shows what was done in it, ends it, and lists those of before. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desk.core.lanes import WRITE
from desk.people.rules_assisted import READ, Assisted, How
from ui import moments
from ui.pages.assisted.model import AssistedModel, Done, Panel, PastRow, Receipt, Who
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.assisting import Helped
    from desk.people.reads_doors import Door


class AssistedPresenter:
    """`show(model)` draws; `doors(rows)` answers what was typed."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[AssistedModel], None] = ignore
        self.doors: Callable[[tuple[Door, ...]], None] = ignore
        self.model = AssistedModel()
        self._busy = False

    def open(self, household_id: str = "") -> None:
        """Came to the front: the session that lasts, or a new one."""
        desk = self._ports.desk
        panel = Panel.RUNNING if desk.assisting.now is not None else Panel.BEGIN
        self.model = AssistedModel(panel, may_read=desk.actor.may(READ))
        self._draw()
        if panel is Panel.RUNNING:
            self.refresh()
        elif household_id:
            self.pick_id(household_id)

    def refresh(self) -> None:
        """Something was done, or it has ended by itself."""
        helped = self._ports.desk.assisting.now
        if self.model.panel is not Panel.RUNNING:
            return
        if helped is None:
            self.open()
            return
        self._turns.read("now", lambda r: _told(r, helped), lambda told: self._on_running(helped, told))

    # -- who stands there

    def search(self, text: str) -> None:
        """Doors for what was typed."""
        actor = self._ports.desk.actor

        def work(r: Any) -> Any:
            from desk.people.reads_doors import find_doors

            return find_doors(r, actor, text)

        self._turns.read("doors", work, lambda rows: self.doors(rows))

    def pick(self, door: Door | None) -> None:
        """A household from the list, or another one."""
        if door is None:
            self._change(door_id="", door="", people=(), who="", how="", scanned=False)
        else:
            self.pick_id(door.id)

    def pick_id(self, household_id: str, scanned: bool = False) -> None:
        """This household; scanned: its own code was held out."""
        actor = self._ports.desk.actor

        def work(r: Any) -> Any:
            from desk.people import reads
            from desk.people.reads_doors import door

            return door(r, household_id), reads.residents_of(r, actor, household_id)

        def found(answer: Any) -> None:
            one, people = answer
            names = tuple(Who(person.id, person.masked_name) for person in people)
            only = names[0].id if len(names) == 1 else ""
            how = How.CODE.value if scanned else self.model.how
            self._change(door_id=one.id, door=one.label, people=names, who=only, how=how, scanned=scanned)

        self._turns.read("door", work, found)

    def scan(self, answer: Any) -> bool:
        """A household's good code while one begins: the household, and that somebody of it is here."""
        good = answer.kind is not None and answer.kind.value == "indoor" and answer.screen.value == "valid"
        if self.model.panel is not Panel.BEGIN or not good:
            return False
        self._ports.say.tone("good")
        self.pick_id(answer.subject_id, scanned=True)
        return True

    def choose_who(self, person_id: str) -> None:
        self._change(who=person_id)

    def choose_how(self, how: str) -> None:
        """A code that was not scanned is none."""
        if how == How.CODE.value and not self.model.scanned:
            self._draw()
        else:
            self._change(how=how)

    # -- while it lasts, and after

    def begin(self) -> None:
        model, desk = self.model, self._ports.desk
        if not model.ready:
            return
        who = next((one.name for one in model.people if one.id == model.who), "")
        self._run(lambda: desk.assisting.begin(model.door_id, How(model.how), who, model.door), self._on_begun)

    def end(self) -> None:
        """All is done: the receipt."""
        desk = self._ports.desk

        def work() -> Any:
            helped = desk.assisting.end()
            if helped is None:
                return None
            with desk.store.reading() as r:
                return helped, _told(r, helped), _here(r)

        self._run(work, self._on_ended)

    def past(self) -> None:
        """Those of before. Right assisted.read."""
        desk = self._ports.desk
        actor = desk.actor

        def work(r: Any) -> Any:
            from desk.people import reads_assisted

            rows = reads_assisted.past(r, actor)
            return rows, _doors(r, rows), _labels(r, rows)

        def found(answer: Any) -> None:
            rows, doors, labels = answer
            made = tuple(self._row(one, doors, labels) for one in rows)
            self._change(panel=Panel.PAST, past=made)

        self._turns.read("past", work, found)

    def back(self) -> bool:
        """From the list or the receipt; False when the page may be left."""
        if self.model.panel in (Panel.PAST, Panel.RECEIPT):
            self.open()
            return True
        return False

    def leave(self) -> None:
        if not self.back():
            self._ports.go.back()

    def go_on(self) -> None:
        """To the pages where things are done."""
        self._ports.go.to("today")

    def _on_begun(self, _: Helped) -> None:
        self._ports.say.tone("good")
        self.open()

    def _on_running(self, helped: Helped, told: Assisted | None) -> None:
        self._change(
            who=helped.who, door=helped.door, how=helped.how.value, since=self._time(helped.begun_at),
            done=self._done(told),
        )  # fmt: skip

    def _on_ended(self, answer: Any) -> None:
        if answer is None:
            self.open()
            return
        helped, told, (here, by) = answer
        now = self._ports.clock.now_ms()
        day = moments.day(self._ports.desk.time.local(now))
        receipt = Receipt(
            here.site_name, here.gate_name, day, self._time(helped.begun_at), self._time(now), helped.door, helped.who,
            helped.how.value, by.get(helped.actor.operator_id, ""), self._done(told),
        )  # fmt: skip
        self._change(panel=Panel.RECEIPT, receipt=receipt)

    def _row(self, one: Assisted, doors: dict[str, str], labels: dict[str, str]) -> PastRow:
        local = self._ports.desk.time.local(one.begun_at)
        return PastRow(
            one.id, f"{local:%m-%d %H:%M}", doors.get(one.household_id, ""), labels.get(one.operator_id, ""), one.how,
            len(one.acts), one.why, tuple(act.action for act in one.acts),
        )  # fmt: skip

    def _done(self, told: Assisted | None) -> tuple[Done, ...]:
        return tuple(Done(act.action, self._time(act.at)) for act in told.acts) if told is not None else ()

    def _time(self, at: int) -> str:
        return f"{self._ports.desk.time.local(at):%H:%M}"

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        if self._busy:
            return
        self._busy = True

        def answered(value: Any) -> None:
            self._busy = False
            done(value)

        def failed(error: Exception) -> None:
            self._busy = False
            self._ports.say.problem(error)

        self._ports.desk.lanes.run(WRITE, work, answered, failed)

    def _change(self, **values: Any) -> None:
        self.model = replace(self.model, **values)
        self._draw()

    def _draw(self) -> None:
        self.show(self.model)


def _told(r: Any, helped: Helped) -> Assisted | None:
    from desk.people import reads_assisted

    return reads_assisted.one(r, helped.actor, helped.id, helped.begun_at)


def _here(r: Any) -> Any:
    from desk.operators.reads import sign_on_list
    from desk.store.identity import here

    return here(r), {chip.operator_id: chip.label for chip in sign_on_list(r)}


def _doors(r: Any, rows: tuple[Assisted, ...]) -> dict[str, str]:
    """Labels of the households, masked; empty for one that is gone."""
    from desk.people.reads_doors import door

    return {household_id: door(r, household_id).label for household_id in {one.household_id for one in rows}}


def _labels(r: Any, rows: tuple[Assisted, ...]) -> dict[str, str]:
    from desk.operators.reads import chip

    found = {one.operator_id: chip(r, one.operator_id) for one in rows if one.operator_id}
    return {key: one.label for key, one in found.items() if one is not None}
