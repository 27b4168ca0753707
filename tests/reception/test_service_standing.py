"""Standing passes, permits, the fast lane, goods on the shelf."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.codes import reads as codes_reads
from desk.codes.rules import Answer
from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.errors import Refused
from desk.operators.rules import locked_actor
from desk.reception import reads, service
from desk.reception.rules import Proof, VisitorType
from desk.reception.rules_windows import Window
from tests.reception.conftest import Gate


def give(gate: Gate, **extra: object) -> tuple[str, object]:
    now = gate.clock.now_ms()
    window = Window(now - HOUR_MS, now + 60 * DAY_MS, (1, 2, 3, 4, 5), 480, 720)
    values: dict[str, object] = {
        "household_id": gate.home, "alias": "司徒阿姨", "visitor_type": VisitorType.DOMESTIC, "window": window,
        "phone": "10400007777", **extra,
    }  # fmt: skip
    with gate.store.unit(gate.actor) as u:
        return service.give_standing(u, **values)  # type: ignore[arg-type]


def test_a_household_s_helper_comes_in_by_the_standing_pass_until_its_hour(gate: Gate) -> None:
    standing_id, _ = give(gate)
    hint = gate.ask(reads.hints, phone="7777")[0]
    assert (hint.kind, hint.ref, hint.label) == ("pass", standing_id, "司徒*")
    done = gate.admit(VisitorType.DOMESTIC, Proof.RECURRING, name="司徒阿姨", recurring_id=standing_id)
    assert [row.id for row in gate.ask(reads.open_of, recurring_id=standing_id)] == [done.visit_id]
    assert done.due_at == gate.clock.now_ms() + 4 * HOUR_MS
    gate.clock.advance(2 * HOUR_MS)
    again = gate.admit(VisitorType.DOMESTIC, Proof.RECURRING, name="司徒阿姨", recurring_id=standing_id)
    assert again.closed == (done.visit_id,)
    with pytest.raises(Refused, match=r"visit\.other_household"):
        gate.admit(
            VisitorType.DOMESTIC, Proof.RECURRING, name="司徒阿姨", recurring_id=standing_id, household_id=gate.other
        )
    gate.clock.advance(3 * HOUR_MS)
    with pytest.raises(Refused, match=r"window\.hour"):
        gate.admit(VisitorType.DOMESTIC, Proof.RECURRING, name="司徒阿姨", recurring_id=standing_id)


def test_revoking_works_at_once_and_takes_the_code_along(gate: Gate) -> None:
    standing_id, issued = give(gate, with_code=True)
    text = issued.text  # type: ignore[attr-defined]
    seen = gate.ask(codes_reads.identify, text)
    assert seen.answer is Answer.VALID
    assert gate.ask(reads.standing_by_code, seen.code_id).id == standing_id
    gate.do(service.revoke_standing, standing_id, "不来了")
    gate.do(service.revoke_standing, standing_id)
    assert gate.ask(codes_reads.identify, text).answer is Answer.REVOKED
    assert gate.ask(reads.standing) == ()
    with pytest.raises(Refused, match=r"window\.revoked"):
        gate.admit(VisitorType.DOMESTIC, Proof.RECURRING, name="司徒阿姨", recurring_id=standing_id)


def test_a_standing_pass_lasts_ninety_days_at_most(gate: Gate) -> None:
    now = gate.clock.now_ms()
    with pytest.raises(Refused, match=r"window\.too_long") as refused:
        give(gate, window=Window(now, now + 91 * DAY_MS))
    assert refused.value.facts["days"] == 90
    with pytest.raises(Refused, match=r"standing\.alias"):
        give(gate, alias=" \u202e")


def test_permits_are_listed_with_why_they_do_not_hold(gate: Gate) -> None:
    now = gate.clock.now_ms()
    window = Window(now, now + 30 * DAY_MS, start_min=540, end_min=1020)
    permit = gate.do(
        service.add_permit,
        permit_no="装-7",
        company="测试装饰",
        window=window,
        household_id=gate.home,
        workers=["甲", " "],
    )
    row = gate.ask(reads.permits)[0]
    assert (row.id, row.workers, row.says) == (permit, ("甲",), "window.hour")
    gate.do(service.revoke_permit, permit)
    assert gate.ask(reads.permits) == ()
    assert gate.ask(reads.permits, running=False)[0].says == "window.revoked"
    with pytest.raises(Refused, match=r"permit\.number"):
        gate.do(service.add_permit, permit_no="", company="测试装饰", window=window)


def test_a_rider_is_a_count_and_never_a_person(gate: Gate) -> None:
    with gate.store.unit(locked_actor(gate.actor.operator_id)) as u:
        service.count(u, VisitorType.RIDER, "美团")
    last = gate.do(service.count, VisitorType.COURIER, "顺丰")
    view = gate.today()
    assert (view.tally.this_hour, view.inside) == ({"rider": 1, "courier": 1}, 0)
    assert view.tally.last == ("courier", "顺丰")
    assert view.tally.last_id == last
    assert gate.ask(reads.total) == 0
    with pytest.raises(Refused, match=r"tally\.kind"):
        gate.do(service.count, VisitorType.GUEST)


def test_one_press_told_twice_counts_once(gate: Gate) -> None:
    press = gate.new_id()
    for _ in range(2):
        gate.do(service.count, VisitorType.RIDER, tally_id=press)
    assert gate.today().tally.today["rider"] == 1


def test_undoing_a_count_sets_its_own_hour_right(gate: Gate) -> None:
    first = gate.do(service.count, VisitorType.RIDER)
    gate.clock.advance(HOUR_MS)
    gate.do(service.count, VisitorType.RIDER)
    assert gate.do(service.undo_count, first)
    assert not gate.do(service.undo_count, first)
    tally = gate.today().tally
    assert (tally.today["rider"], tally.this_hour["rider"], tally.hours[8], tally.hours[9]) == (1, 1, 0, 1)
    with pytest.raises(Refused, match=r"tally\.gone"):
        gate.do(service.undo_count, gate.new_id())


def test_a_new_day_starts_at_zero(gate: Gate) -> None:
    gate.do(service.count, VisitorType.RIDER)
    gate.clock.advance(16 * HOUR_MS)  # midnight of the site
    assert gate.today().tally.today == {"rider": 0, "courier": 0}


def test_goods_wait_under_a_code_and_are_handed_out_once(gate: Gate) -> None:
    parked = gate.do(service.park, household_id=gate.home, what="药", shelf="B2", left_by="女儿")
    shelf = gate.ask(reads.shelf)
    assert (shelf[0].building, shelf[0].shelf, shelf[0].code) == ("3", "B2", "")
    assert parked.code not in repr(replace(shelf[0], id="", at=0))  # digits of ids and times may hold any four
    assert gate.ask(reads.goods_by_code, parked.code)[0].id == parked.goods_id
    assert gate.ask(reads.goods_card, parked.goods_id).code == parked.code
    for typed in (parked.code, "3-1-1202", "女儿", "b2"):
        assert [row.id for row in gate.ask(reads.find_goods, typed)] == [parked.goods_id], typed
    with pytest.raises(Refused, match=r"goods\.code_wrong"):
        gate.do(service.hand_out, parked.goods_id, code="0000")
    with pytest.raises(Refused, match=r"goods\.who_takes"):
        gate.do(service.hand_out, parked.goods_id)
    assert gate.do(service.hand_out, parked.goods_id, code=parked.code)
    assert not gate.do(service.hand_out, parked.goods_id, code=parked.code)
    assert gate.today().goods_waiting == 0
    gate.do(service.undo_hand_out, parked.goods_id)
    assert gate.today().goods_waiting == 1


def test_goods_are_reminded_after_two_days(gate: Gate) -> None:
    parked = gate.do(service.park, household_id=gate.home)
    gate.clock.advance(49 * HOUR_MS)
    view = gate.today()
    assert (view.goods_overdue, view.goods_oldest_at) == (1, gate.clock.now_ms() - 49 * HOUR_MS)
    gate.do(service.reminded, parked.goods_id)
    assert gate.ask(reads.goods_for, gate.home)[0].reminded_at == gate.clock.now_ms()


def test_parking_twice_is_once(gate: Gate) -> None:
    form = gate.new_id()
    first = gate.do(service.park, household_id=gate.home, goods_id=form)
    assert gate.do(service.park, household_id=gate.home, goods_id=form) == first
    with pytest.raises(Refused, match=r"goods\.for_whom"):
        gate.do(service.park, household_id=None)


def test_goods_for_a_door_nobody_knows_are_found_by_what_they_are(gate: Gate) -> None:
    with pytest.raises(Refused, match=r"goods\.for_whom"):
        gate.do(service.park, household_id=None, what="  ", shelf="B1")
    parked = gate.do(service.park, household_id=None, what="蓝色雨伞", shelf="B1")
    assert [row.id for row in gate.ask(reads.find_goods, "雨伞")] == [parked.goods_id]
    assert gate.do(service.hand_out, parked.goods_id, taken_by="失主")


def test_the_door_of_goods_is_shown_for_a_reason_and_written_down(gate: Gate) -> None:
    parked = gate.do(service.park, household_id=gate.home, what="药", left_by="女儿")
    with pytest.raises(Refused, match=r"people\.reason_missing"):
        gate.do(service.reveal_goods, parked.goods_id, "curious")
    full = gate.do(service.reveal_goods, parked.goods_id, "delivery")
    assert (full.room, full.left_by) == ("3-1-1202", "女儿")
    with pytest.raises(Refused, match=r"goods\.gone"):
        gate.do(service.reveal_goods, gate.new_id(), "delivery")
