"""My first morning as it runs: which task is in front, whether it was really done, what is kept. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desk.alarms.rights import MACHINE
from desk.demo.morning import KEPT, TASKS, Morning, Task, back, did, kept, on, packed
from desk.operators.rules import COMMAND
from ui.shell.ports import ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.app import Desk
    from desk.demo.reads_morning import Place

PLACES = {
    Task.SIGN_ON: "signon",
    Task.COURIER: "today",
    Task.GUEST: "admit",
    Task.PARCEL: "goods",
    Task.FETCHED: "goods",
    Task.LEAVE: "inside",
    Task.HANDOVER: "handover",
}  # the other tasks begin with something that happens at the gate


@dataclass(frozen=True)
class LessonsModel:
    """praise: the task that was done this moment; who: the word on the chip to sign on with."""

    morning: Morning = field(default_factory=Morning)
    praise: Task | None = None
    who: str = ""


class Lessons:
    """`show(model)` draws; `go(page)`, `hold_up(text)` bring somebody to where the task is done."""

    def __init__(self, desk: Desk, problem: Callable[[Exception], None]) -> None:
        self._desk, self._problem = desk, problem
        self._turns = Turns(desk, problem)
        self.show: Callable[[LessonsModel], None] = ignore
        self.go: Callable[[str], None] = ignore
        self.hold_up: Callable[[str], None] = ignore
        self.model = LessonsModel(kept(desk.settings.now.extra))
        self._since: Place | None = None
        self._left = False

    def start(self) -> None:
        """Look who may sign on, and where the trails end."""
        from desk.demo.practice import volunteer

        self._turns.read("who", volunteer, self._on_who)
        self._enter()

    def close(self) -> None:
        self._left = True
        self._turns.close()

    def hear(self) -> None:
        """Something was written: was it this?"""
        from desk.demo.reads_morning import happened

        task, since = self.model.morning.task, self._since
        if task is not None and since is not None and not self._left:
            self._turns.read("happened", lambda r: happened(r, task, since), lambda yes: self._on_happened(task, yes))

    def skip(self) -> None:
        self._change(on(self.model.morning))

    def back(self) -> None:
        self._change(back(self.model.morning))

    def again(self) -> None:
        """From the first task; what was done before counts no more."""
        self._change(Morning())

    def open(self) -> None:
        """Come to the side of the window; a morning that is over begins again."""
        now = self.model.morning
        self._change(Morning() if now.over else replace(now, shown=True))

    def put_away(self) -> None:
        self._change(replace(self.model.morning, shown=False))

    def act(self) -> None:
        """Bring this task about: go where it is done, or let happen at the gate what it begins with."""
        from desk.demo import practice

        task = self.model.morning.task
        if task is None:
            return
        if task in PLACES:
            self.go(PLACES[task])
        elif task is Task.HOUSEHOLD:
            self._turns.read("code", practice.household_code, self.hold_up)
        elif task is Task.PASS:
            self._desk.write(practice.fresh_pass, self._on_pass, self._problem, actor=COMMAND)
        else:
            self._desk.write(practice.ring_sos, failed=self._problem, actor=MACHINE)

    def _on_pass(self, text: str) -> None:
        if not self._left:
            self.hold_up(text)

    def _on_who(self, who: str) -> None:
        self.model = replace(self.model, who=who)
        self.show(self.model)

    def _on_happened(self, task: Task, yes: bool) -> None:
        if yes and task is self.model.morning.task:
            self._change(did(self.model.morning, task), task)

    def _change(self, morning: Morning, praise: Task | None = None) -> None:
        moved = morning.at != self.model.morning.at
        self.model = replace(self.model, morning=morning, praise=praise)
        self._keep()
        if moved:
            self._enter()
        self.show(self.model)

    def _enter(self) -> None:
        """What was done before the task came to the front is no answer to it."""
        from desk.demo.reads_morning import place

        self._since = None
        self._turns.read("place", place, self._on_place)

    def _on_place(self, since: Place) -> None:
        self._since = since

    def _keep(self) -> None:
        settings = self._desk.settings
        settings.change(extra={**settings.now.extra, KEPT: packed(self.model.morning)})


__all__ = ["PLACES", "TASKS", "Lessons", "LessonsModel"]
