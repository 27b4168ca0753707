"""Tile: one figure of the day. `Tile(icon, number, words, sub="", tone="accent")`; press it to open what it counts.

`show_figure(number, words, sub="", tone=None)` changes it. Signals: those of QPushButton (`clicked`).
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from ui.theme import current, icons
from ui.theme.fonts import font
from ui.widgets.themed import Themed

_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class Tile(Themed, QPushButton):
    def __init__(
        self,
        icon: str,
        number: str,
        words: str,
        sub: str = "",
        tone: str = "accent",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._tone = icons.known(icon), tone
        self._number, self._words, self._sub = number, words, sub
        self.setProperty("role", "tile")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_figure(number, words, sub)
        self.ready()

    def show_figure(self, number: str, words: str, sub: str = "", tone: str | None = None) -> None:
        """Shows another number, its words and the quiet line under them."""
        self._number, self._words, self._sub, self._tone = number, words, sub, tone or self._tone
        self.setAccessibleName(f"{number} {words}")
        self.setAccessibleDescription(sub)
        self.restyle()

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    # -- measuring: number and words on one line when they fit, else words below

    def _left(self) -> int:
        return current().space("l") + current().icon("tile") + current().space("m")

    def _room(self, width: int) -> int:
        return max(1, width - self._left() - current().space("m"))

    def _big(self) -> QFontMetrics:
        return QFontMetrics(font(current().text("number"), bold=True))

    def _plain(self) -> QFontMetrics:
        return QFontMetrics(font(current().text()))

    def _small(self) -> QFontMetrics:
        return QFontMetrics(font(current().text("small")))

    def _one_line(self) -> int:
        return self._big().horizontalAdvance(self._number) + 8 + self._plain().horizontalAdvance(self._words) + 2

    def _blocks(self, width: int) -> tuple[int, int, int]:
        """Heights of: the number's line, words under it (0 when beside it), the quiet line."""
        room = self._room(width)
        beside = self._one_line() <= room
        box = QRect(0, 0, room, 10_000)
        words = 0 if beside or not self._words else self._plain().boundingRect(box, _WRAP, self._words).height()
        sub = self._small().boundingRect(box, _WRAP, self._sub).height() if self._sub else 0
        return round(self._big().height() * 0.92), words, sub

    def heightForWidth(self, width: int) -> int:
        return max(current().height("tile"), sum(self._blocks(width)) + 2 * current().space("m"))

    def sizeHint(self) -> QSize:
        wide = max(self._one_line(), self._small().horizontalAdvance(self._sub) + 2)
        width = self._left() + wide + current().space("m")
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = max(self._big().horizontalAdvance(self._number), current().text() * 6)
        return QSize(self._left() + least + current().space("m"), current().height("tile"))

    # -- drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        theme = current()
        edge, high = theme.icon("tile"), sum(self._blocks(self.width()))
        color = theme.colors.tone(self._tone)[0] if self.isEnabled() else theme.colors.muted
        middle = QRectF(theme.space("l"), (self.height() - edge) / 2, edge, edge)
        icons.paint(painter, self._icon, middle, color)
        self._paint_words(painter, (self.height() - high) // 2)

    def _paint_words(self, painter: QPainter, top: int) -> None:
        theme = current()
        line, words, sub = self._blocks(self.width())
        x, room = self._left(), self._room(self.width())
        base = top + round(line * 0.5 + self._big().capHeight() * 0.5)
        painter.setPen(QColor(theme.colors.ink if self.isEnabled() else theme.colors.muted))
        painter.setFont(font(theme.text("number"), bold=True))
        painter.drawText(x, base, self._number)
        painter.setFont(font(theme.text()))
        if words:
            painter.drawText(QRect(x, top + line, room, words), _WRAP, self._words)
        else:
            painter.drawText(x + self._big().horizontalAdvance(self._number) + 8, base, self._words)
        painter.setPen(QColor(theme.colors.muted))
        painter.setFont(font(theme.text("small")))
        painter.drawText(QRect(x, top + line + words, room, sub), _WRAP, self._sub)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)
