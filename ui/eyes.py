"""Cameras, the picture lane and the scan line, wired together once the desk is open."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from desk.app import Desk
from desk.codes.decode.live import LiveDecoder
from desk.codes.decode.model import Found
from desk.core.errors import Refused
from desk.core.events import HealthChanged
from desk.core.lanes import PICTURE
from ui import texts
from ui.hardware import pictures
from ui.hardware.cameras import Cameras
from ui.hardware.choice import Choice
from ui.hardware.eye import Decoder, Eye, Glimpse
from ui.options import Options
from ui.scans import Scans
from ui.shell.scanline import ScanLine

log = logging.getLogger("ui.camera")

PRACTICE_MS = 6000
STUCK_MS = 3000  # a code in view that will not read: offer the six digits
OFFER_MS = 10_000  # and leave them on offer while the phone is turned round to be read
TURNS = (0, -1, 2, 4, 3, 5)  # practice in this order: a household, a pass, revoked, forged, unknown here, foreign
LOST = (
    "camera.unplugged",
    "camera.busy",
    "camera.silent",
    "camera.not_allowed",
    "camera.no_file",
    "camera.no_stream",
)


class Eyes(QObject):
    """Owns the cameras of this run. glimpsed(Glimpse): another small picture, for whoever shows a larger one."""

    glimpsed = Signal(object)

    def __init__(
        self, desk: Desk, line: ScanLine, post: Callable[[Callable[[], None]], None], options: Options
    ) -> None:
        super().__init__()
        self._desk = desk
        self._line = line
        self._post = post
        self._options = options
        self._offer = QTimer(self, singleShot=True, interval=OFFER_MS)
        self._offer.timeout.connect(lambda: line.show_help(""))
        self._practised = 0
        self._forgetting = 0
        self.scans = Scans(desk.clock, desk.bus)
        self.eye = Eye(self._on_lane, _decoder, self._on_code, self._on_glimpse)
        self.cameras = Cameras(self.eye.frame, demo_texts=self._demo_texts, parent=self, played=lambda: desk.practice)
        self.cameras.state.connect(self._on_state)
        self.cameras.chosen.connect(self._remember)
        self.cameras.started.connect(self.forget)
        self._texts: list[str] = []

    def start(self) -> None:
        """Open what was remembered, or what the command line says for this run."""
        self.cameras.open(self._wanted())

    def close(self) -> None:
        self.cameras.close()

    def forget(self) -> None:
        """Another camera, or the desk was locked: what was half read is nobody's business any more."""
        self._forgetting += 1
        self.eye.forget()
        self._on_lane(lambda: self._post(self._forgotten))
        self._end_offer()

    def tell(self) -> None:
        """Say how the camera is, as if it had changed this moment: somebody has begun to listen."""
        self._on_state(self.cameras.code, self.cameras.name)

    def still(self) -> QImage | None:
        """The newest picture, for somebody who presses the shutter; None while the camera shows nothing."""
        last = self.eye.last
        if last is None or self.cameras.code != "camera.working":
            return None
        return self.cameras.still() or pictures.of_gray(last.gray)

    def show_codes(self, codes: list[str]) -> None:
        """What the simulated camera is to show from now on (the tour, training)."""
        self._texts = codes

    def read_picture(self, path: Path, problem: Callable[[Exception], None]) -> None:
        """Look for a code in a picture file; what is found goes the way of every scan."""

        def work() -> list[Found]:
            from desk.codes.decode.picture import read_gray
            from desk.codes.decode.still import decode_still

            return decode_still(read_gray(path))

        def done(found: list[Found]) -> None:
            if not found:
                problem(Refused("scan.nothing_in_picture"))
            for one in found[:1]:
                self.scans.forget()
                self.scans.take(one.text, "camera", b"" if _is_text(one.raw) else one.raw)

        self._desk.lanes.run(PICTURE, work, done, problem)

    def practise(self, problem: Callable[[Exception], None]) -> None:
        """Hold the demonstration's next code before the simulated camera for a while: good ones and bad ones in turn."""
        which, self._practised = TURNS[self._practised % len(TURNS)], self._practised + 1
        self._desk.write(lambda u: _practice_text(u, which), self.hold_up, problem)

    def hold_up(self, text: str) -> None:
        """Show this code to the simulated camera for a while."""
        if not text:
            return
        self.scans.forget()
        self.show_codes([text])
        QTimer.singleShot(PRACTICE_MS, self, lambda: self.show_codes([]))

    def _wanted(self) -> Choice:
        settings = self._desk.settings.now
        if self._options.camera:
            return Choice.parse(self._options.camera)
        if self._options.demo or self._options.tour:
            return Choice("demo")
        if not settings.camera_on:
            return Choice("off")
        return Choice.parse(settings.extra.get("camera", ""))

    def _remember(self, text: str) -> None:
        settings = self._desk.settings
        extra: dict[str, Any] = {**settings.now.extra, "camera": text}
        settings.change(extra=extra, camera_on=Choice.parse(text).kind != "off")

    def _demo_texts(self) -> list[str]:
        return list(self._texts)

    def _on_lane(self, work: Callable[[], None]) -> None:
        self._desk.lanes.run(PICTURE, work)

    def _on_code(self, text: str, raw: bytes) -> None:
        self.scans.take(text, "camera", b"" if _is_text(raw) else raw)
        self._post(self._end_offer)

    def _on_glimpse(self, glimpse: Glimpse) -> None:
        self._post(lambda: self._show(glimpse))

    def _show(self, glimpse: Glimpse) -> None:
        if self.cameras.code == "camera.working":
            self._line.preview.show_picture(glimpse.picture)
            self.glimpsed.emit(glimpse)
        if glimpse.stuck_ms >= STUCK_MS and not self._forgetting:
            self._line.show_help(texts.sentence("scan.stuck"))
            self._offer.start()

    def _on_state(self, code: str, name: str) -> None:
        self._line.preview.show_code(code)
        if code != "camera.opening":  # neither lost nor back
            self._desk.bus.publish(HealthChanged("camera", code, ok=code not in LOST))

    def _forgotten(self) -> None:
        """The lane has let go of the old frames, and all it had told of them has arrived before this."""
        self._forgetting -= 1

    def _end_offer(self) -> None:
        self._offer.stop()
        self._line.show_help("")


def _decoder() -> Decoder:
    return LiveDecoder()


def _practice_text(u: Any, which: int) -> str:
    """One of the codes the demonstration was made with; -1 for a pass, and a pass as well where there are none."""
    from desk.demo.today import CAMERA_TEXTS

    made = u.setting(CAMERA_TEXTS) or []
    text = _some_pass(u) if which < 0 or which >= len(made) else str(made[which])
    return text or (str(made[-1]) if made else "")


def _some_pass(u: Any) -> str:
    """The text of a pass that is good now; empty when there is none."""
    from desk.codes.reads_lists import live_passes
    from desk.codes.service_passes import show_pass

    good = [one for one in live_passes(u) if one.window.not_before is None or one.window.not_before <= u.now]
    return show_pass(u, good[0].code_id).text if good else ""


def _is_text(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
