"""The label of a thing that is lent: its code, its number and name large, whose it is and whom to ring."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPen

from desk.codes import serials
from desk.codes.matrix import Level, matrix
from ui.paper import qr
from ui.paper.badge import CARD_MM, on_label
from ui.paper.face import face
from ui.paper.job import Job, copy_mark, painting

_LEFT = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


def job(text: str, serial: str, title: str, estate: str, phone: str) -> Job:
    """One label for a printer, or as a file."""
    name = QCoreApplication.translate("Paper", "物品码")
    words = title, estate, phone
    return Job(
        f"{name} {title}", name, lambda device, copy: _draw(device, text, serial, words, copy), serial,
        label=lambda size, copy: on_label(size, lambda painter, mm: _paint(painter, mm, text, serial, words, copy)),
    )  # fmt: skip


def _draw(device: QPagedPaintDevice, text: str, serial: str, words: tuple[str, str, str], copy: bool) -> None:
    device.setPageSize(QPageSize(QSizeF(*CARD_MM), QPageSize.Unit.Millimeter))
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    with painting(device) as painter:
        _paint(painter, painter.device().logicalDpiX() / 25.4, text, serial, words, copy)


def _paint(painter: QPainter, mm: float, text: str, serial: str, words: tuple[str, str, str], copy: bool) -> None:
    """The whole card, as large as `mm` of the device says."""
    title, estate, phone = words
    how = QCoreApplication.translate("Paper", "用完请还到门岗，扫这个码就收回。")
    call = QCoreApplication.translate("Paper", "门岗电话 {phone}").format(phone=phone) if phone else ""
    shown = serials.show_serial(serial)
    wide, high = (side * mm for side in CARD_MM)
    painter.setPen(QPen(Qt.GlobalColor.black, mm * 0.2))
    painter.drawRect(QRectF(mm * 0.5, mm * 0.5, wide - mm, high - mm))
    side = high - 16 * mm
    qr.draw(painter, matrix(text, Level.Q), QRectF(3 * mm, 4 * mm, side, side))
    painter.setFont(face(3.6 * mm, bold=True))
    painter.drawText(QRectF(3 * mm, side + 5 * mm, side, 6 * mm), int(Qt.AlignmentFlag.AlignHCenter), shown)
    left, y = side + 6 * mm, 6 * mm
    for line, size in ((title, 7.0), (estate, 4.0), (how, 3.4), (call, 3.8), (copy_mark() if copy else "", 3.0)):
        if line:
            painter.setFont(face(size * mm, bold=line == title))
            box = QRectF(left, y, wide - left - 3 * mm, high - y - 2 * mm)
            painter.drawText(box, _LEFT, line)
            y += painter.boundingRect(box, _LEFT, line).height() + 2 * mm
