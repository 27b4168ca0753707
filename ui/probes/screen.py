"""--probe screen: the public screen in a window of 1920x1080. What it costs while it stands, and whether eight hours leave anything behind.

Everything is as in the program but the cameras and the desk's own window: the store is read every minute, pictures take
turns. `--count N`: seconds to watch it stand. The soak turns the clock's hands itself.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desk.app import Desk, build
from desk.core.clock import MINUTE_MS, SystemClock
from ui.bridge import BusBridge, LoopPost
from ui.options import Options
from ui.probes.scan import memory_mb
from ui.public_screen.host import PublicScreen
from ui.theme import apply_theme

FULL = QRect(0, 0, 1920, 1080)
WARM_S, STILL_S = 5, 60
SOAK_MINUTES, TURNS = 480, 5  # eight hours; a picture stands about twelve seconds
BRIEF_S = 5  # watched for no longer than this, it is only being tried
WARM_MINUTES = 60  # caches of fonts, statements and pictures are full after that


class Hands(SystemClock):
    """A clock whose hands are turned."""

    def __init__(self) -> None:
        self.ahead_ms = 0

    def now_ms(self) -> int:
        return super().now_ms() + self.ahead_ms

    def monotonic_s(self) -> float:
        return super().monotonic_s() + self.ahead_ms / 1000


class Stage:
    """A desk with a public screen and nothing else."""

    def __init__(self, app: QApplication, options: Options) -> None:
        apply_theme(app, options.scheme or "light", options.base_px or 24)
        self.clock = Hands()
        self.loop = LoopPost()
        self.desk: Desk = build(options.home, clock=self.clock, post=self.loop.post)
        self.desk.open()
        self.own = QWidget()
        self.bus = BusBridge(self.desk.bus)
        self.screen = PublicScreen(self.desk, self.own)
        self.bus.changed.connect(self.screen.on_changed)
        self.screen.start()
        self.screen.window.stand(FULL)

    def close(self) -> None:
        self.screen.close()
        self.bus.close()
        self.loop.close()
        self.desk.close()


def run(app: QApplication, options: Options) -> dict[str, Any]:
    """Both: {"still": ..., "soak": ...}."""
    stage = Stage(app, options)
    try:
        seconds = options.count or STILL_S
        _wait(min(WARM_S, seconds))
        still = _still(stage, seconds)
        return {"platform": app.platformName(), "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
                "still": still, "soak": _soak(stage, SOAK_MINUTES if seconds > BRIEF_S else BRIEF_S)}  # fmt: skip
    finally:
        stage.close()


def _still(stage: Stage, seconds: int) -> dict[str, Any]:
    """The processor's time of the whole process while the screen stands and its pictures take their turns."""
    painted, cpu, wall = stage.screen.canvas.painted(), time.process_time(), time.monotonic()
    _wait(seconds)
    used, lasted = time.process_time() - cpu, time.monotonic() - wall
    return {
        "seconds": round(lasted, 1), "pictures": stage.screen.canvas.rotation.place[1],
        "drawn": stage.screen.canvas.painted() - painted, "cpu_percent_of_a_core": round(100 * used / lasted, 2),
    }  # fmt: skip


def _soak(stage: Stage, minutes: int) -> dict[str, Any]:
    """Eight hours (less when one only tries it), minute by minute, every picture in its turn, and an emergency every hour."""
    turned, before = 0, (0.0, 0)
    canvas, warm = stage.screen.canvas, min(WARM_MINUTES, minutes)
    for minute in range(warm + minutes):
        if minute == warm:
            before = _held()
        stage.clock.ahead_ms += MINUTE_MS
        stage.screen._on_minute()
        if minute % 60 in (30, 31):
            _emergency(stage.desk, on=minute % 60 == 30)
        _rest(stage.desk)
        for _ in range(TURNS):
            canvas._on_turn()
            QApplication.processEvents()
            turned += 1
    after = _held()
    return {
        "minutes": minutes, "turned": turned, "drawn": canvas.painted(), "memory_mb": after[0],
        "memory_growth_mb": round(after[0] - before[0], 2), "handles": after[1], "handles_growth": after[1] - before[1],
    }  # fmt: skip


def _emergency(desk: Desk, on: bool) -> None:
    from desk.operators.rules import COMMAND
    from desk.screen import service

    with desk.store.unit(COMMAND) as u:
        service.take_over(u) if on else service.end_emergency(u)


def _held() -> tuple[float, int]:
    """Memory (MB) and open files or handles of this process."""
    gc.collect()
    return memory_mb() or 0.0, _handles()


def _handles() -> int:
    folder = Path("/proc/self/fd")
    if folder.is_dir():
        return len(list(folder.iterdir()))
    if sys.platform == "win32":
        import ctypes

        count = ctypes.c_ulong()
        kernel = ctypes.windll.kernel32
        kernel.GetProcessHandleCount(kernel.GetCurrentProcess(), ctypes.byref(count))
        return int(count.value)
    return 0


def _rest(desk: Desk) -> None:
    """Until both lanes have answered, and what they brought is drawn."""
    from desk.core.lanes import READ, WRITE

    told: list[str] = []
    for lane in (WRITE, READ):
        desk.lanes.run(lane, lambda: "", told.append)
    while len(told) < 2:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
