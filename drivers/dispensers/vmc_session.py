"""The desk's half of the talk with a vending board, pure: packets and times in, answers, readings and outcomes out
(DEVICES 6).

What moves a motor is sent once and never again: when its outcome stays away, that is said, and a person looks.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from drivers.api import Outcome, Reading, Result
from drivers.dispensers import vmc_frames as vmc
from drivers.dispensers.vmc_frames import Frame

TRIES = 5  # of what moves nothing
SETTLE_S = 20.0  # after an unknown outcome: what the board says late must not be taken for the next vend's
SYNC_S = 5.0
ACK = vmc.encode(Frame(vmc.ACK))
NOT_GIVEN = {"jam", "no_motor", "terminated"}  # the board's own word that nothing was handed out


@dataclass
class Step:
    """One packet to deliver. answer: the kind of reading that proves it, "" when the acknowledgement does."""

    packet: Callable[[int], Frame]
    answer: str = ""
    moves: bool = False
    sends: int = 0
    number: int = 0


@dataclass
class Errand:
    """What somebody asked for. result is set once, when it is over."""

    selection: int
    steps: deque[Step]
    begin_by_s: float
    over_by_s: float
    result: Result | None = None
    fields: dict[str, str | int | bool] = field(default_factory=dict)

    @property
    def moved(self) -> bool:
        """Bytes that move a motor have left."""
        return any(step.moves and step.sends for step in self.steps)

    def end(self, outcome: Outcome, code: str = "") -> None:
        if self.result is None:
            self.result = Result(outcome, code, {"selection": self.selection, **self.fields})


class Session:
    """check: `padded` and `plain` are the two readings of the document, `off` leaves the question out."""

    def __init__(
        self, mode: str = "drive", drop_sensor: bool = True, elevator: bool = False, check: str = "padded"
    ) -> None:
        self._mode, self._drop_sensor, self._elevator, self._check = mode, drop_sensor, elevator, check
        self._errands: deque[Errand] = deque()
        self._number = 0
        self._last: Reading | None = None
        self._unsettled_until_s = 0.0

    # --- what can be asked for ------------------------------------------------------------------------------------------

    def vend(self, selection: int, now_s: float, begin_s: float, over_s: float) -> Errand:
        """Hand out one of a selection: begun within begin_s or not at all, over within over_s."""
        steps = deque([Step(self._move(selection), "vend", moves=True)])
        if self._check != "off":
            steps.appendleft(Step(lambda n: vmc.check(n, selection, self._check == "padded"), "selection"))
        errand = Errand(selection, steps, now_s + begin_s, now_s + over_s)
        if now_s < self._unsettled_until_s:
            errand.end(Outcome.FAILED, "unsettled")
        else:
            self._errands.append(errand)
        return errand

    def _move(self, selection: int) -> Callable[[int], Frame]:
        if self._mode == "buy":
            return lambda number: vmc.buy(number, selection)
        return lambda number: vmc.drive(number, selection, self._drop_sensor, self._elevator)

    def tell(
        self, packet: Callable[[int], Frame], now_s: float, begin_s: float, answer: str = "", selection: int = 0
    ) -> Errand:
        """Deliver what moves nothing; answer: the kind of reading the board says to it, if it does."""
        errand = Errand(selection, deque([Step(packet, answer)]), now_s + begin_s, now_s + begin_s)
        self._errands.append(errand)
        return errand

    # --- what happens ---------------------------------------------------------------------------------------------------

    def hear(self, said: Reading, now_s: float) -> tuple[bytes, list[Reading]]:
        """What to send back at once, and what there is to tell."""
        if said.kind == "poll":
            return self._turn(now_s), []
        if said.kind == "ack":
            self._acknowledged()
            return b"", []
        if said == self._last:  # the same number and words again: our acknowledgement was lost
            return ACK, []
        self._last = said
        return ACK, [self._told(said, now_s)]

    def tick(self, now_s: float) -> None:
        """Ends what took too long."""
        for errand in self._errands:
            if errand.moved:
                if now_s >= errand.over_by_s:
                    self._unknown(errand, "no_outcome", now_s)
            elif now_s >= errand.begin_by_s:
                errand.end(Outcome.FAILED, "no_answer" if errand.steps[0].sends else "no_poll")
        self._tidy()

    def lost(self, now_s: float, why: str) -> None:
        """The line went away: nothing waits for its return."""
        for errand in list(self._errands):
            self.give_up(errand, now_s, why)
        self._last = None

    def give_up(self, errand: Errand, now_s: float, why: str = "no_outcome") -> None:
        """Whoever asked waits no longer."""
        if errand.result is None and errand.moved:
            self._unknown(errand, why, now_s)
        errand.end(Outcome.FAILED, why)
        self._tidy()

    def _unknown(self, errand: Errand, code: str, now_s: float) -> None:
        errand.end(Outcome.UNKNOWN, code)
        self._unsettled_until_s = now_s + SETTLE_S

    def _tidy(self) -> None:
        self._errands = deque(errand for errand in self._errands if errand.result is None)

    def _turn(self, now_s: float) -> bytes:
        """The one answer a poll is given."""
        self.tick(now_s)
        if not self._errands:
            return ACK
        step = self._errands[0].steps[0]
        if step.sends == 0:
            self._number = self._number % 255 + 1
            step.number = self._number
        elif step.moves or step.sends >= TRIES:
            return ACK
        step.sends += 1
        return vmc.encode(step.packet(step.number))

    def _acknowledged(self) -> None:
        if not self._errands:
            return
        errand = self._errands[0]
        step = errand.steps[0]
        if not step.sends:
            return
        step.sends = TRIES  # it has arrived
        if not step.answer:
            errand.end(Outcome.DONE)
            self._tidy()

    def _told(self, said: Reading, now_s: float) -> Reading:
        errand = self._errands[0] if self._errands else None
        if said.kind == "sync":
            self.tell(vmc.sync, now_s, SYNC_S)
        elif said.kind == "vend":
            mine = errand is not None and errand.moved and errand.selection == said.fields["selection"]
            if errand is not None and mine:
                self._vending(errand, str(said.fields["code"]), now_s)
            elif said.fields["code"] != "busy":
                self._unsettled_until_s = 0.0
            return Reading("vend", {**said.fields, "late": not mine})
        elif errand is not None and errand.steps[0].sends and errand.steps[0].answer == said.kind:
            self._answered(errand, said)
        return said

    def _vending(self, errand: Errand, code: str, now_s: float) -> None:
        if code == "success":
            errand.fields["drop_sensor"] = self._mode == "drive" and self._drop_sensor
            errand.end(Outcome.DONE)
        elif code in NOT_GIVEN:
            errand.end(Outcome.FAILED, code)
        elif code != "busy":  # a motor that did not stop, an elevator: something may have come out
            errand.end(Outcome.UNKNOWN, code)
        self._tidy()

    def _answered(self, errand: Errand, said: Reading) -> None:
        if said.kind == "selection" and said.fields["selection"] != errand.selection:
            return
        code = str(said.fields.get("code", ""))
        if said.kind == "selection" and code != "ok":
            errand.end(Outcome.FAILED, code)
        elif len(errand.steps) > 1:
            errand.steps.popleft()
        else:
            errand.end(Outcome.DONE, code)
        self._tidy()
