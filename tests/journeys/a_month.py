"""The hands of the journey through a month of duty: what is pressed by its words, what stands on the screen, its picture."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import TimeoutError as QtTimeout

from desk.core.clock import SiteTime
from desk.duty.rules_certificate import found_in
from tests.journeys.conftest import PIN, Running
from tests.journeys.reading import read
from ui import i18n
from ui.public_screen.placing import Chosen, Monitor
from ui.widgets import BigButton

ROOT = Path(__file__).parents[2]
HALL = Monitor("HALL-1", "S1", "Maker Big", 4000, 0, 1920, 1080)

Words = tuple[str, str]


class Story:
    """One window and one language. Words come in pairs: Chinese, English."""

    def __init__(self, running: Running, lang: str, folder: Path, papers: Path) -> None:
        self.running, self.lang, self.folder, self.papers = running, lang, folder, papers
        self._step = 0
        if lang != i18n.current():
            running.shell.extras["looks"].set_language(lang)

    # -- what stands there

    def say(self, words: Words) -> str:
        return words[self.lang == "en"]

    def see(self, name: str, *wanted: Words) -> None:
        """A step of the story: it stands on the screen, and its picture is kept."""
        self.reads(*wanted)
        self.running.qtbot.wait(350)  # what the bar counts comes a moment after the last commit
        self.keep(name, self.running.window)

    def reads(self, *wanted: Words) -> None:
        """All of it stands in the window."""
        window, sentences = self.running.window, [self.say(one) for one in wanted]
        try:
            self.running.until(lambda: all(one in read(window) for one in sentences))
        except QtTimeout:
            missing = [one for one in sentences if one not in read(window)]
            pytest.fail(f"{missing} stands nowhere in:\n{read(window)}")

    def keep(self, name: str, picture: QWidget | QImage) -> None:
        """A picture of a window, or of a page of paper."""
        self._step += 1
        path = self.folder / f"{self.lang}-{self._step:02d}-{name}.png"
        image = picture.grab().toImage() if isinstance(picture, QWidget) else picture
        assert image.save(str(path))

    # -- hands

    def go(self, name: str, **arguments: Any) -> Any:
        self.running.shell.to(name, **arguments)
        self.running.until(lambda: self.running.front() == name)
        return self.running.page()

    def press(self, words: Words) -> None:
        """The button that says so."""
        self.reads(words)
        self.running.until(lambda: self._button(self.say(words)) is not None)
        button = self._button(self.say(words))
        assert button is not None
        button.click()

    def _button(self, words: str) -> BigButton | None:
        buttons = self.running.window.findChildren(BigButton)
        return next((one for one in buttons if one.isVisible() and one.isEnabled() and one.text() == words), None)

    def write(self, target: QWidget, words: str) -> None:
        """As an input method commits it."""
        target.setFocus()
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(target, event)

    def open(self, table: Any, wanted: Callable[[Any], bool]) -> Any:
        """Walk to the first such row of a list and press Enter on it."""
        self.running.until(lambda: any(wanted(row) for row in table.rows()))
        at, row = next((at, row) for at, row in enumerate(table.rows()) if wanted(row))
        table.mark(at)
        self.enter(table)
        return row

    def enter(self, widget: QWidget) -> None:
        widget.setFocus()
        self.running.qtbot.keyClick(widget, Qt.Key.Key_Return)

    def type_pin(self, pad: Any, pin: str) -> None:
        for digit in pin:
            pad.type_digit(digit)
        pad._enter.click()

    def scan(self, text: str) -> None:
        """Held before the scanner; two scans of one code within five seconds are one."""
        self.running.qtbot.wait(20)
        eyes = self.running.program.eyes
        assert eyes is not None
        eyes.scans.forget()
        eyes.scans.take(text, "wedge")

    # -- the world

    def at(self, day: date, hour: int, minute: int = 0) -> None:
        """The wall goes on; somebody is at the desk, and what was said before is gone."""
        self.running.clock.set(SiteTime().at(day, hour, minute))
        self.running.program.desk.session.touch()
        self.running.window.notes.clear()

    def manager_signs_on(self) -> None:
        """The desk was locked; a name is tapped, a PIN typed."""
        running = self.running
        running.qtbot.keyClick(running.window.scan_line.field, Qt.Key.Key_F11)
        running.until(lambda: running.front() == "signon" and bool(running.page().model.people))
        page = running.page()
        manager = next(one for one in page.model.people if one.role == "manager")
        page.tile(manager.operator_id).click()
        running.until(lambda: page.model.asking is not None)
        self.type_pin(page._pad, PIN)
        running.until(lambda: not running.program.desk.session.state.locked and running.front() != "signon")

    def hall(self) -> Any:
        """The public screen on a monitor that was plugged in for it."""
        screen = self.running.program.screen
        assert screen is not None
        own = screen.keeper._monitors()
        screen.keeper._monitors = lambda: [*own, HALL]
        screen.choose(Chosen(True, HALL.name, HALL.serial, HALL.model))
        self.running.until(lambda: bool(screen.window.isVisible() and screen.shown.head.time))
        return screen


def verified(home: Path, *words: str) -> tuple[int, dict[str, Any]]:
    """What `python -m desk verify-certificate` says, and its exit code."""
    command = [sys.executable, "-m", "desk", "verify-certificate", *words, "--json", "--home", str(home)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert run.stdout, run.stderr
    return run.returncode, json.loads(run.stdout)


def code_of(pdf: Path) -> str:
    code = found_in(pdf.read_bytes())
    assert code
    return code


def altered(code: str) -> str:
    """One character of the signature is another: the last but two, which is worth the least of its three."""
    old = code[-3]
    return code[:-3] + ("0" if old != "0" else "1") + code[-2:]
