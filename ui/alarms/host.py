"""Alarms in the program: the full alarm, its line, the chime until somebody sees to it; and the ticks of what listens."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from ui.alarms.cover import AlarmCover
from ui.alarms.model import Watch
from ui.alarms.presenter import AlarmPresenter
from ui.alarms.strip import AlarmStrip

if TYPE_CHECKING:
    from desk.alarming import Alarming, Devices
    from desk.app import Desk
    from desk.core.events import HealthChanged
    from ui.shell.voice import Voice
    from ui.shell.window import Window

log = logging.getLogger("ui.alarms")
CHIME_MS, TICK_MS, LOOK_MS = 4000, 5000, 60_000
TOPICS = frozenset({"alarms", "wearers", "arrived", "settings", "site"})
NOT_STORED = "alarm.not_stored"


class AlarmHost(QObject):
    """`start()` with the shell, `listen(devices)` once there are devices, `close()` at the end."""

    def __init__(self, desk: Desk, window: Window, voice: Voice, demo: bool = False) -> None:
        """demo: nothing here is real, and a desk that was made silent stays silent."""
        super().__init__(window)
        self._demo = demo
        self._desk, self._voice = desk, voice
        self.alarming: Alarming | None = None
        self.presenter = AlarmPresenter(desk, voice)
        self.cover, self.strip = AlarmCover(window, self.presenter), AlarmStrip()
        window.lay_over(self.cover, self.strip)
        self.presenter.show, self.presenter.told = self.cover.show_alarm, self._on_told
        self.presenter.closed = self._on_closed
        self.presenter.acknowledge = self._acknowledge
        self.strip.opened.connect(self.presenter.open)
        self._chime, self._tick, self._look = (self._timer(ms, do) for ms, do in self._beats())
        self._sounding = self._real = False

    def _beats(self) -> tuple[tuple[int, Callable[[], None]], ...]:
        return (CHIME_MS, self._sound), (TICK_MS, self._on_tick), (LOOK_MS, self.presenter.refresh)

    def _timer(self, ms: int, do: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=ms)
        timer.timeout.connect(do)
        return timer

    def start(self) -> None:
        """What was open when the program went is open still."""
        self._look.start()
        self.presenter.refresh()

    def listen(self, devices: Devices) -> None:
        """From now on what devices say is heard: before they are started."""
        from desk.alarming import Alarming

        self.alarming = Alarming(self._desk, devices)
        self.alarming.start()
        self._tick.start()

    def deaf(self) -> None:
        """The devices go."""
        self._tick.stop()
        if self.alarming is not None:
            self.alarming.stop()
            self.alarming = None

    def close(self) -> None:
        """The pages, or the program, go."""
        self.deaf()
        self._look.stop()
        self._chime.stop()
        self.presenter.leave()
        self.cover.show_alarm(None)
        self.cover.deleteLater()
        self.strip.hide()
        self.strip.deleteLater()

    def on_changed(self, topics: frozenset[str]) -> None:
        if topics & TOPICS:
            self.presenter.refresh()

    def on_health(self, event: HealthChanged) -> None:
        """What could not be stored is heard all the same."""
        if event.code == NOT_STORED:
            self._voice.alarm(not self._demo)

    def _on_told(self, watch: Watch) -> None:
        self._real = watch.real and not self._demo
        self.strip.show_lines(watch.taken)
        if watch.chime and not self._sounding:
            self._sound()
            self._chime.start()
        elif not watch.chime:
            self._chime.stop()
        self._sounding = watch.chime

    def _sound(self) -> None:
        self._voice.alarm(self._real)
        if not self.cover.isHidden():
            self.cover.raise_()  # a question that was asked meanwhile waits

    def _on_tick(self) -> None:
        if self.alarming is not None:
            self.alarming.tick()

    def _acknowledge(self, device_id: str, contact: int) -> None:
        if self.alarming is not None:
            self.alarming.acknowledge(device_id, contact)

    def _on_closed(self, alarm_id: str, false_alarm: bool) -> None:
        said = (
            QCoreApplication.translate("AlarmHost", "已记为误报")
            if false_alarm
            else QCoreApplication.translate("AlarmHost", "报警已结束")
        )
        self._voice.undo(said, lambda: self.presenter.reopen(alarm_id))
