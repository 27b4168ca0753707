"""A label run in its own process: progress, a whole file, a refusal of the disk, and a stop that leaves nothing."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from desk.core.errors import Fault
from tests.ui.test_paper_labels import IMPRINT, pages, some
from tests.ui.test_paper_qr import read
from ui.paper import run
from ui.paper.labels import MIDDLE, SMALL
from ui.paper.labels_job import order
from ui.paper.run import LabelRun


class Heard:
    """What a run told."""

    def __init__(self) -> None:
        self.steps: list[tuple[int, int]] = []
        self.ends: list[str] = []

    def progress(self, done: int, of: int) -> None:
        self.steps.append((done, of))

    def ended(self, error: Exception | None) -> None:
        self.ends.append(error.code if isinstance(error, Fault) else str(error))


def test_a_run_writes_its_file_and_tells_how_far_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    path, heard, labels = tmp_path / "labels.pdf", Heard(), some(30)
    LabelRun().start(order(path, labels, IMPRINT, MIDDLE), heard.progress, heard.ended)
    qtbot.waitUntil(lambda: bool(heard.ends), timeout=30_000)
    assert heard.ends == ["None"]
    assert heard.steps == [(24, 30), (30, 30)]
    assert sorted(text for page in pages(path) for text in read(page)) == sorted(one.text for one in labels)


def test_a_disk_that_refuses_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    heard = Heard()
    LabelRun().start(order(tmp_path / "gone" / "a.pdf", some(1), IMPRINT, MIDDLE), heard.progress, heard.ended)
    qtbot.waitUntil(lambda: bool(heard.ends), timeout=30_000)
    assert heard.ends == ["paper.not_written"]


def test_a_stop_leaves_no_file(qtbot: QtBot, tmp_path: Path) -> None:
    path, heard, job = tmp_path / "labels.pdf", Heard(), LabelRun()
    job.start(order(path, some(3_000), IMPRINT, SMALL), heard.progress, heard.ended)
    qtbot.waitUntil(lambda: bool(heard.steps), timeout=30_000)
    job.cancel()
    qtbot.waitUntil(lambda: bool(heard.ends), timeout=30_000)
    assert heard.ends == ["paper.stopped"]
    assert list(tmp_path.iterdir()) == []


def test_the_window_going_away_ends_the_run_without_a_word(qtbot: QtBot, tmp_path: Path) -> None:
    heard, job = Heard(), LabelRun()
    job.start(order(tmp_path / "labels.pdf", some(3_000), IMPRINT, SMALL), heard.progress, heard.ended)
    qtbot.waitUntil(lambda: bool(heard.steps), timeout=30_000)
    job.close()
    assert heard.ends == []
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_is_not_there_is_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: object, log_watch: object
) -> None:
    heard = Heard()
    log_watch.expect("label job did not start")  # type: ignore[attr-defined]
    monkeypatch.setattr(run, "command", lambda: [str(tmp_path / "nothing")])  # type: ignore[attr-defined]
    LabelRun().start("{}", heard.progress, heard.ended)
    qtbot.waitUntil(lambda: bool(heard.ends), timeout=10_000)
    assert heard.ends == ["program.child"]
