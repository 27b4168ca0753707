"""Announced visitors: matched, admitted in their place, cancelled, late, not let in."""

from __future__ import annotations

import pytest

from desk.codes import reads as codes_reads
from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.core.errors import Refused
from desk.operators.rules import SYSTEM
from desk.reception import reads, service
from desk.reception.rules import Draft, Proof, VisitorType, VisitState
from desk.reception.rules_events import EventKind
from tests.reception.conftest import Gate


def announce(gate: Gate, in_h: float = 1, **fields: object) -> str:
    visit_id = gate.new_id()
    gate.do(service.expect, visit_id, gate.draft(**fields), gate.clock.now_ms() + round(in_h * HOUR_MS))  # type: ignore[arg-type]
    return visit_id


def test_an_announced_visitor_is_found_by_name_tail_and_plate(gate: Gate) -> None:
    visit_id = announce(gate, name="欧阳晓明", phone="10400001234", plate="沪A12345")
    for asked in ({"name": "欧阳晓明"}, {"name": "欧阳小明"}, {"phone": "1234"}, {"plate": "沪a·12345"}):
        found = [hint for hint in gate.ask(reads.hints, **asked) if hint.kind == "expected"]
        assert [hint.ref for hint in found] == [visit_id], asked
        assert found[0].label == "欧阳*"
    assert gate.ask(reads.hints, "完全不同") == ()


def test_an_announced_visitor_comes_in_as_the_same_visit(gate: Gate) -> None:
    visit_id = announce(gate)
    walk_in = gate.admit(name="慕容测试")
    gate.clock.advance(HOUR_MS)
    done = gate.admit(visit_id=visit_id, proof=Proof.PREREG)
    assert done.visit_id == visit_id
    view = gate.today()
    assert (view.inside, view.expected_total, view.admitted_today) == (2, 0, 2)
    assert [row.id for row in gate.ask(reads.history).rows] == [visit_id, walk_in.visit_id]
    assert [row.id for row in gate.ask(reads.find, "欧阳")] == [visit_id]
    assert gate.admit(visit_id=visit_id, proof=Proof.PREREG).repeated


def test_a_pass_leads_to_the_announced_visit_and_lets_in_once(gate: Gate) -> None:
    visit_id = gate.new_id()
    now = gate.clock.now_ms()
    issued = gate.do(service.expect_with_pass, visit_id, gate.draft(), now, now + 4 * HOUR_MS)
    seen = gate.ask(codes_reads.identify, issued.text)
    assert seen.code.visitor_ref == visit_id
    done = gate.admit(visit_id=visit_id, proof=Proof.PASS, seen=seen)
    assert gate.visit(done.visit_id).pass_serial == issued.serial
    gate.do(service.checkout, visit_id)
    with pytest.raises(Refused, match=r"codes\.used"):
        gate.admit(proof=Proof.PASS, seen=seen)
    with pytest.raises(Refused, match=r"visit\.reason_missing"):
        gate.admit(proof=Proof.PASS, seen=seen, accept_used=True)
    again = gate.admit(proof=Proof.PASS, seen=seen, accept_used=True, reason="出去取快递又回来")
    assert gate.visit(again.visit_id).row.state is VisitState.ADMITTED


def test_announcing_twice_is_once(gate: Gate) -> None:
    visit_id = gate.new_id()
    for name in ("欧阳测试", "别的名字"):
        gate.do(service.expect, visit_id, gate.draft(name=name), gate.clock.now_ms() + HOUR_MS)
    assert gate.today().expected_total == 1
    assert len(gate.visit(visit_id).events) == 1


@pytest.mark.parametrize("hours", [-9, 91 * 24])
def test_an_impossible_hour_is_refused(gate: Gate, hours: int) -> None:
    with pytest.raises(Refused, match=r"visit\.expected_when"):
        announce(gate, hours)


def test_someone_must_be_known_by_something(gate: Gate) -> None:
    with pytest.raises(Refused, match=r"visit\.expected_who"):
        gate.do(service.expect, gate.new_id(), Draft(VisitorType.GUEST), gate.clock.now_ms() + HOUR_MS)


def test_who_should_have_come_half_an_hour_ago_is_late(gate: Gate) -> None:
    announce(gate)
    gate.clock.advance(HOUR_MS + 29 * MINUTE_MS)
    assert gate.today().late == 0
    gate.clock.advance(2 * MINUTE_MS)
    assert gate.today().late == 1


def test_a_cancelled_visit_cannot_be_entered_but_undone(gate: Gate) -> None:
    visit_id = announce(gate)
    gate.do(service.cancel_expected, visit_id, "主人改期")
    gate.do(service.cancel_expected, visit_id, "主人改期")
    assert len(gate.visit(visit_id).events) == 2
    with pytest.raises(Refused, match=r"visit\.cancelled"):
        gate.admit(visit_id=visit_id, proof=Proof.PREREG)
    assert gate.do(service.undo, visit_id) is EventKind.CANCELLED
    assert gate.admit(visit_id=visit_id, proof=Proof.PREREG).visit_id == visit_id


def test_a_no_show_may_come_after_all(gate: Gate) -> None:
    visit_id = announce(gate)
    gate.clock.advance(2 * DAY_MS)
    with gate.store.unit(SYSTEM) as u:
        assert service.nightly(u)["no_shows"] == 1
    assert gate.visit(visit_id).row.state is VisitState.NO_SHOW
    assert gate.admit(visit_id=visit_id, proof=Proof.PREREG).visit_id == visit_id


def test_who_waits_at_the_window_is_still_expected(gate: Gate) -> None:
    visit_id = gate.new_id()
    with pytest.raises(Refused, match=r"visit\.gone"):
        gate.do(service.arrive, visit_id)
    gate.do(service.arrive, visit_id, gate.draft())
    assert [row.state for row in gate.today().expected] == [VisitState.ARRIVED]
    gate.admit(visit_id=visit_id)
    assert gate.today().expected == ()


def test_a_refusal_has_a_reason_and_is_a_person_s(gate: Gate) -> None:
    visit_id = gate.new_id()
    with pytest.raises(Refused, match=r"visit\.reason_missing"):
        gate.do(service.refuse, visit_id, "", gate.draft())
    gate.do(service.refuse, visit_id, "主人说不认识", gate.draft())
    card = gate.visit(visit_id)
    assert (card.row.state, card.events[0].reason) == (VisitState.REFUSED, "主人说不认识")
    assert gate.today().inside == 0
    gate.admit(visit_id=visit_id)
    with pytest.raises(Refused, match=r"visit\.already_inside"):
        gate.do(service.refuse, visit_id, "改主意")


def test_a_pass_of_another_door_does_not_open_this_one(gate: Gate) -> None:
    now = gate.clock.now_ms()
    issued = gate.do(service.expect_with_pass, gate.new_id(), gate.draft(), now, now + HOUR_MS)
    seen = gate.ask(codes_reads.identify, issued.text)
    with pytest.raises(Refused, match=r"visit\.other_household"):
        gate.admit(proof=Proof.PASS, seen=seen, household_id=gate.other)


def test_a_pass_scanned_on_the_way_out_finds_its_visit(gate: Gate) -> None:
    visit_id, now = gate.new_id(), gate.clock.now_ms()
    issued = gate.do(service.expect_with_pass, visit_id, gate.draft(), now, now + HOUR_MS)
    seen = gate.ask(codes_reads.identify, issued.text)
    gate.admit(visit_id=visit_id, proof=Proof.PASS, seen=seen)
    gate.admit(name="慕容测试")
    assert [row.id for row in gate.ask(reads.open_of, code_id=seen.code_id)] == [visit_id]
    assert len(gate.ask(reads.open_of, gate.home)) == 2
    assert gate.ask(reads.open_of) == ()
