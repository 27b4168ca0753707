"""Input reports of USB scanners in HID POS mode: pieces of a code, 64 bytes each (DEVICES 2.3). No I/O here.

The layout differs by brand; the offsets are settings, their defaults those of the makers that public code knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drivers.api import Noise, Reading
from drivers.framing import MORE, NEVER
from drivers.scanners.texts import code
from drivers.several import SeveralDecoder

LIMIT = 8192  # of a code in bytes; a version 40 QR code holds 2,953
AIM = re.compile(rb"\][A-Za-z][0-9A-Za-z]|\0\0\0")  # a symbology as the maker of identifiers writes it, or none
START = b"\x02"  # the number of the report


@dataclass(frozen=True)
class Layout:
    """Where things stand in a report, counted from the byte after its number."""

    size: int = 63
    length_at: int = 0
    aim_at: int = 1
    data_at: int = 4
    more_at: int = 62

    @property
    def longest(self) -> int:
        """How many bytes of a code a report can carry."""
        return (self.more_at if self.more_at > self.data_at else self.size) - self.data_at


class HidReportDecoder(SeveralDecoder):
    """Reports to codes. A report is known by its number, a length that fits, the `]` of the symbology, and its end."""

    START = START
    MAX = 65
    GAP_S = 0.5  # a pause after which the rest of a code will not come

    def __init__(self, layout: Layout | None = None) -> None:
        super().__init__()
        self._layout = layout or Layout()
        self._code = bytearray()
        self._dropped = 0  # bytes of an oversize code, whose end is still awaited
        self._aim = ""

    def idle(self, quiet_s: float) -> list[Reading | Noise]:
        events = super().idle(quiet_s)
        if quiet_s >= self.GAP_S and (half := self._end()):
            events.append(Noise("half", half))
        return events

    def size(self, buffer: bytearray, at: int) -> int:
        lay, body = self._layout, at + 1
        if len(buffer) < body + lay.size:
            return MORE
        fits = 0 < buffer[body + lay.length_at] <= lay.longest and buffer[body + lay.more_at] < 2
        return 1 + lay.size if fits and AIM.match(buffer, body + lay.aim_at) else NEVER

    def parse_all(self, frame: bytes) -> Sequence[Reading | Noise]:
        lay, body = self._layout, frame[1:]
        if not self._code and not self._dropped:
            self._aim = body[lay.aim_at : lay.data_at].decode("ascii", "replace").strip("\0")
        piece = body[lay.data_at : lay.data_at + body[lay.length_at]]
        if self._dropped or len(self._code) + len(piece) > LIMIT:
            self._dropped += len(piece)
        else:
            self._code += piece
        if body[lay.more_at]:
            return []
        whole, too_long = bytes(self._code), bool(self._dropped)
        size = self._end()
        return [Noise("oversize", size)] if too_long else [code(whole, aim=self._aim)]

    def _end(self) -> int:
        """Forget the code at hand; returns how many bytes of it had come."""
        size = len(self._code) + self._dropped
        self._code.clear()
        self._dropped = 0
        return size
