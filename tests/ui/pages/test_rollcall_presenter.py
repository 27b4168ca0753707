"""The roll call over the real store: frozen, marked, named a drill, ended; also by the locked desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desk.core.actor import Actor
from desk.operators.rules import locked_actor
from desk.reception import reads
from desk.reception.rules import VisitState
from desk.store.store import Store
from tests.fakes.clock import FakeClock
from tests.ui.pages.gate import DeskNow, Shell, ports_of
from tests.ui.pages.house import MORNING, House
from ui.pages.rollcall.model import RollModel
from ui.pages.rollcall.presenter import RollCallPresenter
from ui.shell.ports import Question

ASK = Question("还有人", "", "结束", "接着找", danger=True)


class Roll:
    def __init__(self, house: House, shell: Shell) -> None:
        self.house, self.shell = house, shell
        self.presenter = RollCallPresenter(ports_of(house, shell))
        self.model = RollModel()
        self.shown: list[RollModel] = []
        self.presenter.show = self._show

    def _show(self, model: RollModel) -> None:
        self.model = model
        self.shown.append(model)


@pytest.fixture
def roll(desk: DeskNow, store: Store, clock: FakeClock, actor: Actor, shell: Shell, tmp_path: Path) -> Roll:
    clock.set(MORNING)
    return Roll(House(store, clock, actor, tmp_path), shell)


def test_one_key_freezes_names_and_doors(roll: Roll) -> None:
    roll.house.admit(phone="10400001234", party_size=2)
    roll.presenter.begin()
    roll.house.admit(name="慕容测试")
    roll.presenter.begin()
    model = roll.model
    assert model.running
    assert [(row.name, row.place, row.phone, row.people, row.since) for row in model.rows] == [
        ("欧阳测试", "3-1-1202", "10400001234", 2, "08:00")
    ]
    assert (model.people, model.open, model.missing, model.estate, model.gate) == (2, 2, 2, "锦绣苑", "南门")


def test_a_tick_stands_at_once_and_then_as_the_desk_says(roll: Roll) -> None:
    visit = roll.house.admit()
    roll.presenter.begin()
    roll.shown.clear()
    roll.presenter.mark(visit, "safe")
    first, second = roll.shown
    assert (first.rows[0].mark, first.safe) == ("safe", 0)
    assert (second.rows[0].mark, second.safe, second.missing) == ("safe", 1, 0)


def test_figures_asked_for_before_the_end_do_not_put_the_report_away(
    roll: Roll, monkeypatch: pytest.MonkeyPatch
) -> None:
    roll.house.admit()
    roll.presenter.begin()
    late: list[Callable[[], None]] = []
    read = roll.house.read
    monkeypatch.setattr(roll.house, "read", lambda *asked: late.append(lambda: read(*asked)))
    roll.presenter.again()
    roll.presenter.close(ASK)
    assert roll.model.closed
    for answer in late:
        answer()
    assert roll.model.closed


def test_left_checks_out(roll: Roll) -> None:
    visit = roll.house.admit()
    roll.presenter.begin()
    roll.presenter.mark(visit, "left")
    assert roll.house.ask(reads.visit, visit).row.state is VisitState.LEFT


def test_a_drill_is_named_after_the_fact_and_the_report_keeps_it(roll: Roll) -> None:
    visit = roll.house.admit()
    roll.presenter.begin()
    roll.presenter.drill()
    assert roll.model.drill
    roll.presenter.mark(visit, "safe")
    roll.presenter.close(ASK)
    assert not roll.model.running
    assert (roll.model.closed, roll.model.safe, roll.model.missing) == ("08:00", 1, 0)
    assert roll.house.ask(reads.newest_open) is None


def test_the_report_puts_the_missing_first_and_a_tick_after_the_end_does_nothing(roll: Roll) -> None:
    found, lost = roll.house.admit(), roll.house.admit(name="慕容测试")
    roll.presenter.begin()
    roll.presenter.mark(found, "safe")
    roll.presenter.close(ASK)
    assert [row.visit_id for row in roll.model.rows] == [lost, found]
    roll.presenter.mark(lost, "safe")
    assert roll.model.missing == 1


def test_coming_back_shows_the_report_and_a_new_key_a_new_list(roll: Roll) -> None:
    roll.house.admit()
    roll.presenter.begin()
    roll.presenter.close(ASK)
    ended = roll.model
    roll.presenter.look()
    assert roll.model == ended
    roll.presenter.begin()
    assert roll.model.running
    assert roll.model.call_id != ended.call_id


def test_without_one_the_last_ones_are_told_in_figures(roll: Roll) -> None:
    roll.house.admit()
    roll.presenter.begin()
    roll.presenter.drill()
    roll.presenter.close(ASK)
    later = Roll(roll.house, roll.shell)
    later.presenter.look()
    assert (later.model.call_id, later.model.rows) == ("", ())
    past = later.model.past[0]
    assert (past.at, past.drill, past.people, past.missing) == ("08:00", True, 1, 1)


def test_it_goes_on_where_another_page_left_it(roll: Roll) -> None:
    roll.house.admit()
    roll.presenter.begin()
    other = Roll(roll.house, roll.shell)
    other.presenter.look()
    assert other.model.call_id == roll.model.call_id


def test_the_locked_desk_may_call_the_roll(roll: Roll) -> None:
    visit = roll.house.admit()
    roll.house.actor = locked_actor("0" * 31 + "1")
    roll.presenter.begin()
    roll.presenter.mark(visit, "left")
    roll.presenter.close(ASK)
    assert roll.shell.problems == []
    assert roll.model.left == 1


def test_doors_are_in_the_order_people_walk(roll: Roll) -> None:
    from desk.people.service_households import add_household
    from desk.reception import service
    from desk.reception.rules import Draft, Proof, VisitorType
    from desk.reception.views import AdmitRequest

    for building in ("10", "2"):

        def work(u: object, building: str = building) -> None:
            door = add_household(u, building, "1", "101")  # type: ignore[arg-type]
            draft = Draft(VisitorType.GUEST, name=f"王{building}", household_id=door)
            service.admit(u, AdmitRequest(roll.house.new_id(), draft, Proof.PHONE))  # type: ignore[arg-type]

        roll.house.do(work)
    roll.house.do(
        lambda u: service.admit(
            u, AdmitRequest(roll.house.new_id(), Draft(VisitorType.OTHER, purpose="修电梯"), Proof.PHONE)
        )
    )
    roll.presenter.begin()
    assert [row.place for row in roll.model.rows] == ["", "2-1-101", "10-1-101"]
