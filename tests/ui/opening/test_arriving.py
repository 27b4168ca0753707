"""The desk of another computer comes here: found on a stick or chosen, opened by its code, and what is left is said."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk import app, moving
from desk.devices import service as devices
from desk.devices.acting import Role as For
from desk.devices.views import SetUp
from desk.operators.rules import COMMAND
from desk.store.store import Founding
from tests.journeys.conftest import PICTURES
from tests.ui.pages.at_once import desk_at
from ui.opening.arriving import ArrivingModel, ArrivingPresenter
from ui.opening.view_arriving import ArrivingPage


class Here:
    """A computer without a desk, and the parcel of another one."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.packed = self._packed(folder)
        self.desk, self.arrived, self.went_back = desk_at(folder / "new"), 0, 0
        self.page = ArrivingPage(ArrivingPresenter(self.desk, self._on_arrived, self._on_back))
        qtbot.addWidget(self.page)
        self.page.resize(1366, 700)
        self.page.show()
        self.page.on_show()

    def _packed(self, folder: Path) -> moving.Packed:
        old = app.build(folder / "old")
        old.found(Founding("锦绣苑", "南门", throwaway=True))
        with old.store.unit(COMMAND) as u:
            devices.set_up(u, SetUp("", "道闸", For.BARRIER, "lcus", "COM3"))
        packed = moving.pack(old, folder, COMMAND, found=[])
        old.close()
        return packed

    def _on_arrived(self) -> None:
        self.arrived += 1

    def _on_back(self) -> None:
        self.went_back += 1

    def picture(self, name: str) -> None:
        if folder := os.environ.get(PICTURES):
            QApplication.processEvents()
            self.page.grab().save(f"{folder}/arriving-{name}.png")


@pytest.fixture
def here(qtbot: QtBot, tmp_path: Path) -> Iterator[Here]:
    made = Here(tmp_path, qtbot)
    yield made
    made.page.hide()
    made.desk.close()


def test_from_the_file_to_an_open_desk(here: Here) -> None:
    page = here.page
    here.picture("choose")
    page.presenter.choose(here.packed.path)
    assert page.model.stage == "code"
    assert "南门" in page.parcel._title.text()
    page.code.setText("AAAA-AAAA-AAAA-AAAA-AAAA")
    page.main.click()
    assert page._code_field.error()
    here.picture("code")
    assert not here.desk.founded
    page.code.setText(here.packed.code)
    page.main.click()  # the same page, another try
    assert page.model.stage == "done"
    assert page.model.ports == ("道闸",)
    assert not page.code.text()
    here.picture("done")
    page.main.click()
    assert here.arrived == 1
    assert here.desk.founded


def test_other_files_are_said_and_one_can_go_back(here: Here, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    here.page.presenter.choose(tmp_path / "photo.jpg")
    assert "photo.jpg" in here.page._said.text()
    assert here.page.on_back()
    assert here.went_back == 1


def test_a_system_that_keeps_no_key_asks_for_a_passphrase(here: Here) -> None:
    page = here.page
    page.presenter.choose(here.packed.path)
    page.show_model(ArrivingModel("code", str(here.packed.path), passphrase=True))
    page.presenter.model = page.model
    page.presenter.go(here.packed.code, "short", "short")
    assert page._pass_field.error()
    page.presenter.go(here.packed.code, "long enough", "but another")
    assert page._pass_field.error()
    assert not here.desk.founded
    page.presenter.go(here.packed.code, "long enough", "long enough")
    assert here.desk.founded
    from desk.store.key import where_key

    assert where_key(here.desk.home) == "wrapped"
