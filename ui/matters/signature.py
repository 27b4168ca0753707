"""SignaturePad: a white field to sign in with finger, pen or mouse. `image()`, `is_empty()`, `clear()`; signal `signed()`."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QTabletEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current
from ui.widgets import Themed

PEN = 4.0
LEAST_PX = 40.0  # of line: a dot is no signature


class SignaturePad(Themed, QWidget):
    """White in every scheme: it is paper. The keyboard passes it by; beside it stands the way without a signature."""

    signed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[QPainterPath] = []
        self._length = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.ready()

    def is_empty(self) -> bool:
        return self._length < LEAST_PX

    def clear(self) -> None:
        self._strokes.clear()
        self._length = 0.0
        self.update()

    def image(self) -> QImage:
        """What was drawn, black on white."""
        made = QImage(self.size(), QImage.Format.Format_RGB32)
        made.fill(Qt.GlobalColor.white)
        painter = QPainter(made)
        self._draw(painter)
        painter.end()
        return made

    def begin_stroke(self, at: QPointF) -> None:
        self._strokes.append(QPainterPath(at))

    def go_on(self, at: QPointF) -> None:
        if not self._strokes:
            return
        stroke, was = self._strokes[-1], self.is_empty()
        last = stroke.currentPosition()
        stroke.lineTo(at)
        self._length += ((at.x() - last.x()) ** 2 + (at.y() - last.y()) ** 2) ** 0.5
        self.update()
        if was and not self.is_empty():
            self.signed.emit()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("签名"))
        self.update()

    def restyle(self) -> None:
        self.setMinimumHeight(current().text() * 6)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(current().text() * 20, current().text() * 7)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current().colors.of("edge")), 2))
        painter.setBrush(QColor(Qt.GlobalColor.white))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        if not self._strokes:
            painter.setPen(QColor(Qt.GlobalColor.black))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("请在这里签名"))
        self._draw(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.begin_stroke(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.go_on(event.position())

    def tabletEvent(self, event: QTabletEvent) -> None:
        if event.type() == QTabletEvent.Type.TabletPress:
            self.begin_stroke(event.position())
        elif event.type() == QTabletEvent.Type.TabletMove:
            self.go_on(event.position())
        event.accept()

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(Qt.GlobalColor.black), PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            painter.drawPath(stroke)
