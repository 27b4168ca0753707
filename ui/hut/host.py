"""The program as a hut: its page over the whole screen, scans, machines, alarms; and back to a desk once somebody ends it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desk.faces.views import State
from ui import i18n
from ui.faces.feed import FaceFeed
from ui.hut import autostart
from ui.hut.model import Step
from ui.hut.presenter import HutPresenter
from ui.hut.pulse import Pulse
from ui.hut.view import HutPage
from ui.hut.watch import VARIABLE
from ui.shell.ports import ignore
from ui.shell.wedge import ScannerKeys
from ui.theme import apply_theme

if TYPE_CHECKING:
    from desk.alarming import Alarming
    from desk.app import Desk
    from desk.core.settings import LocalSettings
    from desk.devices.runtime import Devices
    from desk.dispensing import Dispensing
    from desk.faces_lane import Faces
    from ui.eyes import Eyes
    from ui.hardware.speech import Speech
    from ui.shell.page import Page
    from ui.shell.window import Window
    from ui.widgets.sound import Sounds

LEAST_PX = 36  # of the base text: read standing, by whoever has no glasses with them
TICK_MS = 5000
FLAG = "--kiosk"


def words_without(words: list[str]) -> list[str]:
    """Of the command line, what a desk that is no hut any more starts with."""
    return [one for one in words if one != FLAG]


class HutHost(QObject):
    """Made once the desk is open; `close()` at the end."""

    def __init__(
        self, desk: Desk, window: Window, sounds: Sounds, speech: Speech, ended: Callable[[], None], asked: str = ""
    ) -> None:
        super().__init__(window)
        self._desk, self._window, self._speech, self._ended = desk, window, speech, ended
        self._asked = asked  # the language of this run
        self.presenter = HutPresenter(desk, sounds.play, self._on_ended)
        self.page = HutPage(self.presenter)
        self.page.usual_language = self._language()
        self.page.language.connect(self._speak_in)
        self.page.colours.connect(self._colour)
        self.page.wiped.connect(self._on_wiped)
        self.page.speak.connect(speech.read)
        self.alarming: Alarming | None = None
        self._keys: ScannerKeys | None = None
        self._eyes: Eyes | None = None
        self._lane: Faces | None = None
        self._leave_lane: Callable[[], None] = ignore
        self._feed = FaceFeed(self.presenter.by_face.frame, self)
        self._feed.showed.connect(self.page.face.mirror.show_image)
        self.page.stepped.connect(self._on_step)
        self._open = True
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(lambda: self.alarming.tick() if self.alarming is not None else None)
        self.pulse = Pulse(self)
        self._colour(False)
        window.installEventFilter(self)
        window.show_alone(cast("Page", self.page))
        self._whole = QApplication.platformName() not in ("offscreen", "minimal")
        if self._whole:
            window.showFullScreen()
        self.presenter.refresh()

    def close(self) -> None:
        """May be called twice."""
        if not self._open:
            return
        self._open = False
        self._window.removeEventFilter(self)
        self._tick.stop()
        self.pulse.stop()
        self._feed.stop()
        self._leave_lane()
        self.presenter.by_face.stop()
        self.page.idle.stop()
        if self.alarming is not None:
            self.alarming.stop()
        if self._keys is not None:
            self._keys.stop()
        if self._eyes is not None:
            self._eyes.glimpsed.disconnect(self._on_glimpse)

    def eyes_are_here(self, eyes: Eyes) -> None:
        self._eyes = eyes
        eyes.glimpsed.connect(self._on_glimpse)
        eyes.cameras.state.connect(self._on_camera)
        self._on_camera(eyes.cameras.code)
        self._keys = ScannerKeys(lambda text: eyes.scans.take(text, "wedge"), lambda: None, self)
        self._keys.start()

    def listen(self, devices: Devices, dispensing: Dispensing) -> None:
        """Machines are made, not started yet: alarms of those that stand here are kept as at every desk."""
        from desk.alarming import Alarming
        from desk.hut import Hut

        self.alarming = Alarming(self._desk, devices)
        self.alarming.start()
        self._tick.start()
        self.presenter.devices_are_here(devices, Hut(self._desk, devices, dispensing))

    def faces_are_here(self, lane: Faces) -> None:
        """Their lane, open or not: whoever enrolled at this hut may be known by the face."""
        self._lane = self.presenter.by_face.lane = lane
        self._leave_lane = lane.listen(lambda _: self._on_lane())

    def on_changed(self, topics: frozenset[str]) -> None:
        self.presenter.on_changed(topics)

    def on_scanned(self, seen: Any) -> None:
        self.presenter.scan(seen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A visitor's hand or keyboard does not close the hut; the end of the computer's day does."""
        if event.type() == QEvent.Type.Close and event.spontaneous():
            event.ignore()
            return True
        if event.type() == QEvent.Type.WindowStateChange and self._whole:
            QTimer.singleShot(0, self, self._stand_whole)
        return False

    def _stand_whole(self) -> None:
        """Made small or put away by a key of the system, it comes back over the whole screen."""
        if self._open and (self._window.isMinimized() or not self._window.isFullScreen()):
            self._window.showFullScreen()

    def _on_glimpse(self, glimpse: Any) -> None:
        self.page.glimpse(glimpse.picture)

    def _on_camera(self, code: str, _: object = None) -> None:
        self.page.scan.show_camera(code)
        self._on_lane()

    def _on_lane(self) -> None:
        seeing = self._eyes is not None and self._eyes.cameras.code == "camera.working"
        ready = self._lane is not None and self._lane.now.state is State.READY and self._lane.now.people > 0
        self.presenter.faces_are(seeing and ready)

    def _on_step(self) -> None:
        if self.page.model.step is not Step.FACE:
            self._feed.stop()
        elif not self._feed.running:
            self._feed.start(self._eyes)

    def _language(self) -> str:
        return i18n.fitting(self._asked or self._desk.settings.now.language)

    def _speak_in(self, lang: str) -> None:
        i18n.install(lang)
        self._speech.set_language(lang)

    def _colour(self, contrast: bool) -> None:
        now: LocalSettings = self._desk.settings.now
        app = cast("QApplication", QApplication.instance())
        apply_theme(app, "contrast" if contrast else now.scheme, max(now.base_px, LEAST_PX))

    def _on_wiped(self) -> None:
        if i18n.current() != self._language():
            self._speak_in(self._language())
        self._colour(False)
        self._speech.stop()
        if self._eyes is not None:
            self._eyes.forget()
            self._eyes.scans.forget()

    def _on_ended(self) -> None:
        sys.argv[1:] = words_without(sys.argv[1:])  # what begins anew is a desk,
        os.environ.pop(VARIABLE, None)  # and nobody watches it
        autostart.set_on(False)
        self.close()
        self._ended()
