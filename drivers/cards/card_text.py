"""The role `card_reader` with a reader that writes a card's number as text: on a serial line, or as a keyboard.

A keyboard has no port: what it types comes to the face, which hands the line to this decoder.
"""

from __future__ import annotations

from collections.abc import Sequence

from drivers.api import Decoder, Noise, Option, Options, Reading, Simulated
from drivers.cards.card_numbers import FORMS, canonical
from drivers.options import PORT, baud
from drivers.scanners.serial_line import Decoder as TextDecoder
from drivers.talking import TalkingDriver


class CardTextDecoder:
    """A `card` for each line that is a number of the form: uid (eight hex digits, six where the form has only three bytes)."""

    def __init__(self, form: str = "auto", end: str = "auto") -> None:
        self._form = form
        self._lines = TextDecoder(end, "utf-8", limit=64)

    def feed(self, data: bytes) -> list[Reading | Noise]:
        return self._cards(self._lines.feed(data))

    def idle(self, quiet_s: float) -> list[Reading | Noise]:
        return self._cards(self._lines.idle(quiet_s))

    def _cards(self, events: Sequence[Reading | Noise]) -> list[Reading | Noise]:
        return [event if isinstance(event, Noise) else self._card(event) for event in events]

    def _card(self, line: Reading) -> Reading | Noise:
        text = str(line.fields["text"]).strip()
        uid = canonical(text, self._form)
        return (
            Reading("card", {"uid": uid, "printed": text})
            if uid
            else Noise("number", len(str(line.fields["raw"])) // 2)
        )


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
