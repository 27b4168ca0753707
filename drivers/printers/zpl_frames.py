"""ZPL label printers (Zebra and likes) in bytes: a picture as `^GFA`, QR codes, and the `~HS` report (DEVICES 3.3)."""

from __future__ import annotations

import re

from drivers.api import DriverError, Reading
from drivers.framing import MORE, NEVER, FrameDecoder
from drivers.printers.job import Bitmap, Code, Job, plain

ASK = b"~HS"
COMMANDS = "^~"
LINE = re.compile(rb"\x02([0-9]+(?:,[0-9]+)*)\x03\r\n")
BEGINNING = re.compile(rb"\x02[0-9,]*(?:\x03\r?)?")


def label(work: Job, width: int, height: int, level: str = "M") -> bytes:
    """Everything of a job. width, height: of the label, dots."""
    body = b"".join(picture(p) if isinstance(p, Bitmap) else qr(p, level) for p in work.parts)
    return f"^XA^CI28^PW{width}^LL{height}^LH0,0".encode() + body + f"^PQ{work.copies}^XZ".encode()


def picture(bitmap: Bitmap) -> bytes:
    size = len(bitmap.rows)
    head = f"^FO0,0^GFA,{size},{size},{bitmap.row_bytes},"
    return head.encode() + bitmap.rows.hex().upper().encode() + b"^FS"


def qr(code: Code, level: str = "M") -> bytes:
    """Raises DriverError("print.code") when the text holds a sign that begins a command."""
    if any(sign in code.text for sign in COMMANDS):
        raise DriverError("print.code", length=len(code.text))
    return f"^FO{code.x},{code.y}^BQN,2,{code.size}^FD{level}A,{code.text}^FS".encode()


def text(line: str, x: int = 0, y: int = 0, size: int = 24) -> bytes:
    """A line in the printer's own letters, UTF-8; Chinese needs a font in the printer. Commands are left out."""
    return f"^FO{x},{y}^A0N,{size},{size}^FD{plain(line, COMMANDS)}^FS".encode()


class Decoder(FrameDecoder):
    """The three lines of the report; each is a reading of its own, since a printer in trouble may stop in between."""

    START = b"\x02"
    MAX = 64

    def size(self, buffer: bytearray, at: int) -> int:
        if found := LINE.match(buffer, at, at + self.MAX):
            return found.end() - at
        return MORE if len(buffer) - at < self.MAX and BEGINNING.fullmatch(buffer, at) else NEVER

    def parse(self, frame: bytes) -> Reading | None:
        found = LINE.fullmatch(frame)
        return _line([int(field) for field in found[1].split(b",")]) if found else None


def _line(fields: list[int]) -> Reading | None:
    """Which of the three lines it is shows in the number of its fields."""
    if len(fields) == 12:
        return Reading("printer", {"line": 1, "paper_out": fields[1] == 1, "paused": fields[2] == 1,
                                   "waiting": fields[4], "hot": fields[11] == 1})  # fmt: skip
    if len(fields) == 11:
        return Reading("printer", {"line": 2, "cover_open": fields[2] == 1, "ribbon_out": fields[3] == 1,
                                   "left": fields[8]})  # fmt: skip
    return Reading("printer", {"line": 3}) if len(fields) == 2 else None
