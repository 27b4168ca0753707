"""Papers of the reception room: a receipt without names, a slip with room to sign, the month as text in a PDF."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QPdfWriter
from PySide6.QtPdf import QPdfDocument

from ui.paper import column
from ui.paper.hearing_summary import Item, SummaryPaper, summary_job, summary_text
from ui.paper.job import Job
from ui.paper.matter_slip import (
    BodyPaper,
    Receipt,
    Slip,
    body_blocks,
    body_job,
    body_sheet,
    receipt_blocks,
    receipt_job,
    slip_blocks,
    slip_job,
    slip_sheet,
)

RECEIPT = Receipt(
    "锦绣苑", "M 123 456 782", "MABCDEFGHJKLABCD", "电梯", "11-19 08:00", "物业", "11-19 14:00", "0000-1234"
)
SLIP = Slip(
    "锦绣苑", "M 123 456 782", "居委会", "电梯", "5 号楼", "门关不上 # 一直响", "11-19 08:00", "11-19 14:00", "逾期未答复，报社区",
    "11-19 14:05", ("陈主任 10400000120",), "0000-1234",
)  # fmt: skip


OWED = BodyPaper(
    "property", "锦绣苑", "锦绣苑物业", "11-19 15:00 打印",
    (replace(SLIP, told="11-19 14:05 陈主任"), replace(SLIP, number="M 222", text="门厅的灯不亮", level="", told="")),
    ("值班室 10400000110",), "0000-1234",
)  # fmt: skip


def text_of(job: Job, folder: Path) -> tuple[str, QPdfDocument]:
    path = folder / f"{job.name}.pdf"
    writer = QPdfWriter(str(path))
    writer.setResolution(300)
    job.draw(writer, False)
    del writer
    document = QPdfDocument(None)
    document.load(str(path))
    words = "".join(document.getAllText(page).text() for page in range(document.pageCount()))
    return folded("".join(words.split())), document


def folded(words: str) -> str:
    """The reader of Qt answers some characters as the radicals that look like them."""
    return unicodedata.normalize("NFKC", words).replace("\u2ed4", "门")


def test_the_receipt_says_where_to_ask_and_nothing_of_what_was_said(qapp: object, tmp_path: Path) -> None:
    words, document = text_of(receipt_job(RECEIPT), tmp_path)
    assert "M123456782" in words
    assert "先由物业办理" in words
    assert document.pageCount() == 1
    assert any(block.code == RECEIPT.code for block in receipt_blocks(RECEIPT))


def test_the_slip_is_as_long_as_it_needs_and_has_room_to_sign(qapp: object, tmp_path: Path) -> None:
    words, document = text_of(slip_job(SLIP), tmp_path)
    for part in ("督办单", "给:居委会", "逾期未答复,报社区", "门关不上#一直响", "陈主任10400000120", "接手人签名"):
        assert part in words
    size = document.pagePointSize(0)
    assert size.width() == pytest.approx(80 / 25.4 * 72, abs=1)
    assert size.height() > size.width()
    assert sum(bool(block.pen) for block in slip_blocks(SLIP)) == 3


def test_the_slip_on_a_whole_sheet_keeps_marks_as_they_were_written(qapp: object, tmp_path: Path) -> None:
    words, document = text_of(slip_sheet(SLIP), tmp_path)
    assert "门关不上#一直响" in words
    assert document.pageCount() == 1


def test_what_a_body_owes_stands_on_one_roll_with_room_to_answer_each(qapp: object, tmp_path: Path) -> None:
    words, document = text_of(body_job(OWED), tmp_path)
    for part in (
        "待办事项单",
        "给:锦绣苑物业",
        "共2件",
        "门关不上#一直响",
        "门厅的灯不亮",
        "电话告诉过:11-1914:05陈主任",
        "值班室10400000110",
    ):
        assert part in words, part
    assert document.pageCount() == 1
    assert sum(bool(block.pen) for block in body_blocks(OWED)) == len(OWED.slips) + 1


def test_the_same_on_whole_sheets_keeps_marks_as_they_were_written(qapp: object, tmp_path: Path) -> None:
    words, document = text_of(body_sheet(OWED), tmp_path)
    assert "门关不上#一直响" in words
    assert "逾期未答复,报社区" in words
    many = replace(OWED, slips=OWED.slips * 8)
    assert text_of(body_sheet(many), tmp_path)[1].pageCount() > document.pageCount()


@pytest.mark.parametrize("n", range(2, 8))
def test_no_page_break_cuts_a_matter_and_nobody_signs_an_empty_page(qapp: object, tmp_path: Path, n: int) -> None:
    slips = tuple(replace(SLIP, number=f"M {nth}{nth}{nth}", text="门关不上 " * (3 + nth)) for nth in range(1, n + 1))
    _, document = text_of(body_sheet(replace(OWED, slips=slips)), tmp_path)
    pages = [folded("".join(document.getAllText(page).text().split())) for page in range(document.pageCount())]
    for nth in range(1, n + 1):
        (page,) = (words for words in pages if f"M{nth}{nth}{nth}" in words)
        assert page.count("编号M") == page.count("答复_")
    assert f"M{n}{n}{n}" in pages[-1]
    assert "接手人签名" in pages[-1]


def test_a_copy_says_so(qapp: object) -> None:
    plain = column.image(slip_blocks(SLIP), 576)
    assert column.image(column._marked(slip_blocks(SLIP), True), 576).height() > plain.height()


def test_the_month_has_its_text_in_the_pdf(qapp: object, tmp_path: Path) -> None:
    paper = SummaryPaper(
        "锦绣苑", "2026 年 11 月接待小结", ("接待 2 场。",), ("噪声 2",), ("物业 3 件（办结 1）",),
        tuple(Item("噪声", "中心花园", f"第 {n} 件 *太吵*", "说好了") for n in range(30)), "2026-11-30",
    )  # fmt: skip
    words, document = text_of(summary_job(paper), tmp_path)
    assert "2026年11月接待小结" in words
    assert "第29件*太吵*" in words
    assert document.pageCount() > 1
    assert "\\*太吵\\*" in summary_text(paper)
