"""The clocks of matters while the program runs: a sound at 15 minutes, an alarm when nobody has answered, and the way there.

Counting and raising is the desk's (desk.receiving_days.Clockwork); here it is only asked, every quarter of a minute.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from desk.core.errors import Fault
from desk.core.lanes import WRITE

if TYPE_CHECKING:
    from desk.app import Desk
    from desk.receiving_days import Clockwork, Tick

log = logging.getLogger("ui.matters")

TICK_MS = 15_000
AGAIN_MS = 10 * 60_000  # a late matter of which nobody has been told sounds again


class Voice(Protocol):
    """ui.shell.voice.Voice, as far as the clocks speak."""

    def tone(self, name: str) -> None: ...

    def offer(self, text: str, action: str, act: Callable[[], object]) -> None: ...


class MatterClock(QObject):
    """`start()` and `stop()` with the shell. Only the gate that noted a matter makes a sound for it."""

    def __init__(self, desk: Desk, voice: Voice, to: Callable[..., None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._voice, self._to = desk, voice, to
        self._work: Clockwork | None = None
        self._warned: set[str] = set()
        self._sounded: dict[str, int] = {}
        self._busy = False
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.ask)

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def ask(self) -> None:
        """What do the clocks say now?"""
        if self._busy:
            return
        self._busy = True
        self._desk.lanes.run(WRITE, self._tick, self._answered, self._failed)

    def _tick(self) -> tuple[Tick, str]:
        from desk.receiving_days import Clockwork

        if self._work is None:
            self._work = Clockwork(self._desk)
        tick = self._work.tick()
        with self._desk.store.reading() as r:
            return tick, r.gate_id

    def _failed(self, error: Exception) -> None:
        """Asked again in a quarter of a minute; a disk that takes nothing is told by whoever writes."""
        self._busy = False
        if not isinstance(error, Fault):
            raise error
        log.info("the clocks of matters were not asked: %s", error.code)

    def _answered(self, found: tuple[Tick, str]) -> None:
        self._busy = False
        tick, gate_id = found
        rows = [row for row in tick.pressing.rows if row.gate_id == gate_id]
        self._alarm([row for row in rows if row.first.value == "over" and row.told_at is None])
        self._warn([row for row in rows if row.first.value == "alarm" and row.id not in self._warned])

    def _alarm(self, late: list[Any]) -> None:
        now = self._desk.clock.now_ms()
        due = [row for row in late if now - self._sounded.get(row.id, now - AGAIN_MS) >= AGAIN_MS]
        if due:
            self._sounded.update((row.id, now) for row in due)
            words = QCoreApplication.translate("MatterClock", "有 {n} 件事到时间没人答复，请马上打电话上报")
            self._say(words, due, "alarm")

    def _warn(self, soon: list[Any]) -> None:
        if soon:
            self._warned.update(row.id for row in soon)
            words = QCoreApplication.translate("MatterClock", "有 {n} 件事 15 分钟内要答复")
            self._say(words, soon, "bad")

    def _say(self, words: str, rows: list[Any], tone: str) -> None:
        self._voice.tone(tone)
        action = QCoreApplication.translate("MatterClock", "去看")
        if len(rows) == 1:
            self._voice.offer(words.format(n=1), action, lambda: self._to("matter", matter_id=rows[0].id))
        else:
            self._voice.offer(words.format(n=len(rows)), action, lambda: self._to("hearings", room="matters"))
