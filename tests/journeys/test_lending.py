"""Lending through the real window: in ten seconds, by household code, back with one scan, a kind word, the book and a label."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt

from desk.codes.rules import Kind
from desk.codes.service import issue, issue_household
from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.lending import reads, service
from desk.lending.drafts import AssetDraft
from desk.lending.rules import Part
from desk.lending.rules_asset import AssetClass, AssetKind
from desk.people.reads import find_household
from tests.journeys.conftest import Running
from tests.journeys.test_matters import pass_time, write

Picture = Callable[[Running, str], None]
EMERGENCY_S = 10


@pytest.fixture
def lent(on_duty: Running) -> Running:
    """A wheelchair, a trolley and a first-aid kit."""
    parts = (Part("创可贴", 10), Part("纱布", 4))
    for draft in (
        AssetDraft("轮椅", AssetKind.WHEELCHAIR, tag="轮-01", hygiene=True, emergency=True),
        AssetDraft("小推车", AssetKind.TROLLEY, tag="车-01"),
        AssetDraft("急救包", AssetKind.FIRST_AID, AssetClass.KIT, "包-01", contents=parts, emergency=True),
    ):
        on_duty.write(lambda u, one=draft: service.add_asset(u, one))
    on_duty.qtbot.keyClick(on_duty.window, Qt.Key.Key_F8)
    on_duty.until(lambda: on_duty.front() == "lending" and len(on_duty.page().model.things) == 3)
    return on_duty


def thing(running: Running, tag: str) -> Any:
    return next(one for one in running.page().model.things if one.title.startswith(tag))


def loans(running: Running) -> Any:
    return running.read(reads.open_loans)


def label(running: Running, tag: str) -> str:
    """What its label says."""
    asset_id = thing(running, tag).id
    return str(running.write(lambda u: issue(u, Kind.ASSET, asset_id)).text)


def test_a_wheelchair_is_taken_in_seconds_and_written_down_later(lent: Running, picture: Picture) -> None:
    began = lent.clock.monotonic_s()
    page = lent.page()
    page.foot.press("急用，先拿走")
    picture(lent, "lending-1-urgent")
    assert page.now.tiles[0][1].hasFocus()
    lent.qtbot.keyClick(page.now.tiles[0][1], Qt.Key.Key_Return)
    lent.until(lambda: page.panel == "done")
    assert lent.clock.monotonic_s() - began < EMERGENCY_S  # F8, one press, one Enter: three touches
    row = loans(lent)[0]
    assert (row.name, row.emergency, row.who.known) == ("轮椅", True, False)
    page.main_button().click()
    lent.until(lambda: page.model.unknown == 1)

    # later: the household code says who it was, and from then on a scan of it tells that the wheelchair is out
    home = lent.read(lambda r: find_household(r, "3-1-1202")).id
    code = lent.write(lambda u: issue_household(u, home)).text
    lent.shell.to("lending", asset_id=row.asset_id)
    lent.until(lambda: page.panel == "thing" and page.thing.loan is not None)
    page.foot.press("记下是谁")
    lent.shell.found(code)
    lent.until(lambda: page.who.who().door_id == home)
    page.main_button().click()
    lent.until(lambda: loans(lent)[0].who.household_id == home)
    lent.shell.to("today")
    lent.shell.found(code)
    lent.until(lambda: lent.front() == "result" and lent.page().model.lent == ("轮椅",))
    picture(lent, "lending-2-the-wheelchair-is-out")


def test_lent_by_two_scans_and_back_by_one(lent: Running, picture: Picture) -> None:
    cart, chair = label(lent, "车"), label(lent, "轮")
    home = lent.read(lambda r: find_household(r, "3-1-1202")).id
    code = lent.write(lambda u: issue_household(u, home)).text
    page = lent.page()
    lent.shell.found(cart)
    lent.until(lambda: page.panel == "lend" and len(page.lend.items) == 1)
    lent.shell.found(chair)
    lent.until(lambda: len(page.lend.items) == 2)
    lent.shell.found(code)
    lent.until(lambda: page.lend.who.who().door_id == home and page.lend._until.text() != "")
    picture(lent, "lending-3-two-things-one-household")
    page.main_button().click()
    lent.until(lambda: page.panel == "done" and len(loans(lent)) == 2)

    # signed on the spot
    for x in range(10, 120, 5):
        at = QPointF(x, 20 + x / 4)
        page.done.pad.begin_stroke(at) if x == 10 else page.done.pad.go_on(at)
    page.main_button().click()
    lent.until(lambda: all(row.who.signed for row in loans(lent)))

    # half an hour before its end Today asks for a kind word; said once, it asks no more until it is late
    pass_time(lent, 100 * MINUTE_MS)
    today = lent.page()
    today._presenter.refresh()
    lent.until(lambda: any(row.kind.value == "lent" and row.who == "soon" for row in today.model.matters))
    picture(lent, "lending-4-due-soon")
    cart_row = next(row for row in loans(lent) if row.name == "小推车")
    lent.shell.to("lending", asset_id=cart_row.asset_id)
    lent.until(lambda: page.panel == "thing")
    page.foot.press("已提醒")
    lent.until(lambda: not any(row.asks for row in loans(lent)))

    # whoever brings the trolley: one scan, from any page; the wheelchair is asked whether it was wiped
    lent.shell.to("today")
    lent.shell.found(cart)
    lent.until(lambda: [row.name for row in loans(lent)] == ["轮椅"])
    lent.until(lambda: lent.window.notes.undo.isVisible())
    lent.shell.found(chair)
    lent.until(lambda: page.panel == "thing" and page.thing.loan is not None)
    page.thing.wiped.setChecked(False)
    page.main_button().click()
    lent.until(lambda: not loans(lent) and thing(lent, "轮").condition == "dirty")
    picture(lent, "lending-5-to-be-wiped")


def test_a_kit_comes_back_incomplete_and_is_filled(lent: Running) -> None:
    page, code = lent.page(), label(lent, "包")
    lent.shell.found(code)
    lent.until(lambda: page.panel == "lend" and bool(page.lend.items))
    write(page.lend.who.name, "李测试")
    page.main_button().click()
    lent.until(lambda: page.panel == "done")
    pass_time(lent, HOUR_MS)
    lent.shell.found(code)
    lent.until(lambda: page.panel == "thing" and len(page.thing.parts) == 2)
    page.thing.parts[0].gone._plus.click()
    page.thing.parts[0].gone._plus.click()
    page.main_button().click()
    lent.until(lambda: page.panel == "home" and thing(lent, "包").condition == "incomplete")
    page._on_thing(thing(lent, "包"))
    lent.until(lambda: page.panel == "thing" and page.thing.card.parts[0].gone == 2)
    page.main_button().click()
    lent.until(lambda: thing(lent, "包").free)
    assert lent.read(lambda r: reads.card(r, thing(lent, "包").id)).row.missing == ()


def test_the_book_a_label_and_a_reservation(lent: Running, picture: Picture) -> None:
    page = lent.page()
    page.foot.press("物品册")
    write(page.book.name, "雨伞")
    page.book.kind.set_key("umbrella")
    page.main_button().click()
    lent.until(lambda: any(one.title == "雨伞" for one in page.book.things) and page.book.thing() is not None)
    page.foot.press("打印物品码")
    lent.until(lambda: bool(page.book.thing().serial))
    picture(lent, "lending-6-the-book")
    page.on_back()
    page.foot.press("预约")
    page.keep.thing.set_key(thing(lent, "轮").id)
    write(page.keep.who.name, "邹测试")
    page.main_button().click()
    lent.until(lambda: page.panel == "home" and len(page.model.kept) == 1)
    page.foot.press("预约")
    picture(lent, "lending-7-kept")
    page.keep.rows[0].button.click()
    lent.until(lambda: not page.model.kept)
    assert lent.read(reads.reservations) == ()
