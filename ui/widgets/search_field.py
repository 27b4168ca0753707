"""SearchField: a line that is read while it is being written, input methods included.

`SearchField(placeholder="", role="")` (`role="scan"`: the tall line at the foot of the window).
Signals: `edited(text: str)` on every change with the pre-edit text of an input method in place and its ' removed
("zhang'w" -> "zhangw"); `entered(text: str)` on Enter; `left_down()` on the down key (move into the list of hits).
Esc empties it when it holds something, otherwise Esc goes on to the page.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.themed import Themed


class SearchField(Themed, QLineEdit):
    edited = Signal(str)
    entered = Signal(str)
    left_down = Signal()

    def __init__(self, placeholder: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preedit, self._told = "", ""
        self.setPlaceholderText(placeholder)
        if role:
            self.setProperty("role", role)
        self.textChanged.connect(self._tell)
        self.returnPressed.connect(lambda: self.entered.emit(self.words()))
        self.ready()

    def words(self) -> str:
        """What stands in the line now, unfinished input included."""
        at, text = self.cursorPosition(), self.text()
        return (text[:at] + self._preedit.replace("'", "") + text[at:]).strip()

    def _tell(self) -> None:
        words = self.words()
        if words != self._told:
            self._told = words
            self.edited.emit(words)

    # -- Qt

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # QLineEdit emits no textChanged for pre-edit text; a Chinese name would only be searched once committed.
        self._preedit = "" if event.commitString() else event.preeditString()
        super().inputMethodEvent(event)
        self._preedit = event.preeditString()
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # it was meant for the field: the page's main action is not pressed as well
