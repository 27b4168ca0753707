"""Which chapter of the manual is open, the card for the wall, and the practice estate."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.manual import book
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.screen.rules_board import Board
    from desk.store.unit import Reading


class HelpPresenter:
    """`opened(name)` with the chapter to show, "" for the table of contents; `card(board, address)` with what goes on the wall."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self._chapter = book.FIRST
        self.opened: Callable[[str], None] = ignore
        self.card: Callable[[Board, str], None] = ignore

    def open_for(self, page: str) -> None:
        """The chapter about a page; the first one for a page without."""
        self.open(book.chapter_of(page))

    def open(self, chapter: str) -> None:
        """A chapter by its name; "" is the table of contents."""
        self._chapter = chapter
        self.opened(chapter)

    def contents(self) -> None:
        self.open("")

    def wall(self) -> None:
        """Ask for what stands on the card for the wall: this gate and its numbers."""

        def work(r: Reading) -> tuple[Board, str]:
            from desk.screen import reads
            from desk.store.identity import here

            return reads.board(r), here(r).address

        self._turns.read("card", work, lambda found: self.card(*found))

    def practise(self) -> None:
        """The practice estate, in a window of its own."""
        self._ports.extras["practise"]()

    def back(self) -> bool:
        """From the contents to the chapter one came from; False when that is not where one is."""
        if self._chapter:
            return False
        self.open(book.FIRST)
        return True

    def leave(self) -> None:
        self._ports.go.back()
