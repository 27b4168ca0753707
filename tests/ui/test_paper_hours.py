"""Statements, certificates and the month on paper: every word is text in the PDF, the font is in it, the code proves it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from desk.codes import token
from desk.codes.decode.picture import read_gray
from desk.codes.decode.still import decode_still
from desk.duty.rules_certificate import Claims, Kind, found_in, number_of, seal_of, sign
from tests.ui.test_paper_notice import RADICALS
from ui import i18n
from ui.paper import certificate, duty_card, roster_sheet, statement
from ui.paper.certificate import Certificate
from ui.paper.files import save_png, whole
from ui.probes import paper as probe

ID = "0" * 31 + "a"
SEED = bytes(range(32))
CODE = sign(
    SEED,
    Claims(
        token.key_id(token.public_key(SEED)), ID, "2026-12-20", "2026-01-01", "2026-12-19", 750, Kind.CERTIFICATE,
        number_of(2026, 4839127), seal_of(ID, "王秀兰", ""),
    ),
)  # fmt: skip
PAPER = Certificate(
    "2026-048391275", "王秀兰", "居民身份证", "31010419500101002X", "3101040001", "2026-01-01 至 2026-12-19", "12.5",
    "上午门岗、晚间巡逻", "锦绣苑居民委员会", "周敏", "陈国华", "1040 0000 0119", "2026-12-20", "评选", CODE,
)  # fmt: skip


def written(path: Path, draw: Callable[[QPdfWriter], object]) -> tuple[str, int, bytes]:
    """Its words, its pages, its bytes."""
    with whole(path) as device:
        writer = QPdfWriter(device)
        writer.setResolution(300)
        draw(writer)
    document = QPdfDocument(None)
    assert document.load(str(path)) == QPdfDocument.Error.None_
    words = "".join(document.getAllText(n).text() for n in range(document.pageCount()))
    pages = document.pageCount()
    document.close()
    words = unicodedata.normalize("NFKC", words.replace("\r\n", "").replace("\n", "")).translate(RADICALS)
    return words, pages, path.read_bytes()


def test_the_certificate_has_the_four_blocks_and_proves_itself(qapp: QApplication, tmp_path: Path) -> None:
    words, pages, data = written(tmp_path / "paper.pdf", lambda device: certificate.draw(device, PAPER))
    assert pages == 1
    for part in (
        "志愿服务证明", "王秀兰", "31010419500101002X", "3101040001", "12.5 小时", "上午门岗、晚间巡逻", "锦绣苑居民委员会",
        "周敏", "陈国华", "1040 0000 0119", "2026-048391275", "2026-12-20",
    ):  # fmt: skip
        assert part in words, part
    assert found_in(data) == CODE
    assert b"FontFile" in data


def test_its_picture_is_read_back_by_a_camera(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    written(path, lambda device: certificate.draw(device, PAPER))
    document = QPdfDocument(None)
    document.load(str(path))
    size = document.pagePointSize(0)
    picture = document.render(0, (size * 150 / 72).toSize())
    document.close()
    flat = picture.convertToFormat(picture.Format.Format_ARGB32)
    white = QImage(flat.size(), QImage.Format.Format_RGB32)
    white.fill(0xFFFFFFFF)
    painter = QPainter(white)
    painter.drawImage(0, 0, flat)
    painter.end()
    save_png(white, tmp_path / "photo.png")
    assert [one.text for one in decode_still(read_gray(tmp_path / "photo.png"))] == [CODE]


def test_a_long_statement_turns_pages_and_loses_no_row(qapp: QApplication, tmp_path: Path) -> None:
    one = probe.hours(120)
    words, pages, data = written(tmp_path / "hours.pdf", lambda device: statement.draw(device, one))
    assert pages >= 3
    assert words.count("上午门岗值守") == 120
    assert words.count("服务内容") == pages  # the heads on every page
    assert "合计 360 小时,120 次" in words
    assert b"FontFile" in data


def test_a_cell_of_50_000_letters_is_cut(qapp: QApplication, tmp_path: Path) -> None:
    row = statement.Served("2026-12-01", "08:00-11:00", "3", "巡" * 50_000, "x" * 5_000, "志愿者")
    one = probe.hours(1)
    long = statement.Statement(**{**vars(one), "rows": (row,)})
    words, pages, _ = written(tmp_path / "long.pdf", lambda device: statement.draw(device, long))
    assert pages == 1
    assert "..." in words


def test_the_month_is_one_page_and_one_picture(qapp: QApplication, tmp_path: Path) -> None:
    one = probe.roster()
    words, pages, data = written(tmp_path / "month.pdf", lambda device: roster_sheet.draw(device, one))
    assert pages == 1
    assert words.count("上午门岗") == 31
    assert "缺人" in words
    assert b"FontFile" in data
    picture = roster_sheet.picture(one)
    assert (picture.width(), picture.height() > 800) == (roster_sheet.PICTURE_PX, True)


@pytest.mark.parametrize(("lang", "last"), [("zh_CN", "丢了请马上告诉班"), ("en", "tell a shift lead at once.")])
def test_a_duty_card_says_all_it_has_to_in_its_size(qapp: QApplication, tmp_path: Path, lang: str, last: str) -> None:
    i18n.install(lang)
    made = duty_card.job("V1:" + "A" * 120, "S", "欧阳*华老师", "Residents' committee", "锦绣苑")
    words, pages, _ = written(tmp_path / "card.pdf", lambda device: made.draw(device, False))
    i18n.install(i18n.SOURCE)
    assert pages == 1
    for part in ("欧阳*华老师", "Residents'committee", last.replace(" ", "")):
        assert part in words.replace(" ", "")


def test_a_row_of_the_certificate_is_as_high_as_its_words_need(qapp: QApplication, tmp_path: Path) -> None:
    i18n.install("en")
    words, pages, _ = written(tmp_path / "paper.pdf", lambda device: certificate.draw(device, PAPER))
    i18n.install(i18n.SOURCE)
    assert (pages, "Volunteernumber" in words.replace(" ", "")) == (1, True)
