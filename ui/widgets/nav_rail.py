"""NavRail: the rooms of the program, one under the other. `NavRail(items, brand="")`; signal `chosen(key: str)`.

`items` are `NavItem(key, icon, words, hint="")`. `set_current(key)` marks one without a signal. From base 30 px on the
rail shows icons only, with the words as tooltips (`set_collapsed(None)`: by itself, True/False: fixed).
`rail.foot` (QVBoxLayout) takes what stays at the bottom (the urgent button, help). Up and down move, Enter opens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import current, icons
from ui.widgets.buttons import BigButton
from ui.widgets.themed import IconView, Themed, label

COLLAPSE_FROM = 30


@dataclass(frozen=True)
class NavItem:
    key: str
    icon: str
    words: str
    hint: str = ""


class RailButton(BigButton):
    """One room: icon and word, or the icon alone."""

    def __init__(self, item: NavItem, parent: QWidget | None = None) -> None:
        self._alone = False
        super().__init__(item.words, "rail", item.icon, "", parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_alone(self, alone: bool) -> None:
        self._alone = alone
        self.setToolTip(self.text() if alone else "")
        self.restyle()

    def _fit(self) -> None:
        # A rail in a low window squeezes its items down to the smallest target instead of hiding some.
        self.setMinimumHeight(int(current().sizes["floor"]["other"]))
        self.setMaximumHeight(current().height("rail"))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(current().height("rail"), hint.height()) if self._alone else hint

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), int(current().sizes["floor"]["other"]))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._alone:
            super().paintEvent(event)
            return
        painter, edge = QPainter(self), self._icon_px()
        self._paint_ground(painter)
        box = QRectF((self.width() - edge) / 2, (self.height() - edge) / 2, edge, edge)
        icons.paint(painter, self._icon, box, self._ink())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)


class NavRail(Themed, QFrame):
    chosen = Signal(str)

    def __init__(self, items: Sequence[NavItem], brand: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self._forced: bool | None = None
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._all = QVBoxLayout(self)
        self._brand = self._head(brand)
        for item in items:
            self._add(item)
        self._all.addStretch(1)
        self.foot = QVBoxLayout()
        self._all.addLayout(self.foot)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.ready()

    def set_current(self, key: str) -> None:
        """Marks a room; an unknown key marks none."""
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == key)
        self._group.setExclusive(True)

    def set_words(self, key: str, words: str) -> None:
        """Renames an item (switch of language)."""
        self._buttons[key].setText(words)
        self._buttons[key].set_alone(self.collapsed())

    def set_collapsed(self, collapsed: bool | None) -> None:
        self._forced = collapsed
        self.restyle()

    def collapsed(self) -> bool:
        return current().base >= COLLAPSE_FROM if self._forced is None else self._forced

    def button(self, key: str) -> RailButton:
        return self._buttons[key]

    def _head(self, brand: str) -> QWidget:
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconView("building-arch", "accent", "tile"))
        self._name = label(brand, "lead", wrap=False)
        row.addWidget(self._name, 1)
        head.setVisible(bool(brand))
        self._all.addWidget(head)
        return head

    def _add(self, item: NavItem) -> None:
        button = RailButton(item, self)
        button.setStatusTip(item.hint)
        button.clicked.connect(self._on_clicked)
        self._group.addButton(button)
        self._buttons[item.key] = button
        self._all.addWidget(button)

    def _on_clicked(self) -> None:
        pressed = self._group.checkedButton()
        self.chosen.emit(next(key for key, button in self._buttons.items() if button is pressed))

    def restyle(self) -> None:
        theme, alone = current(), self.collapsed()
        side = theme.space("s") + 2
        self._all.setContentsMargins(side, theme.space("m"), side, theme.space("m"))
        self._all.setSpacing(theme.space("xs"))
        self._name.setVisible(not alone)
        self._brand.layout().setAlignment(Qt.AlignmentFlag.AlignHCenter if alone else Qt.AlignmentFlag(0))
        self._brand.setFixedHeight(theme.height("row"))
        for button in self._buttons.values():
            button.set_alone(alone)
