"""One way to paper: the chosen printer at once, else the dialog, without printers a file; copies say so; failures say what."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import LogWatch
from tests.ui.paper_now import A4, A6, PaperNow
from tests.ui.test_paper_labels import pages, words
from ui.hardware.printing import save
from ui.paper import document, sheet, slip
from ui.paper.job import Job
from ui.paper.sheet import Sheet
from ui.paper.slip import Slip

SLIP = Slip("锦绣苑", "取件码", "48 21", ("放在 A1", "门岗电话 0000-1234"))
SHEET = Sheet(
    "清点名单",
    ("南门",),
    ("姓名", "到哪一户"),
    tuple((f"欧阳测试{n:03d}", "3-1-1202") for n in range(120)),
    "用完请收回",
)


def notice(key: str = "", private: bool = False) -> Job:
    return document.job("# 告知书\n\n请您登记来访。", "notice", "告知书", key, private)


@pytest.fixture
def none(tmp_path: Path) -> PaperNow:
    return PaperNow(tmp_path)


def test_the_chosen_printer_prints_at_once(paper: PaperNow) -> None:
    assert paper.papers.send(notice())
    assert paper.printers.opened == ["门岗小票机"]
    assert paper.printers.asked == 0
    assert paper.titles() == ["告知书"]
    assert "请您登记来访" in words(paper.pdfs()[0])
    assert paper.told.lines == ["已送到打印机「门岗小票机」"]


@pytest.mark.parametrize("chosen", ["", "拔掉的打印机"])
def test_without_a_chosen_one_the_system_asks(tmp_path: Path, chosen: str) -> None:
    paper = PaperNow(tmp_path, "甲", "乙", chosen=chosen)
    assert paper.papers.send(notice())
    assert paper.printers.asked == 1
    assert paper.printers.opened == [""]
    assert paper.pdfs()[0].exists()


def test_leaving_the_dialog_prints_nothing_and_says_nothing(tmp_path: Path) -> None:
    paper = PaperNow(tmp_path, "甲")
    paper.printers.accept = False
    assert not paper.papers.send(notice("k"))
    assert not paper.pdfs()[0].exists()
    assert paper.told.lines == []
    paper.printers.accept = True
    paper.papers.send(notice("k"))
    assert "COPY" not in words(paper.pdfs()[1])


def test_without_any_printer_it_is_a_file_and_the_folder_is_offered(none: PaperNow) -> None:
    assert none.papers.send(notice())
    path = none.own / "prints" / "notice.pdf"
    assert "请您登记来访" in words(path)
    assert "notice.pdf" in none.told.lines[0]
    none.told.acts[0]()
    assert none.shown == [path.parent]


def test_a_file_takes_no_other_files_place(none: PaperNow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.shell.papers.documents", lambda: none.own)
    none.papers._throwaway = False
    for _ in range(2):
        none.papers.send(notice())
    assert sorted(path.name for path in none.own.glob("*.pdf")) == ["notice-2.pdf", "notice.pdf"]


def test_names_stay_at_home_and_yesterdays_do_not_pile_up(none: PaperNow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.shell.papers.documents", lambda: none.own)
    none.papers._throwaway = False
    for _ in range(2):
        none.papers.send(sheet.job(SHEET, "roll-call"))
    assert [path.name for path in none.own.rglob("*.pdf")] == ["roll-call.pdf"]
    assert (none.own / "prints" / "roll-call.pdf").exists()


@pytest.mark.parametrize("job", [slip.job(SLIP), sheet.job(SHEET, "roll-call"), notice("k")], ids=lambda job: job.name)
def test_the_second_time_is_a_copy(paper: PaperNow, job: Job) -> None:
    for _ in range(2):
        paper.papers.send(job)
    first, second = (words(path) for path in paper.pdfs())
    assert "COPY" not in first
    assert "副本/COPY" in second
    assert "副本" in paper.told.lines[1]


def test_a_notice_for_the_window_is_never_a_copy(paper: PaperNow) -> None:
    for _ in range(2):
        paper.papers.send(notice())
    assert "COPY" not in words(paper.pdfs()[1])


def test_a_printer_that_takes_nothing_is_told_with_what_was_not_printed(paper: PaperNow, log_watch: LogWatch) -> None:
    log_watch.expect("QPainter::begin")
    log_watch.expect("not printed")
    paper.printers.folder = paper.own / "gone"
    assert not paper.papers.send(notice("k"))
    assert "「告知书」没有打印出来" in paper.told.problems[0]
    assert "门岗小票机" in paper.told.problems[0]
    paper.printers.folder = paper.own.parent
    paper.papers.send(notice("k"))
    assert "COPY" not in words(paper.pdfs()[-1])


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_told(none: PaperNow) -> None:
    none.own.mkdir()
    none.own.chmod(0o500)
    assert not none.papers.send(notice())
    assert none.told.problems
    none.own.chmod(0o700)


def test_a_list_has_its_head_on_every_page(paper: PaperNow) -> None:
    paper.papers.send(sheet.job(SHEET, "roll-call"))
    text = words(paper.pdfs()[0])
    found = pages(paper.pdfs()[0], 60)
    assert len(found) > 1
    assert text.count("姓名") == len(found)
    assert [f"欧阳测试{n:03d}" in text for n in range(120)] == [True] * 120


@pytest.mark.parametrize(("page", "wide"), [(A6, 105), (A4, 72)])
def test_a_slip_fits_the_paper_that_is_in(paper: PaperNow, page: object, wide: float) -> None:
    paper.printers.page = page  # type: ignore[assignment]
    paper.papers.send(slip.job(SLIP))
    seen = pages(paper.pdfs()[0])[0]
    dark = [
        x
        for x in range(seen.width())
        if any(seen.pixelColor(x, y).lightness() < 128 for y in range(0, seen.height(), 3))
    ]
    assert max(dark) / 150 * 25.4 < wide + 20  # the printer's own margin
    assert max(dark) / 150 * 25.4 > wide * 0.6


def test_paper_is_black_on_white_in_the_dark(tmp_path: Path, qapp: object) -> None:
    from PySide6.QtWidgets import QApplication

    from ui.theme import apply_theme

    assert isinstance(qapp, QApplication)
    apply_theme(qapp, "dark")
    try:
        save(notice(), tmp_path / "dark.pdf")
    finally:
        apply_theme(qapp, "light")
    page = pages(tmp_path / "dark.pdf", 60)[0]
    assert min(page.pixelColor(x, y).lightness() for x in range(page.width()) for y in range(page.height())) < 60
