"""Pages of words: the privacy notice, the recovery code's slip, a badge. Read back from the real PDF."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from desk.core.errors import Trouble
from tests.ui.test_paper_labels import pages
from ui import i18n
from ui.paper.badge import write_badge
from ui.paper.document import save_pdf
from ui.paper.files import whole
from ui.paper.notice import notice_job, notice_text, recovery_text, save_notice
from ui.paper.one_page import fitted

EDGE_PX = 12  # 1 cm at 30 dpi
FACTS = {
    "estate": "锦绣苑", "address": "明珠路 88 弄", "gate": "南门", "phone": "1040 0000 0119",
    "handler": "明珠路 88 弄业主委员会", "days": "30", "updated": "2026-11-18",
}  # fmt: skip
MUST_SAY = {  # PIPL 17: who, why and how, which kinds and how long, which rights and how to use them
    "zh_CN": ("谁在登记", "为什么登记", "登记什么", "存多久", "会给谁看", "您的权利", "30 天", "15 个工作日内", "不影响您进门"),
    "en": ("Who registers you", "Why", "What is written down", "How long", "Who sees it", "Your rights", "30 days", "within 15 working days", "never keeps you out"),
}  # fmt: skip


RADICALS = str.maketrans(
    "⻔⻢⺠⻚", "门马民页"
)  # what a PDF's text layer makes of some characters, and NFKC leaves alone


def text_of(path: Path) -> str:
    document = QPdfDocument()
    document.load(str(path))
    pages = [document.getAllText(n).text() for n in range(document.pageCount())]
    document.close()
    return unicodedata.normalize("NFKC", "".join(pages)).translate(RADICALS)


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_the_notice_says_what_the_law_asks(qapp: QApplication, tmp_path: Path, lang: str) -> None:
    save_notice(FACTS, tmp_path / "notice.pdf", lang)
    text = text_of(tmp_path / "notice.pdf").replace("\r\n", "").replace("\n", "")
    flat = text.replace(" ", "")
    for words in MUST_SAY[lang]:
        assert words.replace(" ", "") in flat, words
    for fact in ("锦绣苑", "明珠路88弄业主委员会", "104000000119"):
        assert fact in flat
    assert "$" not in text


def test_a_name_from_outside_stays_a_name() -> None:
    text = notice_text({**FACTS, "estate": "# [点我](http://example.com) $days"}, "zh_CN")
    assert r"\# \[点我\]\(http://example.com\)" in text


def test_the_slip_shows_estate_and_code(qapp: QApplication, tmp_path: Path) -> None:
    i18n.install("zh_CN")
    save_pdf(recovery_text("锦绣苑", "K7QM-ABCD-EFGH-JKLM-NPQR"), tmp_path / "slip.pdf")
    text = text_of(tmp_path / "slip.pdf")
    assert "K7QM-ABCD-EFGH-JKLM-NPQR" in text
    assert "锦绣苑" in text


def test_a_badge_names_no_full_name(qapp: QApplication, tmp_path: Path) -> None:
    write_badge(tmp_path / "badge.pdf", "OP-ABCDEFGHJKMNPQRS", "王老师", "保安")
    text = text_of(tmp_path / "badge.pdf")
    assert "王老师" in text
    assert "OP-" not in text


def test_a_folder_that_is_not_there_is_said(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"paper\.not_written"):
        save_pdf("# x", tmp_path / "nowhere" / "x.pdf")


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_nothing_stands_where_a_printer_cannot_reach(qapp: QApplication, tmp_path: Path, lang: str) -> None:
    save_notice(FACTS, tmp_path / "notice.pdf", lang)
    sheets = pages(tmp_path / "notice.pdf", dpi=30)
    assert len(sheets) == 1
    for sheet in sheets:
        wide, high = sheet.width(), sheet.height()
        rim = [(x, y) for x in range(wide) for y in range(high) if min(x, y, wide - 1 - x, high - 1 - y) < EDGE_PX]
        assert all(sheet.pixelColor(x, y).lightness() == 255 for x, y in rim)


LONG = {
    **FACTS, "handler": "明珠路 88 弄第二届业主委员会（受托人：锦绣物业服务有限公司明珠路管理处）",
    "address": "明珠路街道第二居民区明珠路 88 弄 1 号物业服务中心一楼值班室",
}  # fmt: skip


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("facts", [FACTS, LONG])
def test_the_notice_is_one_page_in_print_that_can_be_read(qapp: QApplication, lang: str, facts: dict[str, str]) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = QPdfWriter(buffer)
    paper.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    paper.setPageMargins(QMarginsF(16, 16, 16, 16), QPageLayout.Unit.Millimeter)
    made = fitted(notice_text(facts, lang), paper)
    assert made.pageCount() == 1
    sizes = set()
    block = made.begin()
    while block.isValid():
        for one in block.textFormats():
            sizes.add(one.format.fontPointSize() or made.defaultFont().pointSizeF())
        block = block.next()
    assert min(sizes) >= 10.5


def test_a_copy_of_the_notice_says_so_and_stays_one_page(qapp: QApplication, tmp_path: Path) -> None:
    with whole(tmp_path / "copy.pdf") as device:
        notice_job(FACTS, "告知书", "zh_CN").draw(QPdfWriter(device), True)
    assert len(pages(tmp_path / "copy.pdf", dpi=30)) == 1
    assert "COPY" in text_of(tmp_path / "copy.pdf")


def test_words_longer_than_a_page_go_on_in_the_least_print(qapp: QApplication, tmp_path: Path) -> None:
    save_pdf("# 名单\n\n" + "很长的一段话。" * 900, tmp_path / "long.pdf", fitted)
    assert len(pages(tmp_path / "long.pdf", dpi=30)) > 1
