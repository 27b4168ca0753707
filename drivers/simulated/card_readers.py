"""Readers of contactless cards that are not there."""

from __future__ import annotations

from functools import reduce
from operator import xor

from drivers.simulated.device import SimulatedDevice

REPEAT_S = 0.06  # an RDM6300 says a tag's number about fifteen times a second while it is held there
HELD_S = 0.5  # how long a hand holds a tag there, unless it is told otherwise


def number_of(line: str) -> int:
    """The ten digits of `card 0006547886`. Raises ValueError."""
    word, _, digits = line.partition(" ")
    if word != "card" or not digits.isdecimal() or int(digits) >= 1 << 32:
        raise ValueError(line)
    return int(digits)


def rdm6300_frame(number: int, version: int = 1) -> bytes:
    """What an RDM6300 sends for a tag."""
    raw = bytes((version,)) + number.to_bytes(4, "big")
    return b"\x02" + (raw + bytes((reduce(xor, raw),))).hex().upper().encode() + b"\x03"


class SimulatedRdm6300(SimulatedDevice):
    """Repeats the number of the tag that is held there: `card 0006547886`, `hold 0006547886` until `lift`."""

    def __init__(self) -> None:
        super().__init__()
        self._number: int | None = None
        self._left_s = 0.0
        self._said_s = self._now_s = 0.0

    def command(self, line: str) -> list[bytes]:
        if line == "lift":
            self._number = None
            return []
        held = line.startswith("hold ")
        self._number = number_of(line.replace("hold", "card", 1) if held else line)
        self._left_s = float("inf") if held else HELD_S
        self._said_s = self._now_s
        return [rdm6300_frame(self._number)]

    def tick(self, now_s: float) -> list[bytes]:
        passed_s, self._now_s = now_s - self._now_s if self._now_s else 0.0, now_s
        self._left_s -= passed_s
        if self._number is not None and self._left_s <= 0:
            self._number = None
        if self._number is None or now_s - self._said_s < REPEAT_S:
            return []
        self._said_s = now_s
        return [rdm6300_frame(self._number)]

    def look(self) -> dict[str, object]:
        return {"tag": "" if self._number is None else f"{self._number:010}"}


class SimulatedCardText(SimulatedDevice):
    """Writes the number of a card once, in its form: `card 0006547886`."""

    def __init__(self, form: str = "10d", end: bytes = b"\r\n") -> None:
        super().__init__()
        self._form, self._end, self._cards = form, end, 0

    def command(self, line: str) -> list[bytes]:
        number = number_of(line)
        self._cards += 1
        byte, word = number >> 16 & 0xFF, number & 0xFFFF
        texts = {"8h": f"{number:08X}", "8d": f"{byte:03}{word:05}", "3+5d": f"{byte:03},{word:05}"}
        return [texts.get(self._form, f"{number:010}").encode() + self._end]

    def look(self) -> dict[str, object]:
        return {"cards": self._cards}


class SimulatedPcsc(SimulatedDevice):
    """A PC/SC reader as its answers: `card 0476BFE1BF0280` (four, seven or ten bytes), `refused`."""

    def __init__(self) -> None:
        super().__init__()
        self._cards = 0

    def command(self, line: str) -> list[bytes]:
        if line == "refused":
            return [b"\x63\x00"]
        word, _, number = line.partition(" ")
        if word != "card" or len(number) not in (8, 14, 20):
            raise ValueError(line)
        self._cards += 1
        return [bytes.fromhex(number) + b"\x90\x00"]

    def look(self) -> dict[str, object]:
        return {"cards": self._cards}
