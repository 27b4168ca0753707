"""A line over every page while an alarm is not closed: what, since when, and the way back to it. Nobody's name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.alarms.model import Line
from ui.alarms.words import AlarmWords
from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.themed import IconView, Themed, label, set_role, show_if


class AlarmStrip(Themed, QWidget):
    """`show_lines(lines)`; opened(id): somebody wants to go on with it."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._words, self._lines = AlarmWords(self), tuple[Line, ...]()
        self._frame = QFrame()
        set_role(self._frame, "note", tone="bad")
        self._edge = QVBoxLayout(self)
        self._edge.addWidget(self._frame)
        self._mark, self._text = IconView("urgent", "bad", "tile"), label("", "strong")
        self.button = BigButton("", "row")
        self.button.clicked.connect(lambda: self.opened.emit(self._lines[0].id) if self._lines else None)
        self._row = QHBoxLayout(self._frame)
        for widget, stretch in ((self._mark, 0), (self._text, 1), (self.button, 0)):
            self._row.addWidget(widget, stretch)
        self.hide()
        self.ready()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Alarms that somebody is at; none: the line goes."""
        self._lines = lines
        self._say()
        show_if(self, bool(lines))

    def text(self) -> str:
        return self._text.text()

    def restyle(self) -> None:
        theme = current()
        self._edge.setContentsMargins(theme.space("xl"), theme.space("m"), theme.space("xl"), 0)
        self._row.setContentsMargins(theme.space("l"), theme.space("s"), theme.space("m"), theme.space("s"))
        self._row.setSpacing(theme.space("m"))

    def retranslate(self) -> None:
        self.button.setText(self.tr("接着处理"))
        self._say()

    def _say(self) -> None:
        if not self._lines:
            return
        first = self._lines[0]
        words = self.tr("报警还没有结束：{what}，{at}").format(what=self._words.sort(first.sort), at=first.at)
        if more := len(self._lines) - 1:
            words = self.tr("{words}；还有 {n} 条").format(words=words, n=more)
        self._text.setText(words)
