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
        self._key_mask = (1 << self._key_bits) - 1
        self._last, self._said = b"", Reading("alarm")

    def size(self, buffer: bytearray, at: int) -> int:
        return 6

    def parse(self, frame: bytes) -> Reading | None:
        if frame[5] != TAIL:
            return None
        if frame == self._last:  # a press is the same frame many times
            return self._said
        code = frame[1] << 16 | frame[2] << 8 | frame[3]
        fields: dict[str, Value] = {
            "sort": "button",
            "who": frame[1:4].hex().upper(),
            "address": code >> self._key_bits,
            "key": code & self._key_mask,
            "width": frame[4],
        }
        self._last, self._said = frame, Reading("alarm", fields)
        return self._said
