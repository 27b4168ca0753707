"""Sticks, moving, settings for the next gate and the file for whoever helps: said before it is done, and by who may."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk import moving
from desk.core.errors import Trouble
from desk.operators.rules import COMMAND
from desk.operators.service import add_operator
from desk.store.store import Founding
from tests.journeys.conftest import PICTURES
from tests.ui.pages.at_once import ChildNow, Looks, Voice, desk_at, ports_of
from ui.pages.settings.model import BackupModel, StickRow
from ui.pages.settings.presenter import SettingsPresenter
from ui.pages.settings.presenter_moving import ChangeRow, MovingModel
from ui.pages.settings.view import SettingsPage

PIN = "73914"
STICK = StickRow("/media/volunteer/KINGSTON", "KINGSTON", 7.9)


class Shown:
    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.desk, self.voice, self.anew = desk_at(folder), Voice(), 0
        self.desk.found(Founding("锦绣苑", "南门", throwaway=True))
        self.desk.session.make_first_manager("陈秀兰", PIN)
        self.child = ChildNow([])
        self.ports = ports_of(
            self.desk, self.voice, looks=Looks(), child=lambda: self.child, anew=self._again, restore=lambda *_: None
        )
        self.page = SettingsPage(SettingsPresenter(self.ports))
        qtbot.addWidget(self.page)
        self.page.resize(1198, 700)
        self.page.show()
        self.page.come_to_front()

    def _again(self) -> None:
        self.anew += 1

    def panel(self, key: str) -> Any:
        self.page.open(key)
        return self.page.panel()

    def become(self, role: str) -> None:
        with self.desk.store.unit(COMMAND) as u:
            chip = add_operator(u, "王桂芬", role, "58206")
        self.desk.session.sign_on_pin(chip.operator_id, "58206")
        self.page.refresh()

    def picture(self, name: str) -> None:
        if folder := os.environ.get(PICTURES):
            Path(folder).mkdir(exist_ok=True)
            for _ in range(5):  # layouts inside layouts
                QApplication.processEvents()
            self.page.grab().save(f"{folder}/{name}.png")


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    made = Shown(tmp_path / "home", qtbot)
    yield made
    made.page.hide()
    made.desk.close()


def test_a_stick_that_is_there_is_the_main_button(shown: Shown, tmp_path: Path) -> None:
    panel = shown.panel("backup")
    (tmp_path / "KINGSTON").mkdir()
    stick = StickRow(str(tmp_path / "KINGSTON"), "KINGSTON", 7.9)
    panel.show_model(BackupModel(sticks=(stick,), days=7, age_h=3, last="昨天 03:00", late=9, drilled="11月1日 10:00"))
    assert shown.page.main.text() == "备份到 U 盘"
    assert panel._first() == stick
    assert "9" in panel._away._title.text()
    shown.picture("backup")
    shown.page.main.click()  # the second click of two
    assert panel.model.said == "backup.done"
    assert len(list((tmp_path / "KINGSTON").rglob("*.gdbackup"))) == 1
    assert panel._said.isVisible()


def test_a_locked_stick_is_said_and_no_button(shown: Shown) -> None:
    panel = shown.panel("backup")
    panel.show_model(BackupModel(sticks=(StickRow("/x", "锁着的", 1.0, read_only=True),)))
    assert shown.page.main.text() == "备份到文件夹"
    assert not panel._stick_row(panel.model.sticks[0]).button.isVisible()


def test_how_often_one_is_reminded(shown: Shown) -> None:
    panel = shown.panel("backup")
    panel.days.set_key("30")
    panel.days.picked.emit("30")
    assert panel.model.days == 30
    shown.become("volunteer")
    panel.presenter.remind(3)
    assert panel.model.days == 30


def test_a_file_is_tried_with_its_code_before_anything_is_restored(shown: Shown, tmp_path: Path) -> None:
    panel = shown.panel("backup")
    (tmp_path / "s").mkdir()
    panel.write(tmp_path / "s")
    (file,) = (tmp_path / "s").glob("*.gdbackup")
    panel._choose(panel.presenter.chosen(file))
    panel._try.click()
    assert panel.model.said == "backup.good"
    assert "南门" in panel._said.text()
    file.write_bytes(file.read_bytes()[:2000])
    panel._try.click()
    assert file.name in panel._said.text()


def test_moving_asks_shows_the_code_once_and_begins_anew(shown: Shown, tmp_path: Path) -> None:
    panel = shown.panel("moving")
    assert panel.packing.isEnabled()
    shown.voice.yes = False
    panel.ask_to_pack(tmp_path, "KINGSTON")
    assert shown.voice.asked[-1].danger
    assert not list(tmp_path.glob("*.gdmove"))
    shown.voice.yes = True
    panel.ask_to_pack(tmp_path, "KINGSTON")
    assert len(list(tmp_path.glob("*.gdmove"))) == 1
    code = panel.code.text()
    assert len(code) == 24
    shown.picture("moving-code")
    assert moving.where(shown.desk) is not None
    panel._noted.click()
    assert shown.anew == 1
    assert not panel.code.text()


def test_who_may_move_carry_and_ask_for_help(shown: Shown, tmp_path: Path) -> None:
    panel = shown.panel("moving")
    shown.picture("moving")
    shown.become("shift_lead")
    panel.refresh()
    assert not panel._move.isEnabled()
    assert not panel._gate.isEnabled()
    assert panel._help.isEnabled()
    panel.presenter.pack(tmp_path)
    assert panel._move_said.isVisible()
    assert moving.where(shown.desk) is None
    shown.become("volunteer")
    panel.refresh()
    assert not panel._help.isEnabled()


def test_settings_of_another_gate_are_shown_taken_and_taken_back(shown: Shown, tmp_path: Path) -> None:
    panel = shown.panel("moving")
    shown.desk.settings.change(base_px=32)
    panel.presenter.export(tmp_path / "gate")
    shown.desk.settings.change(base_px=24)
    panel.presenter.read(tmp_path / "gate.gdgate")
    assert panel.model.changes == (ChangeRow("machine", "base_px", 24, 32),)
    assert panel._take.isVisible()
    panel._take.click()
    assert shown.desk.settings.now.base_px == 32
    assert panel._undo.isVisible()
    panel._undo.click()
    assert shown.desk.settings.now.base_px == 24
    panel.presenter.read(tmp_path / "gate.gdgate")
    panel._drop.click()
    assert not panel._take.isVisible()
    (tmp_path / "photo").write_bytes(b"\xff\xd8")
    panel.presenter.read(tmp_path / "photo")
    assert "photo" in panel._gate_said.text()


@pytest.mark.parametrize("part", ["machine", "device"])
def test_every_change_has_words(shown: Shown, part: str) -> None:
    panel = shown.panel("moving")
    rows = (
        ChangeRow(part, "scheme", "light", "contrast"),
        ChangeRow(part, "muted", False, True),
        ChangeRow(part, "backup_stick_days", None, 7),
        ChangeRow(part, "道闸", {"driver": "lcus"}, {"driver": "lcus"}),
    )
    panel.show_model(MovingModel(asking=True, changes=rows, left_out=2, may_carry=True))
    assert panel._left_out.isVisible()
    shown.picture(f"moving-{part}")
    assert all(panel._words.name(one) and panel._words.change(one) for one in rows)


def test_help_is_read_before_it_is_saved(shown: Shown, tmp_path: Path) -> None:
    panel = shown.panel("moving")
    shown.child = ChildNow(
        [{"part": "versions.json", "text": "3.13"}, {"part": "logs/desk.log", "text": "INFO ***"}, {"file": "x"}]
    )
    panel.gather.click()
    gathered = panel.presenter._gathered
    gathered.write_bytes(b"the file")
    assert [name for name, _ in panel.model.parts] == ["versions.json", "logs/desk.log"]
    assert panel.shown.toPlainText() == "3.13"
    shown.picture("moving-help")
    panel.presenter.save(tmp_path / "none" / "help.zip")
    assert panel._help_said.isVisible()
    panel.presenter.save(tmp_path / "help")
    assert (tmp_path / "help.zip").read_bytes() == b"the file"
    assert not gathered.exists()
    assert not panel.shown.toPlainText()


def test_what_was_gathered_does_not_stay(shown: Shown) -> None:
    panel = shown.panel("moving")
    shown.child = ChildNow([{"part": "versions.json", "text": "3.13"}])
    panel.gather.click()
    gathered = panel.presenter._gathered
    gathered.write_bytes(b"the file")
    shown.page.open("about")
    assert not gathered.exists()
    assert not panel.model.parts


def test_a_child_that_fails_is_said(shown: Shown) -> None:
    panel = shown.panel("moving")
    shown.child = ChildNow([], Trouble("program.child"))
    panel.gather.click()
    assert panel._help_said.isVisible()
    assert panel.gather.isEnabled()


def test_packed_it_is_taken_back_only_by_somebody_who_is_sure(shown: Shown, tmp_path: Path) -> None:
    moving.pack(shown.desk, tmp_path, COMMAND, found=[])
    panel = shown.panel("moving")
    panel.refresh()
    assert panel.take_back.isVisible()
    assert not panel.packing.isVisible()
    shown.picture("moving-packed")
    shown.voice.yes = False
    panel.take_back.click()
    assert "从来没有打开过" in shown.voice.asked[-1].title
    assert moving.where(shown.desk) is not None
    shown.voice.yes = True
    panel.take_back.click()
    assert moving.where(shown.desk) is None
    assert shown.anew == 1


def test_what_is_left_is_deleted_after_a_question(shown: Shown, tmp_path: Path) -> None:
    moving.pack(shown.desk, tmp_path, COMMAND, found=[])
    panel = shown.panel("moving")
    panel.refresh()
    shown.voice.yes = False
    panel.wipe.click()
    assert shown.desk.founded
    shown.voice.yes = True
    panel.wipe.click()
    assert shown.voice.asked[-1].danger
    assert not shown.desk.founded
    assert shown.anew == 1
