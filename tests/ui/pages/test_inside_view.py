"""The Inside page on the screen: parts, ticks, the questions why and how long, in both languages."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pages.test_today_view import Desk
from ui import i18n
from ui.pages.inside.model import Closed, InsideModel, InsideRow, Section
from ui.pages.inside.view import InsidePage
from ui.theme import apply_theme

ROWS = (
    InsideRow("a", "contractor", "王*", "安居装饰", "3", 2, "08:00", 780, 180),
    InsideRow("b", "guest", "欧阳*", "", "", 1, "10:20", 45, 0, ("watched",)),
    InsideRow("c", "guest", "", "", "5", 1, "20:00", 0, 0, ("minor",)),
)
COUNTS = {Section.HERE: 4, Section.UNREGISTERED: 63, Section.UNCERTAIN: 2, Section.NIGHT: 0}
HERE = InsideModel(Section.HERE, ROWS, COUNTS, 1, True)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> InsidePage:
    made = InsidePage(desk)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1196, 617)
    made.show()
    qtbot.waitExposed(made)
    made.show_model(HERE)
    return made


def cells(page: InsidePage, row: int) -> list[str]:
    model = page.table.model()
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_rows_say_who_where_and_how_long(page: InsidePage) -> None:
    assert page.heading() == "现在有 4 人在场，1 位超时"
    assert cells(page, 0) == ["", "王* 等 2 人", "装修维修", "3 栋", "08:00", "超时 3 小时"]
    assert cells(page, 1)[-1] == "已 45 分钟 · 关注"
    assert cells(page, 2)[1:] == ["没留姓名", "孩子", "5 栋", "20:00", "刚进来"]


def test_nobody_is_marked_until_somebody_is_chosen_so_enter_checks_out_nobody(page: InsidePage) -> None:
    assert page.main_button() is None
    page.table.mark(1)
    assert page.leave.text() == "欧阳* 已离开"
    assert page.main_button() is page.leave


def test_after_leaving_the_mark_does_not_slip_to_the_next_one(page: InsidePage, desk: Desk) -> None:
    page.table.mark(0)
    page.leave.click()
    assert desk.asked[-1] == ("leave", "a")
    page.show_model(InsideModel(Section.HERE, ROWS[1:], COUNTS, 0, True))
    assert page.main_button() is None


def test_many_are_ticked_by_space_and_by_press_and_asked_why(page: InsidePage, qtbot: QtBot, desk: Desk) -> None:
    page.table.mark(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    page.table.pressed_cell.emit(ROWS[2], 0)
    assert page.table.ticks() == ("a", "c")
    assert page.leave.text() == "3 人一起登记离开"  # a group counts as its people
    assert not page.open.isVisible()
    page.leave.click()
    assert page.panel.isVisible()
    assert not page.table.isVisible()
    page.panel.answers()[1].click()
    assert desk.asked[-1] == ("leave_many", ("a", "c"), "住户说已经走了")
    assert page.table.isVisible()


def test_a_reason_of_ones_own_must_say_something(page: InsidePage, desk: Desk) -> None:
    page.all.click()
    page.leave.click()
    page.panel._send.click()
    assert page.panel._field.error()
    page.panel._line.setText("  门禁记录  ")
    page.panel._send.click()
    assert desk.asked[-1] == ("leave_many", ("a", "b", "c"), "门禁记录")


def test_without_the_right_there_is_nothing_to_tick(page: InsidePage, qtbot: QtBot) -> None:
    page.show_model(InsideModel(Section.HERE, ROWS, COUNTS, 1, False))
    page.table.mark(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.table.ticks() == ()
    assert not page.all.isVisible()
    assert cells(page, 0)[0] == "王* 等 2 人"


def test_the_night_is_asked_for_and_esc_takes_the_question_back(page: InsidePage, desk: Desk) -> None:
    page.table.mark(1)
    page.stay.click()
    assert page.on_back()
    assert not page.on_back()
    page.stay.click()
    page.panel.answers()[0].click()
    assert desk.asked[-1] == ("overnight", "b", 1)
    page.table.mark(0)
    assert not page.stay.isVisible()


def test_ticks_and_part_outlive_another_language(page: InsidePage, desk: Desk) -> None:
    page.table.pressed_cell.emit(ROWS[1], 0)
    kept = page.draft()
    other = InsidePage(desk)  # type: ignore[arg-type]
    other.restore(kept)
    other.show_model(HERE)
    assert other.table.ticks() == ("b",)
    assert desk.asked[-1] == ("choose", Section.HERE)
    other.deleteLater()


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("section", list(Section))
@pytest.mark.parametrize("rows", [ROWS, ()])
def test_every_part_has_words_full_and_empty(page: InsidePage, lang: str, section: Section, rows: Any) -> None:
    i18n.install(lang)
    page.show_model(InsideModel(section, rows, {section: 3} if rows else {}, 0, True))
    assert page.heading()
    assert "{" not in page.heading()
    assert page.empty.isVisible() is not bool(rows)
    assert page.table.isVisible() is bool(rows)


def test_parts_are_chosen_and_the_night_only_stands_there_at_night(page: InsidePage, desk: Desk) -> None:
    assert not page.parts[Section.NIGHT].isVisible()
    page.parts[Section.UNCERTAIN].click()
    assert desk.asked[-1] == ("choose", Section.UNCERTAIN)
    page.show_model(InsideModel(Section.HERE, ROWS, {**COUNTS, Section.NIGHT: 2}))
    assert page.parts[Section.NIGHT].isVisible()


def test_what_was_done_is_said(page: InsidePage, desk: Desk) -> None:
    page._on_closed(Closed(("a",), 1, "王*"))
    assert desk.asked[-1][1] == "已登记离开：王*"
    page._on_closed(Closed(("a", "b"), 3))
    assert desk.asked[-1][1] == "已登记 3 人离开"
    page._on_stays(2, "a")
    assert desk.asked[-1] == ("say", "记下了：2 晚，夜里不再提醒")


def test_large_text_leaves_out_what_can_be_opened(page: InsidePage, qapp: QApplication) -> None:
    apply_theme(qapp, "light", 40)
    page.resize(1270, 560)
    qapp.processEvents()
    assert page.table.model().columnCount() == 4
    assert page.table.horizontalScrollBar().maximum() == 0
