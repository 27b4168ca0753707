"""The role `card_reader` with an RDM6300 or like: a 125 kHz tag is told once for as long as it is held there
(DEVICES 7)."""

from __future__ import annotations

import time

from drivers.api import Decoder, Noise, Option, Options, Reading, Simulated, Told
from drivers.cards.rdm6300_frames import Rdm6300Decoder
from drivers.line import Backoff
from drivers.options import PORT, baud
from drivers.talking import TalkingDriver

REPEAT_MS = Option("repeat_ms", 1500, low=0, high=10_000, help="a card seen again so soon was held there all the time")


class Held:
    """Which card is held at a reader that repeats its number all the time."""

    def __init__(self, repeat_s: float) -> None:
        self._repeat_s = repeat_s
        self._uid, self._seen_s = "", 0.0

    def is_new(self, uid: str, now_s: float) -> bool:
        """Whether this is another card, or the same one laid down again."""
        new = uid != self._uid or now_s - self._seen_s >= self._repeat_s
        self._uid, self._seen_s = uid, now_s
        return new


class Rdm6300(TalkingDriver):
    """Tells `card`: uid (eight hex digits), version, printed (ten digits)."""

    NAME = "rdm6300"
    ROLE = "card_reader"
    CAPABILITIES = ("card",)
    OPTIONS = (PORT, baud(9600), REPEAT_MS)

    def __init__(self, options: Options, told: Told, backoff: Backoff | None = None) -> None:
        super().__init__(options, told, backoff)
        self._held = Held(int(self.options["repeat_ms"]) / 1000)

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return Rdm6300Decoder()

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.card_readers import SimulatedRdm6300

        return SimulatedRdm6300()

    def event(self, event: Reading | Noise) -> None:
        if isinstance(event, Noise) or self._held.is_new(str(event.fields["uid"]), time.monotonic()):
            self.told.reading(event)
