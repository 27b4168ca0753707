"""--probe startup: process start to the first painted frame, and to the moment a visitor can be admitted."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtWidgets import QApplication


class Startup:
    """Ends the program when both are known."""

    def __init__(self, program: Any, begun: int) -> None:
        self._begun = begun
        self.answer: dict[str, object] = {}
        program.window.painted.connect(self._on_painted)
        program.on_ready.append(self._on_ready)

    def _on_painted(self) -> None:
        self.answer["first_paint_ms"] = self._since()

    def _on_ready(self) -> None:
        self.answer["ready_ms"] = self._since()
        QApplication.exit(0)

    def _since(self) -> float:
        return round((time.monotonic_ns() - self._begun) / 1e6, 1)
