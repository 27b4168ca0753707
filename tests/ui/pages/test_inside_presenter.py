"""Who is inside over the real store: parts, leaving one by one and together, undo, staying the night."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.core.actor import Actor
from desk.core.clock import HOUR_MS
from desk.reception import reads, service
from desk.reception.rules import VisitorType, VisitState
from desk.store.store import Store
from tests.fakes.clock import FakeClock
from tests.ui.pages.gate import DeskNow, Shell, ports_of
from tests.ui.pages.house import MORNING, VOLUNTEER, House
from ui.pages.inside.model import Closed, InsideModel, Section
from ui.pages.inside.presenter import InsidePresenter


class Inside:
    def __init__(self, house: House, shell: Shell) -> None:
        self.house, self.shell = house, shell
        self.presenter = InsidePresenter(ports_of(house, shell))
        self.model = InsideModel()
        self.closed: list[Closed] = []
        self.stayed: list[int] = []
        self.presenter.show = self._show
        self.presenter.closed = self.closed.append
        self.presenter.stays = lambda nights, visit_id: self.stayed.append(nights)

    def _show(self, model: InsideModel) -> None:
        self.model = model

    def look(self, section: Section = Section.HERE) -> InsideModel:
        self.presenter.choose(section)
        return self.model

    def state(self, visit_id: str) -> VisitState:
        return self.house.ask(reads.visit, visit_id).row.state


@pytest.fixture
def inside(desk: DeskNow, store: Store, clock: FakeClock, actor: Actor, shell: Shell, tmp_path: Path) -> Inside:
    clock.set(MORNING)
    return Inside(House(store, clock, actor, tmp_path), shell)


def test_overstays_stand_first_and_guests_are_folded(inside: Inside) -> None:
    house = inside.house
    late = house.admit(VisitorType.CONTRACTOR, name="王测试", company="安居装饰")
    forgot = house.admit(party_size=2)
    house.clock.advance(13 * HOUR_MS)
    fresh = house.admit(name="令狐测试")
    model = inside.look()
    assert [row.visit_id for row in model.rows] == [late, fresh]
    assert (model.rows[0].over_min, model.rows[0].name, model.rows[0].building) == (180, "王*", "3")
    assert (model.count(Section.HERE), model.overstays) == (2, 1)
    assert [row.visit_id for row in inside.look(Section.UNREGISTERED).rows] == [forgot]
    assert inside.model.count(Section.UNREGISTERED) == 2


def test_nothing_on_the_page_is_in_full(inside: Inside) -> None:
    inside.house.admit(phone="10400001234", plate="沪A12345")
    shown = repr(inside.look())
    assert "欧阳*" in shown
    for secret in ("欧阳测试", "10400001234", "1202", "沪A12345"):
        assert secret not in shown


def test_after_a_day_they_are_uncertain(inside: Inside) -> None:
    inside.house.admit()
    inside.house.clock.advance(25 * HOUR_MS)
    assert inside.look(Section.UNCERTAIN).count(Section.UNCERTAIN) == 1


def test_one_leaves_and_is_taken_back(inside: Inside) -> None:
    visit = inside.house.admit()
    inside.presenter.leave(visit)
    assert inside.closed == [Closed((visit,), 1, "欧阳*")]
    assert inside.state(visit) is VisitState.LEFT
    inside.presenter.offer_undo("已登记离开", inside.closed[0])
    inside.shell.undo_[0]()
    assert inside.state(visit) is VisitState.ADMITTED


def test_many_leave_for_a_reason_and_only_ours_are_taken_back(inside: Inside) -> None:
    house = inside.house
    first, second, third = (house.admit(name=f"王测试{n}") for n in range(3))
    house.do(lambda u: service.checkout(u, third))  # at another gate, a moment before
    inside.presenter.leave_many((first, second, third), "巡楼看过")
    assert inside.closed == [Closed((first, second), 2)]
    inside.presenter.offer_undo("已登记", inside.closed[0])
    inside.shell.undo_[0]()
    assert [inside.state(one) for one in (first, second, third)] == [
        VisitState.ADMITTED, VisitState.ADMITTED, VisitState.LEFT,
    ]  # fmt: skip


def test_a_volunteer_closes_one_by_one_only(inside: Inside) -> None:
    visits = [inside.house.admit(name=f"王测试{n}") for n in range(2)]
    inside.house.actor = VOLUNTEER
    assert not inside.look().may_bulk
    inside.presenter.leave_many(visits, "巡楼看过")
    assert inside.shell.problems == ["right.missing"]
    inside.presenter.leave(visits[0])
    assert inside.state(visits[0]) is VisitState.LEFT


def test_who_stays_the_night_is_off_the_night_list(inside: Inside) -> None:
    house = inside.house
    house.clock.advance(12 * HOUR_MS)
    visit = house.admit()
    house.clock.advance(4 * HOUR_MS)  # midnight
    assert [row.visit_id for row in inside.look(Section.NIGHT).rows] == [visit]
    inside.presenter.overnight(visit, 1)
    assert inside.stayed == [1]
    model = inside.look(Section.NIGHT)
    assert model.section is Section.HERE
    assert model.rows[0].flags == ("overnight",)
    detail = house.ask(reads.visit, visit)
    assert house.time.local(detail.row.due_at).strftime("%d %H:%M") == "21 12:00"


@pytest.mark.parametrize(
    ("kind", "minor", "may"),
    [(VisitorType.GUEST, False, True), (VisitorType.GUEST, True, False), (VisitorType.AGENT, False, False)],
)
def test_only_guests_and_helpers_are_offered_the_night(
    inside: Inside, kind: VisitorType, minor: bool, may: bool
) -> None:
    inside.house.admit(kind, name="" if minor else "王测试", company="安家", minor_alone=minor)
    assert inside.look().rows[0].may_stay is may


def test_a_row_opens_the_visit(inside: Inside) -> None:
    inside.presenter.open("v1")
    inside.presenter.begin()
    assert inside.shell.went == [("visit", {"visit_id": "v1"}), ("admit", {})]
