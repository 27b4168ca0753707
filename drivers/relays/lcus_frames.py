"""The four bytes of LCUS relay boards, and what those say that answer (DEVICES 4.1)."""

from __future__ import annotations

import re

from drivers.api import Noise, Reading
from drivers.framing import FrameDecoder
from drivers.sums import summed

GAP_S = 0.09
QUERY = b"\xff"  # how do all stand? Some answer, many do not
LINE = re.compile(rb"CH(\d):\s*(ON|OFF)\s*\r?\n")


def lcus(channel: int, op: int) -> bytes:
    """op: 0 off, 1 on; 2 off, 3 on, 4 toggle, 5 query, each with an answer; 6 pulse on some."""
    return summed(bytes((0xA0, channel, op)))


class LcusDecoder(FrameDecoder):
    """How a relay stands, as a board with feedback says it."""

    START = b"\xa0"
    MAX = 4
    REMEMBERS = 16

    def size(self, buffer: bytearray, at: int) -> int:
        return 4

    def parse(self, frame: bytes) -> Reading | None:
        _, channel, state, total = frame
        if (0xA0 + channel + state) & 0xFF != total or state > 1 or not 1 <= channel <= 8:
            return None
        return Reading("relay", {"channel": channel, "on": state == 1})


class LcusQueryDecoder:
    """The answer to FF: `CH1:OFF \\r\\nCH2:ON \\r\\n` on some boards, one byte 00 or 01 for each relay on others."""

    def __init__(self, channels: int) -> None:
        self._channels, self._buffer = channels, bytearray()

    def feed(self, data: bytes) -> list[Reading | Noise]:
        self._buffer += data
        lines = {int(number): word == b"ON" for number, word in LINE.findall(self._buffer)}
        if len(lines) >= self._channels:
            return [self._reading([lines.get(number, False) for number in range(1, self._channels + 1)])]
        return self._drop("oversize") if len(self._buffer) > 64 * self._channels else []

    def idle(self, quiet_s: float) -> list[Reading | Noise]:
        if not self._buffer or quiet_s < GAP_S:
            return []
        if len(self._buffer) == self._channels and set(self._buffer) <= {0, 1}:
            return [self._reading([byte == 1 for byte in self._buffer])]
        return self._drop("garbage")

    def _reading(self, on: list[bool]) -> Reading:
        self._buffer.clear()
        return Reading("relays", {"bits": "".join(str(int(one)) for one in on)})

    def _drop(self, why: str) -> list[Reading | Noise]:
        size = len(self._buffer)
        self._buffer.clear()
        return [Noise(why, size)]
