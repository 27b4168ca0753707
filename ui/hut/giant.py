"""A button for a hand that shakes and eyes that see little: icon, words and a quiet line, painted large; and a QR code."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desk.codes.matrix import Level, matrix
from ui.paper import qr
from ui.theme import current, icons
from ui.theme.fonts import font
from ui.widgets.themed import Themed

LEAST_PX = 72
SIDE_EMS = 9


class Giant(Themed, QAbstractButton):
    """tone: accent (filled), bad (filled red) or card (framed). flat: icon beside the words instead of over them."""

    def __init__(self, icon: str, tone: str = "accent", flat: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._flat, self._sub = icons.known(icon), tone, flat, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed if flat else QSizePolicy.Policy.Expanding
        )
        self.ready()

    def say(self, words: str, sub: str = "") -> None:
        self._sub = sub
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(sub)
        self.updateGeometry()

    def restyle(self) -> None:
        theme = current()
        self.setMinimumHeight(max(LEAST_PX, round(theme.base * (2.4 if self._flat else 6))))
        self.setMinimumWidth(theme.base * 5)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = current()
        if self._flat:
            wide = self._metrics_width() + theme.base * 4
            return QSize(wide, max(LEAST_PX, round(theme.base * 2.4)))
        return QSize(theme.base * 9, theme.base * 9)

    def _metrics_width(self) -> int:
        from PySide6.QtGui import QFontMetrics

        return QFontMetrics(font(current().text("lead"), True)).horizontalAdvance(self.text())

    def _colours(self) -> tuple[str, str, str]:
        """Ground, ink, edge."""
        c = current().colors
        if not self.isEnabled():
            return c.sunk, c.muted, c.edge
        if self._tone == "card":
            return c.card, c.ink, c.edge
        return (c.bad, c.on_bad, c.bad) if self._tone == "bad" else (c.accent, c.on_accent, c.accent)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = current(), QPainter(self)
        ground, ink, edge = self._colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.stroke("focus") + 2 if self.hasFocus() else theme.stroke("edge")
        painter.setPen(QPen(QColor(theme.colors.info if self.hasFocus() and self._tone == "card" else edge), width))
        painter.setBrush(QColor(ground).darker(112) if self.isDown() else QColor(ground))
        inset = width / 2 + 1
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 20, 20)
        painter.setPen(QColor(ink))
        (self._paint_flat if self._flat else self._paint_tall)(painter, ink)

    def _paint_flat(self, painter: QPainter, ink: str) -> None:
        theme = current()
        edge, gap = round(theme.base * 1.1), theme.space("m")
        words = min(self._metrics_width() + 4, self.width() - edge - 3 * gap)
        left = (self.width() - words - (edge + gap if self._icon else 0)) // 2
        if self._icon:
            icons.paint(painter, self._icon, QRectF(left, (self.height() - edge) / 2, edge, edge), ink)
            left += edge + gap
        painter.setFont(font(theme.text("lead"), True))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(QRect(left, 0, words, self.height()), flags, self.text())

    def _paint_tall(self, painter: QPainter, ink: str) -> None:
        theme = current()
        edge = min(theme.base * 4, self.height() // 3)
        title, small = font(theme.text("result"), True), font(theme.text("body"))
        room = self.rect().adjusted(theme.space("m"), 0, -theme.space("m"), 0)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.setFont(title)
        high = painter.boundingRect(room, flags, self.text()).height()
        painter.setFont(small)
        below = painter.boundingRect(room, flags, self._sub).height() if self._sub else 0
        gap = theme.space("m")
        top = max(gap, (self.height() - edge - high - below - 2 * gap) // 2)
        icons.paint(painter, self._icon, QRectF((self.width() - edge) / 2, top, edge, edge), ink)
        painter.setFont(title)
        painter.drawText(QRect(room.x(), top + edge + gap, room.width(), high), flags, self.text())
        painter.setFont(small)
        painter.drawText(QRect(room.x(), top + edge + high + 2 * gap, room.width(), below), flags, self._sub)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


class QrView(Themed, QWidget):
    """A QR code, black on white in every scheme; "" shows nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.ready()

    def show_text(self, text: str) -> None:
        self._text = text
        self.update()

    def restyle(self) -> None:
        self.setFixedSize(current().base * SIDE_EMS, current().base * SIDE_EMS)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._text:
            qr.draw(QPainter(self), matrix(self._text, Level.M), QRectF(self.rect()))
