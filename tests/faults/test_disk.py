"""A full and a read-only disk under the real program: said in plain words, nothing by half, nothing lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from desk import app
from desk.core.errors import Trouble
from desk.operators.rules import COMMAND
from desk.people import importing
from desk.people.tables import Household
from desk.reception import reads
from desk.reception.rules import VisitState
from desk.store import backup
from desk.store.integrity import all_faults
from tests.conftest import LogWatch
from tests.fakes.clock import FakeClock
from tests.faults.conftest import SmallDisk
from tests.journeys.conftest import Running
from tests.journeys.test_first_day import expect, frame_with, press
from tests.people import sheets
from ui.app import Program
from ui.bridge import qt_log_to_logging
from ui.options import Options
from ui.texts import sentence

ROWS = [(str(n // 30 + 1), "", str(100 + n % 30), f"张{chr(0x4E00 + n)}甲", "", "", "") for n in range(1500)]


@pytest.fixture
def home(small_disk: SmallDisk, founded_home: Path) -> Path:
    copy = small_disk.folder / "home"
    shutil.copytree(founded_home, copy)
    return copy


@pytest.fixture
def shut(home: Path) -> Iterator[app.Desk]:
    """The desk without its window."""
    desk = app.build(home, clock=FakeClock())
    desk.open()
    yield desk
    desk.close()


def test_an_admission_on_a_full_disk_is_not_made_and_says_so(on_duty: Running, small_disk: SmallDisk) -> None:
    camera = on_duty.use_camera()
    camera.put(frame_with(expect(on_duty).text))
    on_duty.until(lambda: on_duty.front() == "result" and bool(on_duty.page().model.visitor))
    on_duty.program.desk.store.checkpoint()  # or the log's old room would take one more
    small_disk.fill()
    press(on_duty, Qt.Key.Key_Return)
    line = on_duty.window.notes.line
    on_duty.until(lambda: line.isVisible() and sentence("store.disk_full") in line.text())
    assert on_duty.front() == "result", "the card stays, to be pressed again"

    small_disk.free()
    press(on_duty, Qt.Key.Key_Return)
    on_duty.until(lambda: on_duty.front() != "result")
    row = on_duty.read(lambda r: reads.find(r, "欧阳"))[0]
    assert row.state is VisitState.ADMITTED
    kinds = [event.kind for event in on_duty.read(lambda r: reads.visit(r, row.id)).events]
    assert kinds.count("admitted") == 1
    assert all_faults(on_duty.program.desk.home.database, on_duty.program.desk.store.key) == []


def test_an_import_on_a_full_disk_leaves_nothing(shut: app.Desk, small_disk: SmallDisk, tmp_path: Path) -> None:
    sheet = sheets.write_csv(tmp_path / "a.csv", ROWS)
    before = _households(shut)
    shut.store.checkpoint()
    small_disk.fill()
    with pytest.raises(Trouble, match=r"store\.disk_full"):
        importing.run(shut.store, COMMAND, sheet)
    assert _households(shut) == before
    small_disk.free()
    assert importing.run(shut.store, COMMAND, sheet).people_new == len(ROWS)
    assert all_faults(shut.home.database, shut.store.key) == []


def test_a_backup_on_a_full_disk_leaves_no_file(shut: app.Desk, small_disk: SmallDisk) -> None:
    args = (shut.home.database, shut.store.key, shut.home.backups)
    first = backup.write(*args, shut.clock.now_ms())
    small_disk.fill()
    with pytest.raises(Trouble, match=r"store\.disk_full"):
        backup.write(*args, shut.clock.now_ms() + 1000)
    assert sorted(path.name for path in shut.home.backups.iterdir()) == [first.path.name]
    backup.check(first, small_disk.folder.parent, shut.store.key)
    small_disk.free()
    assert backup.write(*args, shut.clock.now_ms() + 2000).path.exists()


def test_a_read_only_folder_is_said_and_opens_once_it_may_be_written(
    qapp: QApplication, qtbot: QtBot, home: Path, small_disk: SmallDisk, log_watch: LogWatch
) -> None:
    for part in ("did not open", "settings", "log"):
        log_watch.expect(part)
    qt_log_to_logging()
    small_disk.read_only(True)
    program = Program(qapp, Options(home=home, camera="off"), FakeClock())
    try:
        program.show()
        qtbot.waitUntil(lambda: sentence("store.read_only") in _said(program), timeout=20_000)
        small_disk.read_only(False)
        program.door.begin()
        qtbot.waitUntil(lambda: program.shell is not None, timeout=20_000)
    finally:
        program.window.close()
        program.close()
        program.window.deleteLater()
        program.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()


def _households(desk: app.Desk) -> int:
    with desk.store.reading() as r:
        return int(r.conn.execute(select(func.count()).select_from(Household)).scalar_one())


def _said(program: Program) -> str:
    return "\n".join(one.text() for one in program.window.findChildren(QLabel) if one.isVisible())
