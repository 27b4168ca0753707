"""Somebody's duty card: the code that clocks them on and off, the word they go by, their capacity. No full name on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPen

from desk.codes.matrix import Level, matrix
from ui.paper import portrait, qr
from ui.paper.badge import CARD_MM, PHOTO_MM, on_label
from ui.paper.face import face
from ui.paper.job import Job, copy_mark, painting

_LEFT = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


def job(text: str, serial: str, label: str, capacity: str, estate: str, photo: QImage | None = None) -> Job:
    """One card for a printer, or as a file; the code opens the desk, so the file stays at home."""
    title = QCoreApplication.translate("Paper", "值班码")
    words = (title, label, capacity, estate)

    def paint(painter: QPainter, mm: float, copy: bool) -> None:
        _paint(painter, mm, text, words, copy, photo)

    return Job(
        f"{title} {label}", title, lambda device, copy: _draw(device, lambda to, mm: paint(to, mm, copy)), serial,
        private=True, label=lambda size, copy: on_label(size, lambda to, mm: paint(to, mm, copy)),
    )  # fmt: skip


def _draw(device: QPagedPaintDevice, paint: Callable[[QPainter, float], None]) -> None:
    device.setPageSize(QPageSize(QSizeF(*CARD_MM), QPageSize.Unit.Millimeter))
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    with painting(device) as painter:
        paint(painter, painter.device().logicalDpiX() / 25.4)


def _paint(
    painter: QPainter, mm: float, text: str, words: tuple[str, str, str, str], copy: bool, photo: QImage | None
) -> None:
    """The whole card, as large as `mm` of the device says."""
    title, label, capacity, estate = words
    wide, high = (side * mm for side in CARD_MM)
    painter.setPen(QPen(Qt.GlobalColor.black, mm * 0.2))
    painter.drawRect(QRectF(mm * 0.5, mm * 0.5, wide - mm, high - mm))
    side = high - (16 if photo is None else 24) * mm
    qr.draw(painter, matrix(text, Level.Q), QRectF(4 * mm, 8 * mm, side, side))
    left, room = side + 7 * mm, wide - side - 10 * mm
    how = QCoreApplication.translate("Paper", "上岗、下岗各扫一次。丢了请马上告诉班长。")
    y, beside = 8 * mm, PHOTO_MM * portrait.SHAPE * mm + 2 * mm if photo is not None else 0.0
    if photo is not None:
        at = QRectF(wide - 2 * mm - beside, 8 * mm, beside - 2 * mm, PHOTO_MM * mm)
        portrait.draw(painter, photo, at)
    for line, size, gap in ((title, 4.6, 0.6), (label, 6.4, 0.8), (capacity, 4.2, 2.0), (how, 3.0, 0.0)):
        if line == how and photo is not None:
            y, beside = max(y, (9 + PHOTO_MM) * mm), 0.0
        painter.setFont(face(size * (0.8 if beside else 1) * mm, bold=line == label))
        box = QRectF(left, y, room - beside, high - y - 2 * mm)  # each takes the lines it needs, in whatever language
        painter.drawText(box, _LEFT, line)
        y += painter.boundingRect(box, _LEFT, line).height() + gap * mm
    painter.setFont(face(3.2 * mm))
    foot = f"{estate} · {copy_mark()}" if copy else estate
    painter.drawText(QRectF(4 * mm, 2 * mm, wide - 8 * mm, 5 * mm), _LEFT, foot)
