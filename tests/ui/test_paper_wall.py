"""What hangs on the notice wall, and the laminated board: the same words as on the screen, on one page."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from desk.screen.rules import Kind, LineKind, Number
from desk.store.identity import Here, House
from tests.ui.public_screen.test_model import LI, WANG, board, item, line
from ui import i18n
from ui.paper import board as boards
from ui.paper import wall
from ui.paper.document import save_pdf
from ui.paper.one_page import poster

HERE = Here("s", "锦绣苑", "Asia/Shanghai", "明珠路 88 弄", "", "g", "南门", "0000-1234", 0)
FULL = board(
    week=tuple(line(day, hour, WANG, LI) for day in range(7) for hour in (9, 14)), sittings=(line(2, 9, LI, kind=LineKind.SITTING),),
    notices=(item("周六停水", text="请提前接水\n# 不是标题"), item("充电棚公示", kind=Kind.OFFICIAL)),
    numbers=(Number("物业", "1040 0000 0110"),),
)  # fmt: skip


def read(path: Path) -> tuple[int, str]:
    document = QPdfDocument()
    assert document.load(str(path)) == QPdfDocument.Error.None_
    count = document.pageCount()
    text = "".join(document.getAllText(nth).text() for nth in range(count))
    document.close()
    plain = unicodedata.normalize("NFKC", "".join(text.split()))
    return count, plain.translate(
        str.maketrans("⻔⻋‒", "门车–")
    )  # readers give back radicals for some letters of the font


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_the_wall_says_what_the_screen_says_on_one_page(qapp: QApplication, tmp_path: Path, lang: str) -> None:
    i18n.install(lang)
    try:
        save_pdf(wall.text(FULL), tmp_path / "wall.pdf", poster)
    finally:
        i18n.install("zh_CN")
    pages, words = read(tmp_path / "wall.pdf")
    assert pages == 1
    for said in ("锦绣苑", "周六停水", "请提前接水", "#不是标题", "充电棚公示", "王老师", "104000000110", "120", "119"):
        assert said in words, said


def test_the_board_says_hours_phones_and_rules(qapp: QApplication, tmp_path: Path) -> None:
    save_pdf(
        boards.text(HERE, House(aed="门卫室墙上"), FULL, "消防通道不停车\n电动车不进楼道"),
        tmp_path / "board.pdf",
        poster,
    )
    pages, words = read(tmp_path / "board.pdf")
    assert pages == 1
    for said in ("明珠路88弄", "每天", "09:00–11:00", "0000-1234", "门卫室墙上", "消防通道不停车", "电动车不进楼道"):
        assert said in words, said


def test_a_board_of_an_estate_that_has_said_nothing_yet(qapp: QApplication) -> None:
    bare = Here("s", "锦绣苑", "Asia/Shanghai", "", "", "g", "南门", "", 0)
    text = boards.text(bare, House(), board(), "")
    assert "来访请先到门岗" in text
    assert "120" in text


def test_weekdays_are_put_together(qapp: QApplication) -> None:
    from ui.public_screen.words import ScreenWords

    week = (*(line(day, 9, WANG) for day in range(5)), line(1, 14, LI), line(5, 14, LI))
    assert boards.opening(ScreenWords(), board(week=week)) == [
        ("门岗", "周一到周五", "09:00–11:00"), ("门岗", "周二、周六", "14:00–16:00"),
    ]  # fmt: skip
