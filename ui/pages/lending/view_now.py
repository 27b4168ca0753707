"""Somebody needs it this minute: one tile a thing, one press and it is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.lending.model import Home, Thing
from ui.pages.lending.view_words import LendingWords
from ui.theme import current
from ui.widgets import BigButton, EmptyState, FlowLayout, Themed, show_if

if TYPE_CHECKING:
    from ui.pages.lending.presenter import LendingPresenter


class NowView(Themed, QWidget):
    """`show_home(home)`."""

    def __init__(self, presenter: LendingPresenter) -> None:
        super().__init__()
        self._presenter, self._words = presenter, LendingWords()
        self.tiles: list[tuple[Thing, BigButton]] = []
        self._things: tuple[Thing, ...] = ()
        self._holder, self._empty = QWidget(), EmptyState("wheelchair", "", "")
        self._holder.setProperty("role", "clear")
        self._flow = FlowLayout(self._holder, gap="m", equal=True, columns=3)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._holder)
        self._column.addWidget(self._empty, 1)
        self._column.addStretch(1)
        self.ready()

    def show_home(self, home: Home) -> None:
        if home.urgent != self._things:
            self._things = home.urgent
            self._fill()
        show_if(self._holder, bool(self._things))
        show_if(self._empty, not self._things)

    def begin(self) -> None:
        """The first tile gets the keyboard: Enter takes it."""
        if self.tiles:
            self.tiles[0][1].setFocus()

    def retranslate(self) -> None:
        for thing, tile in self.tiles:
            self._dress(thing, tile)
        self._empty.show_state(
            "wheelchair", self.tr("现在没有能马上拿走的东西"),
            self.tr("轮椅、急救包这些在物品册里勾上“急用可以先拿走”，就会出现在这里。"),
        )  # fmt: skip

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))

    def _fill(self) -> None:
        for _, tile in self.tiles:
            self._flow.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = []
        for thing in self._things:
            tile = BigButton("", "tile", thing.icon)
            tile.clicked.connect(lambda _=False, one=thing.id: self._presenter.take_now(one))
            self._flow.addWidget(tile)
            self.tiles.append((thing, tile))
            self._dress(thing, tile)

    def _dress(self, thing: Thing, tile: BigButton) -> None:
        tile.setText(thing.title)
        tile.set_sub(self._words.bars(thing.bars) if thing.bars else thing.place or self.tr("拿走就按"))
