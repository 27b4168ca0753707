"""Goods over the real store: taken in, found by code, handed out, reminded, the door for 30 s."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desk.core.actor import Actor
from desk.core.clock import HOUR_MS
from desk.reception import reads
from desk.store.store import Store
from tests.fakes.clock import FakeClock
from tests.ui.pages.gate import DeskNow, Shell, ports_of
from tests.ui.pages.house import MORNING, House
from ui.pages.goods.model import Code, Form, Full, Shelf, Taken, Thing
from ui.pages.goods.presenter import GoodsPresenter, form_with


class Goods:
    def __init__(self, house: House, shell: Shell) -> None:
        self.house, self.shell = house, shell
        self.presenter = GoodsPresenter(ports_of(house, shell))
        self.told: list[Any] = []
        for name in ("shelf", "parked", "taken", "full", "doors", "lacks", "nothing"):
            setattr(self.presenter, name, self.told.append)
        self.presenter.thing = lambda thing, code: self.told.append((thing, code))

    def last(self) -> Any:
        return self.told[-1]

    def form(self, **fields: Any) -> Form:
        self.presenter.search_doors("3-1-1202")
        fresh = form_with(self.presenter.begin(), self.last()[0])
        return Form(**{**vars(fresh), "what": "一箱水果", "shelf": "A1", **fields})


@pytest.fixture
def goods(desk: DeskNow, store: Store, clock: FakeClock, actor: Actor, shell: Shell, tmp_path: Path) -> Goods:
    clock.set(MORNING)
    return Goods(House(store, clock, actor, tmp_path), shell)


def test_taken_in_once_the_code_told_and_found_by_it(goods: Goods) -> None:
    form = goods.form()
    goods.presenter.park(form)
    code = goods.last()
    assert isinstance(code, Code)
    assert (code.shelf, code.building, code.estate, code.phone) == ("A1", "3", "锦绣苑", "0000-1234")
    goods.presenter.park(form)
    assert len(goods.house.ask(reads.shelf)) == 1
    goods.presenter.by_code(f" {code.code[:2]} {code.code[2:]}")
    thing, said = goods.last()
    assert (thing.id, said) == (code.id, code.code)
    goods.presenter.hand_out(thing.id, code=said)
    assert goods.last() == Taken(code.id)
    goods.presenter.hand_out(thing.id, code=said)
    assert goods.last() == Taken(code.id, again=True)


def test_neither_code_nor_door_stands_on_the_shelf(goods: Goods) -> None:
    parked = goods.house.park()
    goods.presenter.refresh()
    shown = repr(goods.last())
    assert isinstance(goods.last(), Shelf)
    assert "3" in shown
    assert parked.code not in shown
    assert "1202" not in shown


def test_what_is_missing_is_named(goods: Goods) -> None:
    goods.presenter.park(Form("x", what="伞"))
    assert goods.last() == "door"
    goods.presenter.park(Form("x", unknown=True))
    assert goods.last() == "what"
    goods.presenter.park(Form(goods.house.new_id(), what="伞", unknown=True))
    assert isinstance(goods.last(), Code)


def test_a_wrong_code_finds_nothing_and_hands_out_nothing(goods: Goods) -> None:
    parked = goods.house.park()
    goods.presenter.by_code("0000")
    assert goods.last() == "0000"
    goods.presenter.hand_out(parked.goods_id, code="0000")
    assert goods.shell.problems == ["goods.code_wrong"]
    assert len(goods.house.ask(reads.shelf)) == 1


def test_handed_out_by_the_desk_and_put_back(goods: Goods) -> None:
    parked = goods.house.park()
    goods.presenter.hand_out(parked.goods_id, taken_by="住户本人")
    goods.presenter.offer_undo("已交给", goods.last())
    assert goods.house.ask(reads.shelf) == ()
    goods.shell.undo_[0]()
    assert len(goods.house.ask(reads.shelf)) == 1


def test_a_card_that_was_asked_for_before_comes_too_late_once_it_is_handed_out(
    goods: Goods, monkeypatch: pytest.MonkeyPatch
) -> None:
    parked, asked = goods.house.park(), []
    with monkeypatch.context() as slow:
        slow.setattr(goods.house, "read", lambda work, done, failed: asked.append((work, done)))
        goods.presenter.open(parked.goods_id)
    goods.presenter.hand_out(parked.goods_id, taken_by="住户本人")
    ((work, done),) = asked
    done(goods.house.ask(work))
    assert goods.last() == Taken(parked.goods_id)


def test_after_48_hours_the_household_is_told_once(goods: Goods) -> None:
    parked = goods.house.park()
    goods.house.clock.advance(50 * HOUR_MS)
    goods.presenter.refresh()
    assert (goods.last().overdue, goods.last().things[0].hours) == (1, 50)
    goods.presenter.remind(parked.goods_id, "记下了")
    thing, _ = goods.last()
    assert isinstance(thing, Thing)
    assert thing.reminded == "10:00"
    assert goods.shell.said == ["记下了"]


def test_the_door_is_given_for_thirty_seconds_and_written_down(goods: Goods) -> None:
    parked = goods.house.park()
    goods.presenter.reveal(parked.goods_id)
    assert goods.last() == Full(parked.goods_id, "3-1-1202", "", 30)


def test_a_half_filled_form_is_kept_and_an_empty_one_is_not() -> None:
    assert Form("x", unknown=True).as_draft() == {}
    half = Form("x", what="伞", shelf="B1")
    assert Form.of({**half.as_draft(), "newer": 1}) == half
