"""The roll call on the screen: ticks by mouse and keyboard, the missing alone, the end asked for, how to begin."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pages.test_today_view import Desk
from ui import i18n
from ui.pages.rollcall.model import PastCall, RollModel, RollRow
from ui.pages.rollcall.view import RollCallPage
from ui.theme import apply_theme, current


def line(n: int, mark: str = "", certain: bool = True) -> RollRow:
    return RollRow(
        f"v{n}", certain, "guest", f"王测试{n}", "10400001234", f"3-1-{n}01", 1 + n % 2, "08:00", n == 3, mark
    )


ROWS = (line(1), line(2), line(3, "safe"), line(4, certain=False))
RUNNING = RollModel("c1", "09:00", people=5, safe=2, open=3, uncertain=1, rows=ROWS, estate="锦绣苑", gate="南门")
ENDED = replace(RUNNING, closed="09:20")


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> RollCallPage:
    made = RollCallPage(desk)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1196, 617)
    made.show()
    qtbot.waitExposed(made)
    made.show_model(RUNNING)
    return made


def texts(page: RollCallPage, row: int) -> list[str]:
    model = page.table.model()
    return [str(model.index(row, n).data()) for n in range(model.columnCount())]


def test_one_key_asks_the_desk_to_freeze_and_coming_back_does_not(page: RollCallPage, desk: Desk) -> None:
    page.on_show(begin=True)
    assert desk.asked[-1] == ("begin",)
    page.on_show()
    assert desk.asked[-1] == ("look",)


def test_rows_are_in_full_with_three_cells_to_tick(page: RollCallPage) -> None:
    assert page.heading() == "清点：还有 3 人没有下落"
    assert texts(page, 0) == ["王测试1", "3-1-101", "10400001234", "2", "平安", "没找到", "已离开"]
    assert texts(page, 2)[0] == "王测试3 · 孩子"
    assert texts(page, 3)[0] == "王测试4 · 不确定"


def test_arrows_and_space_tick_line_by_line(page: RollCallPage, qtbot: QtBot, desk: Desk) -> None:
    page.table.setFocus()
    page.table.mark(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    qtbot.keyClick(page.table, Qt.Key.Key_2)
    qtbot.keyClick(page.table, Qt.Key.Key_Up)
    qtbot.keyClick(page.table, Qt.Key.Key_3, Qt.KeyboardModifier.KeypadModifier)
    assert [one for one in desk.asked if one[0] == "mark"] == [
        ("mark", "v1", "safe"), ("mark", "v2", "not_found"), ("mark", "v2", "left"),
    ]  # fmt: skip


def test_a_cell_is_pressed(page: RollCallPage, qtbot: QtBot, desk: Desk) -> None:
    middle = page.table.visualRect(page.table.model().index(1, 5)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert desk.asked[-1] == ("mark", "v2", "not_found")
    name = page.table.visualRect(page.table.model().index(1, 0)).center()
    before = len(desk.asked)
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=name)
    assert len(desk.asked) == before


def test_the_line_one_is_on_stays_when_the_desk_answers(page: RollCallPage) -> None:
    page.table.mark(2)
    page.show_model(RUNNING.with_mark("v1", "safe"))
    assert page.table.current_row() == ROWS[2]


def test_only_the_missing_are_looked_at(page: RollCallPage) -> None:
    page.only.click()
    assert [row.visit_id for row in page.table.rows()] == ["v1", "v2", "v4"]
    page.only.click()
    assert len(page.table.rows()) == 4


def test_ending_with_people_missing_says_who_to_tell(page: RollCallPage, desk: Desk) -> None:
    assert page.main_button() is page.end
    page.end.click()
    name, question = desk.asked[-1]
    assert (name, question.title, question.danger) == ("close", "还有 3 人没有下落", True)
    assert "消防" in question.body


def test_the_report_says_how_it_ended(page: RollCallPage) -> None:
    page.show_model(ENDED)
    assert page.heading() == "清点结束：2 人平安，3 人没有下落"
    assert page.main_button() is page.report
    assert page.begin.isVisible()  # one more, but not as what comes next
    assert not page.drill.isVisible()
    page.show_model(replace(ENDED, open=0, safe=5))
    assert page.heading() == "清点结束：5 人都有下落"


def test_before_one_begins_the_last_ones_stand_there(page: RollCallPage) -> None:
    page.show_model(RollModel(past=(PastCall("11-18 10:00", True, 12, 11, 1, 0),)))
    assert page.heading() == "现在没有在清点"
    assert page.past.isVisible()
    assert page.past._lines.text() == "11-18 10:00　名单 12 人：平安 11，已离开 1，没有下落 0（演练）"


def test_an_empty_house_is_said_too(page: RollCallPage) -> None:
    page.show_model(replace(RUNNING, rows=(), people=0, open=0, safe=0))
    assert page.heading() == "清点：里面没有登记的来访人"


def test_paper_is_looked_at_first_and_its_names_do_not_stay(page: RollCallPage) -> None:
    page.print.click()
    assert page.heading() == "打印出来是这样，共 1 页"
    assert page.main_button() is page.paper.print_now
    assert len(page.paper._pages) == 1
    assert page.on_back()
    assert page.paper._pages == []
    assert not page.on_back()


def test_what_stands_on_the_paper(page: RollCallPage) -> None:
    page.paper.show_model(replace(ENDED, drill=True, stamp=("2026-11-22 10:00", "10:12")), 600)
    made = page.paper.sheet()
    assert made.title == "锦绣苑 · 清点报告（演练）"
    assert "2026-11-22 10:00 到 10:12" in made.lines[0]  # paper is read another day
    assert made.rows[2][-3:] == ("✓", "□", "□")
    assert made.rows[3][0] == "王测试4（不确定）"


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("model", [RollModel(), RUNNING, ENDED, replace(RUNNING, drill=True, open=0)])
def test_every_state_has_words_and_one_main_act(page: RollCallPage, lang: str, model: RollModel) -> None:
    i18n.install(lang)
    page.show_model(model)
    assert page.heading()
    assert "{" not in page.heading() + page._sub.text()
    main = page.main_button()
    assert main is not None
    assert main.text()


def test_large_text_keeps_the_ticks_in_sight(page: RollCallPage, qapp: QApplication) -> None:
    apply_theme(qapp, "light", 40)
    page.resize(1270, 560)
    qapp.processEvents()
    assert page.table.narrow()
    assert texts(page, 0) == ["王测试1 · 2 人", "3-1-101", "", "", ""]
    assert page.table.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("room", [300, 5000])
def test_the_paper_is_never_wider_than_the_page(page: RollCallPage, room: int) -> None:
    page.paper.show_model(ENDED, room)
    assert 0 < page.paper._pages[0].sizeHint().width() <= min(room, current().text() * 34)
