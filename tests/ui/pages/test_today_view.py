"""Today on the screen, in both languages: every kind of row, the card turned over, no jump when the undo bar comes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import i18n
from ui.pages.today.model import Kind, Last, Matter, TodayModel
from ui.pages.today.view import TodayPage
from ui.theme import apply_theme, current

FULL = TodayModel(
    hour=9, inside=8, overstays=1, unregistered=63, uncertain=2, admitted=20, expected=5, next_at="10:00", passes=46,
    passes_hour=12, hours=(0,) * 8 + (34, 12) + (0,) * 14, goods=3, goods_overdue=1, goods_oldest_h=50,
    last=Last("rider", "美团"),
)  # fmt: skip


class Desk:
    """The presenter's place, writing down what it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *args, **kw: self.asked.append((name, *args, kw) if kw else (name, *args))


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> TodayPage:
    made = TodayPage(desk)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1196, 617)
    made.show()
    qtbot.waitExposed(made)
    return made


def matter(kind: Kind, **values: Any) -> Matter:
    given: dict[str, Any] = {"n": 2, "over_min": 125, "hours": 50, "at": "17:00", "who": "contractor", **values}
    return Matter(kind, "somewhere", **given)


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_every_kind_of_row_says_what_to_do(page: TodayPage, lang: str) -> None:
    i18n.install(lang)
    page.show_model(replace(FULL, matters=tuple(matter(kind) for kind in Kind)))
    for row in page.attention.rows():
        assert row._title.text()
        assert "{" not in row._title.text() + row._sub.text()
        assert row.button.text()
    assert str(len(Kind)) in page.heading()


def test_before_the_first_answer_there_is_the_greeting_and_no_figure(page: TodayPage) -> None:
    page.show_model(TodayModel(hour=14, known=False))
    assert page.heading() == "下午好。"
    tiles = (page.inside, page.expected, page.passes, page.goods)
    assert not any(char.isdigit() for tile in tiles for char in tile.accessibleName() + tile.accessibleDescription())
    assert not page.attention._calm.isVisible()  # type: ignore[union-attr]
    assert page.fast._strip.accessibleName() == ""
    before = page.inside.height()
    page.show_model(FULL)
    assert page.inside.accessibleName() == "8 人在场"
    assert page.inside.height() == before
    page.show_model(replace(FULL, matters=()))
    assert page.attention._calm.isVisible()  # type: ignore[union-attr]


def test_the_situation_is_the_heading(page: TodayPage) -> None:
    page.show_model(FULL)
    assert page.heading() == "上午好。现在没有要处理的事"
    page.show_model(replace(FULL, hour=23, matters=(matter(Kind.NIGHT),)))
    assert page.heading() == "夜深了。有 1 件事需要留意"


@pytest.mark.parametrize(
    ("who", "n", "over", "words"),
    [
        ("contractor", 1, 125, "一位装修师傅超时 2 小时"),
        ("works", 3, 20, "3 位师傅超时 20 分钟"),
        ("minor", 1, 300, "独自来的孩子超时 5 小时"),
        ("watched", 1, 60, "关注名单上的一位超时 1 小时"),
    ],
)
def test_who_overstays_is_said_by_what_matters(page: TodayPage, who: str, n: int, over: int, words: str) -> None:
    page.show_model(replace(FULL, matters=(matter(Kind.OVERSTAY, who=who, n=n, over_min=over),)))
    assert page.attention.rows()[0]._title.text() == words


def test_a_row_opens_its_matter_and_one_without_a_page_has_no_button(page: TodayPage, desk: Desk) -> None:
    late = matter(Kind.LATE)
    told = Matter(Kind.NO_BACKUP, "")
    page.show_model(replace(FULL, matters=(late, told)))
    page.attention.rows()[0].button.click()
    assert desk.asked[-1] == ("open", late)
    assert not page.attention.rows()[1].button.isVisible()


def test_rows_come_and_go(page: TodayPage) -> None:
    for count in (3, 1, 0, 2):
        page.show_model(replace(FULL, matters=tuple(matter(Kind.LATE) for _ in range(count))))
        assert len(page.attention.rows()) == count
    assert not page.attention._calm.isVisible()  # type: ignore[union-attr]


def test_the_fold_leads_to_the_guests_who_did_not_sign_out(page: TodayPage, desk: Desk) -> None:
    page.show_model(FULL)
    assert page.attention.fold().text() == "另有 63 位亲友未登记离开"
    page.attention.fold().click()
    assert desk.asked[-1] == ("go", "inside", {"section": "unregistered"})


def test_tiles_and_keys_lead_where_they_say(page: TodayPage, desk: Desk) -> None:
    page.show_model(FULL)
    page.expected.click()
    page.goods.click()
    for name in ("rider", "courier", "again", "admit"):
        page.fast.tile(name).click()
    assert desk.asked[-6:] == [
        ("go", "expected"), ("go", "goods"), ("count", "rider"), ("count", "courier"), ("count", "rider", "美团"),
        ("go", "admit"),
    ]  # fmt: skip
    assert [page.fast.tile(name).key() for name in ("rider", "courier", "admit", "goods")] == ["F5", "F6", "F2", "F7"]


def test_platforms_are_on_the_back_and_esc_turns_it(page: TodayPage, desk: Desk) -> None:
    page.show_model(FULL)
    assert not page.on_back()
    page.passes.click()
    assert page.fast.is_open()
    assert page.on_back()
    assert not page.fast.is_open()
    page.fast.open_platforms()
    page.fast.platforms()[1].click()
    assert desk.asked[-1] == ("count", "rider", "饿了么")
    assert not page.fast.is_open()


def test_english_says_known_platforms_in_english_and_others_as_written(page: TodayPage) -> None:
    i18n.install("en")
    page.show_model(replace(FULL, platforms={"rider": ("美团", "Best Bikes")}))
    assert [button.text() for button in page.fast.platforms()[:2]] == ["Meituan", "Best Bikes"]


def test_nothing_jumps_when_the_undo_bar_takes_its_room(page: TodayPage, qtbot: QtBot) -> None:
    page.show_model(replace(FULL, matters=(matter(Kind.LATE), matter(Kind.GOODS), matter(Kind.NIGHT))))
    qtbot.waitUntil(lambda: page.fast.tile("rider").height() > 0)
    before = page.fast.tile("rider").mapTo(page, page.fast.tile("rider").rect().topLeft())
    page.resize(page.width(), page.height() - 74)
    qtbot.wait(1)
    assert not page.scroller.verticalScrollBar().isVisible()
    assert page.fast.tile("rider").mapTo(page, page.fast.tile("rider").rect().topLeft()) == before


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_at_two_hundred_per_cent_it_is_one_column_and_nothing_goes_past_the_edge(
    page: TodayPage, qapp: QApplication, lang: str
) -> None:
    i18n.install(lang)
    apply_theme(qapp, "light", 40)
    page.resize(1270, 560)
    page.show_model(replace(FULL, matters=(matter(Kind.LATE),)))
    qapp.processEvents()
    assert page.fast.y() < page.inside.mapTo(page, QPoint()).y() < page.attention.y()  # what one presses comes first
    assert page.fast.tile("goods").nextInFocusChain() is page.inside
    assert page.scroller.horizontalScrollBar().maximum() == 0
    apply_theme(qapp, "light", 24)
    page.resize(1366, 617)
    qapp.processEvents()
    assert page.inside.y() < page.fast.y()
    assert page.goods.nextInFocusChain() is page.fast.tile("again")


def test_what_was_counted_is_said(page: TodayPage, desk: Desk) -> None:
    page._on_counted(Last("courier", "顺丰"), "t1")
    assert desk.asked[-1] == ("offer_undo", "顺丰快递放行，已记 1 次", "t1")


def test_the_hours_are_read_aloud(page: TodayPage) -> None:
    page.show_model(FULL)
    assert page.fast._strip.accessibleName() == "每小时配送，8 点最多：34 次"
    page.grab()
    assert page.fast.tile("rider").focusPolicy() != Qt.FocusPolicy.NoFocus


def test_at_two_hundred_per_cent_the_platforms_come_into_sight(
    page: TodayPage, qapp: QApplication, qtbot: QtBot
) -> None:
    apply_theme(qapp, "light", 40)
    try:
        page.show_model(FULL)
        page.passes.click()
        first = page.fast.platforms()[0]
        qtbot.waitUntil(lambda: page.scroller.rect().contains(first.mapTo(page.scroller, first.rect().bottomRight())))
    finally:
        apply_theme(qapp, "light", 24)


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_a_day_of_thousands_keeps_its_figures_on_one_line(page: TodayPage, lang: str) -> None:
    i18n.install(lang)
    page.show_model(replace(FULL, inside=1_234, admitted=3_456, passes=1_234, passes_hour=321))
    low = {tile.height() for tile in (page.inside, page.expected, page.passes, page.goods)}
    assert max(low) <= current().height("tile") * 1.5
