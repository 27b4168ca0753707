"""A badge to be cut out: the code, the word on the chip, the role, and a photo where its owner wants one. No full name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from desk.codes.matrix import Level, matrix
from ui.paper import portrait, qr
from ui.paper.face import face
from ui.paper.files import whole
from ui.paper.job import Job, painting

CARD_MM = (85.6, 54.0)  # ISO/IEC 7810 ID-1
DPI = 600
MM = DPI / 25.4
PHOTO_MM = 28.0  # high
_LEFT = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)


def write_badge(path: Path, text: str, name: str, role: str, photo: QImage | None = None) -> None:
    """One card as a PDF page of its own size. Raises Trouble("paper.not_written")."""
    with whole(path) as device:
        writer = QPdfWriter(device)
        writer.setResolution(DPI)
        writer.setPageSize(QPageSize(QSizeF(*CARD_MM), QPageSize.Unit.Millimeter))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
        painter = QPainter(writer)
        _draw(painter, MM, (text, name, role), photo)
        painter.end()


def job(text: str, name: str, role: str, photo: QImage | None = None) -> Job:
    """The card for a printer; who has it signs on as that person, so a file of it stays at home."""

    def draw(device: QPagedPaintDevice, copy: bool) -> None:
        device.setPageSize(QPageSize(QSizeF(*CARD_MM), QPageSize.Unit.Millimeter))
        device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
        with painting(device) as painter:
            _draw(painter, painter.device().logicalDpiX() / 25.4, (text, name, role), photo)

    title = QCoreApplication.translate("Paper", "工作卡")
    return Job(
        f"{title} {name}", title, draw, private=True,
        label=lambda size, copy: on_label(size, lambda painter, mm: _draw(painter, mm, (text, name, role), photo)),
    )  # fmt: skip


def on_label(size: QSize, paint: Callable[[QPainter, float], None]) -> QImage:
    """A card as a picture of these dots, as large as it fits. paint(painter, dots of a millimetre of the card)."""
    made = QImage(size, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    paint(painter, min(size.width() / CARD_MM[0], size.height() / CARD_MM[1]))
    painter.end()
    return made


def _draw(painter: QPainter, mm: float, words: tuple[str, str, str], photo: QImage | None) -> None:
    """words: the code, the word on the chip, the role."""
    text, name, role = words
    wide, high = (side * mm for side in CARD_MM)
    painter.setPen(QPen(Qt.GlobalColor.black, mm * 0.2))
    painter.drawRect(QRectF(mm * 0.5, mm * 0.5, wide - mm, high - mm))
    side = high - 12 * mm
    qr.draw(painter, matrix(text, Level.Q), QRectF(6 * mm, 6 * mm, side, side))
    box = QRectF(side + 9 * mm, 10 * mm, wide - side - 13 * mm, 16 * mm)
    if photo is not None:
        portrait.draw(painter, photo, QRectF(box.x(), 5 * mm, PHOTO_MM * portrait.SHAPE * mm, PHOTO_MM * mm))
        box = QRectF(box.x(), (6 + PHOTO_MM) * mm, box.width(), 8 * mm)
    painter.setFont(face((4.6 if photo else 6) * mm, bold=True))
    painter.drawText(box, _LEFT, name)
    painter.setFont(face((3.6 if photo else 4.2) * mm))
    painter.drawText(box.translated(0, (8 if photo else 18) * mm), _LEFT, role)
