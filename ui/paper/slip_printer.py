"""A pass slip to a printer of this computer: 80 mm rolls and ordinary paper alike."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from ui.paper.passes import Slip, slip_image

WIDTH_MM = 72.0  # what prints of an 80 mm roll; on wider paper the slip stands in its corner


def send_slip(slip: Slip, parent: QWidget | None = None) -> bool:
    """Ask which printer, and print; False when the person thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
        return False
    paint(printer, slip)
    return True


def paint(printer: QPrinter, slip: Slip) -> None:
    """Draw the slip on a printer (or its PDF), as wide as a roll, dots on dots."""
    painter = QPainter(printer)
    page = printer.pageRect(QPrinter.Unit.DevicePixel)
    wide = round(min(page.width(), WIDTH_MM * printer.resolution() / 25.4))
    picture = slip_image(slip, wide)
    painter.drawImage(QRectF(0, 0, picture.width(), picture.height()), picture)
    painter.end()
