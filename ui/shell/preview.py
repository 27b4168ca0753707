"""The small live picture at the left of the scan line: painted by hand, because QVideoWidget costs ten times as much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.texts import sentence
from ui.theme import current, icons
from ui.widgets.themed import Themed

if TYPE_CHECKING:
    from ui.hardware.frames import Gray

WIDE, HIGH = 112, 64
_ICONS = {
    "camera.working": "",
    "camera.opening": "hourglass",
    "camera.off": "camera-off",
    "camera.none": "camera-off",
    "camera.unplugged": "plug-connected-x",
}


class Preview(Themed, QAbstractButton):
    """clicked: opens the choice of cameras. show_picture() is called for each glimpse, at most twelve times a second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._code = "camera.off"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self.ready()

    def show_picture(self, gray: Gray) -> None:
        """A small grey picture; copied, because the lane goes on using its buffers."""
        high, wide = gray.shape
        self._image = QImage(gray.tobytes(), wide, high, wide, QImage.Format.Format_Grayscale8).copy()
        self.update()

    def show_code(self, code: str) -> None:
        """What the camera is doing (camera.*)."""
        self._code = code
        if code != "camera.working":
            self._image = None
        self.retranslate()
        self.update()

    def restyle(self) -> None:
        grow = 1 + max(0, current().base - 24) / 48
        self.setFixedSize(round(WIDE * grow), max(current().height("scan"), round(HIGH * grow)))

    def retranslate(self) -> None:
        self.setToolTip(sentence(self._code))
        self.setAccessibleName(self.tr("摄像头画面，点开可以换摄像头"))
        self.setAccessibleDescription(sentence(self._code))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        path = QPainterPath()
        path.addRoundedRect(box, theme.radius("m"), theme.radius("m"))
        painter.fillPath(path, QColor(theme.colors.lens))
        if self._image is not None:
            painter.save()
            painter.setClipPath(path)
            self._paint_image(painter, box)
            painter.restore()
        self._paint_mark(painter, box)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.colors.focus), theme.stroke("focus")))
            painter.drawPath(path)

    def _paint_image(self, painter: QPainter, box: QRectF) -> None:
        assert self._image is not None
        wide, high = self._image.width(), self._image.height()
        scale = max(box.width() / wide, box.height() / high)
        part = QRectF(0, 0, box.width() / scale, box.height() / scale)
        part.moveCenter(QPointF(wide / 2, high / 2))
        painter.drawImage(box, self._image, part)

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        name = _ICONS.get(self._code, "alert-triangle")
        if self._image is None:
            edge = current().icon("tile")
            mark = QRectF(0, 0, edge, edge)
            mark.moveCenter(box.center())
            icons.paint(painter, name or "scan", mark, current().colors.on_lens)
            return
        corner, off = 10.0, 6.0
        painter.setPen(QPen(QColor(current().colors.on_lens), 2))
        for x, dx in ((box.left() + off, corner), (box.right() - off, -corner)):
            for y, dy in ((box.top() + off, corner), (box.bottom() - off, -corner)):
                painter.drawLine(QPointF(x, y), QPointF(x + dx, y))
                painter.drawLine(QPointF(x, y), QPointF(x, y + dy))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the second press of a shaking hand is not another order
