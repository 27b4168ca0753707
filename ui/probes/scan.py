"""--probe scan: a frame with a code is put into the source; how long until the person it was made for stands on the screen.

Every code is the pass of an announced visitor with a name of their own. The clock stops when the card has been painted with
that name as the rule masks it; a card that does not name the person ends the measurement without an answer.
Also what the idle desk costs: preview and decoding of a scene without a code, at 30 frames a second of 1280x720. The frames
are made beforehand; handing them over stands for the camera's own copy.
"""

from __future__ import annotations

import logging
import os
import time
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from desk.core.masking import COMPOUND_SURNAMES, mask_name
from ui.hardware.demo_camera import code_picture
from ui.hardware.sources import PushSource

log = logging.getLogger("ui.probes")

WIDE, HIGH, FRAME_MS = 1280, 720, 33
SCENES = 8  # empty pictures with noise that differ as a camera's do
QUIET_FRAMES = 9  # between two codes
IDLE_MS = 8000
SETTLE_MS = 3000
LOOK_MS = 1  # how often the card is looked at while a code is out
NAMELESS_S = 3.0  # a card that names nobody by then never will
SURNAMES = sorted(COMPOUND_SURNAMES)  # two characters stand when masked: no two cards after each other look alike


class ScanProbe(QObject):
    """Needs a throw-away data folder, which it fills with codes; ends the program when all are measured."""

    def __init__(self, program: Any, count: int) -> None:
        super().__init__()
        self.answer: dict[str, object] = {}
        self._program = program
        self._count = count
        self._source = PushSource()
        self._codes: list[tuple[Any, str]] = []  # a frame, and the masked name that its card must show
        self._scenes: list[Any] = []
        self._times: list[float] = []
        self._held: tuple[Any, str] = (None, "")
        self._put_at = 0.0
        self._n = 0
        self._tick = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._on_tick)
        self._look = QTimer(self, interval=LOOK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._look.timeout.connect(self._on_look)
        self._measuring = False
        program.on_ready.append(lambda: QTimer.singleShot(SETTLE_MS, self._prepare))

    def _prepare(self) -> None:
        from desk.operators.rules import COMMAND

        desk = self._program.desk
        desk.write(lambda u: (badge_of_somebody(u), _passes(u, self._count)), self._sign_on, actor=COMMAND)

    def _sign_on(self, made: tuple[str, list[tuple[str, str]]]) -> None:
        from desk.core.lanes import WRITE

        badge, passes = made
        desk = self._program.desk
        desk.lanes.run(WRITE, lambda: desk.session.sign_on_badge(badge), lambda _: self._begin(passes))

    def _begin(self, passes: list[tuple[str, str]]) -> None:
        import numpy as np

        random = np.random.default_rng(7)
        base = np.linspace(70, 130, WIDE, dtype=np.float32)[None, :] + np.zeros((HIGH, 1), np.float32)
        self._scenes = [(base + random.normal(0, 4, (HIGH, WIDE))).clip(0, 255).astype(np.uint8) for _ in range(SCENES)]
        self._codes = [
            (_with_code(self._scenes[n % SCENES], text), mask_name(name)) for n, (name, text) in enumerate(passes)
        ]
        self._program.eyes.cameras.use(self._source)
        self._measuring = True
        self._tick.start()

    def _on_tick(self) -> None:
        self._n += 1
        if self._put_at:  # a code is held before the camera until it is read
            self._source.put(self._held[0])
            return
        if self._measuring and self._n % QUIET_FRAMES == 0:
            if not self._codes:
                self._measuring = False
                self._idle()
                return
            self._put_at = time.perf_counter()
            self._held = self._codes.pop()
            self._source.put(self._held[0])
            self._look.start()
        else:
            self._source.put(self._scenes[self._n % SCENES])

    def _on_look(self) -> None:
        waited_s = time.perf_counter() - self._put_at
        stack = self._program.shell.stack
        if stack.name == "result" and names(stack.front(), self._held[1]):
            self._program.window.repaint()
            self._times.append((time.perf_counter() - self._put_at) * 1000)
            self._put_at = 0.0
            self._look.stop()
            self._program.shell.to("help")
        elif waited_s > NAMELESS_S:
            self._look.stop()
            log.error("after %.0f s no card names the visitor; in front is %s", waited_s, stack.name)
            QApplication.exit(1)

    def _idle(self) -> None:
        self._cpu, self._wall = time.process_time(), time.perf_counter()
        QTimer.singleShot(IDLE_MS, self._end)

    def _end(self) -> None:
        self._tick.stop()
        share = (time.process_time() - self._cpu) / (time.perf_counter() - self._wall)
        ordered = sorted(self._times)
        self.answer = {
            "scans": len(ordered),
            "p50_ms": round(ordered[len(ordered) // 2], 1),
            "p95_ms": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], 1),
            "max_ms": round(ordered[-1], 1),
            "idle_percent_of_a_core": round(share * 100, 1),
            "memory_mb": memory_mb(),
        }
        QApplication.exit(0)


def names(card: Any, masked: str) -> bool:
    """Whether a result card names this person, where one can see it."""
    if card.model is None or card.model.visitor != masked:
        return False
    labels = card.findChildren(QLabel)
    return any(label.text().startswith(masked) and not label.visibleRegion().isEmpty() for label in labels)


def memory_mb() -> float | None:
    """Resident size now; None where the system does not tell without a library."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return round(int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6, 1)
    except OSError:
        return None


def badge_of_somebody(u: Any) -> str:
    """A new badge of the first person who may sign on; somebody is made where there is nobody."""
    from desk.operators.reads import needs_first_manager, sign_on_list
    from desk.operators.service import add_operator, issue_badge

    chips = [] if needs_first_manager(u) else sign_on_list(u)
    return issue_badge(u, (chips[0] if chips else add_operator(u, "测量", "manager")).operator_id)


def _passes(u: Any, count: int) -> list[tuple[str, str]]:
    """(name, text of the pass) of announced visitors who do not exist, each to a household where there are any."""
    from desk.core.clock import HOUR_MS
    from desk.operators.rules import COMMAND
    from desk.people import reads as people
    from desk.reception.rules import Draft, VisitorType
    from desk.reception.service import expect_with_pass

    homes = [tie.household_id for one in people.browse(u, COMMAND, 0, count) for tie in one.ties[:1]]
    made = []
    for n in range(count):
        name = f"{SURNAMES[n % len(SURNAMES)]}测试{n}"
        draft = Draft(VisitorType.GUEST, name, household_id=homes[n % len(homes)] if homes else None)
        issued = expect_with_pass(u, u.new_id(), draft, u.now - HOUR_MS // 2, u.now + HOUR_MS)
        made.append((name, issued.text))
    return made


def _with_code(scene: Any, text: str) -> Any:
    frame = scene.copy()
    code = code_picture(text, 6)
    top, left = (HIGH - code.shape[0]) // 2, (WIDE - code.shape[1]) // 2
    frame[top : top + code.shape[0], left : left + code.shape[1]] = code
    return frame
