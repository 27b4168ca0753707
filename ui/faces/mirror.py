"""The live picture as in a mirror, with a frame around the face, an arrow for the turn that is asked, and how far it is.

`Mirror()`; `show_image(image)`, `show_face(box, good)`, `show_turn("left" | "right" | "ahead" | "")`, `show_steps(done, of)`,
`darken()`. The picture is only shown: nothing of it stays when the page is left.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current
from ui.widgets.themed import Themed

SHAPE = 4 / 3
LINE = 5.0
ROOM, ROOM_TIGHT = 0.4, 0.27  # of the window's height: beneath stand the two ways
PAPER, SHADE = QColor(255, 255, 255), QColor(0, 0, 0, 150)


class Mirror(Themed, QWidget):
    """ems: how wide it would like to be, in letters of the base text."""

    def __init__(self, ems: float = 22.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ems, self._tight = ems, False
        self._image = QImage()
        self._box: tuple[float, float, float, float] | None = None
        self._good = False
        self._turn = ""
        self._steps = (0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.ready()

    def show_image(self, image: QImage) -> None:
        """Another frame."""
        self._image = image
        self.update()

    def show_face(self, box: tuple[float, float, float, float] | None, good: bool) -> None:
        """Where the face is, in shares of the frame as the camera sees it."""
        if (box, good) != (self._box, self._good):
            self._box, self._good = box, good
            self.update()

    def show_turn(self, turn: str) -> None:
        """The person's own side; in a mirror that is the same side."""
        if turn != self._turn:
            self._turn = turn
            self.update()

    def show_steps(self, done: int, of: int) -> None:
        """How many frames there are, as dots under the picture; none for 0."""
        if (done, of) != self._steps:
            self._steps = (done, of)
            self.update()

    def be_tight(self, tight: bool) -> None:
        """There is little height for the size of the text."""
        self._tight = tight
        self.restyle()

    def darken(self) -> None:
        """Nothing of anybody stays."""
        self._image, self._box, self._turn, self._steps = QImage(), None, "", (0, 0)
        self.update()

    def is_dark(self) -> bool:
        return self._image.isNull()

    def restyle(self) -> None:
        wide = round(current().text() * self._ems)
        if (window := self.window()) is not self and window.height() > 0:
            wide = min(wide, round(window.height() * (ROOM_TIGHT if self._tight else ROOM) * SHAPE))
        self.setFixedSize(QSize(wide, round(wide / SHAPE)))
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("摄像头画面，和照镜子一样"))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(whole, 12, 12)
        painter.setClipPath(shape)
        painter.fillRect(whole, QColor(theme.colors.of("ink")))
        place = self._place(whole)
        if not self._image.isNull():
            painter.save()
            painter.translate(2 * place.center().x(), 0)
            painter.scale(-1, 1)
            painter.drawImage(place, self._image)
            painter.restore()
        self._draw_face(painter, place, whole)
        if self._turn in ("left", "right"):
            self._draw_arrow(painter, whole)
        self._draw_steps(painter, whole)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.colors.of("edge")), 2))
        painter.drawPath(shape)

    def _place(self, whole: QRectF) -> QRectF:
        """The frame fills the mirror; what is too wide is cut off at both sides."""
        if self._image.isNull():
            return whole
        scale = max(whole.width() / self._image.width(), whole.height() / self._image.height())
        wide, high = self._image.width() * scale, self._image.height() * scale
        return QRectF(whole.center().x() - wide / 2, whole.center().y() - high / 2, wide, high)

    def _draw_face(self, painter: QPainter, place: QRectF, whole: QRectF) -> None:
        if self._box is None:
            middle, half = whole.center(), whole.height() * 0.36
            oval = QRectF(middle.x() - half * 0.78, middle.y() - half, half * 1.56, half * 2)
            pen = QPen(PAPER, LINE, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawEllipse(oval)
            return
        left, top, wide, high = self._box
        across = place.left() + (1 - left - wide) * place.width()
        box = QRectF(across, place.top() + top * place.height(), wide * place.width(), high * place.height())
        for color, width in ((PAPER, LINE + 4), (QColor(current().colors.of("ok" if self._good else "warn")), LINE)):
            style = Qt.PenStyle.SolidLine if self._good else Qt.PenStyle.DashLine  # not by colour alone
            painter.setPen(QPen(color, width, style))
            painter.drawRoundedRect(box, 14, 14)

    def _draw_arrow(self, painter: QPainter, whole: QRectF) -> None:
        side = -1 if self._turn == "left" else 1
        high = whole.height() * 0.3
        middle = QPointF(whole.center().x() + side * (whole.width() / 2 - high * 0.75), whole.center().y())
        points = ((1, 0), (0, -1), (0, -0.4), (-1, -0.4), (-1, 0.4), (0, 0.4), (0, 1))
        arrow = QPolygonF([middle + QPointF(side * x * high * 0.55, y * high * 0.55) for x, y in points])
        painter.setPen(QPen(PAPER, LINE))
        painter.setBrush(QColor(current().colors.of("info")))
        painter.drawPolygon(arrow)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_steps(self, painter: QPainter, whole: QRectF) -> None:
        done, of = self._steps
        size = whole.height() * 0.05
        first = whole.center().x() - (of - 1) * size * 1.5
        for number in range(of):
            at = QPointF(first + number * size * 3, whole.bottom() - size * 2)
            painter.setPen(QPen(PAPER, 3))
            painter.setBrush(QColor(current().colors.of("ok")) if number < done else SHADE)
            painter.drawEllipse(at, size, size)
        painter.setBrush(Qt.BrushStyle.NoBrush)
