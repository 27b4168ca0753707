"""CategoryPad: what a matter is about, twelve small tiles and below them those of life in red. Signal `chosen(key)`; `set_choice(key)`.

A choice that was guessed looks chosen like any other; `choice()` answers the key, "" for none.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ui.texts import sentence
from ui.theme import current
from ui.widgets import BigButton, FlowLayout, Themed

LIFE = ("fire", "gas", "injury", "trapped")
KEYS = (
    "hygiene", "facility", "utility", "lift", "noise", "parking", "ebike", "throwing", "service", "dispute", "security",
    "other", *LIFE,
)  # fmt: skip


class CategoryPad(Themed, QWidget):
    chosen = Signal(str)

    def __init__(self, columns: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        usual, life = QWidget(), QWidget()
        flows = {
            False: FlowLayout(usual, gap="s", equal=True, columns=columns),
            True: FlowLayout(life, gap="s", equal=True, columns=columns),
        }
        self._group = QButtonGroup(self)
        self.tiles: dict[str, BigButton] = {}
        for key in KEYS:
            tile = BigButton(sentence(f"matter.category.{key}"), "alarm" if key in LIFE else "row")
            tile.setCheckable(True)
            tile.clicked.connect(lambda _=False, one=key: self.chosen.emit(one))
            self._group.addButton(tile)
            flows[key in LIFE].addWidget(tile)
            self.tiles[key] = tile
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(usual)
        self._column.addWidget(life)
        self.ready()

    def choice(self) -> str:
        return next((key for key, tile in self.tiles.items() if tile.isChecked()), "")

    def set_choice(self, key: str) -> None:
        """Mark one without a signal; "" for none."""
        self._group.setExclusive(False)
        for name, tile in self.tiles.items():
            tile.setChecked(name == key)
        self._group.setExclusive(True)

    def restyle(self) -> None:
        self._column.setSpacing(current().space("s"))

    def retranslate(self) -> None:
        for key, tile in self.tiles.items():
            tile.setText(sentence(f"matter.category.{key}"))
