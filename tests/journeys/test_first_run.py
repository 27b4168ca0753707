"""The first run through the real window, a break in the middle of it, and the first person let in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.reception import reads
from desk.store import backup
from tests.conftest import LogWatch
from tests.fakes.clock import FakeClock
from tests.journeys.conftest import PIN
from ui import i18n
from ui.app import Program
from ui.bridge import qt_log_to_logging
from ui.options import Options

Start = Callable[[], Program]


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    """Starts the program over the same folder; each start ends the one before."""
    qt_log_to_logging()
    running: list[Program] = []

    def end() -> None:
        while running:
            program = running.pop()
            program.window.close()
            program.close()
            program.window.deleteLater()
            program.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            qapp.processEvents()

    def begin() -> Program:
        end()
        program = Program(qapp, Options(home=tmp_path / "home", camera="off"), FakeClock())
        running.append(program)
        program.show()
        return program

    yield begin
    end()
    i18n.install(i18n.SOURCE)


def page_of(program: Program, qtbot: QtBot) -> Any:
    qtbot.waitUntil(lambda: program.door.welcome is not None, timeout=10_000)
    page: Any = program.door.welcome
    qtbot.waitUntil(lambda: not page.model.busy)
    return page


def write(qtbot: QtBot, page: Any, step: str, **texts: str) -> None:
    """Type into the lines of a step and go on with Enter."""
    qtbot.waitUntil(lambda: page.model.step == step)
    editor = None
    for name, text in texts.items():
        editor = page.parts[step].editor(name)
        qtbot.keyClicks(editor, text) if text.isascii() else editor.insert(text)
        editor.textEdited.emit(editor.text())
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def press_pin(pad: Any, pin: str = PIN) -> None:
    for digit in pin:
        pad.type_digit(digit)
    pad._enter.click()


def to_code(program: Program, qtbot: QtBot) -> tuple[Any, str]:
    page = page_of(program, qtbot)
    assert not program.window.scan_line.isVisible()
    page.next.click()
    write(qtbot, page, "estate", site_name="锦绣苑", address="明珠路 88 弄")
    write(qtbot, page, "gate", gate_name="南门")
    qtbot.waitUntil(lambda: page.model.step == "manager")
    manager = page.parts["manager"]
    manager._name.setText("陈秀兰")
    manager._name.textEdited.emit("陈秀兰")
    press_pin(manager.pad)
    press_pin(manager.pad)
    qtbot.waitUntil(lambda: page.model.step == "key" and page.model.keyring is not None)
    page.next.click()
    qtbot.waitUntil(lambda: bool(page.model.code), timeout=10_000)
    return page, page.model.code


def type_code(qtbot: QtBot, page: Any, code: str) -> None:
    page.next.click()
    qtbot.waitUntil(lambda: page.model.typing)
    qtbot.keyClicks(page.parts["code"].typed, code.replace("-", "").lower())
    page.next.click()


def test_first_run_to_first_admission(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    program = start()
    page, code = to_code(program, qtbot)
    page.parts["code"].card.save(tmp_path / "code.pdf")
    assert (tmp_path / "code.pdf").read_bytes().startswith(b"%PDF")
    type_code(qtbot, page, code)
    qtbot.waitUntil(lambda: page.model.step == "camera")
    page.next.click()
    qtbot.waitUntil(lambda: page.model.step == "people")
    page.next.click()
    qtbot.waitUntil(lambda: program.shell is not None and program.eyes is not None, timeout=20_000)
    shell: Any = program.shell
    qtbot.waitUntil(lambda: shell.stack.name == "today")
    assert program.window.scan_line.isVisible()
    assert backup.code_opens(program.desk.store, code)
    qtbot.keyClick(program.window.scan_line.field, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: _riders(program) == 1)


def test_a_break_in_the_middle_goes_on_where_it_was(start: Start, qtbot: QtBot) -> None:
    _, former = to_code(start(), qtbot)
    program = start()
    page = page_of(program, qtbot)
    qtbot.waitUntil(lambda: bool(page.model.unlock))
    press_pin(page.parts["unlock"].pad)
    qtbot.waitUntil(lambda: bool(page.model.code), timeout=10_000)
    assert page.model.code != former
    type_code(qtbot, page, page.model.code)
    qtbot.waitUntil(lambda: page.model.step == "camera")


def test_a_damaged_file_is_restored_with_one_button(
    start: Start, qtbot: QtBot, home: Path, tmp_path: Path, log_watch: LogWatch
) -> None:
    from desk.app import build

    desk = build(home, clock=FakeClock())
    desk.open()
    backup.write(desk.home.database, desk.store.key, desk.home.backups, desk.clock.now_ms())
    desk.close()
    (home / "desk.db").write_bytes(b"\x00\x17" * 40_000)
    log_watch.expect("the desk did not open: store.damaged")
    program = start()
    qtbot.waitUntil(lambda: program.door._trouble is not None, timeout=10_000)
    page: Any = program.door._trouble
    qtbot.waitUntil(lambda: page.model.copy is not None, timeout=10_000)
    assert "11月" in page.main.text()
    page.main.click()
    qtbot.waitUntil(lambda: program.shell is not None and program.eyes is not None, timeout=20_000)


def _riders(program: Program) -> int:
    with program.desk.store.reading() as r:
        return int(reads.tally(r).today.get("rider", 0))
