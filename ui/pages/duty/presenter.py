"""Who is on duty, who comes next, clocking by name, PIN or desk, one's own shifts. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from desk.core.errors import Refused
from ui.clocked import Clocked
from ui.pages.duty import asks
from ui.pages.duty.model import DutyModel, Panel
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.clocking import Clocking, Turned

_BACK = {Panel.WHO: Panel.TODAY, Panel.MINE: Panel.TODAY, Panel.SHEET: Panel.MINE}


class DutyPresenter:
    """`show(model)` draws; `wrong(error)` says on the pad what was not right; `calendar(data)`: the file that was asked for."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self._clock = Clocked(ports)
        self.show: Callable[[DutyModel], None] = ignore
        self.wrong: Callable[[Exception], None] = ignore
        self.calendar: Callable[[bytes], None] = ignore
        self.model = DutyModel()
        self._came_from = Panel.TODAY
        self._whole: tuple[Any, ...] = ()

    def open(self, panel: str = "", member_id: str = "", month: str = "") -> None:
        """Came to the front."""
        today = self._ports.desk.time.day(self._ports.clock.now_ms()).isoformat()
        self._change(month=month or self.model.month or today[:7])
        if member_id:
            self.choose(member_id)
        elif panel:
            self.go_panel(Panel(panel))
        self.refresh()

    def refresh(self) -> None:
        """Everything the panel in front shows, and the day beneath it."""
        desk = self._ports.desk
        time, actor = desk.time, desk.actor
        self._change(may_clock=actor.may("duty.clock"), handover=_has_page("handover"))
        self._turns.read("today", lambda r: asks.today(r, time), lambda fields: self._change(**fields))
        self._turns.read("me", lambda r: asks.me(r, actor.operator_id), self._on_me)
        if self.model.panel is Panel.WHO:
            self._turns.read("team", asks.team, self._on_team)
        if self.model.panel is Panel.SHEET:
            month = self.model.month
            self._turns.read("sheet", lambda r: asks.sheet(r, month, time), lambda sheet: self._change(sheet=sheet))
        if self.model.panel is Panel.PERSON and self.model.person is not None:
            self._ask_person(self.model.person.id)

    def go_panel(self, panel: Panel) -> None:
        self._change(panel=panel, query="", person=None)
        self.refresh()

    def search(self, text: str) -> None:
        """A name, or the first letters of its pinyin."""
        self._change(query=text)
        if not text:
            self._change(team=self._whole)
            return
        self._turns.read("search", lambda r: asks.matching(r, text), self._on_matching)

    def choose(self, member_id: str) -> None:
        """Somebody to be clocked on or off."""
        if self.model.panel is not Panel.PERSON:
            self._came_from = self.model.panel
        self._ask_person(member_id)

    def back(self) -> bool:
        """One panel back; False when the page itself may be left."""
        panel = self.model.panel
        if panel is Panel.TODAY:
            return False
        self.go_panel(self._came_from if panel is Panel.PERSON else _BACK[panel])
        return True

    def leave(self) -> None:
        if not self.back():
            self._ports.go.back()

    def go(self, page: str, **arguments: Any) -> None:
        self._ports.go.to(page, **arguments)

    def faces_ready(self) -> bool:
        """Whether a face may clock somebody on here."""
        faces = self._ports.extras.get("faces")
        return faces is not None and faces.now.state.value == "ready"

    # -- the clock

    def by_desk(self, said: str = "") -> bool:
        """Whoever acts at the desk presses it. said: the time they came or went, when it was another one than now."""
        if self.model.person is None:
            return False
        member_id = self.model.person.id
        try:
            said_at = self._moment(said) if said.strip() else None
        except Refused as refused:
            self._on_wrong(refused)
            return False
        return self._run(lambda clocking: clocking.by_desk(member_id, said_at), self._on_wrong if said_at else None)

    def _moment(self, said: str) -> int:
        """A time of today by the clock on the wall; one that is still ahead was yesterday's. Refused("hours.time_wrong")."""
        from desk.core.clock import MINUTE_MS
        from desk.duty.rules_clock import minute_of

        time, now = self._ports.desk.time, self._ports.clock.now_ms()
        hour, minute = divmod(minute_of(said) % (24 * 60), 60)
        today = time.day(now)
        found = time.at(today, hour, minute)
        return found if found < now + MINUTE_MS else time.at(today - timedelta(days=1), hour, minute)

    def by_pin(self, pin: str) -> bool:
        """They type their own PIN."""
        if self.model.person is None:
            return False
        member_id = self.model.person.id
        return self._run(lambda clocking: clocking.by_pin(member_id, pin), self._on_wrong)

    def by_code(self, answer: Any) -> None:
        """A duty card, or the code at the post."""
        self._run(lambda clocking: clocking.by_code(answer))

    # -- my shifts

    def step(self, by: int) -> None:
        """The sheet of the month before or after."""
        from desk.duty.rules import month_after

        self._change(month=month_after(self.model.month, by))
        self.refresh()

    def ask_calendar(self) -> None:
        """My shifts from today on, or the month in front, for the calendar of a phone; `calendar(data)` is the file."""
        member_id, month = self.model.me_id, self.model.month
        if self.model.panel is Panel.SHEET:
            self._turns.read("calendar", lambda r: asks.month_calendar(r, month), self.calendar)
            return
        self._turns.read("calendar", lambda r: asks.own_calendar(r, member_id), self.calendar)

    def problem(self, error: Exception) -> None:
        self._ports.say.problem(error)

    def say(self, words: str) -> None:
        self._ports.say.done(words)

    def _run(self, work: Callable[[Clocking], Turned], failed: Callable[[Exception], None] | None = None) -> bool:
        return self._clock.run(work, self._on_turned, failed)

    def _on_turned(self, _: Turned) -> None:
        self.go_panel(Panel.TODAY)

    def _on_wrong(self, error: Exception) -> None:
        self._ports.say.tone("bad")
        self.wrong(error)

    def _on_me(self, fields: dict[str, str]) -> None:
        self._change(**fields)
        if self.model.panel is Panel.MINE:
            time, me = self._ports.desk.time, fields["me_id"]
            self._turns.read(
                "mine", lambda r: asks.mine(r, me, time) if me else (), lambda rows: self._change(mine=rows)
            )

    def _on_team(self, team: tuple[Any, ...]) -> None:
        self._whole = team
        if self.model.query:
            self.search(self.model.query)
        else:
            self._change(team=team)

    def _on_matching(self, ids: frozenset[str]) -> None:
        self._change(team=tuple(one for one in self._whole if one.id in ids))

    def _ask_person(self, member_id: str) -> None:
        desk = self._ports.desk
        operator_id = desk.actor.operator_id
        self._turns.read("person", lambda r: asks.person(r, member_id, operator_id, desk.time), self._on_person)

    def _on_person(self, person: Any) -> None:
        if person is not None:
            self._change(panel=Panel.PERSON, person=person)

    def _change(self, **fields: Any) -> None:
        self.model = replace(self.model, **fields)
        self.show(self.model)


@cache
def _has_page(name: str) -> bool:
    """Is there such a page in this program?"""
    from ui import pages

    return name in pages.names()
