"""Banner: a sentence across the page. UndoBar: the ten seconds in which an act can be taken back.

`Banner(text, tone="info", icon="", action="", closable=True)`; signals `acted()`, `closed()`; `show_text(text, tone)`.
`UndoBar(seconds=10, now_ms=...)`; `offer(text, undo)` shows it and counts down, `undo` is called at most once;
`take_back()` is what the button does; signals `undone()`, `expired()`. A new offer replaces the old one (which stands).
`stand_aside()` hides it for another line and stops its countdown, `come_back()` goes on with the seconds that were left.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.themed import IconView, Themed, label, set_role, show_if

_ICONS = {"ok": "circle-check", "warn": "alert-triangle", "bad": "alert-octagon", "info": "info-circle"}
_TICK_MS = 200


def monotonic_ms() -> int:
    """Milliseconds that never jump."""
    return time.monotonic_ns() // 1_000_000


class Banner(Themed, QFrame):
    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        text: str = "",
        tone: str = "info",
        icon: str = "",
        action: str = "",
        closable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "note")
        self._mark, self._words = IconView("info-circle", tone), label(text)
        self.button = BigButton(action, "row")
        show_if(self.button, bool(action))
        self.button.clicked.connect(self.acted)
        self._close = BigButton("", "plain", "x")
        show_if(self._close, closable)
        self._close.clicked.connect(self._on_close)
        self._row = QHBoxLayout(self)
        for widget, stretch in ((self._mark, 0), (self._words, 1), (self.button, 0), (self._close, 0)):
            self._row.addWidget(widget, stretch)
        self.show_text(text, tone, icon)
        self.ready()

    def show_text(self, text: str, tone: str = "info", icon: str = "") -> None:
        """Shows another sentence in a tone (ok, warn, bad, info)."""
        self._words.setText(text)
        self._mark.show_icon(icon or _ICONS.get(tone, "info-circle"), tone)
        set_role(self, tone=tone)

    def set_action(self, words: str) -> None:
        """The words of its button; "" takes it away."""
        self.button.setText(words)
        show_if(self.button, bool(words))

    def text(self) -> str:
        return self._words.text()

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        self._close.setToolTip(self.tr("关闭"))
        self._close.setAccessibleName(self.tr("关闭这条提示"))

    def restyle(self) -> None:
        theme = current()
        self._row.setContentsMargins(theme.space("l"), theme.space("s"), theme.space("s"), theme.space("s"))
        self._row.setSpacing(theme.space("m"))


class UndoBar(Banner):
    undone = Signal()
    expired = Signal()

    def __init__(
        self, seconds: int = 10, now_ms: Callable[[], int] = monotonic_ms, parent: QWidget | None = None
    ) -> None:
        self._seconds, self._now_ms = seconds, now_ms
        self._undo: Callable[[], object] | None = None
        self._until = 0
        self._held_ms = 0  # what was left when it stood aside; 0 while it counts
        super().__init__("", "ok", "circle-check", " ", closable=True, parent=parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self.acted.connect(self.take_back)
        self.closed.connect(self._on_closed)
        self.hide()

    def offer(self, text: str, undo: Callable[[], object]) -> None:
        """Says what was done and lets it be undone for the next seconds."""
        self._undo, self._until, self._held_ms = undo, self._now_ms() + self._seconds * 1000, 0
        self.show_text(text, "ok")
        self.tick()
        show_if(self, True)
        self._timer.start()

    def take_back(self) -> None:
        """Undoes the act on offer; does nothing when there is none."""
        undo = self.withdraw()
        if undo:
            undo()
            self.undone.emit()

    def stand_aside(self) -> None:
        """Out of sight for a line that must be read first; nothing is lost meanwhile."""
        if self._undo and not self._held_ms:
            self._held_ms = max(1, self._until - self._now_ms())
            self._timer.stop()
            self.hide()

    def come_back(self) -> None:
        """The other line is gone: the rest of the seconds."""
        if self._undo and self._held_ms:
            self._until, self._held_ms = self._now_ms() + self._held_ms, 0
            self.tick()
            show_if(self, self.offered)
            self._timer.start()

    @property
    def offered(self) -> bool:
        """Something can be taken back, in sight or standing aside."""
        return self._undo is not None

    def seconds_left(self) -> int:
        if not self._undo:
            return 0
        return max(0, -(-(self._held_ms or self._until - self._now_ms()) // 1000))

    def tick(self) -> None:
        """Shows the seconds left and closes the offer when they are over."""
        left = self.seconds_left()
        if left:
            self.button.setText(self.tr("撤销（{seconds} 秒）").format(seconds=left))
        elif self.withdraw():
            self.expired.emit()

    def withdraw(self) -> Callable[[], object] | None:
        """Ends the offer without undoing; gives back what would have undone it."""
        undo, self._undo, self._held_ms = self._undo, None, 0
        self._timer.stop()
        self.hide()
        return undo

    def _on_closed(self) -> None:
        if self.withdraw():
            self.expired.emit()

    def retranslate(self) -> None:
        super().retranslate()
        self.button.set_icon("arrow-back-up")
        if self._undo:
            self.tick()
