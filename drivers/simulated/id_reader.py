"""A resident identity card reader that is not there. Cards are laid down and lifted; faults are switched on."""

from __future__ import annotations

from typing import ClassVar

from drivers.cards.resident_frames import COMMANDS, HEAD, frame, xor
from drivers.simulated.cards import FIELDS, Card
from drivers.simulated.device import SimulatedDevice

PHOTO = bytes(1024)  # of a card of nobody
NAMES = {body: name for name, body in COMMANDS.items()}
SPEED = 0x60
LOOKS = 2  # at the empty reader, before a hand has laid down the next card


class SimulatedIdReader(SimulatedDevice):
    """Answers as a SAM module does: after a read it says "no card" until the card is lifted, or selected again.

    found_again: it says "card found" for as long as the card lies there, as some modules do.
    """

    FAULTS: ClassVar[tuple[str, ...]] = ("select_fails", "read_fails", "found_again", "not_authorised")

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self._card: Card | None = None
        self._next: Card | None = None
        self._looks = 0  # at the empty reader, since the last card was lifted
        self._selected = self._read = False
        self._buffer = bytearray()

    def place(self, card: Card) -> None:
        """Lay a card on the reader."""
        self._card, self._next, self._selected, self._read = card, None, False, False

    def exchange(self, card: Card) -> None:
        """As a hand does it: the old one away, then, when that was noticed, the new one there."""
        if self._card is None:
            return self.place(card)
        self.lift()
        self._next, self._looks = card, 0
        return None

    def lift(self) -> None:
        """Take it away."""
        self._card, self._next, self._selected, self._read = None, None, False, False

    def hear(self, data: bytes) -> list[bytes]:
        """What it answers, frame by frame."""
        self._buffer += data
        answers: list[bytes] = []
        while (at := self._buffer.find(HEAD)) >= 0 and len(self._buffer) >= at + 7:
            size = 7 + int.from_bytes(self._buffer[at + 5 : at + 7], "big")
            if len(self._buffer) < at + size:
                break
            request = bytes(self._buffer[at : at + size])
            del self._buffer[: at + size]
            answers.append(frame(b"\0\0" + (b"\x10" if xor(request[5:]) else self._answer(request[7:-1]))))
        return answers

    def command(self, line: str) -> list[bytes]:
        """`card LAYOUT SERIAL` lays one down (mainland 1 when nothing is said) in the place of any other, `lift`."""
        word, *rest = line.split()
        if word == "lift" and not rest:
            self.lift()
        elif word == "card" and len(rest) < 3:
            layout, serial = (*rest, *("mainland", "1")[len(rest) :])
            if layout not in FIELDS:
                raise ValueError(line)
            self.exchange(Card(layout, int(serial)))
        else:
            raise ValueError(line)
        return []

    def look(self) -> dict[str, object]:
        return {"card": self._card.layout if self._card else "", "read": self._read}

    def _answer(self, body: bytes) -> bytes:
        name = NAMES.get(body, "speed" if body[:1] == bytes((SPEED,)) else "")
        self.asked.append(name)
        if "not_authorised" in self.faults and name:
            return b"\x66"
        answers = {
            "": self._unknown, "find": self._find, "select": self._select, "read": self._text,
            "read_with_fingerprint": self._text_and_finger, "read_new_address": self._address, "sam_id": self._sam_id,
        }  # fmt: skip
        return answers[name]() if name in answers else b"\x90"

    def _unknown(self) -> bytes:
        return b"\x21"

    def _find(self) -> bytes:
        self._looks += 1
        if self._next is not None and self._looks > LOOKS:
            self.place(self._next)
        seen = self._card is not None and (not self._read or "found_again" in self.faults)
        return b"\x9f" + bytes(4) if seen else b"\x80"

    def _select(self) -> bytes:
        if self._card is None or "select_fails" in self.faults:
            return b"\x81"
        self._selected, self._read = True, False
        return b"\x90" + bytes(8)

    def _text(self, more: bytes = b"") -> bytes:
        card, selected, self._selected = self._card, self._selected, False
        if card is None or not selected or "read_fails" in self.faults:
            return b"\x41"
        self._read = True
        return b"\x90" + len(card.text).to_bytes(2, "big") + len(PHOTO).to_bytes(2, "big") + more + card.text + PHOTO

    def _text_and_finger(self) -> bytes:
        return self._text(more=b"\0\0")  # a card without a fingerprint

    def _address(self) -> bytes:
        return b"\x91"  # nothing was appended

    def _sam_id(self) -> bytes:
        return b"\x90" + b"".join(n.to_bytes(s, "little") for n, s in ((5, 2), (3, 2), (20260101, 4), (1, 4), (0, 4)))
