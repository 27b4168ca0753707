"""A computer is replaced: packed in one window, opened in another, and the old one says that it has moved."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk import app as desk_app
from desk import moving
from desk.operators.rules import COMMAND
from tests.journeys.conftest import Moved, Running, Start
from tests.journeys.gates import sign_on
from ui.app import Program
from ui.options import Options

Picture = Callable[[Running, str], None]


def test_from_the_old_computer_to_the_new_one(
    founded_home: Path, tmp_path: Path, start: Start, picture: Picture
) -> None:
    shutil.copytree(founded_home, tmp_path / "old")
    old = desk_app.build(tmp_path / "old")
    old.open()
    packed = moving.pack(old, tmp_path, COMMAND, found=[])
    old.close()
    new = start(tmp_path / "new")
    new.until(lambda: new.program.door.welcome is not None)
    welcome: Any = new.program.door.welcome
    new.until(lambda: not welcome.model.busy)
    picture(new, "move-first-page")
    welcome.parts["language"].move.click()
    new.until(lambda: type(new.window._alone).__name__ == "ArrivingPage")
    page: Any = new.window._alone
    page.presenter.choose(packed.path)
    new.until(lambda: page.model.stage == "code")
    page.code.setText(packed.code)
    picture(new, "move-code")
    page.main.click()
    new.until(lambda: page.model.stage == "done", 30_000)
    picture(new, "move-done")
    page.main.click()
    new.until(lambda: new.program.shell is not None, 20_000)
    sign_on(new)
    assert moving.where(new.program.desk) is None
    assert not list(new.program.desk.home.root.rglob("*.gdmove"))


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, world: Moved) -> Iterator[Callable[[Path], Running]]:
    """As `start`, for a computer that opens no camera by itself."""
    made: list[Program] = []

    def begin(home: Path) -> Running:
        one = Program(qapp, Options(home=home, camera="off"), world)  # type: ignore[arg-type]
        made.append(one)
        one.show()
        return Running(one, qtbot, world)  # type: ignore[arg-type]

    yield begin
    for one in made:
        one.window.close()
        one.close()
        one.window.deleteLater()
        one.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


def test_the_old_computer_says_that_it_has_moved_and_can_be_looked_at(
    program: Callable[[Path], Running], founded_home: Path, tmp_path: Path, picture: Picture
) -> None:
    shutil.copytree(founded_home, tmp_path / "old")
    old = desk_app.build(tmp_path / "old")
    old.open()
    moving.pack(old, tmp_path, COMMAND, found=[])
    old.close()
    one = program(tmp_path / "old")
    one.until(lambda: one.window._alone is not None and "搬到另一台电脑" in one.window._alone.heading())
    picture(one, "moved-away")
    assert one.window.press_main()
    one.until(lambda: one.program.shell is not None, 20_000)
    sign_on(one)
    one.shell.to("settings", section="moving")
    one.until(lambda: one.front() == "settings" and one.page().key == "moving")
    panel = one.page().panel()
    one.until(lambda: panel.model.moved == "packed")
    assert panel.take_back.isVisible()
    picture(one, "moved-settings")
