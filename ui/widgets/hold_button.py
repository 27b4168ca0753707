"""HoldButton: acts only after being held for a second, so that a brush of the hand raises no alarm.

`HoldButton(text, kind="alarm", icon="", key="", hold_ms=1000, now_ms=...)`; signals `held()`, `let_go()` (too early).
Mouse, touch, Space and Enter hold it; a key wired elsewhere calls `press_hold()` and `release_hold()`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import current
from ui.widgets.banner import monotonic_ms
from ui.widgets.buttons import BigButton

_FRAME_MS = 30
# Pale enough for the words to be read through it; the bar at the foot shows the progress.
FILLING = 0.1
_HOLD_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class HoldButton(BigButton):
    held = Signal()
    let_go = Signal()

    def __init__(
        self,
        text: str,
        kind: str = "alarm",
        icon: str = "",
        key: str = "",
        hold_ms: int = 1000,
        now_ms: Callable[[], int] = monotonic_ms,
        parent: QWidget | None = None,
    ) -> None:
        self._hold_ms, self._now_ms = hold_ms, now_ms
        self._since: int | None = None
        super().__init__(text, kind, icon, key, parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self.tick)

    def press_hold(self) -> None:
        """Starts the hold; a second start while holding is the key repeating itself."""
        if self._since is None and self.isEnabled():
            self._since = self._now_ms()
            self._timer.start()
            self.update()

    def release_hold(self) -> None:
        """Ends the hold; too early means nothing happens."""
        if self._stop():
            self.let_go.emit()

    def share(self) -> float:
        """How much of the hold has passed, 0 to 1."""
        return 0.0 if self._since is None else min(1.0, (self._now_ms() - self._since) / self._hold_ms)

    def tick(self) -> None:
        """Fills the button and acts when it is full."""
        full = self.share() >= 1.0
        self.update()
        if full and self._stop():
            self.held.emit()

    def _stop(self) -> bool:
        was, self._since = self._since is not None, None
        self._timer.stop()
        self.update()
        return was

    def retranslate(self) -> None:
        self.setToolTip(self.tr("请按住一秒"))

    def _paint_ground(self, painter: QPainter) -> None:
        super()._paint_ground(painter)
        share, theme = self.share(), current()
        if not share:
            return
        inside = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        shape = QPainterPath()
        shape.addRoundedRect(inside, theme.radius("m") - 2, theme.radius("m") - 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(shape)
        filling = QColor(self._ink())
        filling.setAlphaF(FILLING)
        painter.fillRect(QRectF(inside.x(), inside.y(), inside.width() * share, inside.height()), filling)
        bar = QRectF(inside.x(), inside.bottom() - 6, inside.width() * share, 6)
        painter.fillRect(bar, QColor(self._ink()))
        painter.restore()

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.press_hold()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.release_hold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _HOLD_KEYS:
            self.press_hold()
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in _HOLD_KEYS:
            if not event.isAutoRepeat():
                self.release_hold()
            return
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.release_hold()
