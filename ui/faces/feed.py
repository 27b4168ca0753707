"""Live frames for the lane of faces: shown as they come, looked at ten times a second, kept nowhere."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from ui.hardware.frames import bgr_of_image

if TYPE_CHECKING:
    from ui.eyes import Eyes

SHOW_MS = 33
LOOK_MS = 90  # every third frame; the lane looks at one in about 40 ms


class FaceFeed(QObject):
    """showed(image): another picture to show; state(code): how the camera is, at the start and at each change.

    look: gets (pixels, at_ms) of a frame that is to be looked at; at_ms only goes forward.
    """

    showed = Signal(QImage)
    state = Signal(str)

    def __init__(self, look: Callable[[Any, int], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._eyes: Eyes | None = None
        self._last: Any = None
        self._code = ""
        self._looked_at = 0
        self._tick = QTimer(self, interval=SHOW_MS)
        self._tick.timeout.connect(self._on_tick)

    def start(self, eyes: Eyes | None) -> None:
        """From the cameras of this run; None: they are still being made."""
        self._eyes, self._last, self._code = eyes, None, ""
        self._tick.start()
        self._on_tick()

    def stop(self) -> None:
        """No frame is taken any more, and the last one is let go."""
        self._tick.stop()
        self._eyes = self._last = None

    @property
    def running(self) -> bool:
        return self._tick.isActive()

    def _on_tick(self) -> None:
        code = self._eyes.cameras.code if self._eyes is not None else "camera.opening"
        if code != self._code:
            self._code = code
            self.state.emit(code)
        last = self._eyes.eye.last if self._eyes is not None else None
        if self._eyes is None or last is None or last is self._last or code != "camera.working":
            return
        self._last = last
        image = self._eyes.still()
        if image is None or image.isNull():
            return
        self.showed.emit(image)
        now = time.monotonic_ns() // 1_000_000
        if now - self._looked_at >= LOOK_MS:
            self._looked_at = now
            self._look(bgr_of_image(image), now)
