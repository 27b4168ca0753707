"""Receivers of 433 MHz emergency buttons on a serial line (YS-RF34T and like): six bytes a press, no check (DEVICES 10.1)."""

from __future__ import annotations

from drivers.api import Reading, Value
from drivers.framing import FrameDecoder

TAIL = 0xDF
SPLITS = ("16+8", "20+4")  # address and key within the three bytes; EV1527 remotes have 20 and 4 [M]


class Rf433Decoder(FrameDecoder):
    """An alarm for each frame. `who` is all three bytes, whatever the split: that is the button's identity."""

    START = b"\xfd"
    MAX = 6

    def __init__(self, split: str = "16+8") -> None:
        super().__init__()
        self._key_bits = 4 if split == "20+4" else 8
        self._last, self._said = b"", Reading("alarm")

    def size(self, buffer: bytearray, at: int) -> int:
        return 6

    def parse(self, frame: bytes) -> Reading | None:
        if frame[5] != TAIL:
            return None
        if frame != self._last:  # a press is the same frame many times
            self._last, self._said = frame, self._press(frame)
        return self._said

    def _press(self, frame: bytes) -> Reading:
        code = int.from_bytes(frame[1:4], "big")
        address, key = code >> self._key_bits, code & ((1 << self._key_bits) - 1)
        fields: dict[str, Value] = {"sort": "button", "who": f"{code:06X}", "address": address, "key": key}
        return Reading("alarm", {**fields, "width": frame[4]})
