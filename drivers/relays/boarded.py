"""What every driver with a relay board behind it does: find it, switch with proof, pulse and surely end the pulse."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import ClassVar

from drivers.api import Options, Outcome, Reading, Result, Told
from drivers.asked import Acting, AskedDriver
from drivers.bus import Talk
from drivers.line import Backoff
from drivers.relays.boards import Board, LcusBoard, ModbusBoard, bits, board
from drivers.wire import Ask, NoAnswer

SLACK_S = 1.0  # so long after its end a pulse that is still on is switched off by the next poll


class BoardDriver(AskedDriver):
    """A subclass gives OPTIONS with those of `drivers.relays.boards.board`, and `mine`: the channels it answers for."""

    GAP_S: ClassVar[float] = 0.05

    def __init__(self, options: Options, told: Told, backoff: Backoff | None = None) -> None:
        super().__init__(options, told, backoff)
        self.board = self.board_of(self.options)
        self._pulses: dict[int, float] = {}  # channel -> when it must be off again (monotonic)

    @classmethod
    def board_of(cls, options: Options) -> Board:
        """The board behind these (completed) options."""
        return board(options)

    def mine(self) -> list[int]:
        """Channels this driver may touch."""
        return list(range(1, self.board.channels + 1))

    def hello(self, talk: Talk) -> None:
        """Ask how the relays stand: nothing moves. A board that never answers is taken at the word of its option."""
        if isinstance(self.board, LcusBoard):
            self._meet(self.board, talk)
        elif question := self.board.relays() or self.board.inputs():
            talk(question)

    def _meet(self, board: LcusBoard, talk: Talk) -> None:
        board.feedback = str(self.options["feedback"])
        if board.feedback == "yes":
            talk(board.one(1))
        elif board.feedback == "ff":
            talk(_given(board.relays()))
        elif board.feedback == "auto":
            try:
                talk(_given(board.relays()))
                board.feedback = "ff"
            except NoAnswer as none:
                if none.why == "stopped":
                    raise
                board.feedback = "no"

    def opened(self, talk: Talk) -> None:
        """A relay keeps its state when a program dies: off, before anything else."""
        if self.options.get("off_at_open", True):
            self.all_off(talk)

    def closing(self, talk: Talk) -> None:
        if self.options.get("off_at_close", True):
            self.all_off(talk)

    def all_off(self, talk: Talk) -> Result:
        """All of mine; the worst of what came of it."""
        if isinstance(self.board, ModbusBoard) and len(self.mine()) == self.board.channels:
            answer = talk(self.board.all(False))
            return Result(Outcome.FAILED, "refused") if answer.kind == "refused" else Result(Outcome.DONE)
        results = [self.switch(talk, channel, False) for channel in self.mine()]
        for outcome in (Outcome.FAILED, Outcome.UNKNOWN):
            if worst := next((result for result in results if result.outcome is outcome), None):
                return worst
        return Result(Outcome.DONE)

    def relay_states(self, talk: Talk) -> dict[int, bool]:
        """channel -> on, as the board says; nothing when it cannot be asked."""
        if isinstance(self.board, LcusBoard):
            if self.board.feedback == "yes":
                return {n: self.board.states(talk(self.board.one(n)))[n] for n in self.mine()}
            return self.board.states(talk(_given(self.board.relays()))) if self.board.feedback == "ff" else {}
        question = self.board.relays()
        return self.board.states(talk(question)) if question else {}

    def contact_states(self, talk: Talk) -> dict[int, bool]:
        """channel -> closed."""
        question = self.board.inputs()
        if question is None:
            return {}
        answer = talk(question)
        return bits(answer, int(self.options.get("inputs", 0))) if answer.kind == "inputs" else {}

    def switch(self, talk: Talk, channel: int, on: bool) -> Result:
        """DONE when the board says that it stands so."""
        return self._proven(talk, self._said(talk, self.board.switch(channel, on)), channel, on)

    def _said(self, talk: Talk, ask: Ask) -> Reading | None:
        if ask.timeout_s:
            return talk(ask)
        try:
            return talk(ask)
        except NoAnswer as none:
            if none.why != "no_answer":
                raise
            return None  # sent, and nothing is ever answered

    def _proven(self, talk: Talk, said: Reading | None, channel: int, on: bool) -> Result:
        if not self.board.proves:
            return Result(Outcome.UNKNOWN, "unproven")
        states = self.board.states(said) if said else self.relay_states(talk)
        return Result(Outcome.DONE) if states.get(channel) is on else Result(Outcome.FAILED, "refused")

    def pulse(self, talk: Acting, channel: int, ms: int, wait: Callable[[float], None] | None = None) -> Result:
        """On for so long. Timed by the board where it can; else we end it, also when the answer to the on was lost.

        wait: what to do meanwhile, for so many seconds.
        """
        timed = self.board.pulse(channel, ms)
        if timed is not None:
            return Result(Outcome.FAILED, "refused") if talk(timed).kind == "refused" else Result(Outcome.DONE)
        self._pulses[channel] = time.monotonic() + ms / 1000 + SLACK_S
        began = Result(Outcome.UNKNOWN, "no_answer")
        try:
            began = self.switch(talk, channel, True)
            if began.outcome is not Outcome.FAILED:
                (wait or talk.wait)(ms / 1000)
        finally:
            ended = self._end(talk, channel) if talk.acted else Result(Outcome.DONE)
        return began if began.outcome is not Outcome.DONE else ended

    def _end(self, talk: Acting, channel: int) -> Result:
        """The off after an on. When its proof is lost, polls go on until the relay is seen off."""
        try:
            said = self._said(_AtLast(talk), self.board.switch(channel, False))
            ended = self._proven(_AtLast(talk), said, channel, False)
        except NoAnswer as none:
            return Result(Outcome.UNKNOWN, none.why)
        if ended.outcome is not Outcome.FAILED:
            self._pulses.pop(channel, None)
        return ended if ended.outcome is not Outcome.FAILED else Result(Outcome.UNKNOWN, "still_on")

    def end_overdue(self, talk: Talk) -> None:
        """No relay stays on because one answer was lost: called with each poll."""
        for channel in [c for c, until_s in self._pulses.items() if time.monotonic() > until_s]:
            if self.switch(talk, channel, False).outcome is not Outcome.FAILED:
                self._pulses.pop(channel, None)


class _AtLast:
    """Talk that goes on after the deadline."""

    def __init__(self, talk: Acting) -> None:
        self._talk = talk

    def __call__(self, ask: Ask) -> Reading:
        return self._talk.at_last(ask)

    def wait(self, seconds: float) -> None:
        self._talk.wait(seconds)


def _given(ask: Ask | None) -> Ask:
    if ask is None:
        raise NoAnswer("not_ready", sent=False)
    return ask
