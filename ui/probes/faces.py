"""--probe faces: the check-in page over a camera of 1280x720 in colour at 30 frames a second; what all of it costs.

The picture is shown as it comes, codes are looked for in every frame as ever, and a face is detected and compared all the
while. `looks_per_s` counts the frames a face was looked for in, `shown_per_s` those that were drawn. Nobody is enrolled, so
that the face is compared again and again. The frames are made beforehand; handing them over stands for the camera's own copy.
"""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desk.faces.rules_lane import Wish
from desk.faces.views import State
from ui.app import Program
from ui.hardware.frames import Frame, gray_of_image
from ui.hardware.sources import Sink, Tell, now_ms
from ui.probes.scan import badge_of_somebody

log = logging.getLogger("ui.probes")
WIDE, HIGH, FRAME_MS = 1280, 720, 33
TALL = 0.8  # of the frame, the portrait
SHIFTS = (0, 3, 6, 3)  # pixels: nobody stands quite still
ANEW_MS = 2000  # whoever is not recognised is looked at anew
SETTLE_MS, TICK_MS, LOOK_AGAIN_MS = 3000, 5, 100


class ColourFrames:
    """A source whose frames are put in by hand."""

    name = "push"

    def __init__(self, frames: list[QImage]) -> None:
        self._frames = [(image, gray_of_image(image)) for image in frames]
        self._sink: Sink | None = None
        self._nth = 0

    def start(self, sink: Sink, tell: Tell) -> None:
        self._sink = sink
        tell("camera.working")

    def stop(self) -> None:
        self._sink = None

    def still(self) -> QImage:
        return self._frames[self._nth][0].copy()

    def next(self) -> None:
        self._nth = (self._nth + 1) % len(self._frames)
        if self._sink is not None:
            self._sink(Frame(self._frames[self._nth][1].copy(), now_ms()))


def frames_of(portrait: Path) -> list[QImage]:
    """The portrait in the middle of a frame, a little to and fro."""
    picture = QImage(str(portrait)).scaledToHeight(round(HIGH * TALL), Qt.TransformationMode.SmoothTransformation)
    made = []
    for shift in SHIFTS:
        frame = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
        frame.fill(Qt.GlobalColor.gray)
        painter = QPainter(frame)
        painter.drawImage((WIDE - picture.width()) // 2 + shift, (HIGH - picture.height()) // 2, picture)
        painter.end()
        made.append(frame)
    return made


class FacesProbe(QObject):
    """Needs a throw-away data folder; ends the program after so many seconds."""

    def __init__(self, program: Program, seconds: int, portrait: Path) -> None:
        super().__init__(program)
        self._program, self._seconds = program, seconds
        self._source = ColourFrames(frames_of(portrait))
        self.answer: dict[str, Any] = {}
        self._looks = self._shown = 0
        self._hints: set[str] = set()
        self._cpu_s = self._began_s = self._last_s = 0.0
        self._late: list[float] = []
        self._frame = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._frame.timeout.connect(self._source.next)
        self._tick = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._on_tick)
        program.on_ready.append(self._open)

    def _open(self) -> None:
        from desk.operators.rules import COMMAND

        self._program.desk.write(badge_of_somebody, self._sign_on, actor=COMMAND)

    def _sign_on(self, badge: str) -> None:
        from desk.core.lanes import WRITE

        desk = self._program.desk
        desk.lanes.run(WRITE, lambda: desk.session.sign_on_badge(badge), lambda _: self._switch_on())

    def _switch_on(self) -> None:
        if self._program.eyes is None or self._program.faces is None:
            QTimer.singleShot(LOOK_AGAIN_MS, self._switch_on)
            return
        self._program.eyes.cameras.use(self._source)
        desk = self._program.desk
        today = desk.time.day(desk.clock.now_ms()).isoformat()
        wish = Wish(*("probe",) * 3, today, *("probe",) * 3)
        self._program.faces.switch_on(wish, lambda now: self._on_lane(now.state), self._failed)

    def _on_lane(self, state: State) -> None:
        if state is not State.READY:
            self._failed(RuntimeError(state.value))
            return
        assert self._program.shell is not None
        self._program.shell.to("faces", section="check")
        self._frame.start()
        page: Any = self._program.shell.stack.front()
        heard = page._presenter.live._on_seen

        def seen(one: Any) -> None:
            self._looks += 1
            self._hints.add(one.hint.value)
            heard(one)

        page._presenter.live._on_seen = seen
        page._presenter.live.check(False)
        page.feed.showed.connect(self._on_shown)
        anew = QTimer(self, interval=ANEW_MS)
        anew.timeout.connect(page._presenter.live.again)
        anew.start()
        QTimer.singleShot(SETTLE_MS, self._begin)

    def _on_shown(self, _: QImage) -> None:
        self._shown += 1

    def _begin(self) -> None:
        self._looks = self._shown = 0
        self._cpu_s, self._began_s = time.process_time(), time.monotonic()
        self._last_s = self._began_s
        self._tick.start()
        QTimer.singleShot(self._seconds * 1000, self._end)

    def _on_tick(self) -> None:
        now = time.monotonic()
        self._late.append((now - self._last_s) * 1000 - TICK_MS)
        self._last_s = now

    def _end(self) -> None:
        took = time.monotonic() - self._began_s
        late = sorted(self._late)
        self.answer = {
            "seconds": round(took, 1),
            "core_percent": round(100 * (time.process_time() - self._cpu_s) / took, 1),
            "shown_per_s": round(self._shown / took, 1),
            "looks_per_s": round(self._looks / took, 1),
            "hints": sorted(self._hints),
            "stall_ms_p99_9": round(late[int(len(late) * 0.999)], 1),
            "stall_ms_max": round(late[-1], 1),
            "platform": QApplication.platformName(),
        }
        QApplication.exit(0)

    def _failed(self, error: Exception) -> None:
        log.error("faces do not open: %s", getattr(error, "code", type(error).__name__))
        QApplication.exit(1)
