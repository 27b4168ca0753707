"""Two answers of the same size and look, side by side: neither is pressed by Enter, neither stands out.

`Pair(icon, icon)`; `set_words(first, second)`; signals `first()` and `second()`; `one` and `other` are the buttons.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.flow import FlowLayout
from ui.widgets.themed import Themed

TALL, TALL_TIGHT = 3.2, 2.2  # in letters of the base text


class Pair(Themed, QWidget):
    first = Signal()
    second = Signal()

    def __init__(self, one: str, other: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._tight = False
        self.one, self.other = BigButton("", "quiet", one), BigButton("", "quiet", other)
        self.one.clicked.connect(self.first)
        self.other.clicked.connect(self.second)
        flow = FlowLayout(self, gap="l", equal=True, columns=2)
        flow.addWidget(self.one)
        flow.addWidget(self.other)
        self.ready()

    def set_words(self, one: str, other: str) -> None:
        self.one.setText(one)
        self.other.setText(other)

    def be_tight(self, tight: bool) -> None:
        """There is little height for the size of the text."""
        self._tight = tight
        self.restyle()

    def restyle(self) -> None:
        tall = round(current().text() * (TALL_TIGHT if self._tight else TALL))
        self.one.set_tall(tall)
        self.other.set_tall(tall)
