"""SayBox: a few lines of words in which Enter means done (signal `entered()`) and Shift+Enter another line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.theme import current
from ui.widgets import Themed


class SayBox(Themed, QPlainTextEdit):
    entered = Signal()

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.ready()

    def restyle(self) -> None:
        self.setFixedHeight(round(self._lines * current().text() * 1.5) + 2 * current().space("m"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            if not event.isAutoRepeat():
                self.entered.emit()
            return
        super().keyPressEvent(event)
