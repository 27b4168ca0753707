"""The composition root of the program: window first, then the desk, then the cameras; and the way out."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desk.app import Desk, build
from desk.core.clock import Clock
from desk.core.events import HealthChanged
from desk.core.lanes import PICTURE, READ
from ui import i18n, logs, memory, pages
from ui.bridge import BusBridge, LoopPost, qt_log_to_logging
from ui.child import start_program
from ui.flows import Flows
from ui.garbage import Garbage
from ui.hardware.speech import Speech
from ui.opening.door import Door
from ui.options import Options
from ui.practice.practice import Practice
from ui.settling import Settling
from ui.shell import papers
from ui.shell.health import Health
from ui.shell.instance import SingleInstance
from ui.shell.looks import Looks
from ui.shell.papers import Papers
from ui.shell.voice import Voice
from ui.shell.window import Window
from ui.texts import named
from ui.theme import apply_theme
from ui.widgets.sound import Sounds

if TYPE_CHECKING:
    from desk.faces_lane import Faces
    from ui.alarms.host import AlarmHost
    from ui.eyes import Eyes
    from ui.line import Line
    from ui.machines import Machines
    from ui.public_screen.host import PublicScreen
    from ui.scans import Scans
    from ui.shell.shell import Shell

log = logging.getLogger("ui.app")

CHORES_FIRST_MS, CHORES_MS = 30_000, 300_000
OVER_MS = 50  # until a dialog that was closed has left its loop
WIPED, WIPED_MARK = "sync.wiped", "wiped"  # the mark in the machine's settings: the next first run says it too
OF_THE_DESK = frozenset({"sync_noted"})


class Program(QObject):
    """One run. `ready` is called when a visitor can be admitted; `ended` when the desk is closed."""

    def __init__(self, app: QApplication, options: Options, clock: Clock | None = None) -> None:
        super().__init__()
        self.app = app
        self.options = options
        self.garbage = Garbage(self)
        self.loop = LoopPost(self)
        self.desk: Desk = build(options.home, clock=clock, post=self.loop.post)
        self.bus = BusBridge(self.desk.bus, self)
        self.on_ready: list[Callable[[], None]] = []
        self.shell: Shell | None = None
        self.eyes: Eyes | None = None
        self.machines: Machines | None = None
        self.alarms: AlarmHost | None = None
        self.line: Line | None = None
        self.screen: PublicScreen | None = None
        settings = self.desk.settings.now
        i18n.install(options.lang or settings.language)
        apply_theme(app, options.scheme or settings.scheme, options.base_px or settings.base_px)
        self.window = Window()
        self.sounds = Sounds(settings.volume, settings.muted, self)
        self.speech = Speech(settings.speak, i18n.current(), settings.volume, settings.muted, self)
        self.voice = Voice(self.window, self.window.notes, self.sounds)
        self.health = Health(lambda code: self.window.notes.show_health(named(self.health.name, code)))
        self.window.notes.health.closed.connect(self.health.put_aside)
        papers.install(
            Papers(self.voice, lambda: self.desk.settings.now.printer_name, self.desk.home.root, bool(options.home))
        )
        self.flows = Flows(self.desk, self.voice)
        self.specs = pages.specs()
        self.window.show_rooms(self.specs)
        self.looks = Looks(app, self.desk.settings, self.window)
        self.looks.changed.connect(lambda: self.speech.set_language(i18n.current()))
        self.door = Door(self.desk, self.window, self.voice, self.specs, self._on_open, self._open_eyes)
        self.door.extras["looks"] = self.looks
        self.door.restart, self.door.practice = self._begin_anew, options.practice
        self.practice = Practice(self)
        self.again = False  # begin anew once this run has ended
        self.door.say_opening(options.demo)
        self.window.closing.connect(self.close)
        self.bus.scanned.connect(self.door.on_scanned)
        self._closed = self._away = False  # away: the hub has had this desk wiped
        self.settling = Settling(self.desk, self)
        self.faces: Faces | None = None
        self._chores = QTimer(self, interval=CHORES_FIRST_MS)
        self._chores.timeout.connect(self._run_chores)

    def show(self) -> None:
        """Paint the frame, then open the desk behind it."""
        self.window.painted.connect(self._on_painted)
        if self.app.platformName() in ("offscreen", "minimal") or self.options.tour:
            self.window.show()
        else:
            self.window.showMaximized()

    def raise_window(self) -> None:
        """A second start: come to the front."""
        self.window.setWindowState(self.window.windowState() & ~self.window.windowState().WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def close(self) -> None:
        """Cameras off, lanes finished, store closed. May be called twice."""
        if self._closed:
            return
        self._closed = True
        self.settling.stop()
        self._chores.stop()
        self._leave_screen()
        self.practice.close()
        if self.shell is not None:
            self.shell.close()
        if self.eyes is not None:
            self.eyes.close()
        self._leave_alarms()
        if self.machines is not None:
            self.machines.close()
        if self.line is not None:
            self.line.stop()
        if self.faces is not None:
            self.faces.stop()
        papers.install(None)
        self.bus.close()
        self.loop.close()
        self.desk.close()
        self.garbage.stop()

    def _on_painted(self) -> None:
        QTimer.singleShot(0, self._open)

    def _open(self) -> None:
        if not self._closed:
            self.door.begin(self.options.demo)

    def _on_open(self) -> None:
        from ui.line import Line
        from ui.shell.shell import Shell
        from ui.updating import Updating

        self.line = Line(self.desk)
        self.shell = Shell(self.desk, self.window, self.voice, self.specs, self.looks)
        self.shell.extras |= {"sounds": self.sounds, "speech": self.speech, "restore": self._restore, "line": self.line}
        self.shell.extras["update"] = Updating(self, self._leave_shell, self._begin_anew).begin
        self.shell.extras |= {"flows": self.flows, "anew": self._begin_anew, "faces": self._lane_of_faces()}
        self.bus.changed.connect(self.shell.on_changed)
        self.bus.changed.connect(self.settling.hear)
        self.bus.scanned.connect(self.shell.on_scanned)
        self.bus.health.connect(self._on_health)
        self.practice.open()
        self._open_alarms()
        self.desk.lanes.run(READ, lambda: None, lambda _: self._on_ready())  # answers once the page below stands
        self.shell.start()

    def _open_alarms(self) -> None:
        """What is open stands over the first page; devices are heard once there are some."""
        from ui.alarms.host import AlarmHost

        self.alarms = AlarmHost(self.desk, self.window, self.voice, self.options.demo)
        self.bus.changed.connect(self.alarms.on_changed)
        self.bus.health.connect(self.alarms.on_health)
        if self.shell is not None:
            self.shell.extras["alarms"] = self.alarms

    def _leave_alarms(self) -> None:
        alarms, self.alarms = self.alarms, None
        if alarms is not None:
            self.bus.changed.disconnect(alarms.on_changed)
            self.bus.health.disconnect(alarms.on_health)
            alarms.close()

    def _on_ready(self) -> None:
        if self.alarms is not None:
            self.alarms.start()
        for call in self.on_ready:
            call()
        if self.line is not None:
            self.line.start()
        QTimer.singleShot(0, self._open_eyes)
        self.desk.lanes.run(READ, _warm_screen, lambda _: self._open_screen())

    def _open_screen(self) -> None:
        """The public screen, once a visitor can be admitted."""
        if self._closed or self._away or self.shell is None:
            return
        from ui.public_screen.host import PublicScreen

        self.screen = PublicScreen(self.desk, self.window, self)
        self.bus.changed.connect(self.screen.on_changed)
        self.looks.changed.connect(self.screen.look_again)
        self.shell.extras["screen"] = self.screen
        self.screen.start()

    def _leave_screen(self) -> None:
        screen, self.screen = self.screen, None
        if screen is not None:
            self.bus.changed.disconnect(screen.on_changed)
            self.looks.changed.disconnect(screen.look_again)
            screen.close()

    def _open_eyes(self) -> None:
        if not self._closed:
            self.desk.lanes.run(PICTURE, _warm, lambda _: self._on_eyes())

    def _on_eyes(self) -> None:
        if self._closed or self._away:
            return
        from ui.eyes import Eyes

        if self.desk.founded and self.line is not None:
            self._lane_of_faces().start()
        if self.eyes is None:  # the first run has opened them before the desk stood
            self.eyes = Eyes(self.desk, self.window.scan_line, self.loop.post, self.options)
            self.eyes.start()
        self.door.eyes_are_here(self.eyes)
        if self.shell is None:
            return
        self.eyes.tell()
        self.shell.extras |= {"cameras": self.eyes.cameras, "eyes": self.eyes}
        self.shell.take_keys(self.eyes.scans)
        self._open_machines(self.eyes.scans)
        self.shell.eyes_are_here(self.eyes)
        self.sounds.warm()
        self._chores.start()

    def _lane_of_faces(self) -> Faces:
        """Loaded once there is a window; it opens models and vault on a thread of its own, and only where it is switched on."""
        from desk.faces_lane import Faces

        if self.faces is None:
            self.faces = Faces(self.desk)
        return self.faces

    def _open_machines(self, scans: Scans) -> None:
        """Attached devices, once a visitor can be admitted."""
        from ui.cards import Cards
        from ui.machines import Machines

        if self.machines is None:
            assert self.shell is not None
            self.machines = Machines(self.desk, scans, Cards(self.desk, self.shell, self.voice, self.shell))
            self.machines.start(self._on_machines)

    def _on_machines(self) -> None:
        if self.shell is not None and self.machines is not None:
            self.shell.extras |= {"devices": self.machines.devices, "dispensing": self.machines.dispensing}
            papers.attach(self.machines.devices)
            self.flows.devices, self.flows.dispensing = self.machines.devices, self.machines.dispensing
        if self.alarms is not None and self.machines is not None and self.machines.devices is not None:
            self.alarms.listen(self.machines.devices)

    def _restore(self, path: Path, code: str) -> None:
        self._leave_shell()
        self.door.restore(path, code)

    def _leave_shell(self) -> None:
        """The pages stand on data that is about to go, or is gone."""
        self._leave_screen()
        self._leave_alarms()
        self.practice.close()
        if self.machines is not None:
            self.machines.close()
            self.machines = None
        if self.shell is not None:
            self.bus.changed.disconnect(self.shell.on_changed)
            self.bus.changed.disconnect(self.settling.hear)
            self.bus.scanned.disconnect(self.shell.on_scanned)
            self.shell.close()
        if self.line is not None:
            self.line.stop()
        if self.faces is not None:
            self.faces.stop()
        self.settling.stop()
        self._chores.stop()

    def _on_health(self, event: HealthChanged) -> None:
        if event.code == WIPED:
            self._on_wiped()
        else:
            self.health.hear(event)

    def _on_wiped(self) -> None:
        """The hub has sent this desk away and nothing of it is left, whatever stands on the screen."""
        if self._closed or self._away:
            return
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if over is not None:  # it runs a loop of its own inside a page: out of that first
            over.close()
            QTimer.singleShot(OVER_MS, self._on_wiped)
            return
        self._away = True
        log.info("the hub has had this desk wiped")
        self._leave_shell()
        self.voice.hush()
        self.window.notes.show_health("")
        self.window.district.show_words(None)
        if self.eyes is not None:
            self.eyes.close()
        kept = {name: value for name, value in self.desk.settings.now.extra.items() if name not in OF_THE_DESK}
        self.desk.settings.change(extra={**kept, WIPED_MARK: True})
        self.door.sent_away()

    def _begin_anew(self) -> None:
        self.again = True
        self.window.close()

    def _run_chores(self) -> None:
        """What a desk does by itself once a day; asked every few minutes, because computers sleep."""
        self._chores.setInterval(CHORES_MS)
        if self.desk.founded:
            self.desk.lanes.run("chores", self._chores_due, lambda _: self._lane_of_faces().tidy())

    def _chores_due(self) -> list[str]:
        from desk.chores import run_due
        from desk.updating import remind

        done = run_due(self.desk)
        remind(self.desk)
        memory.give_back()
        return done


def _warm_screen() -> None:
    """On a lane: what feeds the public screen, loaded once the first page stands."""
    import desk.showing  # noqa: F401


def _warm() -> None:
    """On the picture lane: what decoding needs, loaded once the first page stands."""
    import cv2

    import desk.codes.decode.live  # noqa: F401

    cv2.setNumThreads(1)  # for the whole process: a frame is small, and the other core belongs to the window


def run(options: Options, started_ns: int) -> int:
    """Start the program and answer its exit code."""
    memory.one_heap()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("gatehouse-desk")
    app.setApplicationDisplayName("门岗台")
    app.setDesktopFileName("gatehouse-desk")  # by it a Linux desktop knows the window's icon
    qt_log_to_logging()
    if options.probe:
        from ui.probes.runner import run as probe

        return probe(app, options, started_ns)
    return start(app, options)


def start(app: QApplication, options: Options) -> int:
    """The ordinary way: one program per data folder, until it is closed."""
    from ui.hut.chosen import is_hut
    from ui.hut.program import HutProgram

    program = HutProgram(app, options) if is_hut(options) else Program(app, options)
    logs.start(program.desk.home.logs, options.json_log)
    logs.catch_bugs(lambda: program.loop.post(program.voice.bug))
    one = SingleInstance(program.desk.home.root, program.raise_window)
    if not one.claim():
        program.close()
        return 0
    if options.tour is not None:
        from ui.tour import Tour

        tour = Tour(program, options.tour)
        program.on_ready.append(tour.begin)
    program.show()
    code = app.exec()
    program.close()
    one.close()
    if program.again:
        start_program(sys.argv[1:])
    return code


def since_ms(started_ns: int) -> float:
    return round((time.monotonic_ns() - started_ns) / 1e6, 1)
