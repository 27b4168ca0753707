"""--probe devices: the program with its page of devices in front; what the machines cost, and how the screen's loop keeps time.

`--count N`: seconds. A stall is how much later than asked a timer of 5 ms comes.
"""

from __future__ import annotations

import gc
import os
import time
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desk.devices.reads import devices as set_up
from ui.app import Program
from ui.probes.scan import badge_of_somebody, memory_mb

TICK_MS, LOOK_MS = 5, 100
WARM_S = 5.0


class DevicesProbe(QObject):
    """Waits until every device works, then watches."""

    def __init__(self, program: Program, seconds: int) -> None:
        super().__init__(program)
        self._program, self._seconds = program, seconds
        self.answer: dict[str, Any] = {}
        self._wanted = 0
        self._late: list[float] = []
        self._cpu_s = self._began_s = self._last_s = 0.0
        self._memory = 0.0
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._ready)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._ticked)
        program.on_ready.append(self._open)

    def _open(self) -> None:
        from desk.operators.rules import COMMAND

        self._program.desk.write(badge_of_somebody, self._sign_on, actor=COMMAND)

    def _sign_on(self, badge: str) -> None:
        from desk.core.lanes import WRITE

        desk = self._program.desk
        desk.lanes.run(WRITE, lambda: desk.session.sign_on_badge(badge), lambda _: desk.read(set_up, self._to_page))

    def _to_page(self, wanted: list[Any]) -> None:
        assert self._program.shell is not None
        self._wanted = len(wanted)
        self._program.shell.to("devices")
        self._look.start()

    def _ready(self) -> None:
        machines = self._program.machines
        devices = machines.devices if machines is not None else None
        if devices is None:
            return
        found = devices.everything()
        if len(found) < self._wanted or not all(one.code == "device.ready" for one in found):
            return
        self._look.stop()
        self.answer["devices"] = len(found)
        QTimer.singleShot(round(WARM_S * 1000), self._begin)

    def _begin(self) -> None:
        gc.collect()
        self._memory = memory_mb() or 0.0
        self._cpu_s, self._began_s = time.process_time(), time.monotonic()
        self._last_s = self._began_s
        self._tick.start()
        QTimer.singleShot(self._seconds * 1000, self._end)

    def _ticked(self) -> None:
        now_s = time.monotonic()
        self._late.append(max(0.0, now_s - self._last_s - TICK_MS / 1000))
        self._last_s = now_s

    def _end(self) -> None:
        self._tick.stop()
        used_s, wall_s = time.process_time() - self._cpu_s, time.monotonic() - self._began_s
        late = sorted(self._late)
        gc.collect()
        self.answer |= {
            "seconds": round(wall_s, 1), "cpu_percent_of_a_core": round(100 * used_s / wall_s, 2),
            "stall_ms_p99_9": round(1000 * late[int(len(late) * 0.999)], 1), "stall_ms_max": round(1000 * late[-1], 1),
            "ticks": len(late), "memory_growth_mb": round((memory_mb() or 0.0) - self._memory, 2),
            "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
            "platform": QApplication.platformName(),
        }  # fmt: skip
        QApplication.exit(0)
