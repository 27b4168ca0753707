"""A member's PIN to clock on by: pressed twice by the member themselves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.team.model import TeamModel
from ui.theme import current
from ui.widgets import Card, PinPad, label
from ui.widgets.themed import Themed


class PinPanel(Themed, QWidget):
    def __init__(self, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self._chosen, self._first = chosen, ""
        self.pad = PinPad()
        self.pad.entered.connect(self._on_entered)
        self.pad.put_away.connect(self._forget)
        self._how = label("", "lead")
        card = Card()
        beside = QHBoxLayout()
        beside.addWidget(self._how, 1, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self.pad)
        card.body.addLayout(beside)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(card)
        self._column.addStretch(1)
        self.ready()

    def _forget(self) -> None:
        self._first = ""
        self._say()

    def draw(self, model: TeamModel) -> None:
        """From the beginning."""
        self._first = ""
        self.pad.clear()
        self._say()

    def _say(self) -> None:
        again = self.tr("请再按一遍同样的密码")
        self._how.setText(again if self._first else self.tr("请本人按 4 到 8 位数字，再按「确定」"))

    def _on_entered(self, pin: str) -> None:
        if not self._first:
            self._first = pin
        elif pin == self._first:
            self._first = ""
            self._chosen(pin)
        else:
            self._first = ""
            self.pad.shake(self.tr("两次不一样，没有存上。请从头再按。"))
        self._say()

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))
