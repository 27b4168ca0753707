"""Sides: two parts beside each other, or one under the other where it is narrow for the size of the text.

`Sides(left, right, shares=(6, 5), ems=36)`.
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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ems = ems
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(left, shares[0])
        self._row.addWidget(right, shares[1])
        self.ready()

    def is_narrow(self) -> bool:
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def restyle(self) -> None:
        self._row.setSpacing(current().space("l"))
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        narrow = 0 < self.width() < current().text() * self._ems
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
