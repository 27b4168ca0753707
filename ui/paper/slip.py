"""A slip with one large code: estate, what it is, the digits, a few lines. On 80 mm paper, as PDF or on the printer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPainter, QPdfWriter

from ui.paper.face import face
from ui.paper.files import whole

PAPER_MM = (80.0, 90.0)
DPI = 600


@dataclass(frozen=True)
class Slip:
    """All in words; nothing that names a person or a door."""

    estate: str
    title: str
    code: str
    lines: tuple[str, ...]


def save_pdf(slip: Slip, path: Path) -> None:
    """Raises Trouble("paper.not_written")."""
    with whole(path) as device:
        writer = QPdfWriter(device)
        writer.setResolution(DPI)
        writer.setTitle(slip.title)
        _lay_out(writer)
        _paint(slip, writer)


def print_now(slip: Slip) -> bool:
    """Send it to the printer this computer uses by itself, with no dialog; False when there is none."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    chosen = QPrinterInfo.defaultPrinter()
    if chosen.isNull():
        return False
    printer = QPrinter(chosen, QPrinter.PrinterMode.HighResolution)
    _lay_out(printer)
    _paint(slip, printer)
    return True


def _paint(slip: Slip, device: QPagedPaintDevice) -> None:
    """Blocks under each other; sizes in hundredths of the width."""
    painter = QPainter(device)
    unit = painter.viewport().width() / 100
    y = 4 * unit
    for text, size, bold in (
        (slip.estate, 6.5, False), (slip.title, 7.5, True), (slip.code, 22.0, True), *((line, 5.2, False) for line in slip.lines),
    ):  # fmt: skip
        painter.setFont(face(size * unit, bold))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        space = QRectF(4 * unit, y, 92 * unit, 60 * unit)
        needed = painter.boundingRect(space, flags, text)
        painter.drawText(space, flags, text)
        y += needed.height() + 2 * unit
    painter.end()


def _lay_out(device: QPagedPaintDevice) -> None:
    size = QSizeF(*PAPER_MM)
    device.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch))
    device.setPageMargins(QMarginsF())
