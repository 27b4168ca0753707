"""A page of words on A4, from Markdown: saved as PDF, or sent to a printer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QWidget

from desk.core.errors import Refused
from ui.paper.files import whole
from ui.theme.fonts import font

POINTS = 14  # large print
MARGIN_MM = 18.0


def made(markdown: str, points: int = POINTS) -> QTextDocument:
    """The document; its text is real text in the PDF, to be searched and read aloud."""
    document = QTextDocument()
    face = font(10)
    face.setPointSize(points)
    document.setDefaultFont(face)
    document.setMarkdown(markdown)
    return document


def save_pdf(markdown: str, path: Path, points: int = POINTS) -> None:
    """Raises Trouble("paper.not_written")."""
    with whole(path) as device:
        writer = QPdfWriter(device)
        writer.setResolution(300)
        _lay_out(writer)
        made(markdown, points).print_(writer)


def send_to_printer(markdown: str, parent: QWidget | None = None) -> bool:
    """Ask which printer, and print; False when the person thought better of it. Raises Refused("paper.no_printer")."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        raise Refused("paper.no_printer")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    _lay_out(printer)
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    made(markdown).print_(printer)
    return True


def _lay_out(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)
