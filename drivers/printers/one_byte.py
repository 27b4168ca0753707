"""Answers of a single byte: nothing marks them, so what comes with anything beside it is no answer (DEVICES 3.3)."""

from __future__ import annotations

from collections.abc import Callable

from drivers.api import Noise, Reading

FLOW = b"\x11\x13"  # XON and XOFF of a printer that also holds the line by signs
SETTLED_S = 0.05


class OneByte:
    """Implements drivers.api.Decoder for one question. read: what a byte means, None for one that cannot be it."""

    def __init__(self, read: Callable[[int], Reading | None]) -> None:
        self._read, self._spoilt = read, False

    def feed(self, data: bytes) -> list[Reading | Noise]:
        data = data.translate(None, FLOW)
        if not data:
            return []
        reading = self._read(data[0]) if len(data) == 1 and not self._spoilt else None
        self._spoilt = self._spoilt or reading is None
        return [reading or Noise("garbage", len(data))]

    def idle(self, quiet_s: float) -> list[Reading | Noise]:
        self._spoilt = self._spoilt and quiet_s < SETTLED_S
        return []
