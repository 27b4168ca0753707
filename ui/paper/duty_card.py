"""Somebody's duty card: the code that clocks them on and off, the word they go by, their capacity. No full name on it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPen

from desk.codes.matrix import Level, matrix
from ui.paper import qr
from ui.paper.badge import CARD_MM, on_label
from ui.paper.face import face
from ui.paper.job import Job, copy_mark, painting

_LEFT = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


def job(text: str, serial: str, label: str, capacity: str, estate: str) -> Job:
    """One card for a printer, or as a file; the code opens the desk, so the file stays at home."""
    title = QCoreApplication.translate("Paper", "值班码")
    words = (title, label, capacity, estate)
    return Job(
        f"{title} {label}", title, lambda device, copy: _draw(device, text, words, copy), serial, private=True,
        label=lambda size, copy: on_label(size, lambda painter, mm: _paint(painter, mm, text, words, copy)),
    )  # fmt: skip


def _draw(device: QPagedPaintDevice, text: str, words: tuple[str, str, str, str], copy: bool) -> None:
    device.setPageSize(QPageSize(QSizeF(*CARD_MM), QPageSize.Unit.Millimeter))
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    with painting(device) as painter:
        _paint(painter, painter.device().logicalDpiX() / 25.4, text, words, copy)


def _paint(painter: QPainter, mm: float, text: str, words: tuple[str, str, str, str], copy: bool) -> None:
    """The whole card, as large as `mm` of the device says."""
    title, label, capacity, estate = words
    wide, high = (side * mm for side in CARD_MM)
    painter.setPen(QPen(Qt.GlobalColor.black, mm * 0.2))
    painter.drawRect(QRectF(mm * 0.5, mm * 0.5, wide - mm, high - mm))
    side = high - 16 * mm
    qr.draw(painter, matrix(text, Level.Q), QRectF(4 * mm, 8 * mm, side, side))
    left, room = side + 7 * mm, wide - side - 10 * mm
    how = QCoreApplication.translate("Paper", "上岗、下岗各扫一次。丢了请马上告诉班长。")
    y = 8 * mm
    for line, size, gap in ((title, 4.6, 0.6), (label, 6.4, 0.8), (capacity, 4.2, 2.0), (how, 3.0, 0.0)):
        painter.setFont(face(size * mm, bold=line == label))
        box = QRectF(left, y, room, high - y - 2 * mm)  # each takes the lines it needs, in whatever language
        painter.drawText(box, _LEFT, line)
        y += painter.boundingRect(box, _LEFT, line).height() + gap * mm
    painter.setFont(face(3.2 * mm))
    foot = f"{estate} · {copy_mark()}" if copy else estate
    painter.drawText(QRectF(4 * mm, 2 * mm, wide - 8 * mm, 5 * mm), _LEFT, foot)
