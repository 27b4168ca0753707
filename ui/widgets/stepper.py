"""Stepper: a small number with big buttons. `Stepper(least, most)`; `show_value(n)`, `value()`; signal `changed(value)`.

`words` is how the number is shown (`"{n} 人"`); `name(words)` says what is counted to a screen reader.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.themed import Themed, label


class Stepper(Themed, QWidget):
    changed = Signal(int)

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._least, self._most, self._value = least, most, least
        self._minus, self._plus = BigButton("", "row", "minus"), BigButton("", "row", "plus")
        self._figure = label("", "strong", wrap=False)
        self._figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row = QHBoxLayout(self)
        for widget in (self._minus, self._figure, self._plus):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._minus.clicked.connect(lambda: self._step(-1))
        self._plus.clicked.connect(lambda: self._step(1))
        self.setFocusProxy(self._plus)
        self.words = "{n}"
        self.ready()
        self.show_value(least)

    def show_value(self, value: int) -> None:
        self._value = value
        self._figure.setText(self.words.format(n=value))
        self._minus.setEnabled(value > self._least)
        self._plus.setEnabled(value < self._most)

    def value(self) -> int:
        return self._value

    def name(self, words: str) -> None:
        """What is counted, for the screen reader."""
        self.setAccessibleName(words)

    def _step(self, by: int) -> None:
        self.show_value(min(self._most, max(self._least, self._value + by)))
        self.changed.emit(self._value)

    def restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current().space("s"))
        self._figure.setMinimumWidth(current().text() * 4)

    def retranslate(self) -> None:
        self._minus.setAccessibleName(self.tr("减一"))
        self._plus.setAccessibleName(self.tr("加一"))
