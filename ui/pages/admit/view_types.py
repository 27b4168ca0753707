"""Who is it? Nine big tiles; riders and couriers are counted at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shell.shortcuts import key_of
from ui.texts import sentence
from ui.theme import current
from ui.widgets import BigButton, FlowLayout, Themed

TYPES = (
    ("guest", "users"),
    ("domestic", "home-heart"),
    ("contractor", "tools"),
    ("rider", "motorbike"),
    ("courier", "truck-delivery"),
    ("agent", "briefcase"),
    ("official", "building-bank"),
    ("works", "building"),
    ("other", "dots"),
)
TALL = 1.15


class TypePanel(Themed, QWidget):
    """chosen(kind)."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        flow = FlowLayout(self, gap="m", equal=True, columns=3)
        self._tiles: dict[str, BigButton] = {}
        for kind, icon in TYPES:
            tile = BigButton("", "tile", icon, key_of(kind))
            tile.clicked.connect(lambda _=False, kind=kind: self.chosen.emit(kind))
            self._tiles[kind] = tile
            flow.addWidget(tile)
        self.ready()

    def tile(self, kind: str) -> BigButton:
        return self._tiles[kind]

    def restyle(self) -> None:
        for tile in self._tiles.values():
            tile.set_tall(round(current().height("tile") * TALL))

    def retranslate(self) -> None:
        for kind, tile in self._tiles.items():
            tile.setText(sentence(f"visit.type.{kind}"))
