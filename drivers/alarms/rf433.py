"""The role `sos` with a 433 MHz receiver on a serial port: every press is an alarm (DEVICES 10.1).

Such buttons send a fixed code without any proof of who sent it: it can be replayed, and an empty battery says nothing.
"""

from __future__ import annotations

import time

from drivers.alarms.rf433_frames import SPLITS, Rf433Decoder
from drivers.api import Decoder, Noise, Option, Options, Reading, Simulated, Told
from drivers.line import Backoff
from drivers.options import PORT, baud
from drivers.talking import TalkingDriver

KEPT = 64  # buttons remembered at once


class Rf433(TalkingDriver):
    """Tells `alarm`: sort `button`, who (the button's three bytes), address, key, width, and repeat.

    repeat: the same button within `repeat_ms` of its last frame, as while it is held down. It is told all the same: the
    desk may keep it out of its log, but an alarm is never held back here.
    """

    NAME = "rf433"
    ROLE = "sos"
    CAPABILITIES = ("alarm",)
    OPTIONS = (
        PORT,
        baud(9600),
        Option("split", "16+8", SPLITS, help="bits of address and key; 20+4 for EV1527 remotes"),
        Option("repeat_ms", 2000, low=0, high=60_000, help="a frame of the same button so soon is a repeat"),
    )

    def __init__(self, options: Options, told: Told, backoff: Backoff | None = None) -> None:
        super().__init__(options, told, backoff)
        self._repeat_s = int(self.options["repeat_ms"]) / 1000
        self._pressed: dict[str, float] = {}

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return Rf433Decoder(str(options["split"]))

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.sos import SimulatedRf433

        return SimulatedRf433()

    def event(self, event: Reading | Noise) -> None:
        if isinstance(event, Reading):
            repeat = self._is_repeat(str(event.fields["who"]), time.monotonic())
            event = Reading(event.kind, {**event.fields, "repeat": repeat})
        self.told.reading(event)

    def _is_repeat(self, who: str, now_s: float) -> bool:
        before_s = self._pressed.pop(who, None)
        self._pressed[who] = now_s
        if len(self._pressed) > KEPT:
            del self._pressed[next(iter(self._pressed))]
        return before_s is not None and now_s - before_s < self._repeat_s
