"""Gathers the day from all rooms for the briefing, and has it read aloud. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ui import moments
from ui.pages.briefing.model import BriefingModel, Shift
from ui.shell.aloud import read_aloud
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns


class BriefingPresenter:
    """`show(model)` is set by the view."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[BriefingModel], None] = ignore

    def refresh(self) -> None:
        self._turns.read("briefing", self._ask, self.show)

    def hear(self, sentence: str) -> None:
        """Numbers and hours only: the room hears it."""
        read_aloud(self._ports, sentence)

    def hush(self) -> None:
        if speech := self._ports.extras.get("speech"):
            speech.stop()

    def go(self, page: str, **arguments: Any) -> None:
        self._ports.go.to(page, **arguments)

    def leave(self) -> None:
        self._ports.go.back()

    def _ask(self, r: Any) -> BriefingModel:
        from desk.hearings import reads as hearings
        from desk.operators.rules import COMMAND
        from desk.reception import reads as reception
        from desk.screen import reads as screen
        from desk.screen.rules import LineKind

        time = self._ports.desk.time
        board, day, pressing = screen.board(r), reception.today(r), hearings.pressing(r, COMMAND)
        shifts = [
            line for line in screen.lines(r, [LineKind.SHIFT]) if time.day(line.start_at) == time.day(board.moment)
        ]
        today = [line for line in shifts if line.gate_id == r.gate_id] or shifts
        coming = [row.expected_at for row in day.expected if row.expected_at and row.expected_at >= day.now]
        opened = next((line.number for line in screen.lines(r, [LineKind.OPEN])), 0)

        def clock(at: int) -> str:
            return moments.near(time.local(at), today=True)

        return BriefingModel(
            True, time.local(board.moment).hour,
            tuple(
                Shift(
                    clock(line.start_at), clock(line.end_at), line.title, tuple(one.words for one in line.names),
                    line.start_at <= board.moment < line.end_at, line.end_at <= board.moment,
                )
                for line in today
            ),
            tuple((clock(line.start_at), clock(line.end_at), line.place) for line in board.sittings),
            day.expected_total, clock(min(coming)) if coming else "", day.inside, len(day.overstays), day.goods_waiting,
            day.goods_overdue, opened, pressing.amber + pressing.alarm, pressing.late, len(hearings.call_backs(r, COMMAND)),
            tuple(item.title for item in board.shown), self._ports.extras.get("speech") is not None,
        )  # fmt: skip
