"""ResultMark: the big sign of a scan's answer. Every answer differs in shape, not only in colour.

`ResultMark(kind="valid", px=None)`; `show_result(kind)`. Kinds: valid (disc with a tick), expired (clock), used (ticket
torn in two), leaving (door with an arrow out of it), revoked (slashed ring), unknown (cloud with a question), forged
(octagon with a hand's bar), ask (speech square with a question). `tone_of(kind)` is the tone of the card around it.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current
from ui.theme.fonts import font
from ui.widgets.themed import Themed

_TONES = {
    "valid": "ok",
    "expired": "warn",
    "used": "warn",
    "leaving": "info",
    "revoked": "bad",
    "unknown": "info",
    "forged": "bad",
    "ask": "info",
}
KINDS = tuple(_TONES)


def tone_of(kind: str) -> str:
    """The tone that belongs to an answer; raises KeyError for a kind that is none of `KINDS`."""
    return _TONES[kind]


def _pen(color: str, width: float) -> QPen:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(QColor(color), width, Qt.PenStyle.SolidLine, cap, join)


def _question(p: QPainter, front: str, at: QRectF) -> None:
    p.setPen(QColor(front))
    p.setFont(font(round(at.height()), bold=True))
    p.drawText(at.adjusted(-20, -20, 20, 20), Qt.AlignmentFlag.AlignCenter, "?")


# Each drawing is made on a 100 x 100 field: `front` on `fill`.
def _valid(p: QPainter, fill: str, front: str) -> None:
    p.setBrush(QColor(fill))
    p.drawEllipse(QRectF(2, 2, 96, 96))
    p.setPen(_pen(front, 11))
    p.drawPolyline(QPolygonF([QPointF(28, 52), QPointF(44, 68), QPointF(73, 35)]))


def _expired(p: QPainter, fill: str, front: str) -> None:
    p.setPen(_pen(fill, 9))
    p.drawEllipse(QRectF(8, 8, 84, 84))
    p.setPen(_pen(fill, 10))
    p.drawPolyline(QPolygonF([QPointF(50, 25), QPointF(50, 53), QPointF(69, 64)]))


def _used(p: QPainter, fill: str, front: str) -> None:
    ticket = QPainterPath()
    ticket.addRoundedRect(QRectF(2, 20, 96, 60), 9, 9)
    notches = QPainterPath()
    notches.addEllipse(QRectF(-10, 38, 24, 24))
    notches.addEllipse(QRectF(86, 38, 24, 24))
    p.setBrush(QColor(fill))
    p.drawPath(ticket.subtracted(notches))
    pen = _pen(front, 7)
    pen.setDashPattern([0.2, 1.75])
    p.setPen(pen)
    p.drawLine(QPointF(34, 27), QPointF(34, 75))
    p.setPen(_pen(front, 8))
    p.drawPolyline(QPolygonF([QPointF(48, 51), QPointF(58, 61), QPointF(77, 40)]))


def _leaving(p: QPainter, fill: str, front: str) -> None:
    p.setBrush(QColor(fill))
    p.drawRoundedRect(QRectF(4, 4, 56, 92), 10, 10)
    arrow = QPolygonF([QPointF(74, 30), QPointF(94, 50), QPointF(74, 70)])
    for color, wide in ((front, 26), (fill, 11)):
        p.setPen(_pen(color, wide))
        p.drawLine(QPointF(34, 50), QPointF(92, 50))
        p.drawPolyline(arrow)


def _revoked(p: QPainter, fill: str, front: str) -> None:
    p.setPen(_pen(fill, 13))
    p.drawEllipse(QRectF(9, 9, 82, 82))
    p.drawLine(QPointF(22, 22), QPointF(78, 78))


def _unknown(p: QPainter, fill: str, front: str) -> None:
    cloud = QPainterPath()
    cloud.setFillRule(Qt.FillRule.WindingFill)
    for x, y, w, h in ((2, 42, 44, 44), (20, 14, 58, 58), (54, 42, 44, 44)):
        cloud.addEllipse(QRectF(x, y, w, h))
    cloud.addRect(QRectF(24, 56, 52, 30))
    p.setBrush(QColor(fill))
    p.drawPath(cloud.simplified())
    _question(p, front, QRectF(22, 24, 56, 56))


def _forged(p: QPainter, fill: str, front: str) -> None:
    corners = [math.radians(22.5 + 45 * i) for i in range(8)]
    p.setBrush(QColor(fill))
    p.drawPolygon(QPolygonF([QPointF(50 + 51 * math.cos(a), 50 + 51 * math.sin(a)) for a in corners]))
    p.setPen(_pen(front, 12))
    p.drawLine(QPointF(50, 26), QPointF(50, 55))
    p.drawPoint(QPointF(50, 75))


def _ask(p: QPainter, fill: str, front: str) -> None:
    speech = QPainterPath()
    speech.addRoundedRect(QRectF(4, 8, 92, 70), 14, 14)
    tail = QPainterPath()
    tail.addPolygon(QPolygonF([QPointF(22, 70), QPointF(22, 97), QPointF(50, 74)]))
    p.setBrush(QColor(fill))
    p.drawPath(speech.united(tail))
    _question(p, front, QRectF(22, 15, 56, 56))


_DRAW: dict[str, Callable[[QPainter, str, str], None]] = {
    "valid": _valid,
    "expired": _expired,
    "used": _used,
    "leaving": _leaving,
    "revoked": _revoked,
    "unknown": _unknown,
    "forged": _forged,
    "ask": _ask,
}


class ResultMark(Themed, QWidget):
    def __init__(self, kind: str = "valid", px: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._px = kind, px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.ready()

    def kind(self) -> str:
        return self._kind

    def show_result(self, kind: str) -> None:
        """Shows another answer; raises KeyError for a kind that is none of `KINDS`."""
        tone_of(kind)
        self._kind = kind
        self.update()

    def restyle(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        edge = self._px or current().icon("mark")
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), current().colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / 100, self.height() / 100)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _DRAW[self._kind](painter, colors.of(tone_of(self._kind)), colors.card)
