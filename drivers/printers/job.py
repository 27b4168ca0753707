"""What a printer is given: pictures of dots that somebody else drew, codes it draws itself, and what to do at the end."""

from __future__ import annotations

import base64
import binascii
import json
import unicodedata
import zlib
from dataclasses import dataclass

from drivers.api import DriverError

WIDEST, TALLEST = 4096, 16_384  # dots: half a metre of paper at 203 dpi wide, two metres long
LONGEST_CODE = 512
MOST_COPIES = 20
MOST_PARTS = 16


@dataclass(frozen=True)
class Bitmap:
    """Dots, one bit each: rows from the top, most significant bit left, 1 = black, each row filled up to a byte."""

    width: int
    rows: bytes

    def __post_init__(self) -> None:
        """Raises DriverError("print.bitmap"). What stands behind the last dot of a row is made white."""
        if not 0 < self.width <= WIDEST or len(self.rows) % self.row_bytes or not 0 < self.height <= TALLEST:
            raise DriverError("print.bitmap", width=self.width, size=len(self.rows))
        if self.width % 8:
            object.__setattr__(self, "rows", _trimmed(self.rows, self.row_bytes, 0xFF << (8 - self.width % 8) & 0xFF))

    @property
    def row_bytes(self) -> int:
        return (self.width + 7) // 8

    @property
    def height(self) -> int:
        return len(self.rows) // self.row_bytes

    def bands(self, height: int) -> list[Bitmap]:
        """The same picture in pieces of at most so many rows."""
        step = height * self.row_bytes
        return [Bitmap(self.width, self.rows[i : i + step]) for i in range(0, len(self.rows), step)]


def _trimmed(rows: bytes, row_bytes: int, mask: int) -> bytes:
    kept = bytearray(rows)
    kept[row_bytes - 1 :: row_bytes] = bytes(byte & mask for byte in rows[row_bytes - 1 :: row_bytes])
    return bytes(kept)


@dataclass(frozen=True)
class Code:
    """A QR code the printer draws. size: dots of one module; x, y: dots from the top left, on labels only."""

    text: str
    size: int = 6
    x: int = 0
    y: int = 0

    def __post_init__(self) -> None:
        """Raises DriverError("print.code"): a code is printed as it is or not at all, never with signs left out."""
        plain = self.text.isascii() and self.text.isprintable() and 0 < len(self.text) <= LONGEST_CODE
        if not plain or not 1 <= self.size <= 10 or not 0 <= self.x <= WIDEST or not 0 <= self.y <= TALLEST:
            raise DriverError("print.code", length=len(self.text))


@dataclass(frozen=True)
class Job:
    """One thing to print: its parts one under the other (on a label: pictures at the corner, codes where they say).

    cut and drawer mean nothing to a label printer. Frozen, so that what waits in a queue is what was asked for.
    """

    parts: tuple[Bitmap | Code, ...] = ()
    cut: bool = True
    drawer: bool = False
    copies: int = 1

    def __post_init__(self) -> None:
        """Raises DriverError("print.empty" | "print.parts" | "print.copies")."""
        if not self.parts and not self.drawer:
            raise DriverError("print.empty")
        if len(self.parts) > MOST_PARTS:
            raise DriverError("print.parts", parts=len(self.parts))
        if not 1 <= self.copies <= MOST_COPIES:
            raise DriverError("print.copies", copies=self.copies)

    @property
    def height(self) -> int:
        """Dots of paper one copy needs at least."""
        return sum(part.height for part in self.parts if isinstance(part, Bitmap))

    def packed(self) -> str:
        """As one line of text: what the `print` action takes."""
        parts = [_packed_part(part) for part in self.parts]
        return json.dumps({"parts": parts, "cut": self.cut, "drawer": self.drawer, "copies": self.copies})


def unpacked(text: str) -> Job:
    """Back from `Job.packed`. Raises DriverError("print.job") for what is none, and those of the parts."""
    try:
        given = json.loads(text)
        parts = tuple(_part(part) for part in given.get("parts", ()))
        cut, drawer, copies = given.get("cut", True), given.get("drawer", False), given.get("copies", 1)
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError, binascii.Error, zlib.error) as error:
        if isinstance(error, DriverError):
            raise
        raise DriverError("print.job") from None
    if not (isinstance(cut, bool) and isinstance(drawer, bool) and type(copies) is int):
        raise DriverError("print.job")
    return Job(parts, cut, drawer, copies)


def _packed_part(part: Bitmap | Code) -> dict[str, object]:
    if isinstance(part, Bitmap):
        return {"width": part.width, "rows": base64.b64encode(zlib.compress(part.rows)).decode()}
    return {"code": part.text, "size": part.size, "x": part.x, "y": part.y}


def _part(given: dict[str, object]) -> Bitmap | Code:
    if "rows" in given:
        most = (WIDEST // 8) * TALLEST
        unpacker = zlib.decompressobj()
        rows = unpacker.decompress(base64.b64decode(str(given["rows"]), validate=True), most)
        if not unpacker.eof:  # cut short, or a bomb
            raise DriverError("print.job")
        return Bitmap(_whole(given["width"]), rows)
    text = given["code"]
    if not isinstance(text, str):
        raise TypeError
    return Code(text, _whole(given.get("size", 6)), _whole(given.get("x", 0)), _whole(given.get("y", 0)))


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError
    return value


def plain(text: str, without: str = "", limit: int = 200) -> str:
    """A text that cannot become a command: no control or format signs, none of `without`, not endless."""
    kept = (sign for sign in text if sign not in without and unicodedata.category(sign)[0] != "C")
    return "".join(kept)[:limit]
