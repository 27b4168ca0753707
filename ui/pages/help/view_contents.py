"""The table of contents: a button for every chapter, room by room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui import i18n
from ui.manual import book
from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.flow import FlowLayout
from ui.widgets.themed import Themed, label


class Contents(Themed, QWidget):
    """`choose(name)` when a chapter was pressed."""

    def __init__(self, choose: Callable[[str], None]) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._rooms: list[tuple[book.Room, QLabel]] = []
        self.buttons: dict[str, BigButton] = {}
        for room in book.rooms():
            self._add(room, choose)
        self._all.addStretch(1)
        self.ready()

    def _add(self, room: book.Room, choose: Callable[[str], None]) -> None:
        heading, tiles = label("", "strong"), QWidget()
        tiles.setProperty("role", "clear")
        flow = FlowLayout(tiles, gap="s")
        for chapter in room.chapters:
            button = BigButton("", "quiet")
            button.clicked.connect(lambda _=False, name=chapter.name: choose(name))
            flow.addWidget(button)
            self.buttons[chapter.name] = button
        self._rooms.append((room, heading))
        self._all.addWidget(heading)
        self._all.addWidget(tiles)

    def retranslate(self) -> None:
        lang = i18n.current()
        for room, heading in self._rooms:
            heading.setText(room.title[lang])
        for name, button in self.buttons.items():
            button.setText(book.title(name, lang))

    def restyle(self) -> None:
        self._all.setSpacing(current().space("s"))
