"""The tour: walks the main stories in the real window, saves a numbered picture of each step and tour.json.

A page brings its steps in `ui/pages/<room>/tour.py` as `STEPS: list[Step]`. `drive(stage)` is a generator: it acts like a
person (stage.press, stage.type, stage.click, stage.hold_up) and yields conditions to wait for:

    def expired(stage: Stage) -> Drive:
        stage.go("find")
        stage.type("zhang")
        yield lambda: stage.page("find").rows() > 0

    STEPS = [Step(410, "find-by-pinyin", expired)]

The picture is taken when the generator has ended. Orders: today 100, scan and result 200, admit 300, find 400, inside 450,
codes 500, people 600, settings 700, urgent 800, lock 900. A step that waits longer than 20 s fails and the tour goes on.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import logging
import tempfile
import time
from collections.abc import Callable, Generator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui import pages
from ui.shell.page import Page

if TYPE_CHECKING:
    from ui.app import Program

log = logging.getLogger("ui.tour")

Condition = Callable[[], bool]
Drive = Generator[Condition, None, None]

TICK_MS = 20
PATIENCE_S = 20.0
SETTLE_MS = 260  # redraws that follow a commit, and the fading of a pressed button
FIRST_MS = 600


@dataclass(frozen=True)
class Step:
    """order: place in the tour; name: part of the picture's file name, lower case with dashes."""

    order: int
    name: str
    drive: Callable[[Stage], Drive]


@dataclass(frozen=True)
class Walked:
    """One line of tour.json. ms: from the first act to the answer on the screen."""

    step: str
    ms: int
    picture: str
    ok: bool = True


class Stage:
    """What a step may do: what a person at the desk can do, and hold a code before the camera."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._scratch: tempfile.TemporaryDirectory[str] | None = None

    @property
    def program(self) -> Program:
        return self._program

    def scratch(self) -> Path:
        """A folder for files a step brings along; gone when the tour ends."""
        if self._scratch is None:
            self._scratch = tempfile.TemporaryDirectory(prefix="gatehouse-tour-", ignore_cleanup_errors=True)
        return Path(self._scratch.name)

    def tidy(self) -> None:
        """Take the folder of the steps away."""
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None

    @property
    def desk(self) -> Any:
        return self._program.desk

    def page(self, name: str = "") -> Page | None:
        """A page by name, or the one in front."""
        shell = self._program.shell
        if shell is None:
            return None
        return shell.stack.page(name) if name else shell.stack.front()

    def front(self) -> str:
        """Name of the page in front."""
        return self._program.shell.stack.name if self._program.shell is not None else ""

    def go(self, page: str, **arguments: Any) -> None:
        """As if chosen in the rail."""
        assert self._program.shell is not None
        self._program.shell.to(page, **arguments)

    def press(self, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier | None = None) -> None:
        """One key, where the keyboard is."""
        target = self._program.window.focusWidget() or self._program.window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers or Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(target, event)

    def type(self, text: str, field: QWidget | None = None) -> None:
        """Text into a field, the scan line when none is given, as an input method commits it."""
        from PySide6.QtGui import QInputMethodEvent

        target = field or self._program.window.scan_line.field
        target.setFocus()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(target, event)

    def scanner(self, text: str) -> None:
        """A keyboard scanner reads a code: a burst of keys and Enter."""
        for char in text:
            self.press(Qt.Key.Key_A if char.isalpha() else Qt.Key.Key_0, char)
        self.press(Qt.Key.Key_Return, "\r")

    def hold_up(self, text: str) -> None:
        """Hold a code before the simulated camera; an empty text takes it away."""
        if self._program.eyes is not None:
            self._program.eyes.show_codes([text] if text else [])

    def write(self, work: Callable[[Any], Any], actor: Any = None) -> Box:
        """Prepare something behind the scenes; `yield box.full`, then `box.value`."""
        box = Box()
        self.desk.write(work, box.put, box.fail, actor)
        return box


class Box:
    """An answer that is on its way."""

    def __init__(self) -> None:
        self.value: Any = None
        self.error: Exception | None = None
        self._there = False

    def put(self, value: Any) -> None:
        self.value, self._there = value, True

    def fail(self, error: Exception) -> None:
        self.error, self._there = error, True

    def full(self) -> bool:
        return self._there


def steps() -> list[Step]:
    """Every page's steps in order."""
    found: list[Step] = []
    for name in pages.names():
        if importlib.util.find_spec(f"ui.pages.{name}.tour") is not None:
            found += importlib.import_module(f"ui.pages.{name}.tour").STEPS
    return sorted(found, key=lambda step: step.order)


class Tour(QObject):
    """Begins when the desk is ready, ends the program with 0 when every step went well, else 1."""

    def __init__(self, program: Program, folder: Path, walk: list[Step] | None = None) -> None:
        super().__init__(program)
        self._program = program
        self._folder = folder
        self._stage = Stage(program)
        self._steps = steps() if walk is None else walk
        self._walked: list[Walked] = []
        self._drive: Drive | None = None
        self._wait: Condition | None = None
        self._begun = self._answered = 0.0
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._on_tick)

    def begin(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        QTimer.singleShot(FIRST_MS, self._next)

    @property
    def walked(self) -> list[Walked]:
        return list(self._walked)

    def _next(self) -> None:
        if len(self._walked) == len(self._steps):
            self._end()
            return
        self._program.window.notes.clear()  # a person has read what the step before said
        self._begun = time.monotonic()
        self._drive = self._steps[len(self._walked)].drive(self._stage)
        self._wait = None
        self._tick.start()

    def _on_tick(self) -> None:
        if self._wait is not None and not self._wait():
            if time.monotonic() - self._begun > PATIENCE_S:
                log.error("the tour waits in vain at %s", self._steps[len(self._walked)].name)
                self._finish(ok=False)
            return
        assert self._drive is not None
        try:
            self._wait = next(self._drive)
        except StopIteration:
            self._finish(ok=True)
        except (AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError):
            log.exception("the tour failed at %s", self._steps[len(self._walked)].name)
            self._finish(ok=False)

    def _finish(self, ok: bool) -> None:
        self._tick.stop()
        self._answered = time.monotonic()
        QTimer.singleShot(SETTLE_MS, lambda: self._picture(ok))

    def _picture(self, ok: bool) -> None:
        step = self._steps[len(self._walked)]
        name = f"{len(self._walked) + 1:03d}-{step.name}.png"
        self._program.window.grab().save(str(self._folder / name))
        self._walked.append(Walked(step.name, round((self._answered - self._begun) * 1000), name, ok))
        self._next()

    def _end(self) -> None:
        report = [asdict(one) for one in self._walked]
        (self._folder / "tour.json").write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")
        self._stage.tidy()
        good = all(one.ok for one in self._walked)
        self._program.window.close()
        QApplication.exit(0 if good else 1)
