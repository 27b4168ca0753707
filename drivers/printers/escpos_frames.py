"""ESC/POS in bytes: pictures by `GS v 0`, QR codes by `GS ( k`, cut, drawer, and the status byte (DEVICES 3.1, 3.2).

Text goes as dots, so that every rare character prints; `text` is for printers that are asked to use their own letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import cycle

from drivers.api import DriverError, Noise, Reading
from drivers.framing import FrameDecoder
from drivers.printers.job import Bitmap, Code, Job, plain

INIT = b"\x1b@"
CHINESE_ON, CHINESE_OFF = b"\x1c&", b"\x1c."
LEFT, MIDDLE = b"\x1ba\x00", b"\x1ba\x01"
BAND = 256  # rows a command: a cheap head holds no more
LEVELS = {"L": 0x30, "M": 0x31, "Q": 0x32, "H": 0x33}
CUTS = ("full", "partial", "full_no_feed")
PRINTER, OFFLINE, ERROR, PAPER = 1, 2, 3, 4  # the n of DLE EOT n
UNPRINTABLE = "〓"  # a four-byte GB18030 sign is not in the head's font
FIXED, FIXED_BITS = 0x93, 0x12  # bits 0, 1, 4, 7 of every status byte


def picture(bitmap: Bitmap) -> bytes:
    return b"".join(_raster(band) for band in bitmap.bands(BAND))


def _raster(band: Bitmap) -> bytes:
    size = band.row_bytes.to_bytes(2, "little") + band.height.to_bytes(2, "little")
    return b"\x1dv0\x00" + size + defused(band.rows)


def defused(rows: bytes) -> bytes:
    """Dots that a printer would obey in the middle of a picture, as it does real-time commands: one dot is left out.

    DLE EOT would ask for a status, DLE ENQ clear an error, DLE DC4 open the drawer.
    """
    for command in (b"\x10\x04", b"\x10\x05", b"\x10\x14"):
        rows = rows.replace(command, b"\x00" + command[1:])
    return rows


def qr(text: str, size: int = 3, level: str = "L") -> bytes:
    """The printer draws it: model 2, size 1-16 dots a module."""
    data = text.encode("ascii")
    stored = (len(data) + 3).to_bytes(2, "little")
    return (
        b"\x1d(k\x04\x001A2\x00"
        + b"\x1d(k\x03\x001C" + bytes((size,))
        + b"\x1d(k\x03\x001E" + bytes((LEVELS[level],))
        + b"\x1d(k" + stored + b"1P0" + data
        + b"\x1d(k\x03\x001Q0"
    )  # fmt: skip


def cut(how: str = "full") -> bytes:
    """After a feed of six lines, so that the knife is behind what was printed; `full_no_feed` leaves that to the knife."""
    if how == "full_no_feed":
        return b"\x1dVB\x00"
    return b"\x1bd\x06\x1dV" + (b"\x01" if how == "partial" else b"\x00")


def drawer(pin: int = 2) -> bytes:
    """pin 2 or 5; 100 ms on, 100 ms off."""
    return b"\x1bp" + (b"\x00" if pin == 2 else b"\x01") + b"\x32\x32"


def text(line: str, double: bool = False) -> bytes:
    """A line in the printer's own Chinese letters."""
    signs = (sign if len(sign.encode("gb18030")) <= 2 else UNPRINTABLE for sign in plain(line))
    on, off = (b"\x1cW\x01", b"\x1cW\x00") if double else (b"", b"")
    return INIT + CHINESE_ON + on + "".join(signs).encode("gb18030") + b"\n" + off + CHINESE_OFF


def style(n: int) -> bytes:
    """FS ! n: how Chinese letters look from here on (04 twice as wide, 08 twice as high, 80 underlined)."""
    return b"\x1c!" + bytes((n,))


def ask(n: int) -> bytes:
    """DLE EOT n: answered at once, even while printing."""
    return bytes((0x10, 0x04, n))


ASK_IN_TURN = b"\x1dr\x01"  # GS r 1: answered when everything before it has been worked off


def job(work: Job, cut_how: str = "full", pin: int = 2, level: str = "M") -> bytes:
    """Everything of a job, copies and all. The drawer opens once, before the first copy."""
    one = b"".join(_part(part, level) for part in work.parts)
    kick = INIT + drawer(pin) if work.drawer else b""
    if not one:
        return kick
    end = cut(cut_how) if work.cut else b"\x1bd\x04"
    return kick + (INIT + one + end) * work.copies


def _part(part: Bitmap | Code, level: str) -> bytes:
    return picture(part) if isinstance(part, Bitmap) else MIDDLE + qr(part.text, part.size, level) + b"\n" + LEFT


def status(n: int, byte: int) -> Reading:
    """What a status byte says. Raises DriverError("print.status") for an n that is none."""
    if n == PRINTER:
        return Reading("printer", {"asked": n, "offline": bool(byte & 0x08), "drawer_high": bool(byte & 0x04)})
    if n == OFFLINE:
        return Reading("printer", {"asked": n, "cover_open": bool(byte & 0x04), "feed_key": bool(byte & 0x08),
                                   "paper_end": bool(byte & 0x20), "error": bool(byte & 0x40)})  # fmt: skip
    if n == ERROR:
        return Reading("printer", {"asked": n, "cutter": bool(byte & 0x08), "unrecoverable": bool(byte & 0x20),
                                   "recoverable": bool(byte & 0x40)})  # fmt: skip
    if n == PAPER:
        return Reading("printer", {"asked": n, "paper_low": bool(byte & 0x0C), "paper_out": bool(byte & 0x60)})
    raise DriverError("print.status", n=n)


def is_status(byte: int) -> bool:
    return byte & FIXED == FIXED_BITS


STATUS_BYTES = bytes(byte for byte in range(256) if is_status(byte))
STATUS_BYTE = re.compile(b"[" + re.escape(STATUS_BYTES) + b"]")
SAID = {(n, byte): status(n, byte) for n in (PRINTER, OFFLINE, ERROR, PAPER) for byte in STATUS_BYTES}


class Decoder(FrameDecoder):
    """Status bytes. They do not say what was asked: the questions are given, and taken in turn again and again."""

    MAX = 1

    def __init__(self, asked: Iterable[int] = (PRINTER, OFFLINE, PAPER)) -> None:
        super().__init__()
        self._questions = tuple(asked)
        self._asked = cycle(self._questions)

    def feed(self, data: bytes) -> list[Reading | Noise]:
        if self._noise or data.translate(None, STATUS_BYTES):
            return super().feed(data)
        return [SAID[n, byte] for byte, n in zip(data, self._asked, strict=False)]

    def find(self, buffer: bytearray, at: int) -> int:
        found = STATUS_BYTE.search(buffer, at)
        return found.start() if found else -1

    def size(self, buffer: bytearray, at: int) -> int:
        return 1

    def parse(self, frame: bytes) -> Reading | None:
        return SAID[next(self._asked), frame[0]]

    def idle(self, quiet_s: float) -> list[Reading | Noise]:
        if quiet_s >= self.GAP_S:  # another round of questions
            self._asked = cycle(self._questions)
        return super().idle(quiet_s)


def in_turn(byte: int) -> Reading | None:
    """The answer to `ASK_IN_TURN`: bits 4 and 7 are off, unlike in those to DLE EOT."""
    if byte & 0x90:
        return None
    return Reading("printer", {"asked": 0, "paper_low": bool(byte & 0x03), "paper_out": bool(byte & 0x0C)})
