"""Scanner bursts, typing, function keys: no key lost, no scan taken for a key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.shell.shortcuts import SHORTCUTS, FunctionKeys, key_of
from ui.shell.wedge import ScannerKeys

STEP_MS = 200  # between two keys of a person
CODE = "GHABC-1234*5678"


class Bench:
    """A window with a field and a button under both filters; time stamps are set by hand."""

    def __init__(self, qtbot: QtBot) -> None:
        self.scans: list[str] = []
        self.spoilt: list[int] = []
        self.acts: list[str] = []
        self.holds: list[tuple[str, bool]] = []
        self.window, self.field, self.button = QWidget(), QLineEdit(), QPushButton("x")
        column = QVBoxLayout(self.window)
        column.addWidget(self.field)
        column.addWidget(self.button)
        qtbot.addWidget(self.window)
        self.window.show()
        self.scanner = ScannerKeys(self.scans.append, lambda: self.spoilt.append(1))
        self.keys = FunctionKeys(self.acts.append, lambda act, on: self.holds.append((act, on)), lambda: None)
        self.scanner.start()
        self.keys.start()
        self.at_ms = 1000

    def stop(self) -> None:
        self.scanner.stop()
        self.keys.stop()

    def key(self, text: str, gap_ms: int, key: Qt.Key = Qt.Key.Key_A, target: QWidget | None = None) -> None:
        self.at_ms += gap_ms
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        event.setTimestamp(self.at_ms)
        QApplication.sendEvent(target or self.field, event)

    def burst(self, text: str, target: QWidget | None = None, gap_ms: int = 3) -> None:
        for char in text:
            self.key(char, gap_ms, target=target)
        self.key("\r", gap_ms, Qt.Key.Key_Return, target)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    made.stop()


def test_a_burst_is_a_scan_and_leaves_the_field_as_it_was(bench: Bench) -> None:
    pressed: list[int] = []
    bench.field.returnPressed.connect(lambda: pressed.append(1))
    bench.field.setText("张")
    bench.burst(CODE)
    assert (bench.scans, bench.field.text(), pressed) == ([CODE], "张", [])


def test_a_burst_over_a_button_does_not_press_it(bench: Bench) -> None:
    pressed: list[int] = []
    bench.button.clicked.connect(lambda: pressed.append(1))
    bench.burst("AB CD 123456", bench.button)
    assert (bench.scans, pressed) == (["AB CD 123456"], [])


def test_typing_arrives_unchanged_in_order(bench: Bench, qtbot: QtBot) -> None:
    for char in "zhangwei 1202":
        bench.key(char, STEP_MS)
    qtbot.waitUntil(lambda: bench.field.text() == "zhangwei 1202")
    assert not bench.scans


def test_a_roll_over_of_two_fingers_is_typing(bench: Bench, qtbot: QtBot) -> None:
    for n, char in enumerate("abab"):
        bench.key(char, 5 if n % 2 else STEP_MS)
    qtbot.waitUntil(lambda: bench.field.text() == "abab")


def test_the_last_key_is_given_on_without_another(bench: Bench, qtbot: QtBot) -> None:
    bench.key("x", STEP_MS)
    qtbot.waitUntil(lambda: bench.field.text() == "x", timeout=1000)


def test_enter_typed_by_hand_presses_enter(bench: Bench) -> None:
    pressed: list[int] = []
    bench.field.returnPressed.connect(lambda: pressed.append(1))
    bench.key("a", STEP_MS)
    bench.key("\r", STEP_MS, Qt.Key.Key_Return)
    assert (pressed, bench.field.text()) == ([1], "a")


def test_an_input_method_that_swallows_a_scan_is_put_aside(bench: Bench) -> None:
    for n in range(1, 9):
        QApplication.sendEvent(bench.field, QInputMethodEvent("g" * n, []))
    assert bench.spoilt == [1]
    assert not bench.field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_composing_by_hand_is_left_alone(bench: Bench, qtbot: QtBot) -> None:
    for n in range(1, 4):
        QApplication.sendEvent(bench.field, QInputMethodEvent("zha"[:n], []))
        qtbot.wait(40)
    event = QInputMethodEvent()
    event.setCommitString("张")
    QApplication.sendEvent(bench.field, event)
    assert (bench.field.text(), bench.spoilt) == ("张", [])


def test_function_keys_act_once_from_anywhere(bench: Bench) -> None:
    bench.key("", 10, Qt.Key.Key_F5)
    bench.key("", 10, Qt.Key.Key_F6, bench.button)
    repeat = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(bench.field, repeat)
    assert bench.acts == ["rider", "courier"]


def test_keys_with_a_chord_are_not_ours(bench: Bench) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F5, Qt.KeyboardModifier.AltModifier, "")
    QApplication.sendEvent(bench.field, event)
    assert bench.acts == []


def test_urgent_must_be_held(bench: Bench, qtbot: QtBot) -> None:
    bench.key("", 10, Qt.Key.Key_F12)
    release = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier, "")
    QApplication.sendEvent(bench.field, release)
    qtbot.wait(50)
    assert (bench.acts, bench.holds) == ([], [("urgent", True), ("urgent", False)])
    bench.key("", 10, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: bench.acts == ["urgent"], timeout=3000)


def test_the_table_of_keys() -> None:
    assert len({s.key for s in SHORTCUTS}) == len(SHORTCUTS) == len({s.act for s in SHORTCUTS})
    assert (key_of("rider"), key_of("lend"), key_of("nothing")) == ("F5", "F8", "")
