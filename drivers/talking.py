"""Drivers of devices that talk by themselves on a line of their own: what they say is decoded and told."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from drivers.acts import OneAtATime
from drivers.api import Action, Noise, Options, Outcome, Reading, Result, State, Told, Value, complete
from drivers.line import LINE_ERRORS, Backoff, Line, Port, open_serial, reason_of


class TalkingDriver(OneAtATime):
    """A device that sends. A subclass gives NAME, OPTIONS (with `port` and `baud`) and `decoder`.

    It may look at each event in `event`, and, where the device also takes commands, give `frame` and `perform`.
    """

    SILENT_S: ClassVar[float] = math.inf  # so long without a reading, and the device is lost though its port is open

    def __init__(self, options: Options, told: Told, backoff: Backoff | None = None) -> None:
        super().__init__(options, told)
        self._decoder = self.decoder(self.options)
        self.line = Line(lambda: self.reach(self.options), self, self.NAME, backoff)
        self._awaited: _Awaited | None = None
        self._spoke_s = time.monotonic()

    # --- for the subclass -------------------------------------------------------------------------------------------

    @classmethod
    def reach(cls, options: Options) -> Port:
        """The open port, for these (completed) options; overridden for devices on something that is no serial port."""
        return open_serial(str(options["port"]), int(options["baud"]), str(options.get("parity", "N")))

    def event(self, event: Reading | Noise) -> None:
        """One thing the device said, on the line's thread."""
        self.told.reading(event)

    def perform(self, action: Action, params: Mapping[str, Value], until_s: float) -> Result:
        """An action, on the caller's thread; until_s: deadline (monotonic)."""
        return self.say(self.frame(action.name, params, self.options), None, until_s)

    def say(self, data: bytes, proof: Callable[[Reading], bool] | None, until_s: float) -> Result:
        """Send once, and wait for the reading that proves it; without one to wait for the outcome stays UNKNOWN."""
        awaited = self._awaited = _Awaited(proof) if proof is not None else None
        sent = self.line.send(data)
        if sent is Outcome.FAILED:
            return Result(Outcome.FAILED, "not_ready")
        if awaited is None:
            return Result(Outcome.UNKNOWN, "unproven")
        if sent is Outcome.DONE:
            awaited.come.wait(max(0.0, until_s - time.monotonic()))
        self._awaited = None
        if awaited.reading is None:
            return Result(Outcome.UNKNOWN, "no_answer")
        return Result(Outcome.DONE, fields=awaited.reading.fields)

    # --- the promise of a driver ------------------------------------------------------------------------------------

    def carry_out(self, action: Action, params: Mapping[str, Value], until_s: float) -> Result:
        return self.perform(action, params, until_s)

    def start(self) -> None:
        self.line.start()

    def stop(self, timeout_s: float = 1.0) -> bool:
        return self.line.stop(timeout_s)

    def hurry(self) -> None:
        self.line.hurry()

    @classmethod
    def probe(cls, options: Options) -> str:
        """Opens and closes the port; a device that only talks cannot be asked anything."""
        try:
            cls.reach(complete(cls.OPTIONS, options)).close()
        except LINE_ERRORS as error:
            return reason_of(error)
        return ""

    # --- told by the line, on its thread ----------------------------------------------------------------------------

    def received(self, data: bytes) -> None:
        self._pass_on(self._decoder.feed(data))

    def idle(self, quiet_s: float) -> None:
        self._pass_on(self._decoder.idle(quiet_s))
        if self.standing.state is State.READY and time.monotonic() - self._spoke_s > self.SILENT_S:
            self.told.state(State.LOST, "no_answer")

    def state(self, state: State, reason: str) -> None:
        if state is State.LOST:  # half a frame from before must not join what comes after
            self._decoder = self.decoder(self.options)
        self._spoke_s = time.monotonic()
        self.told.state(state, reason)

    def _pass_on(self, events: Sequence[Reading | Noise]) -> None:
        for event in events:
            if isinstance(event, Reading):
                self._spoken(event)
            self.event(event)

    def _spoken(self, reading: Reading) -> None:
        self._spoke_s = time.monotonic()
        self.told.state(State.READY, "")  # again, if it had fallen silent
        awaited = self._awaited
        if awaited is not None and awaited.reading is None and awaited.proof(reading):
            awaited.reading = reading
            awaited.come.set()


class _Awaited:
    """The reading that will prove an action."""

    def __init__(self, proof: Callable[[Reading], bool]) -> None:
        self.proof, self.come = proof, threading.Event()
        self.reading: Reading | None = None
