"""One thing to be put on paper: the same painter for a printer and for a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter

from desk.core.errors import Trouble


@dataclass(frozen=True)
class Job:
    """Made after the commit of what it shows.

    name: of the file when there is no printer, without suffix; title: in words, for the printer's queue and for what is
    said when it fails; draw(device, copy): lays out its own page, and says so on top when it is a copy; key: the same
    key printed again is a copy, "" never; private: bears names, so a file of it stays in the desk's own folder.
    For attached printers: strip(dots wide, copy) is the same as a picture for a roll, label(dots, copy) for a label, None
    where there is none; both are called on the printer's thread. subject: kind and id of what the paper is for.
    """

    name: str
    title: str
    draw: Callable[[QPagedPaintDevice, bool], None]
    key: str = ""
    private: bool = False
    strip: Callable[[int, bool], QImage] | None = None
    label: Callable[[QSize, bool], QImage] | None = None
    subject: tuple[str, str] = ("", "")


def copy_mark() -> str:
    """What stands on top of a paper that was printed before; in both languages, for whoever is shown it."""
    return "副本 / COPY"


@contextmanager
def painting(device: QPagedPaintDevice) -> Iterator[QPainter]:
    """A painter that is known to paint. Raises Trouble("paper.not_taken"): the printer takes nothing now."""
    painter = QPainter()
    if not painter.begin(device):
        raise Trouble("paper.not_taken")
    try:
        yield painter
    finally:
        painter.end()
