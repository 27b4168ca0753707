"""Journeys: the real program in a real window over a real store. Fixtures follow the state of the world."""

from __future__ import annotations

import gc
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk import app as desk_app
from desk.operators.rules import COMMAND
from desk.people.service_households import add_household
from desk.store.store import Founding
from tests.fakes.clock import FakeClock
from tests.sync.net.hubs import HubProcess, serving
from ui import i18n
from ui.app import Program
from ui.bridge import qt_log_to_logging
from ui.hardware.sources import PushSource
from ui.options import Options

PIN = "73914"
PICTURES = "GATEHOUSE_JOURNEY_PICTURES"  # a folder to keep the pictures in


class Running:
    """The program while a test drives it."""

    def __init__(self, program: Program, qtbot: QtBot, clock: FakeClock) -> None:
        self.program, self.qtbot, self.clock = program, qtbot, clock
        self.window = program.window
        self.camera = PushSource()

    @property
    def shell(self) -> Any:
        assert self.program.shell is not None
        return self.program.shell

    def until(self, condition: Callable[[], bool], timeout: int = 10_000) -> None:
        self.qtbot.waitUntil(condition, timeout=timeout)

    def front(self) -> str:
        return str(self.shell.stack.name)

    def page(self) -> Any:
        return self.shell.stack.front()

    def write(self, work: Callable[[Any], Any]) -> Any:
        """Something done behind the scenes, as the desk's own command line would."""
        with self.program.desk.store.unit(COMMAND) as u:
            return work(u)

    def read(self, work: Callable[[Any], Any]) -> Any:
        with self.program.desk.store.reading() as r:
            return work(r)

    def use_camera(self) -> PushSource:
        """Frames pushed by hand instead of a camera."""
        assert self.program.eyes is not None
        self.program.eyes.cameras.use(self.camera)
        self.until(lambda: self.program.eyes is not None and self.program.eyes.cameras.code == "camera.working")
        return self.camera


@pytest.fixture(scope="session")
def founded_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An estate with one household and a manager, made once and copied for each test."""
    home = tmp_path_factory.mktemp("founded")
    desk = desk_app.build(home, clock=FakeClock())
    desk.found(Founding("锦绣苑", "南门", gate_phone="0000-1234", throwaway=True))
    desk.session.make_first_manager("陈秀兰", PIN)
    with desk.store.unit(COMMAND) as u:
        add_household(u, "3", "1", "1202")
    desk.close()
    return home


@pytest.fixture
def home(founded_home: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "home"
    shutil.copytree(founded_home, copy)
    return copy


@pytest.fixture
def running(qapp: QApplication, qtbot: QtBot, home: Path, clock: FakeClock) -> Iterator[Running]:
    """The program, open and locked as after every start, with no camera."""
    qt_log_to_logging()
    program = Program(qapp, Options(home=home, camera="off"), clock)
    program.show()
    qtbot.waitUntil(lambda: program.eyes is not None, timeout=20_000)
    yield Running(program, qtbot, clock)
    program.window.close()
    program.close()
    program.window.deleteLater()
    program.deleteLater()
    i18n.install(i18n.SOURCE)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    gc.collect()


@pytest.fixture
def on_duty(running: Running) -> Running:
    """The manager has signed on with the PIN, key by key."""
    running.until(lambda: running.front() == "signon" and bool(running.page().model.people))
    person = running.page().model.people[0]
    running.page().tile(person.operator_id).click()
    running.until(lambda: running.page().model.asking is not None)
    for digit in PIN:
        running.page()._pad.type_digit(digit)
    running.page()._pad._enter.click()
    running.until(lambda: not running.program.desk.session.state.locked and running.front() != "signon")
    return running


class Moved:
    """The computer's own time, some hours on; the hub keeps the real one."""

    def __init__(self) -> None:
        self._on_ms = 0

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000 + self._on_ms

    def monotonic_s(self) -> float:
        return time.monotonic() + self._on_ms / 1000

    def advance(self, ms: int) -> None:
        self._on_ms += ms


Start = Callable[[Path], Running]


@pytest.fixture
def world() -> Moved:
    return Moved()


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    (tmp_path / "hub").mkdir()
    with serving(tmp_path / "hub") as found:
        yield found


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, world: Moved) -> Iterator[Start]:
    """Programs in one process, each with its own window, desk and threads."""
    qt_log_to_logging()
    programs: list[Program] = []

    def begin(home: Path) -> Running:
        program = Program(qapp, Options(home=home, camera="off"), world)  # type: ignore[arg-type]
        programs.append(program)
        program.show()
        # A desk whose order to be wiped waited for it may be gone before its cameras are opened.
        qtbot.waitUntil(lambda: program.eyes is not None or program._away, timeout=20_000)
        return Running(program, qtbot, world)  # type: ignore[arg-type]

    yield begin
    for program in programs:
        program.window.close()
        program.close()
        program.window.deleteLater()
        program.deleteLater()
    i18n.install(i18n.SOURCE)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    gc.collect()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where pictures are kept."""
    folder = Path(os.environ.get(PICTURES) or tmp_path / "pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def picture(pictures: Path) -> Callable[[Running, str], None]:
    """Keep what a window shows."""

    def save(one: Running, name: str) -> None:
        one.qtbot.wait(350)  # what the bar counts comes a moment after the last commit
        assert one.window.grab().save(str(pictures / f"{name}.png"))

    return save
