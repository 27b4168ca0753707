"""The three numbers as large as they go; pressing one shows what to say there."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from ui.theme import current, icons
from ui.theme.fonts import font
from ui.widgets import Themed

LARGE = 1.7  # of the token `number`


class NumberButton(Themed, QPushButton):
    """`NumberButton("120", "ambulance")`; `setText` takes the word under the number; checkable."""

    def __init__(self, number: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._icon = number, icons.known(icon)
        self.setProperty("role", "alarm")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.ready()

    def set_word(self, word: str) -> None:
        """Who answers there."""
        self.setText(word)
        self.setAccessibleName(f"{self._number} {word}")
        self.updateGeometry()

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _sizes(self) -> tuple[int, int]:
        return round(current().text("number") * LARGE), current().text("lead")

    def _beside(self, width: int) -> bool:
        """Number and word on one line when they fit."""
        return self._number_width() + current().space("l") + self._word_width() + 2 * current().space("l") <= width

    def _number_width(self) -> int:
        number = QFontMetrics(font(self._sizes()[0], bold=True)).horizontalAdvance(self._number)
        return number + current().icon("tile") + current().space("m")

    def _word_width(self) -> int:
        return QFontMetrics(font(self._sizes()[1], bold=True)).horizontalAdvance(self.text()) + 2

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        large, word = self._sizes()
        return round(large * 1.2 + (0 if self._beside(width) else word * 1.5)) + 2 * current().space("s")

    def sizeHint(self) -> QSize:
        width = self._number_width() + self._word_width() + 3 * current().space("l")
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = max(self._number_width(), self._word_width()) + 2 * current().space("l")
        return QSize(width, round(self._sizes()[0] * 1.2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        painter.setPen(QColor(theme.colors.bad))
        self._paint_words(painter)
        if self.isChecked():
            bar = QRect(theme.radius("m"), self.height() - 8, self.width() - 2 * theme.radius("m"), 5)
            painter.fillRect(bar, QColor(theme.colors.bad))

    def _paint_words(self, painter: QPainter) -> None:
        theme, (large, word) = current(), self._sizes()
        beside, gap = self._beside(self.width()), theme.space("l")
        whole = self._number_width() + (gap + self._word_width() if beside else 0)
        high = self.height() if beside else self.height() - round(word * 1.5)
        left, edge = (self.width() - whole) // 2, theme.icon("tile")
        icons.paint(painter, self._icon, QRectF(left, (high - edge) / 2, edge, edge), theme.colors.bad)
        start = left + edge + theme.space("m")
        painter.setFont(font(large, bold=True))
        painter.drawText(QRect(start, 0, self.width(), high), Qt.AlignmentFlag.AlignVCenter, self._number)
        painter.setFont(font(word, bold=True))
        if beside:
            at = QRect(left + self._number_width() + gap, 0, self.width(), high)
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, self.text())
        else:
            below = QRect(0, high - theme.space("s"), self.width(), round(word * 1.5))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.text())
