"""One program per data folder; the second brings the first to the front."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.conftest import LogWatch
from ui.shell.instance import SingleInstance


def test_the_second_calls_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    raised: list[int] = []
    first = SingleInstance(tmp_path, lambda: raised.append(1))
    second = SingleInstance(tmp_path, lambda: raised.append(2))
    assert first.claim()
    assert not second.claim()
    qtbot.waitUntil(lambda: raised == [1])
    first.close()
    assert second.claim()
    second.close()


def test_another_folder_is_another_program(tmp_path: Path) -> None:
    one, two = SingleInstance(tmp_path / "a", lambda: None), SingleInstance(tmp_path / "b", lambda: None)
    assert one.claim()
    assert two.claim()
    one.close()
    two.close()


def test_a_first_that_does_not_answer_still_holds_the_folder(tmp_path: Path, log_watch: LogWatch) -> None:
    log_watch.expect("does not answer")
    first, second = SingleInstance(tmp_path, lambda: None), SingleInstance(tmp_path, lambda: None)
    assert first.claim()
    assert first._server is not None
    first._server.close()
    assert not second.claim()
    first.close()
