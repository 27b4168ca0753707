"""What is typed in secret leaves the widget when it is done with: no undo, no copy, no completer; every such field is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.left_behind import found
from ui.pages.team.view_pin import PinPanel
from ui.widgets.pin_pad import PinPad
from ui.widgets.secret_line import SecretLine

SECRET = "7KQ2-MMXW"
UI = Path(__file__).parents[2] / "ui"
# Words in the name of a field that holds a secret, and plain lines with such a name that hold none.
SECRETIVE = re.compile(r"self\.(\w*(?:code|typed|ticket|pass|secret|token|pin|recover)\w*)\b[^=\n]*= *QLineEdit\(")
PLAIN = {
    "ui/pages/goods/view_thing.py: code": "the number of a parcel, told to anybody who fetches it",
}


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[SecretLine]:
    whole = QWidget()
    made = SecretLine()
    QVBoxLayout(whole).addWidget(made)
    qtbot.addWidget(whole)
    whole.show()
    made.setFocus()
    QTest.keyClicks(made, SECRET)
    assert made.text() == SECRET
    yield made
    whole.close()


def clipboards() -> set[str]:
    return {QGuiApplication.clipboard().text(mode) for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)}


def press(line: SecretLine, *sequences: QKeySequence.StandardKey) -> None:
    for sequence in sequences:
        for one in QKeySequence.keyBindings(sequence):
            both = one[0]
            QTest.keyClick(line, both.key(), both.keyboardModifiers())


def test_nothing_is_copied_out_of_it(line: SecretLine) -> None:
    QGuiApplication.clipboard().setText("before")
    line.selectAll()
    press(line, QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)
    QTest.mouseDClick(line, Qt.MouseButton.LeftButton)
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=line.rect().topLeft())
    assert line.text() == SECRET
    assert not [text for text in clipboards() if SECRET[:4] in text]
    assert line.completer() is None
    assert line.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu


def test_no_undo_brings_it_back(line: SecretLine) -> None:
    line.clear()
    press(line, QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
    line.undo()
    assert line.text() == ""
    assert found(SECRET) == []


def test_it_is_gone_when_it_is_put_away(line: SecretLine) -> None:
    line.hide()
    assert line.text() == ""
    line.show()
    line.undo()
    assert found(SECRET) == []


def test_a_page_that_works_may_keep_it_until_it_is_done(qtbot: QtBot) -> None:
    made = SecretLine(keeps=True)
    qtbot.addWidget(made)
    made.show()
    made.setText(SECRET)
    made.hide()
    assert made.text() == SECRET
    made.clear()
    assert made.text() == ""


def test_a_pad_put_away_forgets_the_digits(qtbot: QtBot) -> None:
    pad = PinPad()
    qtbot.addWidget(pad)
    pad.show()
    for digit in "135":
        pad.type_digit(digit)
    pad.hide()
    assert pad.count() == 0
    pad.shake("不对")
    pad.show()
    pad.hide()
    assert found("不对") == []


def test_a_pin_set_halfway_is_forgotten_with_the_panel(qtbot: QtBot) -> None:
    chosen: list[str] = []
    panel = PinPanel(chosen.append)
    qtbot.addWidget(panel)
    panel.show()

    def enter() -> None:
        for digit in "73914":
            panel.pad.type_digit(digit)
        panel.pad._enter.click()

    enter()
    panel.hide()  # the desk was locked
    panel.show()
    enter()
    assert chosen == [], "the first of two again"
    enter()
    assert chosen == ["73914"]
    assert "73914" not in repr(vars(panel))


def test_every_secret_is_typed_into_such_a_line() -> None:
    plain = [
        f"{path.relative_to(UI.parent).as_posix()}: {name}"
        for path in UI.rglob("*.py")
        for name in SECRETIVE.findall(path.read_text(encoding="utf-8"))
    ]
    assert sorted(plain) == sorted(PLAIN)
    hidden = [
        path.relative_to(UI.parent).as_posix()
        for path in UI.rglob("*.py")
        if "EchoMode.Password" in (text := path.read_text(encoding="utf-8")) and "SecretLine" not in text
    ]
    assert hidden == []
