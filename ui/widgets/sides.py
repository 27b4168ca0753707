"""Sides: two parts beside each other, or one under the other where it is narrow for the size of the text.

`Sides(left, right, shares=(1, 1), ems=36, under=False)`; under: where it is narrow the right one comes first.
"""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import current
from ui.widgets.themed import Themed


class Sides(Themed, QWidget):
    def __init__(
        self,
        left: QWidget,
        right: QWidget,
        shares: tuple[int, int] = (1, 1),
        ems: int = 36,
        under: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ems = ems
        self._narrow = QBoxLayout.Direction.BottomToTop if under else QBoxLayout.Direction.TopToBottom
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(left, shares[0])
        self._row.addWidget(right, shares[1])
        self.ready()

    def is_narrow(self) -> bool:
        return self._row.direction() is self._narrow

    def restyle(self) -> None:
        self._row.setSpacing(current().space("l"))
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        narrow = 0 < self.width() < current().text() * self._ems
        self._row.setDirection(self._narrow if narrow else QBoxLayout.Direction.LeftToRight)
