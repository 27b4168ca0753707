"""What a long run costs: memory, handles, threads, widgets, how late the screen's loop comes, and what was logged as wrong."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from ui.probes.scan import memory_mb

TICK_MS = 10
STEPS_MS = (100, 250, 1000)  # stalls are counted, not kept: a list of them would be a leak of its own
KEPT = 20  # texts of errors


class Errors(logging.Handler):
    """Counts what is logged at WARNING and above, and keeps the first errors' texts."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.counts: Counter[str] = Counter()
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.counts[record.levelname] += 1
        if record.levelno >= logging.ERROR and len(self.texts) < KEPT:
            said = record.getMessage()
            if record.exc_info and record.exc_info[1] is not None:
                said += f" ({record.exc_info[1]!r})"
            self.texts.append(f"{record.name}: {said}"[:300])

    @property
    def errors(self) -> int:
        """Lines at ERROR and above."""
        return self.counts["ERROR"] + self.counts["CRITICAL"]


class Gauge(QObject):
    """Watches from `begin` on; `sample` reads what is held now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.errors = Errors()
        self.stalls: Counter[int] = Counter()
        self.longest_ms, self.longest_at, self.doing = 0.0, "", ""  # doing: the act under way, told by the probe
        self._last_s = self._began_s = time.monotonic()
        self._tick = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._ticked)

    def begin(self) -> None:
        self._last_s = self._began_s = time.monotonic()
        logging.getLogger().addHandler(self.errors)
        self._tick.start()

    def sample(self) -> dict[str, Any]:
        """Numbers only; handles are the open files of this process, where the system tells."""
        return {
            "s": round(time.monotonic() - self._began_s, 1), "rss_mb": memory_mb(), "handles": _handles(),
            "threads": _threads(), "python_blocks": sys.getallocatedblocks(), "widgets": len(QApplication.allWidgets()),
            "errors": self.errors.errors, "warnings": self.errors.counts["WARNING"],
        }  # fmt: skip

    def stalls_told(self) -> dict[str, Any]:
        """How often the loop came later than so many milliseconds, and the worst."""
        return {
            **{f"over_{step}_ms": self.stalls[step] for step in STEPS_MS},
            "longest_ms": round(self.longest_ms),
            "longest_at": self.longest_at,
        }

    def _ticked(self) -> None:
        now_s = time.monotonic()
        late_ms = (now_s - self._last_s) * 1000 - TICK_MS
        self._last_s = now_s
        if late_ms > self.longest_ms:
            self.longest_ms, self.longest_at = late_ms, self.doing
        for step in STEPS_MS:
            self.stalls[step] += late_ms > step


def _handles() -> int | None:
    folder = Path("/proc/self/fd")
    return len(os.listdir(folder)) - 1 if folder.exists() else None  # one of them is the listing's own


def _threads() -> int:
    folder = Path("/proc/self/task")
    return len(os.listdir(folder)) if folder.exists() else threading.active_count()
