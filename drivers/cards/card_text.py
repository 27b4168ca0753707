"""The role `card_reader` with a reader that writes a card's number as text: on a serial line, or as a keyboard
(DEVICES 7).

A keyboard has no port: what it types comes to the face, which hands the line to this decoder.
"""

from __future__ import annotations

from functools import lru_cache

from drivers.api import Decoder, Noise, Option, Options, Reading, Simulated
from drivers.cards.card_numbers import FORMS, canonical
from drivers.options import PORT, baud
from drivers.scanners.serial_line import Decoder as TextDecoder
from drivers.talking import TalkingDriver


class CardTextDecoder(TextDecoder):
    """A `card` for each line that is a number of the form: uid (eight hex digits, six where the form has only three bytes)."""

    def __init__(self, form: str = "auto", end: str = "auto") -> None:
        super().__init__(end, limit=64)
        self._form = form

    def _reading(self, body: bytes) -> Reading | Noise:
        return _card(body, self._form)


@lru_cache(64)
def _card(body: bytes, form: str) -> Reading | Noise:
    text = body.decode("ascii", "replace").strip()
    uid = canonical(text, form)
    return Reading("card", {"uid": uid, "printed": text}) if uid else Noise("number", len(body))


class CardText(TalkingDriver):
    """Tells `card`: uid, and printed as it was written."""

    NAME = "card_text"
    ROLE = "card_reader"
    CAPABILITIES = ("card",)
    OPTIONS = (
        PORT,
        baud(9600),
        Option(
            "form",
            "auto",
            FORMS,
            help="how the reader writes: 10d 0006547886, 8h 0063E9AE, 3+5d 099,59822, 8d 09959822",
        ),
        Option("end", "auto", ("auto", "mark", "pause"), help="what ends a number: learnt, CR LF, or a pause"),
    )

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return CardTextDecoder(str(options.get("form", "auto")), str(options.get("end", "auto")))

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.card_readers import SimulatedCardText

        return SimulatedCardText(str(options["form"]))
