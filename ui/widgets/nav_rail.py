"""NavRail: the rooms of the program, one under the other. `NavRail(items, brand="")`; signal `chosen(key: str)`.

`items` are `NavItem(key, icon, words, hint="")`. `set_current(key)` marks one without a signal. From base 30 px on the
rail shows icons only, with the words as tooltips (`set_collapsed(None)`: by itself, True/False: fixed).
`add_foot(button)` puts a BigButton (the urgent one, help) at the bottom; it collapses too. Up and down move, Enter opens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import current
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
    """One room: icon and word, or the icon alone. Signal `walked(step)` on the up and down keys."""

    walked = Signal(int)

    def __init__(self, item: NavItem, parent: QWidget | None = None) -> None:
        super().__init__(item.words, "rail", item.icon, "", parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _fit(self) -> None:
        # A rail in a low window squeezes its items down to the smallest target instead of hiding some.
        self.setMinimumHeight(int(current().sizes["floor"]["other"]))
        self.setMaximumHeight(current().height("rail"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), int(current().sizes["floor"]["other"]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)


class NavRail(Themed, QFrame):
    chosen = Signal(str)

    def __init__(self, items: Sequence[NavItem], brand: str = "", parent: QWidget | None = None) -> None:
        self._marking = self._told = False
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
        self._feet: list[BigButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.ready()

    def set_current(self, key: str) -> None:
        """Marks a room; an unknown key marks none."""
        self._marking = True
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == key)
        self._group.setExclusive(True)
        self._marking = False

    def add_foot(self, button: BigButton) -> None:
        """A button that stays at the bottom."""
        self._feet.append(button)
        self._all.addWidget(button)
        button.set_alone(self.collapsed())

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
        row = self._brand_row = QHBoxLayout(head)
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
        button.toggled.connect(self._on_toggled)
        button.walked.connect(self._on_walked)
        self._group.addButton(button)
        self._buttons[item.key] = button
        self._all.addWidget(button)

    def _on_toggled(self, on: bool) -> None:
        """A screen reader toggles and never clicks; after a click this comes first, and the click says nothing more."""
        if on and not self._marking:
            self._on_clicked()
            self._told = True
            QTimer.singleShot(0, self, self._forget)

    def _forget(self) -> None:
        self._told = False

    def _on_clicked(self) -> None:
        if self._told:
            self._told = False
            return
        pressed = self._group.checkedButton()
        self.chosen.emit(next(key for key, button in self._buttons.items() if button is pressed))

    def _on_walked(self, step: int) -> None:
        # Plain arrows would check each room on the way: here they only move the keyboard, Enter opens.
        stops = [*self._buttons.values(), *self._feet]
        here = next((i for i, button in enumerate(stops) if button.hasFocus()), 0)
        stops[(here + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def restyle(self) -> None:
        theme, alone = current(), self.collapsed()
        side = theme.space("s") + 2
        self._all.setContentsMargins(side, theme.space("m"), side, theme.space("m"))
        self._all.setSpacing(theme.space("xs"))
        self._name.setVisible(not alone and bool(self._name.text()))
        self._brand_row.setAlignment(Qt.AlignmentFlag.AlignHCenter if alone else Qt.AlignmentFlag(0))
        self._brand.setFixedHeight(theme.height("row"))
        for button in (*self._buttons.values(), *self._feet):
            button.set_alone(alone)
