"""The hours of a day as small columns: painted, never clicked; the words above it say the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current
from ui.theme.fonts import font
from ui.widgets import Themed

HOURS = 24
MARKS = (0, 6, 12, 18)
THIN = 2.0


class HourStrip(Themed, QWidget):
    """Takes the room that is left over and shows nothing when that is too little to be read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hours: tuple[int, ...] = (0,) * HOURS
        self._now, self._words, self._tall = 0, "", False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.ready()

    def show_hours(self, hours: tuple[int, ...], now: int, words: str) -> None:
        """Counts by hour, the running hour, and the same in words."""
        self._hours, self._now, self._words = hours, now, words
        self.setAccessibleName(words)
        self.update()

    def set_tall(self, tall: bool) -> None:
        """Ask for room of its own: the page scrolls anyhow."""
        self._tall = tall
        self.updateGeometry()

    def restyle(self) -> None:
        self.setMaximumHeight(self._line() * 5)
        self.updateGeometry()

    def _line(self) -> int:
        return round(current().text("small") * 1.4)

    def sizeHint(self) -> QSize:
        # A scrolled page is laid out by size hints alone; without one of its own the strip only takes what is over.
        return QSize(200, self._line() * 4 if self._tall else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        line, theme = self._line(), current()
        if self.height() < 3 * line:
            return
        painter = QPainter(self)
        painter.setFont(font(theme.text("small")))
        painter.setPen(QColor(theme.colors.muted))
        painter.drawText(QRectF(0, 0, self.width(), line), Qt.AlignmentFlag.AlignLeft, self._words)
        step = self.width() / HOURS
        for hour in MARKS:
            where = QRectF(hour * step, self.height() - line, step * 6, line)
            painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, f"{hour:02d}:00")
        self._columns(
            painter, QRectF(0, line + theme.space("s"), self.width(), self.height() - 2 * line - theme.space("m"))
        )

    def _columns(self, painter: QPainter, box: QRectF) -> None:
        """The running hour in the accent colour; hours to come are a thin line."""
        most, colors, step = max([*self._hours, 1]), current().colors, box.width() / HOURS
        painter.setPen(Qt.PenStyle.NoPen)
        for hour, count in enumerate(self._hours[:HOURS]):
            high = max(THIN, box.height() * count / most) if hour <= self._now else THIN
            painter.setBrush(
                QColor(colors.accent if hour == self._now else colors.edge if hour < self._now else colors.line)
            )
            painter.drawRect(QRectF(box.x() + hour * step + 1, box.bottom() - high, max(1.0, step - 2), high))
