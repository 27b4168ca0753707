"""A slip with one large code: estate, what it is, the digits, a few lines. On 80 mm paper, as PDF or on the printer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter, QPdfWriter

from ui.paper.face import face
from ui.paper.job import Job, copy_mark, painting
from ui.paper.strip import ROLL_MM, fitting, roll, width_on

FOOT_MM = 4.0  # torn off without tearing words


@dataclass(frozen=True)
class Slip:
    """All in words; nothing that names a person or a door."""

    estate: str
    title: str
    code: str
    lines: tuple[str, ...]


def job(slip: Slip, name: str = "slip", subject: tuple[str, str] = ("", "")) -> Job:
    """The slip for a printer, or as a file. Only kept at home: who has the code has the thing."""
    key = "|".join((name, slip.title, slip.code, *slip.lines))
    return Job(
        name, slip.title, lambda device, copy: _draw(device, slip, copy), key=key, private=True,
        strip=lambda wide, copy: image(slip, wide, copy), subject=subject,
    )  # fmt: skip


def image(slip: Slip, wide: int, copy: bool = False) -> QImage:
    """The slip as a picture just as tall as it needs."""
    foot = FOOT_MM * wide / ROLL_MM
    made = QImage(wide, round(_height(slip, copy, wide) + foot), QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    _set(painter, slip, copy, wide, paint=True)
    painter.end()
    return made


def _draw(device: QPagedPaintDevice, slip: Slip, copy: bool) -> None:
    if isinstance(device, QPdfWriter):
        scale = device.resolution() / 25.4
        roll(device, _height(slip, copy, ROLL_MM * scale) / scale + FOOT_MM)
    with painting(device) as painter:
        wide = width_on(device, painter)
        tall = _set(painter, slip, copy, wide, paint=False)
        _set(painter, slip, copy, fitting(wide, tall, painter.viewport().height()), paint=True)


def _height(slip: Slip, copy: bool, wide: float) -> float:
    scratch = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(scratch)
    tall = _set(painter, slip, copy, wide, paint=False)
    painter.end()
    return tall


def _set(painter: QPainter, slip: Slip, copy: bool, wide: float, paint: bool) -> float:
    """Blocks under each other; sizes in hundredths of the width. Answers how tall they stand."""
    unit = wide / 100
    y = 4 * unit
    for text, size, bold in (
        (copy_mark() if copy else "", 6.5, True), (slip.estate, 6.5, False), (slip.title, 7.5, True),
        (slip.code, 22.0, True), *((line, 5.2, False) for line in slip.lines),
    ):  # fmt: skip
        if not text:
            continue
        painter.setFont(face(size * unit, bold))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        space = QRectF(4 * unit, y, 92 * unit, 60 * unit)
        needed = painter.boundingRect(space, flags, text)
        if paint:
            painter.setPen(Qt.GlobalColor.black)
            painter.drawText(space, flags, text)
        y += needed.height() + 2 * unit
    return y
