"""PC/SC: asking any contactless card for its number, and what readers answer (DEVICES 7). No I/O here."""

from __future__ import annotations

from drivers.api import Noise, Reading

GET_UID = bytes.fromhex("FF CA 00 00 00")
GET_ATS = bytes.fromhex("FF CA 01 00 00")
OK = b"\x90\x00"
REFUSALS = {b"\x63\x00": "failed", b"\x6a\x81": "not_supported"}
SIZES = (10, 7, 4)  # bytes of a number, the longest first
GAP_S = 0.05  # an answer comes at once; where one ends is known only when nothing follows
LIMIT = 1024
RANDOM = 0x08  # a number of four bytes that begins so is another each time: telephones, passports


def reading(number: bytes) -> Reading:
    """A `card`: uid in hex, and whether the number is made up anew each time (random: it must not be enrolled)."""
    return Reading("card", {"uid": number.hex().upper(), "random": len(number) == 4 and number[0] == RANDOM})


class PcscDecoder:
    """Answers to GET_UID: `card`, or `reply` with why there is none. The answers carry no length: a pause ends them."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._dropped = 0

    def feed(self, data: bytes) -> list[Reading | Noise]:
        room = LIMIT - len(self._buffer)
        self._buffer += data[:room]
        self._dropped += max(0, len(data) - room)
        return []

    def idle(self, quiet_s: float) -> list[Reading | Noise]:
        if not self._buffer or quiet_s < GAP_S:
            return []
        heard, dropped = bytes(self._buffer), self._dropped
        self._buffer.clear()
        self._dropped = 0
        if dropped:
            return [Noise("oversize", len(heard) + dropped)]
        return _answers(heard)


def _answers(heard: bytes) -> list[Reading | Noise]:
    """One answer after the other from the front; the rest is noise when it is none."""
    told: list[Reading | Noise] = []
    at = 0
    while at < len(heard):
        size, said = _answer(heard, at)
        if said is None:
            return [*told, Noise("garbage", len(heard) - at)]
        told.append(said)
        at += size
    return told


def _answer(heard: bytes, at: int) -> tuple[int, Reading | None]:
    """The answer that begins here and its length; of those that would fit the one that leaves nothing over."""
    if refusal := REFUSALS.get(heard[at : at + 2]):
        return 2, Reading("reply", {"status": refusal})
    fits = [size for size in SIZES if heard[at + size : at + size + 2] == OK]
    whole = [size for size in fits if at + size + 2 == len(heard)]
    for size in whole or reversed(fits):
        return size + 2, reading(heard[at : at + size])
    return 0, None
