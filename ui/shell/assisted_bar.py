"""The banner of an assisted session: over every page while it lasts, with the name masked; and the clock that ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.core.lanes import WRITE
from desk.people.rules_assisted import Why
from ui.texts import sentence
from ui.theme import current
from ui.widgets.banner import Banner
from ui.widgets.themed import Themed, show_if

if TYPE_CHECKING:
    from desk.app import Desk
    from ui.shell.voice import Voice

TICK_MS = 1000


class AssistedBar(Themed, QWidget):
    """pressed(): to the page where it is ended. `close()` when the pages go."""

    pressed = Signal()
    _moved = Signal()

    def __init__(self, desk: Desk, voice: Voice) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._desk, self._voice = desk, voice
        self.line = Banner(closable=False, action="…")
        self.line.acted.connect(self.pressed)
        self._edge = QVBoxLayout(self)
        self._edge.addWidget(self.line)
        self._left = False
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.look)
        self._moved.connect(self._say)  # told on a lane, drawn here
        desk.assisting.changed = self._moved.emit
        self.hide()
        self.ready()
        self._tick.start()

    def leave(self) -> None:
        """The pages go; a session that lasts is over. May be called twice: the first time takes the bar away."""
        if self._left:
            return
        self._left = True
        self._tick.stop()
        self._desk.assisting.changed = _nothing
        if self._desk.assisting.now is not None:
            self._desk.lanes.run(WRITE, lambda: self._desk.assisting.end(Why.CLOSED))
        self.hide()
        self.deleteLater()

    def look(self) -> None:
        """Is it to end by itself? And how much was done so far."""
        why = self._desk.assisting.due()
        if why is not None:
            self._desk.lanes.run(WRITE, lambda: self._desk.assisting.end(why), lambda ended: self._on_ended(ended, why))
        self._say()

    def restyle(self) -> None:
        theme = current()
        self._edge.setContentsMargins(theme.space("xl"), theme.space("s"), theme.space("xl"), 0)

    def retranslate(self) -> None:
        self._say()

    def _on_ended(self, ended: object, why: Why) -> None:
        if ended is not None and why is not Why.LOCKED:  # a locked desk says nothing of anybody
            self._voice.done(self.tr("代办结束：{why}").format(why=sentence(f"assisted.why.{why.value}")))

    def _say(self) -> None:
        helped = self._desk.assisting.now
        show_if(self, helped is not None)
        if helped is None:
            return
        whom = helped.who or helped.door
        done = self.tr("已办 {n} 件").format(n=helped.count)
        self.line.show_text(self.tr("正在替 {who} 代办").format(who=whom) + " · " + done, "warn", "heart-handshake")
        self.line.set_action(self.tr("办完了"))


def _nothing() -> None:
    """Nobody draws it any more."""
