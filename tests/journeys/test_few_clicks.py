"""From an empty computer to the first visitor let in: how often a hand must press something. The issue allows 29 presses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.reception import reads
from desk.reception.rules import VisitState
from tests.fakes.clock import FakeClock
from ui import i18n
from ui.app import Program
from ui.bridge import qt_log_to_logging
from ui.options import Options

MOST = 29
PIN = "4826"
NAME = "邹测试"


class Hand:
    """Presses what can be seen and pressed, and counts; letters of a text are no presses, digits of the PIN are."""

    def __init__(self, window: Any) -> None:
        self._window, self.pressed = window, 0

    def click(self, button: QAbstractButton) -> None:
        assert button.isVisible(), button.text()
        assert button.isEnabled(), button.text()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.pressed += 1

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.at(), key)
        self.pressed += 1

    def at(self) -> QWidget:
        """Where the keyboard is."""
        return self._window.focusWidget() or self._window

    def write(self, words: str) -> None:
        """As an input method commits it."""
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(self.at(), event)


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """On a computer that knows nothing yet."""
    qt_log_to_logging()
    made = Program(qapp, Options(home=tmp_path / "home", camera="off"), FakeClock())
    made.show()
    yield made
    made.window.close()
    made.close()
    made.window.deleteLater()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    i18n.install(i18n.SOURCE)


def press_pin(hand: Hand, pad: Any) -> None:
    for digit in PIN:
        hand.key(Qt.Key(ord(digit)))
    hand.click(pad._enter)


def found(hand: Hand, program: Program, qtbot: QtBot) -> None:
    """The first run, as far as it must go."""
    qtbot.waitUntil(lambda: program.door.welcome is not None, timeout=10_000)
    page: Any = program.door.welcome
    qtbot.waitUntil(lambda: not page.model.busy)
    hand.click(page.next)
    qtbot.waitUntil(lambda: page.model.step == "estate")
    hand.write("锦绣苑")
    hand.key(Qt.Key.Key_Tab)
    hand.write("明珠路 88 弄")
    hand.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.step == "gate")
    hand.write("南门")
    hand.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.step == "manager")
    manager = page.parts["manager"]
    hand.write("陈秀兰")
    for _ in range(2):
        manager.pad.setFocus()
        hand.pressed += 1  # the hand goes to the pad
        press_pin(hand, manager.pad)
    qtbot.waitUntil(lambda: page.model.step == "key" and page.model.keyring is not None)
    hand.click(page.next)
    qtbot.waitUntil(lambda: bool(page.model.code), timeout=10_000)
    code = page.model.code
    hand.click(page.next)
    qtbot.waitUntil(lambda: page.model.typing)
    qtbot.keyClicks(page.parts["code"].typed, code.replace("-", "").lower())
    hand.click(page.next)
    for step in ("camera", "people"):
        qtbot.waitUntil(lambda step=step: page.model.step == step)
        hand.click(page.next)
    qtbot.waitUntil(lambda: program.shell is not None and program.eyes is not None, timeout=20_000)


def test_first_run_to_first_visitor_takes_fewer_than_thirty_presses(program: Program, qtbot: QtBot) -> None:
    hand = Hand(program.window)
    found(hand, program, qtbot)
    shell: Any = program.shell
    qtbot.waitUntil(lambda: shell.stack.name == "today")
    hand.key(Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: shell.stack.name == "admit")
    page: Any = shell.stack.front()
    qtbot.waitUntil(lambda: page.types.tile("official").isVisible())
    hand.click(page.types.tile("official"))  # nobody is in the list of residents yet
    lines = page.fields.lines
    qtbot.waitUntil(lambda: hand.at() is lines["name"].line)
    hand.write(NAME)
    for _ in range(2):  # over "would rather not tell"
        hand.key(Qt.Key.Key_Tab)
    assert hand.at() is lines["company"].line
    hand.write("自来水公司")
    hand.click(page.side.chooser.tile("phone"))  # who agreed
    hand.click(page.main_button())
    qtbot.waitUntil(lambda: page.model.done is not None)
    with program.desk.store.reading() as r:
        assert [row.state for row in reads.find(r, NAME)] == [VisitState.ADMITTED]
    assert hand.pressed <= MOST, hand.pressed
