"""A narrow column of words, lines to write on, rules and one code: for rolls of 80 mm, and for the corner of larger sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter, QPdfWriter, QPen

from desk.codes import matrix
from desk.codes.matrix import Level
from ui.paper import qr
from ui.paper.face import face
from ui.paper.job import Job, copy_mark, painting
from ui.paper.strip import ROLL_MM, fitting, roll, width_on

EMS = 17  # letters across
SPARE_MM = 1.0  # a page a hair too short would shrink the slip


@dataclass(frozen=True)
class Block:
    """text in a size of ems; code: a QR code instead; rule: a dashed line; pen: room to write on, that many ems tall."""

    text: str = ""
    size: float = 1.0
    bold: bool = False
    middle: bool = False
    code: str = ""
    rule: bool = False
    pen: float = 0.0
    gap: float = 0.35


def job(blocks: Sequence[Block], name: str, title: str, key: str = "", subject: tuple[str, str] = ("", "")) -> Job:
    """The column for a printer, or as a file; it stays at home, because of what stands on it."""
    whole = tuple(blocks)
    return Job(
        name, title, lambda device, copy: _draw(device, _marked(whole, copy)), key, private=True,
        strip=lambda wide, copy: image(_marked(whole, copy), wide), subject=subject,
    )  # fmt: skip


def image(blocks: Sequence[Block], width_px: int) -> QImage:
    """The column as a picture just as tall as it needs."""
    made = QImage(width_px, round(_height(tuple(blocks), width_px)), QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    _set(painter, tuple(blocks), width_px, paint=True)
    painter.end()
    return made


def _marked(blocks: tuple[Block, ...], copy: bool) -> tuple[Block, ...]:
    return (Block(copy_mark(), 1.2, True, middle=True), *blocks) if copy else blocks


def _draw(device: QPagedPaintDevice, blocks: tuple[Block, ...]) -> None:
    if isinstance(device, QPdfWriter):
        scale = device.resolution() / 25.4
        roll(device, _height(blocks, ROLL_MM * scale) / scale + SPARE_MM)
    with painting(device) as painter:
        wide = width_on(device, painter)
        tall = _set(painter, blocks, wide, paint=False)
        _set(painter, blocks, fitting(wide, tall, painter.viewport().height()), paint=True)


def _height(blocks: tuple[Block, ...], wide: float) -> float:
    scratch = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(scratch)
    tall = _set(painter, blocks, wide, paint=False)
    painter.end()
    return tall


def _set(painter: QPainter, blocks: tuple[Block, ...], wide: float, paint: bool) -> float:
    """Blocks under each other; answers how tall they stand."""
    em, margin = wide / EMS, wide / 24
    y = margin
    for block in blocks:
        y += _one(painter, block, QRectF(margin, y, wide - 2 * margin, em * 200), em, paint) + block.gap * em
    return y + margin


def _one(painter: QPainter, block: Block, space: QRectF, em: float, paint: bool) -> float:
    if block.code:
        return _code(painter, block.code, space, paint)
    if block.rule or block.pen:
        tall = block.pen * em if block.pen else em * 0.2
        if paint:
            style = Qt.PenStyle.DashLine if block.rule else Qt.PenStyle.SolidLine
            painter.setPen(QPen(Qt.GlobalColor.black, max(1, em / 20), style))
            left = space.x() + (painter.fontMetrics().horizontalAdvance(block.text) if block.text else 0)
            painter.drawLine(QPointF(left, space.y() + tall), QPointF(space.right(), space.y() + tall))
        return tall
    return _text(painter, block, space, em, paint)


def _code(painter: QPainter, text: str, space: QRectF, paint: bool) -> float:
    code = matrix.matrix(text, Level.Q)
    side = qr.module_size(code, space.width() * 0.7) * qr.modules(code)
    if paint:
        qr.draw(painter, code, QRectF(space.x(), space.y(), space.width(), side))
    return side


def _text(painter: QPainter, block: Block, space: QRectF, em: float, paint: bool) -> float:
    painter.setFont(face(block.size * em, block.bold))
    side = Qt.AlignmentFlag.AlignHCenter if block.middle else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.TextFlag.TextWordWrap
    needed = painter.boundingRect(space, flags, block.text)
    if paint:
        painter.setPen(Qt.GlobalColor.black)
        painter.drawText(QRectF(space.x(), space.y(), space.width(), needed.height() + 1), flags, block.text)
    return needed.height()
