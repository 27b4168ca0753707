"""Goods on the screen: one panel at a time, the code once, the door covered again, both languages."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.people.reads_doors import Door
from tests.ui.pages.test_today_view import Desk
from tests.ui.paper_now import PaperNow
from ui import i18n
from ui.pages.goods.model import Code, Form, Full, Shelf, Taken, Thing
from ui.pages.goods.view import CODE, PARK, SHELF, THING, GoodsPage

OLD = Thing("a", "A1", "一箱水果", "3", "11-17 08:00", 50, True)
NEW = Thing("b", "", "", "", "08:00", 0, False)
FULL = Shelf((OLD, NEW), 1)
TOLD = Code("a", "4821", "A1", "3", "锦绣苑", "0000-1234", "11-19 08:00")


class Shop(Desk):
    def begin(self) -> Form:
        return Form("fresh")


@pytest.fixture
def desk() -> Shop:
    return Shop()


@pytest.fixture
def page(qtbot: QtBot, desk: Shop) -> GoodsPage:
    made = GoodsPage(desk)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1196, 617)
    made.show()
    qtbot.waitExposed(made)
    made.on_show()
    made.show_shelf(FULL)
    return made


def press(page: GoodsPage, words: str) -> None:
    page.foot.press(words)


def test_the_shelf_says_what_waits(page: GoodsPage) -> None:
    assert page.heading() == "架子上有 2 件，1 件超过 48 小时"
    model = page.shelf.table.model()
    assert [model.index(0, n).data() for n in range(5)] == ["A1", "一箱水果", "3 栋", "2 天", "该提醒了"]
    assert model.index(1, 2).data() == "不知道哪一户"


def test_the_digits_somebody_says_are_looked_up(page: GoodsPage, qtbot: QtBot, desk: Shop) -> None:
    qtbot.keyClicks(page.shelf.code, "4821")
    qtbot.keyClick(page.shelf.code, Qt.Key.Key_Return)
    assert desk.asked[-1] == ("by_code", "4821")
    page._presenter.nothing("4821")
    assert "4821" in page.shelf.error()


def test_the_form_goes_from_door_to_code(page: GoodsPage, desk: Shop) -> None:
    page.main_button().click()  # type: ignore[union-attr]
    assert page.panel == PARK
    page.park.door.picked.emit(Door("h", "3-1-1202"))
    page.park.what.setText("一箱水果")
    page.main_button().click()  # type: ignore[union-attr]
    name, form = desk.asked[-1]
    assert (name, form.id, form.door_id, form.what) == ("park", "fresh", "h", "一箱水果")
    page.show_code(TOLD)
    assert page.panel == CODE
    assert page.code._digits.text() == "48 21"
    assert page.draft() == {}


def test_the_code_is_shown_once(page: GoodsPage) -> None:
    page.show_code(TOLD)
    page.on_hide()
    assert page.code._digits.text() == ""
    page.show_code(TOLD)
    press(page, "已告诉住户")
    assert page.panel == SHELF
    assert page.code._digits.text() == ""


def test_an_unknown_door_takes_the_picked_one_away(page: GoodsPage) -> None:
    press(page, "登记寄放")
    page.park.door.picked.emit(Door("h", "3-1-1202"))
    page.park.unknown.click()
    assert (page.park.form().door_id, page.park.form().unknown) == ("", True)
    page._presenter.lacks("what")
    assert page.park._what.error()
    page.park.unknown.click()
    page._presenter.lacks("door")
    assert page.park.door.error()


def test_a_half_filled_form_survives_leaving_and_another_language(page: GoodsPage, qtbot: QtBot, desk: Shop) -> None:
    press(page, "登记寄放")
    page.park.what.setText("伞")
    page.on_hide()
    page.on_show()
    assert (page.panel, page.park.what.text()) == (PARK, "伞")
    other = GoodsPage(desk)  # type: ignore[arg-type]
    qtbot.addWidget(other)
    other.restore(page.draft())
    assert (other.panel, other.park.what.text()) == (PARK, "伞")


def test_handing_out_asks_for_the_code_or_who_takes_it(page: GoodsPage, desk: Shop) -> None:
    page.show_thing(NEW, "")
    assert page.panel == THING
    press(page, "交给取件人")
    assert page.thing._code_field.error()
    page.thing.code.setText("4821")
    press(page, "交给取件人")
    assert desk.asked[-1] == ("hand_out", "b", {"code": "4821"})
    press(page, "没有取件码")
    press(page, "交给取件人")
    assert page.thing._taker_field.error()
    page.thing._known[0].click()
    press(page, "交给取件人")
    assert desk.asked[-1] == ("hand_out", "b", {"taken_by": "住户本人"})
    page._presenter.taken(Taken("b"))
    assert page.panel == SHELF
    assert desk.asked[-1] == ("offer_undo", "已交给取件人", Taken("b"))


def test_a_typed_code_stands_ready_and_enter_hands_out(page: GoodsPage, desk: Shop) -> None:
    page.show_thing(NEW, "4821")
    page.main_button().click()  # type: ignore[union-attr]
    assert desk.asked[-1] == ("hand_out", "b", {"code": "4821"})


def test_the_door_is_counted_down_and_covered(page: GoodsPage) -> None:
    page.show_thing(OLD, "")
    press(page, "看门牌")
    page._presenter.full(Full("a", "3-1-1202", "顺丰", 3))
    assert page.thing._door.text() == "门牌 3-1-1202 · 顺丰 放的 · 3 秒后遮住"
    for _ in range(3):
        page.thing._on_second()
    assert page.thing.covered()
    page._presenter.full(Full("a", "3-1-1202", "", 30))
    page.on_back()
    assert page.thing.covered()
    assert "1202" not in page.thing._door.text()


def test_long_waiting_goods_are_to_be_told(page: GoodsPage, desk: Shop) -> None:
    page.show_thing(OLD, "")
    assert page.heading() == "放了超过 48 小时，请提醒住户"
    press(page, "已提醒住户")
    assert desk.asked[-1] == ("remind", "a", "记下了：已提醒住户")


def test_the_slip_goes_to_paper(page: GoodsPage, paper: PaperNow) -> None:
    page.show_code(TOLD)
    press(page, "打印取件条")
    assert paper.titles() == ["取件码"]
    assert paper.pdfs()[0].read_bytes().startswith(b"%PDF")


def test_arguments_open_a_thing_or_a_code(page: GoodsPage, desk: Shop) -> None:
    page.on_show(goods_id="a")
    assert ("open", "a") in desk.asked[-2:]
    page.on_show(code="4821")
    assert ("by_code", "4821") in desk.asked[-2:]


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("panel", [SHELF, PARK, CODE, THING])
def test_every_panel_has_words_and_a_main_act(page: GoodsPage, lang: str, panel: str) -> None:
    i18n.install(lang)
    page.show_thing(OLD, "")
    page.show_code(TOLD)
    page._turn(panel)
    assert page.heading()
    assert "{" not in page.heading()
    main: Any = page.main_button()
    assert main is not None
    assert main.text()


def test_an_empty_shelf_says_how_to_begin(page: GoodsPage) -> None:
    page.show_shelf(Shelf())
    assert page.heading() == "架子上现在没有寄放的东西"
    assert page.shelf._empty.isVisible()
    assert not page.shelf.code.isVisible()
