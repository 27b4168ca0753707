"""The modules of a QR code, and the few rectangles they merge into. Drawing them is ui/paper's part."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any, Literal

QUIET = 4  # modules of white around, ISO/IEC 18004 section 6.3.8
Rect = tuple[int, int, int, int]
_ALNUM = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


class Level(StrEnum):
    """Error correction: M (15 %) for screens, Q (25 %) for paper that gets creased."""

    M = "M"
    Q = "Q"


@dataclass(frozen=True)
class Matrix:
    """A QR code without its quiet zone. rows: True is dark; rects: (x, y, width, height) in modules, not overlapping."""

    size: int
    rows: tuple[tuple[bool, ...], ...]
    rects: tuple[Rect, ...]


@lru_cache(maxsize=256)
def matrix(text: str, level: Level = Level.Q) -> Matrix:
    """The smallest QR code (Model 2) of a text at this level; best of the eight masks.

    A 16-character id is version 1 (21 modules) at M and Q; a pass is version 6 at M, 8 at Q.
    Raises ValueError when the text is too long for any version.
    """
    return draw(text, level)


def draw(text: str, level: Level = Level.Q) -> Matrix:
    """`matrix` without the cache, for sheets whose codes are drawn once."""
    # Imported here: the desk starts faster without it, and it is needed only when something is printed or shown.
    import qrcode
    from qrcode.exceptions import DataOverflowError
    from qrcode.util import QRData

    alnum = all(char in _ALNUM for char in text)
    mode: Literal[2, 4] = 2 if alnum else 4  # alphanumeric, bytes (ISO/IEC 18004 table 2)
    data = QRData(text.encode(), mode=mode)
    levels = {Level.M: qrcode.constants.ERROR_CORRECT_M, Level.Q: qrcode.constants.ERROR_CORRECT_Q}
    maker: Any = qrcode.QRCode(error_correction=levels[level], border=0)
    maker.add_data(data, optimize=0)
    try:
        maker.make(fit=True)
    except DataOverflowError as error:
        raise ValueError("too long for a QR code") from error
    rows = tuple(tuple(bool(dark) for dark in row) for row in maker.modules)
    return Matrix(len(rows), rows, merge(rows))


def merge(rows: tuple[tuple[bool, ...], ...]) -> tuple[Rect, ...]:
    """Dark modules as runs, equal runs of neighbouring rows as one rectangle."""
    done: list[Rect] = []
    open_: dict[tuple[int, int], int] = {}  # (x, width) -> the row it began in
    for y, row in enumerate(rows):
        runs = _runs(row)
        done += [(x, top, width, y - top) for (x, width), top in open_.items() if (x, width) not in runs]
        open_ = {run: open_.get(run, y) for run in runs}
    return tuple(done + [(x, top, width, len(rows) - top) for (x, width), top in open_.items()])


def _runs(row: tuple[bool, ...]) -> set[tuple[int, int]]:
    runs: set[tuple[int, int]] = set()
    start = -1
    for x, dark in enumerate((*row, False)):
        if dark and start < 0:
            start = x
        elif not dark and start >= 0:
            runs.add((start, x - start))
            start = -1
    return runs
