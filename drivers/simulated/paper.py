"""What came out of a printer that is not there: sheets of dots, to be compared with what was meant, or looked at."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from drivers.printers.job import Bitmap

Modules = Sequence[Sequence[bool]]
DrawCode = Callable[[str], Modules]


def sketched(text: str) -> Modules:
    """Stands for a QR code where nothing can draw one: a frame of 25 modules, chequered inside."""
    return [[x in (0, 24) or y in (0, 24) or (x + y) % 2 == 0 for x in range(25)] for y in range(25)]


@dataclass
class Sheet:
    """A field of dots that grows downwards, or is as tall as it was made. What falls over an edge is lost, as on paper."""

    width: int
    height: int = 0
    grows: bool = True
    codes: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    cut: str = ""
    rows: list[bytearray] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.feed(self.height)

    @property
    def blank(self) -> bool:
        return not (self.codes or self.texts or any(any(row) for row in self.rows))

    def feed(self, dots: int) -> None:
        self.rows += [bytearray((self.width + 7) // 8) for _ in range(dots)]

    def draw(self, bitmap: Bitmap, x: int, y: int) -> None:
        """Blacken dots; x in whole bytes, as all printers here are told."""
        if self.grows:
            self.feed(max(0, y + bitmap.height - len(self.rows)))
        for at in range(min(bitmap.height, len(self.rows) - y)):
            row, line = self.rows[y + at], bitmap.rows[at * bitmap.row_bytes : (at + 1) * bitmap.row_bytes]
            for column, byte in enumerate(line[: len(row) - x // 8], x // 8):
                row[column] |= byte

    def code(self, text: str, modules: Modules, size: int, x: int, y: int) -> None:
        self.codes.append(text)
        if self.grows:
            self.feed(max(0, y + len(modules) * size - len(self.rows)))
        for down, line in enumerate(modules):
            for across, black in enumerate(line):
                if black:
                    self._square(x + across * size, y + down * size, size)

    def _square(self, x: int, y: int, size: int) -> None:
        for row in self.rows[y : y + size]:
            for dot in range(x, min(x + size, len(row) * 8)):
                row[dot // 8] |= 0x80 >> dot % 8

    def bitmap(self) -> Bitmap:
        """All of it, as one picture."""
        return Bitmap(self.width, b"".join(self.rows) or bytes((self.width + 7) // 8))


def png(bitmap: Bitmap) -> bytes:
    """A picture file of it, black on white."""
    size = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 1, 0, 0, 0, 0)
    step = bitmap.row_bytes
    lines = (bitmap.rows[i : i + step] for i in range(0, len(bitmap.rows), step))
    data = zlib.compress(b"".join(b"\x00" + bytes(byte ^ 0xFF for byte in line) for line in lines))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", size) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
