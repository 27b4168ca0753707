"""ActBar: buttons in a row that wraps; rather than wrap they leave out the keys, where height is short icons as well.

`ActBar(gap="m")`; `add(button)`, `be_tight(True)` where there is little height for the size of the text (200 %).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.theme import current
from ui.widgets.button_face import NO_ICON, NO_KEY
from ui.widgets.buttons import BigButton
from ui.widgets.flow import FlowLayout


class ActBar(QWidget):
    def __init__(self, gap: str = "m", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._gap, self._tight = gap, False
        self._flow = FlowLayout(self, gap=gap)
        self._buttons: list[BigButton] = []

    def add(self, button: QAbstractButton) -> None:
        """One more, after the others."""
        self._flow.addWidget(button)
        if isinstance(button, BigButton):
            self._buttons.append(button)

    def be_tight(self, tight: bool) -> None:
        """Height is short, or no longer is."""
        self._tight = tight
        self._fit()

    def _level(self) -> int:
        """The first level at which the row fits; where none does, all there is if height is short, else it wraps whole."""
        shown = [button for button in self._buttons if not button.isHidden()]
        gaps = current().space(self._gap) * max(0, len(shown) - 1)
        levels = range(NO_ICON + 1) if self._tight else range(NO_KEY + 1)
        fitting = (n for n in levels if sum(_wide(button, n) for button in shown) + gaps <= self.width())
        return next(fitting, levels[-1] if self._tight else 0)

    def _fit(self) -> None:
        if self.width() > 0:
            level = self._level()
            for button in self._buttons:
                button.set_spare(level)

    # -- Qt

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a button came or went, or has other words
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _wide(button: BigButton, level: int) -> int:
    """What it takes: a main button holds a least width whatever is left out."""
    return max(button.width_at(level), button.minimumWidth())
