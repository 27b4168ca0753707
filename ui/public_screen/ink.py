"""Sizes, colours and lettering of the public screen: everything grows with the monitor, nothing is smaller than 48 px at 1080p."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ui.theme.fonts import font
from ui.theme.tokens import Colors

LEAST = 48  # px at 1080p: read from four metres
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_WRAP = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True)
class Look:
    """unit: px of the monitor for one px at 1080p."""

    unit: float
    colors: Colors

    def px(self, at_1080p: float) -> int:
        return max(1, round(at_1080p * self.unit))

    def letters(self, at_1080p: float, bold: bool = False) -> QFont:
        return font(max(self.px(at_1080p), 1), bold)


def line(
    painter: QPainter, look: Look, rect: QRectF, text: str, size: float, color: str, bold: bool = False,
    where: Qt.AlignmentFlag = LEFT,
) -> float:  # fmt: skip
    """One line, smaller down to LEAST and then with … where it is too long; answers how wide it stands."""
    while size > LEAST and _wide(look, text, size, bold) > rect.width():
        size = max(LEAST, size - 4)
    letters = look.letters(size, bold)
    metrics = QFontMetricsF(letters)
    words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(letters)
    painter.setPen(QColor(color))
    painter.drawText(rect, where | Qt.TextFlag.TextSingleLine, words)
    return min(metrics.horizontalAdvance(words), rect.width())


def block(
    painter: QPainter, look: Look, rect: QRectF, text: str, sizes: tuple[float, ...], color: str, bold: bool = False,
    where: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
) -> float:  # fmt: skip
    """Lines that wrap, in the first of these sizes that fits the rectangle (the last one if none does); answers how tall."""
    flags = where.value | _WRAP.value  # as numbers: Qt's two families of flags drop each other's
    measured = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value | _WRAP.value
    tall = QRectF(rect.x(), rect.y(), rect.width(), 1e6)
    for size in sizes:
        letters = look.letters(size, bold)
        needed = QFontMetricsF(letters).boundingRect(tall, measured, text)
        if needed.height() <= rect.height() and needed.width() <= rect.width() + 1:
            break
    painter.setFont(letters)
    painter.setPen(QColor(color))
    painter.drawText(rect, flags, text)
    return needed.height()


def width_of(look: Look, text: str, size: float, bold: bool = False) -> float:
    return _wide(look, text, size, bold)


def _wide(look: Look, text: str, size: float, bold: bool) -> float:
    return QFontMetricsF(look.letters(size, bold)).horizontalAdvance(text)
