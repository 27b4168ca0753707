"""Joins the public screen to the program: what it shows is read again when something changed, and once a minute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desk.app import Desk
from desk.core.clock import MINUTE_MS
from desk.core.lanes import READ, WRITE
from ui.public_screen.canvas import Canvas
from ui.public_screen.keeper import Keeper, monitor_of
from ui.public_screen.model import Shown, shown
from ui.public_screen.placing import Chosen, Monitor
from ui.public_screen.window import PublicWindow
from ui.theme import current

if TYPE_CHECKING:
    from desk.screen.rules_board import Board
    from desk.showing import Showing

TOPICS = frozenset({"screen", "settings", "site", "clock"})
LEAST_MS = 50  # many commits in a row are read once


class PublicScreen(QObject):
    """One for a run of the program. told(Shown): what the screen shows now, also while no monitor is there."""

    told = Signal(object)

    def __init__(self, desk: Desk, own: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from desk.showing import Showing

        self._desk, self._own = desk, own
        self._showing: Showing = Showing(desk)
        self._board: Board | None = None
        self._closed = False
        self.shown = Shown()
        self.canvas = Canvas()
        self.window = PublicWindow(self.canvas)
        self.keeper = Keeper(desk.settings, self.window, self._desk_monitor, parent=self)
        self._soon = QTimer(self, singleShot=True, interval=LEAST_MS)
        self._soon.timeout.connect(self.read)
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self._on_minute)
        self.keeper.changed.connect(self._colour)

    def start(self) -> None:
        """Feed, read, and find the monitor."""
        self._showing.start()
        self.read()
        self._await_minute()
        self.keeper.start()
        if (handle := self._own.windowHandle()) is not None:
            handle.screenChanged.connect(self.keeper.on_added)
        self._tick()

    def close(self) -> None:
        """May be called twice."""
        self._closed = True
        self._soon.stop()
        self._minute.stop()
        self._showing.stop()
        if not self.window._closing:
            self.keeper.stop()
            self.window.end()
            self.window.deleteLater()

    def on_changed(self, topics: frozenset[str]) -> None:
        """A unit has committed, here or by way of the hub."""
        if topics & TOPICS:
            self._soon.start()

    def read(self) -> None:
        """Ask the store what may be shown; what stands stays when it does not answer."""
        late = self._showing.moment()

        def turn() -> Board:
            from desk.screen import reads

            with self._desk.store.reading() as r:
                return reads.board(r, late)

        self._desk.lanes.run(READ, turn, self._on_board, lambda _: None)

    def look_again(self) -> None:
        """Another language, other colours of the desk."""
        self._colour()
        self.canvas.say_again()

    def choose(self, chosen: Chosen) -> None:
        """Another monitor, other colours, on or off."""
        self.keeper.choose(chosen)

    def _on_board(self, board: Board) -> None:
        if self._closed:  # the canvas has gone while the store was asked
            return
        self._board = board
        self._draw()
        self._await_minute()

    def _draw(self) -> None:
        if self._board is None:
            return
        self.shown = shown(self._board, max(self._showing.moment(), self._board.moment))
        self.canvas.show_shown(self.shown)
        self.told.emit(self.shown)

    def _on_minute(self) -> None:
        """The clock, what ends and begins; and a look at the store, should anything have been missed."""
        self._draw()
        self._soon.start()
        self._tick()
        self._await_minute()

    def _await_minute(self) -> None:
        """To the next full minute, or to the next moment something begins or ends, if that is sooner."""
        now = self._showing.moment()
        due = now - now % MINUTE_MS + MINUTE_MS
        change = self._board.next_change() if self._board is not None else None
        if change is not None and now < change < due:
            due = change
        self._minute.start(due - now + 20)

    def _tick(self) -> None:
        self._desk.lanes.run(WRITE, self._showing.tick, None, lambda _: None)

    def _desk_monitor(self) -> Monitor | None:
        screen: Any = self._own.screen()
        return monitor_of(screen) if screen is not None else None

    def _colour(self) -> None:
        self.canvas.set_scheme(self.keeper.chosen.scheme or current().scheme)
