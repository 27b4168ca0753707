"""A photo looked at before it is kept: faces are painted over already, and a finger paints over what else is nobody's business.

`ask(window, taken, use)`: `use(make)` gets what makes the picture as it may be seen; not called when it is not wanted.
`look(window, image, remove)`: one that is kept, large; remove: takes it out of the form it is in.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.hardware import faces
from ui.matters.camera import Taken
from ui.theme import current
from ui.widgets import DialogCard, Themed, label

LEAST = 8  # px of the picture: less was a tap
STEP, FRAME = 0.04, 0.12  # of the longer side: how far an arrow goes, how large the frame of the keyboard begins
ROOM = 15  # ems of the window that are not the picture
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class CoverPad(Themed, QWidget):
    """Drag paints a part over, a tap on such a part uncovers it. By keyboard: arrows move a frame, with Shift they size it,
    Space paints it over or uncovers it."""

    def __init__(self, taken: Taken, most: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QImage = taken.image
        self.boxes: list[QRect] = list(taken.faces)
        self._found = len(taken.faces)
        self._most = most
        self._from: QPoint | None = None
        self._to = QPoint()
        side = round(max(self._picture.width(), self._picture.height()) * FRAME)
        self._frame = QRect(0, 0, side, side)
        self._frame.moveCenter(self._picture.rect().center())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.ready()

    def image(self) -> QImage:
        """As it may be seen."""
        return self.seen()()

    def seen(self) -> Callable[[], QImage]:
        """What makes it so, on whatever thread; as it stands now."""
        picture, boxes = self._picture, tuple(self.boxes)
        return lambda: faces.covered(picture, boxes)

    def found(self) -> str:
        """What the detector painted over."""
        n = self._found
        return self.tr("找到 {n} 张脸，已经涂掉。", "", n).format(n=n) if n else self.tr("没有找到脸。")

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("照片，按住拖一下就涂掉一块"))

    def restyle(self) -> None:
        self.setFixedSize(self._picture.size().scaled(self._most, Qt.AspectRatioMode.KeepAspectRatio))
        self.update()

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._picture)
        for box in self.boxes:
            painter.fillRect(self._shown(box), faces.COVER)
        if self._from is not None:
            painter.fillRect(
                self._shown(self._dragged()), QColor(faces.COVER.red(), faces.COVER.green(), faces.COVER.blue(), 160)
            )
        if self.hasFocus():
            painter.setPen(QPen(QColor(current().colors.of("accent")), 3, Qt.PenStyle.DashLine))
            painter.drawRect(self._shown(self._frame))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = self._to = self._meant(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self._to = self._meant(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        self._to = self._meant(event.position())
        box, at, self._from = self._dragged(), self._from, None
        if max(box.width(), box.height()) >= LEAST:
            self.boxes.append(box)
        else:
            self._uncover(at)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._move(*_ARROWS[key], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Space:
            if not self._uncover(self._frame.center()):
                self.boxes.append(QRect(self._frame))
        else:
            super().keyPressEvent(event)
            return
        self.update()

    def _move(self, right: int, down: int, size: bool) -> None:
        step = max(1, round(max(self._picture.width(), self._picture.height()) * STEP))
        if size:
            grown = QSize(self._frame.width() + right * step, self._frame.height() + down * step)
            self._frame.setSize(grown.expandedTo(QSize(LEAST, LEAST)).boundedTo(self._picture.size()))
        else:
            self._frame.translate(right * step, down * step)
        whole = self._picture.rect()
        self._frame.moveLeft(min(max(self._frame.left(), 0), whole.width() - self._frame.width()))
        self._frame.moveTop(min(max(self._frame.top(), 0), whole.height() - self._frame.height()))

    def _uncover(self, at: QPoint) -> bool:
        for box in reversed(self.boxes):
            if box.contains(at):
                self.boxes.remove(box)
                return True
        return False

    def _dragged(self) -> QRect:
        assert self._from is not None
        return QRect(self._from, self._to).normalized().intersected(self._picture.rect())

    def _meant(self, at: QPointF) -> QPoint:
        """Which point of the picture lies there."""
        scale = self._picture.width() / max(1, self.width())
        return QPoint(round(at.x() * scale), round(at.y() * scale))

    def _shown(self, box: QRect) -> QRectF:
        scale = self.width() / self._picture.width()
        return QRectF(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale)


def ask(window: QWidget, taken: Taken, use: Callable[[Callable[[], QImage]], None]) -> DialogCard:
    """Show it with faces painted over; Enter keeps it as it stands there."""
    pad = CoverPad(taken, _room(window))
    rest = QCoreApplication.translate(
        "CoverPad", "车牌、门牌和没找到的脸，请按住拖一下涂掉；涂错了，点一下那块就还原。"
    )
    card = DialogCard(window, QCoreApplication.translate("CoverPad", "照片这样可以吗？"))
    card.body.addWidget(label(pad.found() + rest))
    card.body.addWidget(pad, 0, Qt.AlignmentFlag.AlignHCenter)
    card.add_button(QCoreApplication.translate("CoverPad", "用这张"), "main", "yes")
    card.add_button(QCoreApplication.translate("CoverPad", "不要了"), "quiet", "", "Esc")
    card.closed.connect(lambda result: use(pad.seen()) if result == "yes" else None)
    card.open()
    return card


def look(window: QWidget, image: QImage, remove: Callable[[], None] | None = None) -> DialogCard:
    """One that is kept, as large as the window has room."""
    card, shown = DialogCard(window, QCoreApplication.translate("CoverPad", "照片")), QLabel()
    size = image.size().scaled(_room(window), Qt.AspectRatioMode.KeepAspectRatio).boundedTo(image.size())
    fitting = image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    shown.setPixmap(QPixmap.fromImage(fitting))
    card.body.addWidget(shown, 0, Qt.AlignmentFlag.AlignHCenter)
    card.add_button(QCoreApplication.translate("CoverPad", "看好了"), "main", "yes")
    if remove is not None:
        card.add_button(QCoreApplication.translate("CoverPad", "去掉这张"), "quiet", "remove")
        card.closed.connect(lambda result: remove() if result == "remove" else None)
    card.open()
    return card


def _room(window: QWidget) -> QSize:
    letter = current().text()
    return QSize(max(letter * 8, window.width() - 6 * letter), max(letter * 6, window.height() - ROOM * letter))
