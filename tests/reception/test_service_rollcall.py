"""The roll call: frozen, marked without a line, ended with a report that adds up."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.errors import Refused
from desk.operators.rules import SYSTEM, locked_actor
from desk.reception import reads, service
from desk.reception.rules import VisitorType, VisitState
from desk.reception.views import RollReport
from tests.reception.conftest import Gate


def people(gate: Gate, count: int) -> list[str]:
    return [gate.admit(name="", declined=("name",), party_size=1 + i % 2).visit_id for i in range(count)]


def test_the_roll_is_frozen_and_shows_full_names(gate: Gate) -> None:
    inside = gate.admit(phone="10400001234")
    roll: RollReport = gate.do(service.open_call)
    gate.admit(name="慕容测试")
    gate.do(service.checkout, inside.visit_id)
    later: RollReport = gate.ask(reads.report, roll.call_id)
    assert [entry.name for entry in later.entries] == ["欧阳测试"]
    assert (later.entries[0].place, later.entries[0].phone) == ("3-1-1202", "10400001234")
    assert (later.people, later.open) == (1, 1)


def test_riders_are_not_on_it_and_the_auto_closed_are_uncertain(gate: Gate) -> None:
    gate.admit()
    gate.clock.advance(13 * HOUR_MS)
    with gate.store.unit(SYSTEM) as u:
        assert service.nightly(u)["auto_closed"] == 1
    gate.admit(name="慕容测试", party_size=3)
    gate.do(service.count, VisitorType.RIDER)
    roll: RollReport = gate.do(service.open_call, drill=True)
    assert [(entry.certain, entry.party_size) for entry in roll.entries] == [(True, 3), (False, 1)]
    assert (roll.people, roll.uncertain, roll.drill) == (3, 1, True)


def test_uncertain_people_leave_the_roll_after_three_days(gate: Gate) -> None:
    gate.admit()
    gate.clock.advance(25 * HOUR_MS)
    assert gate.today().uncertain == 1
    gate.clock.advance(4 * DAY_MS)
    assert gate.do(service.open_call).entries == ()


def test_marks_make_the_report_and_the_newest_counts(gate: Gate) -> None:
    a, b, c, d = people(gate, 4)
    roll: RollReport = gate.do(service.open_call)
    gate.do(service.mark, roll.call_id, a, "not_found")
    gate.do(service.mark, roll.call_id, a, "safe")
    gate.do(service.mark, roll.call_id, b, "left")
    gate.do(service.mark, roll.call_id, c, "not_found")
    now: RollReport = gate.do(service.close_call, roll.call_id)
    assert (now.people, now.safe, now.left, now.not_found, now.open) == (6, 1, 2, 1, 2)
    assert gate.visit(b).row.state is VisitState.LEFT
    assert gate.visit(d).row.state is VisitState.ADMITTED
    assert gate.do(service.close_call, roll.call_id) == now
    with pytest.raises(Refused, match=r"rollcall\.closed"):
        gate.do(service.mark, roll.call_id, a, "safe")
    assert gate.today().roll_call_id is None
    assert [past.safe for past in gate.ask(reads.past)] == [1]


def test_opening_twice_is_one_call(gate: Gate) -> None:
    people(gate, 1)
    first = gate.do(service.open_call)
    people(gate, 1)
    assert gate.do(service.open_call).call_id == first.call_id
    assert gate.today().roll_call_id == first.call_id


def test_a_locked_desk_still_calls_the_roll(gate: Gate) -> None:
    (visit_id,) = people(gate, 1)
    with gate.store.unit(locked_actor(gate.actor.operator_id)) as u:
        roll = service.open_call(u)
        assert service.mark(u, roll.call_id, visit_id, "left").left == 1


def test_who_is_not_on_the_roll_cannot_be_marked(gate: Gate) -> None:
    roll = gate.do(service.open_call)
    with pytest.raises(Refused, match=r"rollcall\.not_on_it"):
        gate.do(service.mark, roll.call_id, gate.new_id(), "safe")
    with pytest.raises(Refused, match=r"rollcall\.gone"):
        gate.do(service.mark, gate.new_id(), gate.new_id(), "safe")


def test_an_expired_name_is_gone_from_the_roll_too(gate: Gate) -> None:
    gate.admit()
    roll = gate.do(service.open_call)
    gate.clock.advance(40 * DAY_MS)
    from desk.reception.service_retention import anonymise_visits

    gate.do(anonymise_visits, VisitorType.GUEST, gate.clock.now_ms())
    assert [entry.name for entry in gate.ask(reads.report, roll.call_id).entries] == [""]


def test_it_can_be_called_an_exercise_after_it_was_opened(gate: Gate) -> None:
    people(gate, 1)
    roll: RollReport = gate.do(service.open_call)
    assert not roll.drill
    for _ in range(2):
        assert gate.do(service.as_drill, roll.call_id).drill
    assert gate.ask(reads.newest_open) == roll.call_id
    assert gate.do(service.open_call).call_id == roll.call_id
    gate.do(service.close_call, roll.call_id)
    assert gate.ask(reads.past)[0].drill
    with pytest.raises(Refused, match=r"rollcall\.closed"):
        gate.do(service.as_drill, roll.call_id)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["safe", "left", "not_found"])), max_size=8))
def test_whatever_is_marked_the_figures_add_up(gate: Gate, marks: list[tuple[int, str]]) -> None:
    ids = people(gate, 4)
    roll: RollReport = gate.do(service.open_call)
    for nth, how in marks:
        roll = gate.do(service.mark, roll.call_id, ids[nth], how)
    assert roll.safe + roll.left + roll.not_found + roll.open == roll.people
    gate.do(service.close_call, roll.call_id)
