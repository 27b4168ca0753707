"""Hybrid logical clock (Kulkarni et al. 2014): orders what desks write, never goes back, readable as text.

Text form: 12 hex digits of milliseconds, 4 hex digits of counter, `-`, 8 characters of the device. It sorts as it orders.
"""

from __future__ import annotations

from dataclasses import dataclass

MAX_COUNTER = 0xFFFF


@dataclass(frozen=True, order=True)
class Hlc:
    ms: int
    counter: int
    device: str

    def __str__(self) -> str:
        return f"{self.ms:012x}{self.counter:04x}-{self.device[:8]}"

    @classmethod
    def parse(cls, text: str) -> Hlc:
        """Raises ValueError for anything that is not our text form."""
        if len(text) != 25 or text[16] != "-":
            raise ValueError("not a hybrid clock value")
        return cls(int(text[:12], 16), int(text[12:16], 16), text[17:])

    def tick(self, wall_ms: int) -> Hlc:
        """The next value for a local event at this wall time; later than self even when the wall went back."""
        if wall_ms > self.ms:
            return Hlc(wall_ms, 0, self.device)
        if self.counter < MAX_COUNTER:
            return Hlc(self.ms, self.counter + 1, self.device)
        return Hlc(self.ms + 1, 0, self.device)
