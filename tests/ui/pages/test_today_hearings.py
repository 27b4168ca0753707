"""Today over the real store: whose answer is due, who receives today, who waits for a call."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.core.actor import Actor
from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.hearings import service as hearings
from desk.hearings.drafts import MatterDraft, Reporter
from desk.hearings.rules import Category, Receiver
from desk.store.store import Store
from tests.fakes.clock import FakeClock
from tests.ui.pages.gate import Shell, ports_of
from tests.ui.pages.house import MORNING, House
from ui.pages.today.model import Kind, TodayModel
from ui.pages.today.presenter import TodayPresenter

WHO = Reporter("邹测试", "10400001234")


class Today:
    """A presenter and what it last showed."""

    def __init__(self, house: House, shell: Shell) -> None:
        self.house, self.model = house, TodayModel()
        self.presenter = TodayPresenter(ports_of(house, shell))
        self.presenter.show = self._show

    def _show(self, model: TodayModel) -> None:
        self.model = model


@pytest.fixture
def today(store: Store, clock: FakeClock, actor: Actor, shell: Shell, tmp_path: Path) -> Today:
    clock.set(MORNING)
    return Today(House(store, clock, actor, tmp_path), shell)


def test_a_matter_nobody_answers_turns_from_soon_to_late_and_opens_its_card(today: Today, clock: FakeClock) -> None:
    matter_id = today.house.new_id()
    today.house.do(lambda u: hearings.note(u, MatterDraft(matter_id, Category.LIFT, "电梯不动"), WHO))
    clock.advance(5 * HOUR_MS + 20 * MINUTE_MS)
    today.presenter.refresh()
    row = next(one for one in today.model.matters if one.kind is Kind.REPLY_SOON)
    assert (row.who, row.over_min, row.page, row.arguments) == ("lift", -40, "matter", {"matter_id": matter_id})
    clock.advance(HOUR_MS)
    today.presenter.refresh()
    assert [one.over_min for one in today.model.matters if one.kind is Kind.REPLY_LATE] == [20]
    today.house.do(lambda u: hearings.reply(u, matter_id, "两点修好"))
    today.presenter.refresh()
    (waits,) = [one for one in today.model.matters if one.kind is Kind.CALL_BACKS]
    assert (waits.n, waits.arguments) == (1, {"room": "calls"})
    assert not [one for one in today.model.matters if one.kind in (Kind.REPLY_SOON, Kind.REPLY_LATE)]


def test_todays_sitting_stands_there_until_it_is_over(today: Today, clock: FakeClock) -> None:
    day = today.house.time.day(clock.now_ms()).isoformat()
    who = [Receiver("", "刘书记", "branch")]
    today.house.do(lambda u: hearings.begin(u, day=day, end_at=u.now + HOUR_MS, receivers=who))
    today.presenter.refresh()
    (row,) = [one for one in today.model.matters if one.kind is Kind.SITTING]
    assert (row.name, row.who, row.page) == ("刘书记", "open", "hearings")
    clock.advance(2 * HOUR_MS)
    today.presenter.refresh()
    assert not [one for one in today.model.matters if one.kind is Kind.SITTING]
