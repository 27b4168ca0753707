"""Wipes the screen of the hut when nobody has touched it for a while; says so beforehand, and never under somebody's hands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ui.widgets.banner import monotonic_ms

TICK_MS = 250
TOUCHES = frozenset({
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate,
    QEvent.Type.KeyPress, QEvent.Type.Wheel,
})  # fmt: skip


class Idle(QObject):
    """left(seconds): until it is wiped, 0 while nothing is to be; wiped(): now."""

    left = Signal(int)
    wiped = Signal()

    def __init__(self, parent: QObject | None = None, now_ms: Callable[[], int] = monotonic_ms) -> None:
        super().__init__(parent)
        self._now_ms = now_ms
        self._for_ms = 0
        self._until = 0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        if (app := QApplication.instance()) is not None:
            app.installEventFilter(self)

    def stop(self) -> None:
        self._timer.stop()
        if (app := QApplication.instance()) is not None:
            app.removeEventFilter(self)

    def begin(self, seconds: int) -> None:
        """From now on so many seconds without a touch; 0: nothing is to be wiped."""
        self._for_ms = seconds * 1000
        self.touch()
        if seconds:
            self._timer.start()
        else:
            self._timer.stop()
        self.left.emit(seconds)

    def touch(self) -> None:
        self._until = self._now_ms() + self._for_ms

    def tick(self) -> None:
        """How long is left; wiped when nothing is."""
        rest = self._until - self._now_ms()
        if rest > 0:
            self.left.emit(-(-rest // 1000))
        elif self._for_ms:
            self._for_ms = 0
            self._timer.stop()
            self.wiped.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._for_ms and event.type() in TOUCHES:
            self.touch()
        return False
