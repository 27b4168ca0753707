"""The eye's owner: which camera is open, what became of it, and the way back after it was pulled out."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage

from ui.hardware.choice import CameraInfo, Choice, Devices, pick
from ui.hardware.demo_camera import demo_camera
from ui.hardware.frames import Frame
from ui.hardware.sources import Coloured, FrameSource, folder, picture

log = logging.getLogger("ui.camera")

REAL = ("auto", "camera", "mjpeg")  # eyes that look at the world
SOUGHT_MS = 4000  # some systems do not tell when a camera comes back: looked for this often


class Cameras(QObject):
    """Lives on the Qt thread. `frames` is called on whichever thread a source delivers.

    state(code, name): camera.* codes of ui/hardware/sources.py plus camera.off; listed(): the list of cameras changed;
    chosen(text): a choice to be remembered in the settings; started(): another source plays from here on.
    """

    state = Signal(str, str)
    listed = Signal()
    chosen = Signal(str)
    started = Signal()
    _told = Signal(int, str)

    def __init__(
        self,
        frames: Callable[[Frame], None],
        devices: Callable[[Callable[[], None]], Devices] | None = None,
        demo_texts: Callable[[], list[str]] = list,
        parent: QObject | None = None,
        played: Callable[[], bool] = lambda: False,
    ) -> None:
        """played(): only what the program plays itself may be opened; no camera is looked for."""
        super().__init__(parent)
        self._frames = frames
        self._make_devices = devices
        self._devices: Devices | None = None
        self._demo_texts, self._played = demo_texts, played
        self._source: FrameSource | None = None
        self._camera_id, self._had = "", False
        self._turn = 0  # sources that were stopped may still speak: their number is old
        self.choice = Choice("off")
        self.code, self.name = "camera.off", ""
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self._seek = QTimer(self, interval=SOUGHT_MS)
        self._seek.timeout.connect(self._on_listed)

    def cameras(self) -> list[CameraInfo]:
        """What is plugged in now; nothing where nothing of it may be opened."""
        return [] if self._played() else self._system().inputs()

    def choose(self, choice: Choice) -> None:
        """Open another eye and remember it."""
        self.chosen.emit(choice.text())
        self.open(choice)

    def open(self, choice: Choice) -> None:
        """Open what was remembered; a camera that is not there is waited for."""
        self.close()
        if self._played() and choice.kind in REAL:
            choice = Choice("demo")
        self.choice = choice
        if choice.kind == "off":
            return
        if choice.kind in ("auto", "camera"):
            self._seek.start()
            self._look_for_camera()
        else:
            self._start(self._other(choice))

    def use(self, source: FrameSource) -> None:
        """A source made elsewhere: tests and `--probe scan`."""
        self.close()
        self.choice = Choice("camera", name=source.name)
        self._start(source)

    def still(self) -> QImage | None:
        """The newest picture in its colours; None where only its brightness is known."""
        return self._source.still() if isinstance(self._source, Coloured) else None

    def close(self) -> None:
        self._seek.stop()
        self._had = False
        self._stop("camera.off")

    def _other(self, choice: Choice) -> FrameSource:
        if choice.kind == "picture":
            return picture(Path(choice.value))
        if choice.kind == "folder":
            return folder(Path(choice.value))
        if choice.kind == "demo":
            return demo_camera(self._demo_texts)
        from ui.hardware.qt_sources import MediaSource

        return MediaSource(QUrl.fromLocalFile(choice.value) if choice.kind == "video" else QUrl(choice.value))

    def _look_for_camera(self) -> None:
        cameras = self.cameras()
        camera = pick(self.choice, cameras)
        if camera is None:
            lost = self._had or self.choice.kind == "camera"
            self._stop("camera.unplugged" if lost else "camera.none")
            return
        if camera.id == self._camera_id and self._source is not None:
            return
        self._stop("camera.opening")
        try:
            source = self._system().open(camera.id)
        except LookupError:  # gone between listing and opening: the next look finds out
            return
        self._camera_id, self._had = camera.id, True
        self._start(source)

    def _start(self, source: FrameSource) -> None:
        self._turn += 1
        turn = self._turn
        self._source = source
        self.name = source.name
        self.started.emit()
        source.start(self._frames, lambda code: self._told.emit(turn, code))

    def _stop(self, code: str) -> None:
        source, self._source, self._camera_id = self._source, None, ""
        self._turn += 1
        if source is not None:
            source.stop()
            if isinstance(source, QObject):
                source.deleteLater()
        self._say(code)

    def _on_told(self, turn: int, code: str) -> None:
        if turn == self._turn:
            self._say(code)

    def _say(self, code: str) -> None:
        if code != self.code:  # a loss is told once and a recovery once
            log.info("%s (%s)", code, self.choice.kind)
            self.code = code
            self.state.emit(code, self.name)

    def _on_listed(self) -> None:
        if self.choice.kind in ("auto", "camera") and self._seek.isActive():
            self._look_for_camera()

    def _on_changed(self) -> None:
        self.listed.emit()
        self._on_listed()

    def _system(self) -> Devices:
        if self._devices is None:
            if self._make_devices is not None:
                self._devices = self._make_devices(self._on_changed)
            else:
                from ui.hardware.qt_devices import QtDevices

                self._devices = QtDevices(self._on_changed, self)
        return self._devices
