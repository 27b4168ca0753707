"""The tour leaves nothing behind but its pictures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.shell.voice import Notes
from ui.tour import Drive, Stage, Step, Tour


def test_files_a_step_brought_along_are_gone_at_the_end(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []

    def brings(stage: Stage) -> Drive:
        made.append(stage.scratch() / "sheet.csv")
        made[0].write_text("1", encoding="utf-8")
        assert stage.scratch() == made[0].parent
        yield made[0].exists

    ended: list[int] = []
    monkeypatch.setattr(QApplication, "exit", ended.append)
    window: Any = QWidget()
    window.notes = Notes(window)
    qtbot.addWidget(window)
    program: Any = QWidget()
    qtbot.addWidget(program)
    program.window = window
    tour = Tour(cast(Any, program), tmp_path / "out", [Step(1, "brings", brings)])
    tour.begin()
    qtbot.waitUntil(lambda: bool(ended), timeout=10_000)
    assert ended == [0]
    assert not made[0].parent.exists()
    assert [one["ok"] for one in json.loads((tmp_path / "out" / "tour.json").read_text("utf-8"))] == [True]
