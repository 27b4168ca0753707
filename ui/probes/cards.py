"""--probe cards: cards laid on a played reader; how long until the form that is open shows the name of each, painted.

`placed`: from the card on the reader; `line`: what 115200 baud takes for the bytes, which a pseudo terminal does not;
`share`: from the last byte of the reader's answer to the painted form, which is what is ours. Pseudo terminals: not on Windows.
"""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from desk.bench.devices_played import TimedPlug
from desk.devices.reads import devices as set_up
from drivers import registry
from drivers.simulated.player import Player
from ui.app import Program
from ui.probes.scan import badge_of_somebody

log = logging.getLogger("ui.probes")
LOOK_MS, LIFTED_MS, UNREAD_S = 1, 1500, 10.0


class CardsProbe(QObject):
    """The one device that is set up is the reader; ends the program when all cards have been read."""

    def __init__(self, program: Program, count: int) -> None:
        super().__init__(program)
        self._program, self._count = program, count
        self.answer: dict[str, Any] = {}
        self._plug: TimedPlug | None = None
        self._player: Player | None = None
        self._began_s = 0.0
        self._placed: list[float] = []
        self._line: list[float] = []
        self._share: list[float] = []
        self._look = QTimer(self, interval=LOOK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._look.timeout.connect(self._on_look)
        self._attached = QTimer(self, interval=100)
        self._attached.timeout.connect(self._on_attached)
        program.on_ready.append(self._open)

    def _open(self) -> None:
        from desk.operators.rules import COMMAND

        self._program.desk.write(badge_of_somebody, self._sign_on, actor=COMMAND)

    def _sign_on(self, badge: str) -> None:
        from desk.core.lanes import WRITE

        desk = self._program.desk
        desk.lanes.run(WRITE, lambda: desk.session.sign_on_badge(badge), lambda _: desk.read(set_up, self._plug_in))

    def _plug_in(self, wanted: list[Any]) -> None:
        self._plug = TimedPlug(Path(wanted[0].address))
        self._player = Player(registry.get("resident_id").simulator({}), self._plug)
        self._player.start()
        self._attached.start()

    def _on_attached(self) -> None:
        machines = self._program.machines
        found = machines.devices.everything() if machines is not None and machines.devices is not None else []
        if found and all(one.code == "device.ready" for one in found):
            self._attached.stop()
            self._next()

    def _next(self) -> None:
        """An empty form of a guest, then a card."""
        assert self._program.shell is not None
        if len(self._placed) == self._count:
            self._end()
            return
        self._program.shell.to("help")
        self._program.shell.to("admit", type="guest")
        QTimer.singleShot(LIFTED_MS, self._lay)

    def _lay(self) -> None:
        assert self._plug is not None
        assert self._player is not None
        if self._name() is None:
            log.error("no form of a guest stands open")
            QApplication.exit(1)
            return
        self._plug.count_anew()
        self._began_s = time.monotonic()
        self._player.command(f"card mainland {len(self._placed) + 1}")
        self._look.start()

    def _on_look(self) -> None:
        name = self._name()
        if name is not None and name.text() and not name.visibleRegion().isEmpty():
            self._look.stop()
            self._program.window.repaint()
            self._filled(time.monotonic())
        elif time.monotonic() - self._began_s > UNREAD_S:
            log.error("the card has filled nothing")
            QApplication.exit(1)

    def _filled(self, now_s: float) -> None:
        assert self._plug is not None
        assert self._player is not None
        self._placed.append((now_s - self._began_s) * 1000)
        self._share.append((now_s - self._plug.said_s) * 1000)
        self._line.append(self._plug.line_ms())
        self._player.command("lift")
        page: Any = self._program.shell.stack.front() if self._program.shell else None
        page._clear()
        QTimer.singleShot(0, self._next)

    def _name(self) -> QLineEdit | None:
        page: Any = self._program.shell.stack.front() if self._program.shell is not None else None
        fields = getattr(page, "fields", None)
        return fields.lines["name"].findChild(QLineEdit) if fields is not None else None

    def _end(self) -> None:
        assert self._player is not None
        self._player.stop()
        whole = [placed + line for placed, line in zip(self._placed, self._line, strict=True)]
        for what, values in (
            ("placed", self._placed), ("line", self._line), ("placed_and_line", whole), ("share", self._share)
        ):  # fmt: skip
            ordered = sorted(values)
            self.answer[f"{what}_ms"] = {"median": round(ordered[len(ordered) // 2], 1), "max": round(ordered[-1], 1)}
        self.answer |= {
            "cards": len(whole),
            "load": round(os.getloadavg()[0], 2),
            "platform": QApplication.platformName(),
        }
        QApplication.exit(0)
