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
        self._say_more()

    def retranslate(self) -> None:
        for kind, tile in self._tiles.items():
            tile.setText(sentence(f"visit.type.{kind}"))
        self._say_more()

    def _say_more(self) -> None:
        """Who is meant, under the word; not at 200 %, where three rows must do."""
        more = {
            "guest": self.tr("探亲、做客"), "domestic": self.tr("保姆、保洁、护工"), "contractor": self.tr("住户请来的"),
            "rider": self.tr("记一次就放行"), "courier": self.tr("记一次就放行"), "agent": self.tr("带人看房"),
            "official": self.tr("民警、社区、抄表"), "works": self.tr("物业请来的"), "other": self.tr("以上都不是"),
        }  # fmt: skip
        for kind, tile in self._tiles.items():
            tile.set_sub("" if current().large() else more[kind])
