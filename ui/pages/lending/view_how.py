"""How a thing comes back: four buttons of which one is pressed in. `choice()`, `set_choice(key)`, `show_kit(on)`."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.widgets import BigButton, FlowLayout, Themed, show_if

KEYS = {"ok": "circle-check", "dirty": "refresh", "damaged": "tools", "incomplete": "package"}


class HowPad(Themed, QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, gap="s", equal=True, columns=2)
        self.tiles: dict[str, BigButton] = {}
        for key, icon in KEYS.items():
            tile = BigButton("", "quiet", icon)
            tile.setCheckable(True)
            self._group.addButton(tile)
            flow.addWidget(tile)
            self.tiles[key] = tile
        self.set_choice("ok")
        self.ready()

    def choice(self) -> str:
        return next((key for key, tile in self.tiles.items() if tile.isChecked()), "ok")

    def set_choice(self, key: str) -> None:
        self.tiles[key].setChecked(True)

    def show_kit(self, on: bool) -> None:
        """Of a kit the parts are counted instead of being said to be missing."""
        show_if(self.tiles["incomplete"], not on)

    def retranslate(self) -> None:
        words = (self.tr("完好"), self.tr("脏了"), self.tr("坏了"), self.tr("少了东西"))
        for tile, word in zip(self.tiles.values(), words, strict=True):
            tile.setText(word)
