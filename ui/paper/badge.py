"""A badge to be cut out: the code, the word on the chip, the role. No full name: a lost badge tells nobody who lost it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from desk.codes.matrix import Level, matrix
from ui.paper import qr
from ui.paper.face import face
from ui.paper.files import whole

CARD_MM = (85.6, 54.0)  # ISO/IEC 7810 ID-1
DPI = 600
MM = DPI / 25.4


def write_badge(path: Path, text: str, name: str, role: str) -> None:
    """One card as a PDF page of its own size. Raises Trouble("paper.not_written")."""
    with whole(path) as device:
        writer = QPdfWriter(device)
        writer.setResolution(DPI)
        writer.setPageSize(QPageSize(QSizeF(*CARD_MM), QPageSize.Unit.Millimeter))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
        painter = QPainter(writer)
        _draw(painter, text, name, role)
        painter.end()


def on_label(size: QSize, paint: Callable[[QPainter, float], None]) -> QImage:
    """A card as a picture of these dots, as large as it fits. paint(painter, dots of a millimetre of the card)."""
    made = QImage(size, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    paint(painter, min(size.width() / CARD_MM[0], size.height() / CARD_MM[1]))
    painter.end()
    return made


def _draw(painter: QPainter, text: str, name: str, role: str) -> None:
    wide, high = (side * MM for side in CARD_MM)
    painter.setPen(QPen(Qt.GlobalColor.black, MM * 0.2))
    painter.drawRect(QRectF(MM * 0.5, MM * 0.5, wide - MM, high - MM))
    side = high - 12 * MM
    qr.draw(painter, matrix(text, Level.Q), QRectF(6 * MM, 6 * MM, side, side))
    box = QRectF(side + 9 * MM, 10 * MM, wide - side - 13 * MM, 16 * MM)
    painter.setFont(face(6 * MM, bold=True))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap), name)
    painter.setFont(face(4.2 * MM))
    painter.drawText(box.translated(0, 18 * MM), int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap), role)
