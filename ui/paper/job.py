"""One thing to be put on paper: the same painter for a printer and for a PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter

from desk.core.errors import Trouble
from ui.paper.face import face

PRACTICE_GREY, SLANT = Qt.GlobalColor.lightGray, 30  # under the words, and still there on a photocopy


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


class _Practice:
    on = False


def mark_practice(on: bool) -> None:
    """By the composition root: from now on every paper says that it is an exercise."""
    _Practice.on = on


def is_practice() -> bool:
    """Whether papers are exercises."""
    return _Practice.on


def practice_mark() -> str:
    """In both languages, for whoever is shown it."""
    return "练习 / PRACTICE"


def stamp(painter: QPainter) -> None:
    """The mark slantwise over the page that begins, where papers are exercises; whatever is painted lies on it."""
    if not _Practice.on:
        return
    painter.save()
    painter.resetTransform()
    page = QRectF(painter.viewport())
    letters = face(max(8, round(min(page.width(), page.height() * 2) / 9)), bold=True)
    painter.setFont(letters)
    painter.setPen(PRACTICE_GREY)
    painter.translate(page.center())
    painter.rotate(-SLANT if page.height() > page.width() / 2 else 0)
    wide = page.width() * 1.2
    for line in (-page.height() / 3, 0.0, page.height() / 3):
        box = QRectF(-wide / 2, line - letters.pixelSize(), wide, letters.pixelSize() * 2.0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), practice_mark())
    painter.restore()


def stamped(picture: QImage) -> QImage:
    """A picture for a roll or a label with the mark on a strip of its own above it."""
    if not _Practice.on:
        return picture
    high = max(16, picture.width() // 9)
    made = QImage(picture.width(), picture.height() + high, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.setFont(face(high * 0.7, bold=True))
    painter.drawText(QRectF(0, 0, picture.width(), high), int(Qt.AlignmentFlag.AlignCenter), practice_mark())
    painter.drawImage(0, high, picture)
    painter.end()
    return made


@contextmanager
def painting(device: QPagedPaintDevice) -> Iterator[QPainter]:
    """A painter that is known to paint. Raises Trouble("paper.not_taken"): the printer takes nothing now."""
    painter = QPainter()
    if not painter.begin(device):
        raise Trouble("paper.not_taken")
    try:
        stamp(painter)
        yield painter
    finally:
        painter.end()
