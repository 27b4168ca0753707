"""Whether the desk is to be handed over, or waits for whoever took it over: a line over every page. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from desk.core.clock import MINUTE_MS
from desk.core.errors import Fault
from ui.shell.ports import ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.app import Desk

TOPICS = frozenset({"handover", "duty", "hours", "arrived", "session"})
RIGHT = "handover"


class Stand(StrEnum):
    NONE = "none"
    DUE = "due"  # the shift ends soon
    OVER = "over"  # it has ended, and nobody took over
    HELD = "held"  # somebody stays on
    WAITING = "waiting"  # handed over, and nobody has signed to take it


@dataclass(frozen=True)
class ReliefModel:
    """minutes: until the end, or since."""

    stand: Stand = Stand.NONE
    minutes: int = 0


class Relief:
    """`show(model)` draws. Asked when something was written, and every half minute."""

    def __init__(self, desk: Desk, problem: Callable[[Exception], None]) -> None:
        self._desk = desk
        self._turns = Turns(desk, self._failed)
        self._problem = problem
        self.show: Callable[[ReliefModel], None] = ignore
        self.now = ReliefModel()

    def refresh(self) -> None:
        """While the desk is locked, or whoever acts hands nothing over, nothing is said."""
        if self._desk.session.state.locked or not self._desk.actor.may(RIGHT):
            self._turns.forget("relief")
            self._found(ReliefModel())
        else:
            self._turns.read("relief", stand, self._found)

    def _found(self, model: ReliefModel) -> None:
        if model != self.now:
            self.now = model
            self.show(model)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            self._problem(error)


def stand(r: Any) -> ReliefModel:
    """How it stands now."""
    from desk.duty import reads_handover

    if reads_handover.is_waiting(r):
        return ReliefModel(Stand.WAITING)
    due = reads_handover.due_now(r)
    if due is None:
        return ReliefModel()
    if due.held is not None:
        return ReliefModel(Stand.HELD, due.over_minutes)
    if r.now >= due.shift.end_at:
        return ReliefModel(Stand.OVER, due.over_minutes)
    return ReliefModel(Stand.DUE, -(-(due.shift.end_at - r.now) // MINUTE_MS))
