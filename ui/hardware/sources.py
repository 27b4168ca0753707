"""Where frames come from, behind one small protocol; here the sources that need no Qt: pictures, a folder, pushed frames."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from ui.hardware.frames import Frame, Gray

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

log = logging.getLogger("ui.camera")

Sink = Callable[[Frame], None]
Tell = Callable[[str], None]
"""Takes a code: camera.opening, camera.working, camera.none, camera.unplugged, camera.busy, camera.not_allowed, camera.silent,
camera.ended, camera.no_file, camera.no_stream. Each has its sentence in ui/texts.py."""

PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".webp")
PICTURE_FPS = 10
PICTURE_FRAMES = 20  # a still picture is shown this often: the live reader spreads its repair steps over frames


class FrameSource(Protocol):
    """start and stop are called on the Qt thread; sink and tell may be called from any thread until stop returns."""

    name: str

    def start(self, sink: Sink, tell: Tell) -> None: ...

    def stop(self) -> None: ...


@runtime_checkable
class Coloured(Protocol):
    """A source that has its newest frame in colours. Asked on the Qt thread; None before the first frame."""

    def still(self) -> QImage | None: ...


def now_ms() -> int:
    """When a frame arrived. Frames are stamped by the computer's own clock; the desk re-stamps what it stores."""
    return time.time_ns() // 1_000_000


def read_gray(path: Path) -> Gray | None:
    """A picture file as gray, whatever characters its path has; None when it is not a picture."""
    import cv2
    import numpy as np

    try:
        data = np.frombuffer(path.read_bytes(), np.uint8)
    except OSError:
        return None
    if not len(data):
        return None
    gray = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)
    return None if gray is None else np.ascontiguousarray(gray, np.uint8)


class PacedSource:
    """A thread that plays the pictures of `frames()` at `fps` until they end or stop() is called.

    `frames` gives None where a file could not be read.
    """

    def __init__(self, name: str, frames: Callable[[], Iterator[Gray | None]], fps: float = PICTURE_FPS) -> None:
        self.name = name
        self._frames = frames
        self._fps = fps
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, sink: Sink, tell: Tell) -> None:
        self._stop.clear()
        self._thread = threading.Thread(target=self._play, args=(sink, tell), name=f"source-{self.name}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(5)
        self._thread = None

    def _play(self, sink: Sink, tell: Tell) -> None:
        due = time.monotonic()
        tell("camera.working")
        for gray in self._frames():
            if self._stop.is_set():
                return
            if gray is None:
                tell("camera.no_file")
                continue
            sink(Frame(gray, now_ms()))
            due = max(due + 1 / self._fps, time.monotonic())
            if self._stop.wait(due - time.monotonic()):
                return
        tell("camera.ended")


def picture(path: Path) -> PacedSource:
    """One picture held before the camera for two seconds."""
    return PacedSource("picture", lambda: _held(path))


def folder(path: Path) -> PacedSource:
    """Every picture of a folder in the order of names, each held for two seconds."""
    return PacedSource("folder", lambda: _folder(path))


def _held(path: Path) -> Iterator[Gray | None]:
    gray = read_gray(path)
    for _ in range(PICTURE_FRAMES if gray is not None else 1):
        yield gray


def _folder(path: Path) -> Iterator[Gray | None]:
    paths = sorted(p for p in path.glob("*") if p.suffix.lower() in PICTURES)
    if not paths:
        yield None
    for one in paths:
        yield from _held(one)


class PushSource:
    """Frames put in by hand: tests and `--probe scan`."""

    name = "push"

    def __init__(self) -> None:
        self._sink: Sink | None = None

    def start(self, sink: Sink, tell: Tell) -> None:
        self._sink = sink
        tell("camera.working")

    def stop(self) -> None:
        self._sink = None

    def put(self, gray: Gray) -> None:
        """One frame, now. Dropped while the source is stopped."""
        if self._sink is not None:
            self._sink(Frame(gray, now_ms()))
