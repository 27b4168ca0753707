"""Today over the real store: what needs somebody, where its one action leads, the fast lane and its undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.core.actor import Actor
from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.reception import reads, service
from desk.reception.rules import Draft, VisitorType
from desk.store.store import Store
from tests.fakes.clock import FakeClock
from tests.ui.pages.gate import DeskNow, Shell, ports_of
from tests.ui.pages.house import MORNING, VOLUNTEER, House
from tests.ui.pages.team_day import fill
from ui.pages.today.model import Kind, Last, TodayModel
from ui.pages.today.presenter import TodayPresenter


class Today:
    """A presenter and what it last showed."""

    def __init__(self, house: House, shell: Shell) -> None:
        self.house, self.shell = house, shell
        self.presenter = TodayPresenter(ports_of(house, shell))
        self.model = TodayModel()
        self.counts: list[tuple[Last, str]] = []
        self.presenter.show = self._show
        self.presenter.counted = lambda last, tally_id: self.counts.append((last, tally_id))

    def _show(self, model: TodayModel) -> None:
        self.model = model

    def kinds(self) -> list[Kind]:
        self.presenter.refresh()
        return [matter.kind for matter in self.model.matters]


@pytest.fixture
def today(desk: DeskNow, store: Store, clock: FakeClock, actor: Actor, shell: Shell, tmp_path: Path) -> Today:
    clock.set(MORNING)
    return Today(House(store, clock, actor, tmp_path), shell)


def test_the_greeting_stands_alone_until_the_first_answer(today: Today) -> None:
    shown: list[TodayModel] = []
    today.presenter.show = shown.append
    today.presenter.refresh()
    today.presenter.refresh()
    assert [model.known for model in shown] == [False, True, True]
    assert shown[0].hour == shown[1].hour


def test_a_quiet_morning_needs_nobody(today: Today) -> None:
    assert today.kinds() == []
    assert (today.model.hour, today.model.inside, today.model.goods) == (8, 0, 0)


def test_a_clock_behind_the_records_is_a_row_that_leads_a_manager_to_it(today: Today, clock: FakeClock) -> None:
    clock.set(MORNING + 40 * DAY_MS)
    today.house.do(lambda u: u.audit("test.line"))
    clock.set(MORNING)
    assert today.kinds()[0] is Kind.CLOCK
    row = today.model.matters[0]
    assert (row.page, row.arguments) == ("settings", {"section": "keeping"})
    assert row.at
    today.house.actor = VOLUNTEER
    assert today.kinds()[0] is Kind.CLOCK
    assert today.model.matters[0].page == "", "the others tell the manager"
    clock.set(MORNING + 41 * DAY_MS)
    assert Kind.CLOCK not in today.kinds()


def test_a_contractor_past_the_limit_is_a_row_that_opens_the_visit(today: Today) -> None:
    visit = today.house.admit(VisitorType.CONTRACTOR, company="安居装饰")
    today.house.clock.advance(12 * HOUR_MS)
    assert today.kinds() == [Kind.OVERSTAY]
    matter = today.model.matters[0]
    assert (matter.who, matter.name, matter.building, matter.over_min, matter.at) == (
        "contractor", "欧阳*", "3", 120, "18:00",
    )  # fmt: skip
    today.presenter.open(matter)
    assert today.shell.went == [("visit", {"visit_id": visit})]


def test_a_lone_child_stands_before_contractors_and_many_are_folded(today: Today) -> None:
    for n in range(6):
        today.house.admit(VisitorType.CONTRACTOR, name=f"王测试{n}", company="安居装饰")
    today.house.admit(name="", minor_alone=True)
    today.house.clock.advance(12 * HOUR_MS)
    assert today.kinds() == [*[Kind.OVERSTAY] * 4, Kind.OVERSTAYS_MORE]
    assert today.model.matters[0].who == "minor"
    assert today.model.matters[-1].n == 3


def test_guests_past_their_time_raise_no_row_and_are_counted_in_the_fold(today: Today) -> None:
    today.house.admit(party_size=3)
    today.house.clock.advance(13 * HOUR_MS)
    assert today.kinds() == []
    assert today.model.unregistered == 3


def test_night_goods_late_guests_and_an_open_roll_call_are_told(today: Today) -> None:
    house = today.house
    house.park()
    house.clock.advance(2 * DAY_MS + 12 * HOUR_MS)
    house.admit(name="令狐测试")
    late = Draft(VisitorType.GUEST, name="慕容测试", household_id=house.door)
    house.do(lambda u: service.expect(u, house.new_id(), late, u.now, u.now + HOUR_MS * 6))
    house.clock.advance(4 * HOUR_MS)
    house.do(service.open_call)
    found = {matter.kind: matter for matter in (today.presenter.refresh(), today.model)[1].matters}
    assert [kind for kind in found if kind is not Kind.NO_BACKUP] == [
        Kind.ROLL_CALL, Kind.NIGHT, Kind.LATE, Kind.GOODS,
    ]  # fmt: skip
    assert (found[Kind.NIGHT].n, found[Kind.LATE].n, found[Kind.GOODS].n, found[Kind.GOODS].hours) == (1, 1, 1, 64)
    assert {kind: matter.page for kind, matter in found.items() if kind is not Kind.NO_BACKUP} == {
        Kind.ROLL_CALL: "rollcall", Kind.NIGHT: "inside", Kind.LATE: "expected", Kind.GOODS: "goods",
    }  # fmt: skip


def test_no_backup_for_two_days_is_told_and_a_volunteer_is_sent_nowhere(today: Today) -> None:
    today.house.clock.advance(3 * DAY_MS)
    assert today.kinds() == [Kind.NO_BACKUP]
    assert today.model.matters[0].page == "settings"
    today.house.actor = VOLUNTEER
    today.presenter.look_again()
    assert today.kinds() == [Kind.NO_BACKUP]
    assert today.model.matters[0].page == ""


def test_the_disk_is_looked_at_every_ten_minutes_only(today: Today) -> None:
    assert today.kinds() == []
    today.house.clock.set(MORNING + 3 * DAY_MS)  # the wall moved, ten minutes did not pass
    assert today.kinds() == []
    today.house.clock.advance(11 * MINUTE_MS)
    assert today.kinds() == [Kind.NO_BACKUP]


def test_the_watch_list_is_due_for_those_who_review_it(today: Today) -> None:
    house = today.house
    house.do(
        lambda u: service.watch_add(u, reason="推销", owner="物业", expires_at=u.now + 170 * DAY_MS, name="王测试")
    )
    house.clock.advance(100 * DAY_MS)
    assert Kind.WATCH_DUE in today.kinds()
    house.actor = VOLUNTEER
    assert Kind.WATCH_DUE not in today.kinds()


def test_a_rider_of_a_platform_is_counted_repeated_and_taken_back(today: Today) -> None:
    today.presenter.count("rider", "美团")
    today.presenter.refresh()
    assert today.model.last == Last("rider", "美团")
    assert (today.model.passes, today.model.passes_hour, today.model.hours[8]) == (1, 1, 1)
    today.presenter.count("rider", "美团")
    last, tally_id = today.counts[-1]
    today.presenter.offer_undo("已记", tally_id)
    today.shell.undo_[-1]()
    assert last == Last("rider", "美团")
    assert today.house.ask(reads.tally).today == {"rider": 1, "courier": 0}
    assert today.shell.tones == ["good", "good"]


def test_the_site_names_its_own_platforms(today: Today) -> None:
    today.house.do(lambda u: u.put_setting("fast.rider", ["本地送"]))
    today.presenter.refresh()
    assert today.model.platforms == {"rider": ("本地送",), "courier": ()}


def test_shifts_at_risk_and_swaps_are_told_to_who_plans(today: Today) -> None:
    fill(today.house)
    kinds = today.kinds()
    assert Kind.SHIFTS_AT_RISK in kinds
    assert Kind.SWAPS in kinds
    found = next(matter for matter in today.model.matters if matter.kind is Kind.SHIFTS_AT_RISK)
    assert (found.page, found.arguments) == ("roster", {"panel": "risk"})
    today.house.actor = VOLUNTEER
    assert not {Kind.SHIFTS_AT_RISK, Kind.SWAPS} & set(today.kinds())
