"""Keeps the public screen on its monitor: remembered by serial or socket, back when it comes back, hidden while it is away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from desk.core.settings import SettingsFile
from ui.public_screen.placing import Chosen, Monitor, chosen_of, find, place

SETTING = "public_screen"  # in this machine's settings
SETTLE_MS = 300  # a monitor that comes announces itself several times


class Window(Protocol):
    """PublicWindow, as far as it is moved."""

    def stand(self, rect: QRect) -> None: ...

    def go(self) -> None: ...


class Keeper(QObject):
    """`follow()` puts the window where it belongs now; changed() tells that monitors or the place are other than before."""

    changed = Signal()

    def __init__(
        self,
        settings: SettingsFile,
        window: Window,
        desk: Callable[[], Monitor | None],
        monitors: Callable[[], Sequence[Monitor]] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._window, self._desk = settings, window, desk
        self._monitors = monitors or plugged_in
        self.at: Monitor | None = None
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._soon.timeout.connect(self.follow)

    def start(self) -> None:
        """Hear of monitors from now on."""
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self.on_added)
        app.screenRemoved.connect(self.on_removed)
        app.primaryScreenChanged.connect(self.on_added)
        self.follow()

    def stop(self) -> None:
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.disconnect(self.on_added)
            app.screenRemoved.disconnect(self.on_removed)
            app.primaryScreenChanged.disconnect(self.on_added)
        self._soon.stop()
        self._window.go()
        self.at = None

    @property
    def chosen(self) -> Chosen:
        return chosen_of(self._settings.now.extra.get(SETTING))

    def monitors(self) -> tuple[Monitor, ...]:
        """Every monitor but the desk's own."""
        own = self._desk()
        return tuple(one for one in self._monitors() if own is None or not one.covers(own))

    def missing(self) -> bool:
        """One was chosen and is not plugged in."""
        chosen = self.chosen
        return chosen.on and find(self._monitors(), chosen) is None

    def choose(self, chosen: Chosen) -> None:
        """Remember it on this machine and go there."""
        self._settings.change(extra={**self._settings.now.extra, SETTING: chosen.to_settings()})
        self.follow()

    def on_added(self, *_: object) -> None:
        """A monitor came, or another one is the first: look once they have settled."""
        self._soon.start()

    def on_removed(self, screen: QScreen | None = None) -> None:
        """A monitor went. Qt would move the window onto the desk's own: it goes before that, and looks for its place later."""
        if self.at is not None and (screen is None or screen.name() == self.at.name):
            self._window.go()
            self.at = None
            self.changed.emit()
        self._soon.start()

    def follow(self) -> None:
        """To where it belongs now."""
        self._soon.stop()
        there = place(self._monitors(), self.chosen, self._desk())
        if there is None:
            self._window.go()
        else:
            self._window.stand(QRect(there.x, there.y, there.width, there.height))
        self.at = there
        self.changed.emit()


def monitor_of(screen: QScreen) -> Monitor:
    rect = screen.geometry()
    model = " ".join(part for part in (screen.manufacturer(), screen.model()) if part)
    return Monitor(screen.name(), screen.serialNumber(), model, rect.x(), rect.y(), rect.width(), rect.height())


def plugged_in() -> list[Monitor]:
    """Every monitor Qt knows."""
    return [monitor_of(screen) for screen in QGuiApplication.screens()]
