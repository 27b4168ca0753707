"""A page of words on A4, from Markdown: saved as PDF, or printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from desk.core.errors import Trouble
from ui.paper.face import face
from ui.paper.files import whole
from ui.paper.job import Job, copy_mark, painting, stamp

POINTS = 14  # large print
Make = Callable[[str, QPagedPaintDevice], QTextDocument]
MARGIN_MM = 16.0  # printers cannot reach the edge, and a margin is easier to read


def made(markdown: str, points: int = POINTS) -> QTextDocument:
    """The document; its text is real text in the PDF, to be searched and read aloud."""
    document = QTextDocument()
    letters = face(1)
    letters.setPointSize(points)
    document.setDefaultFont(letters)
    document.setMarkdown(markdown)
    return document


def large(markdown: str, device: QPagedPaintDevice) -> QTextDocument:
    """In large print, on as many pages as it takes."""
    return made(markdown)


def save_pdf(markdown: str, path: Path, make: Make = large) -> None:
    """Raises Trouble("paper.not_written")."""
    with whole(path) as device:
        writer = QPdfWriter(device)
        writer.setResolution(300)
        _lay_out(writer)
        print_document(make(markdown, writer), writer)


def job(markdown: str, name: str, title: str, key: str = "", private: bool = False, make: Make = large) -> Job:
    """The page for a printer, or as a file. make: lays the words out for the device, see ui.paper.one_page for another."""
    return Job(name, title, lambda device, copy: _draw(device, markdown, copy, make), key, private)


def _draw(device: QPagedPaintDevice, markdown: str, copy: bool, make: Make) -> None:
    _lay_out(device)
    print_document(make(f"**{copy_mark()}**\n\n{markdown}" if copy else markdown, device), device)


def print_document(document: QTextDocument, device: QPagedPaintDevice) -> None:
    """Page after page, black on white whatever the colours of the screen. Raises Trouble("paper.not_taken").

    QTextDocument's own print_ would not say that the printer takes nothing, and adds margins and page numbers of its own.
    """
    with painting(device) as painter:
        page = QRectF(painter.viewport())
        layout = document.documentLayout()
        layout.setPaintDevice(device)
        document.setPageSize(page.size())
        ink: Any = QAbstractTextDocumentLayout.PaintContext()  # the stubs know none of its fields
        ink.palette = _black()
        for number in range(document.pageCount()):
            if number and not device.newPage():
                raise Trouble("paper.not_taken")
            if number:
                stamp(painter)
            painter.save()
            painter.translate(0, -number * page.height())
            ink.clip = page.translated(0, number * page.height())
            painter.setClipRect(ink.clip)
            layout.draw(painter, ink)
            painter.restore()


def _black() -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    return palette


def _lay_out(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)
