"""One question and its answer on an open port: echo, noise and other devices' words put aside, and nothing asked twice
that moves."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import serial

from drivers.api import Decoder, Noise, Reading
from drivers.line import LINE_ERRORS, PIECE, Port, PortLost, read_some, reason_of

SETTLE_S = 0.05  # the rest that lets the tail of a spoilt answer pass before the next question
FLOOD = 65_536  # old bytes thrown away before a question; a line that has more than this never falls silent


class NoAnswer(Exception):
    """No answer to use. why: `no_answer`, `garbled`, `expired`, `stopped`, `not_ready`, `stuck` or a `port_*` reason;
    sent: bytes may have left."""

    def __init__(self, why: str, sent: bool) -> None:
        super().__init__(why)
        self.why, self.sent = why, sent


def anything(reading: Reading) -> bool:
    """Every reading answers."""
    return True


@dataclass(frozen=True)
class Ask:
    """A question: its bytes, a fresh decoder of the answer (which may know the question), and which reading is the answer.

    acts: something in the world changes, so it is never repeated; again: repeats after silence, for mere questions.
    """

    data: bytes
    decoder: Callable[[], Decoder]
    wanted: Callable[[Reading], bool] = anything
    timeout_s: float = 0.5
    again: int = 0
    acts: bool = False

    def __post_init__(self) -> None:
        if self.acts and self.again:
            raise ValueError("what acts is never repeated")


class Hears(Protocol):
    """Who is told what came besides the answer."""

    def strays(self, event: Reading | Noise) -> None: ...
    def heard(self, data: bytes) -> None: ...


class Wire:
    """An open port on which one thread asks."""

    def __init__(self, port: Port, monotonic_s: Callable[[], float] = time.monotonic) -> None:
        self._port, self._monotonic_s = port, monotonic_s
        self._quiet_until_s = 0.0
        self.sent = False  # whether bytes of the question in hand have left: what a lost port leaves behind

    def ask(self, ask: Ask, ears: Hears, echo: bool = False, stopped: Callable[[], bool] = bool) -> Reading:
        """The answer. Raises NoAnswer, and PortLost when the port goes."""
        self.sent = False
        for left in range(ask.again, -1, -1):
            try:
                return self._once(ask, ears, echo, stopped)
            except NoAnswer as none:
                self._quiet_until_s = self._monotonic_s() + SETTLE_S
                if not left or none.why not in ("no_answer", "garbled"):
                    raise
        raise AssertionError("unreachable")

    def waiting(self) -> bytes:
        """What has come unasked; nothing when nothing has. Raises PortLost."""
        try:
            count = self._port.in_waiting
        except LINE_ERRORS as error:
            raise PortLost(reason_of(error)) from None
        return read_some(self._port) if count else b""

    def rest(self, quiet_s: float) -> None:
        """No question for so long."""
        self._quiet_until_s = max(self._quiet_until_s, self._monotonic_s() + quiet_s)

    def _once(self, ask: Ask, ears: Hears, echo: bool, stopped: Callable[[], bool]) -> Reading:
        self._settle(ears)
        self._write(ask.data, stopped)
        ear = _Ear(ask, ears, ask.data if echo else b"")
        began_s = heard_s = self._monotonic_s()
        while (now_s := self._monotonic_s()) - began_s < ask.timeout_s:
            if stopped():
                raise NoAnswer("stopped", sent=True)
            if data := read_some(self._port):
                heard_s = now_s
                answer = ear.feed(data)
            else:
                answer = ear.idle(now_s - heard_s)
            if answer is not None:
                return answer
        if (answer := ear.idle(ask.timeout_s)) is not None:
            return answer
        raise NoAnswer("garbled" if ear.garbled else "no_answer", sent=True)

    def _settle(self, ears: Hears) -> None:
        """Waits out the rest and hands on what came before the question: it is nobody's answer."""
        while (left_s := self._quiet_until_s - self._monotonic_s()) > 0:
            time.sleep(left_s)
        old = 0
        while old < FLOOD and (data := self.waiting()):
            old += len(data)
            ears.heard(data)

    def _write(self, data: bytes, stopped: Callable[[], bool]) -> None:
        for at in range(0, len(data), PIECE):
            if stopped():
                raise NoAnswer("stopped", self.sent)
            self.sent = True
            try:
                self._port.write(data[at : at + PIECE])
            except (
                serial.SerialTimeoutException
            ):  # the device holds the line (paper out, buffer full): it is still there
                raise NoAnswer("stuck", sent=True) from None
            except LINE_ERRORS as error:
                raise PortLost(reason_of(error)) from None


class _Ear:
    """Listens for one answer."""

    def __init__(self, ask: Ask, ears: Hears, echo: bytes) -> None:
        self._ask, self._ears, self._decoder = ask, ears, ask.decoder()
        self._echo, self._head = echo, b""
        self.garbled = False

    def feed(self, data: bytes) -> Reading | None:
        if self._echo:
            self._head += data
            if self._echo.startswith(self._head) and len(self._head) < len(self._echo):
                return None
            data = self._head.removeprefix(self._echo)
            self._echo = self._head = b""
        return self._sift(self._decoder.feed(data))

    def idle(self, quiet_s: float) -> Reading | None:
        if self._echo and self._head:  # what came was no echo after all
            self._echo, head, self._head = b"", self._head, b""
            return self._sift([*self._decoder.feed(head), *self._decoder.idle(quiet_s)])
        return self._sift(self._decoder.idle(quiet_s))

    def _sift(self, events: Sequence[Reading | Noise]) -> Reading | None:
        answer = None
        for event in events:
            if isinstance(event, Reading) and answer is None and self._ask.wanted(event):
                answer = event
                continue
            self.garbled = self.garbled or isinstance(event, Noise)
            self._ears.strays(event)
        return answer
