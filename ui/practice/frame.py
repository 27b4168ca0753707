"""The frame of a practice window: stripes all round and the word for it on top, over every page, card and alarm."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from ui.theme import current
from ui.widgets.themed import IconView, Themed, label, set_role


class PracticeFrame(Themed, QWidget):
    """Lies over the window without taking a click; the window keeps its own things inside it."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words = label("", "strong", wrap=False)
        self._plate = QWidget(self)
        self._plate.setAutoFillBackground(True)
        self._row = QHBoxLayout(self._plate)
        self._row.addWidget(IconView("star", "ink"))
        self._row.addWidget(self.words)
        window.installEventFilter(self)
        self.ready()
        self.show()
        self.raise_()

    def leave(self) -> None:
        """The practice is over: the window has its whole area again."""
        self._window.removeEventFilter(self)
        self._window.setContentsMargins(0, 0, 0, 0)
        self.hide()
        self.deleteLater()

    def restyle(self) -> None:
        theme = current()
        self._row.setContentsMargins(theme.space("l"), 0, theme.space("l"), 0)
        self._row.setSpacing(theme.space("s"))
        set_role(self.words, "small" if theme.large() else "strong")
        self._lay()

    def retranslate(self) -> None:
        self.words.setText(self.tr("练习 · 这里的人和门都是编的，怎么按都不要紧"))
        self._window.setWindowTitle(self.tr("练习 · 门岗台"))
        self._lay()

    def _lay(self) -> None:
        theme = current()
        edge = theme.space("xs" if theme.large() else "s")
        top = self.words.sizeHint().height() + (0 if theme.large() else theme.space("xs"))
        self._window.setContentsMargins(edge, top, edge, edge)
        self.setGeometry(self._window.rect())
        wide = min(self._plate.sizeHint().width(), self.width() - 8 * edge)
        self._plate.setGeometry((self.width() - wide) // 2, 0, wide, top)
        inside = self._window.contentsRect()
        self.setMask(QRegion(self.rect()).subtracted(QRegion(inside)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._lay()
        elif event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Slanting stripes: seen without colour, and by whoever only glances."""
        theme, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.colors.of("warn_bg")))
        wide = theme.space("l")
        painter.setPen(QPen(QColor(theme.colors.of("warn")), wide))
        for x in range(-self.height(), self.width() + self.height(), 3 * wide):
            painter.drawLine(x, self.height(), x + self.height(), 0)
        painter.fillRect(self._plate_rect(), QColor(theme.colors.of("card")))

    def _plate_rect(self) -> QRect:
        return self._plate.geometry()
