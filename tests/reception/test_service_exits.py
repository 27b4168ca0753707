"""Leaving, closing by hand and by the night, taking back, correcting, staying over; and a clock that jumps."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.errors import Refused
from desk.operators.rules import SYSTEM
from desk.reception import reads, service
from desk.reception.rules import OutSource, Proof, VisitorType, VisitState
from desk.reception.rules_events import EventKind
from desk.reception.rules_presence import Presence
from desk.reception.tables import Visit, VisitEvent
from desk.reception.views import VisitRow
from tests.reception.conftest import Gate


def night(gate: Gate) -> dict[str, int]:
    with gate.store.unit(SYSTEM) as u:
        return service.nightly(u)


def test_leaving_twice_is_one_exit(gate: Gate) -> None:
    done = gate.admit()
    gate.do(service.checkout, done.visit_id, OutSource.SCAN, items_out="一袋旧书")
    gate.clock.advance(HOUR_MS)
    gate.do(service.checkout, done.visit_id)
    card = gate.visit(done.visit_id)
    assert (card.row.out_at, card.row.out_source) == (done.in_at, "camera-QR")
    assert len(card.events) == 2


def test_nobody_leaves_who_did_not_come_in(gate: Gate) -> None:
    with pytest.raises(Refused, match=r"visit\.gone"):
        gate.do(service.checkout, gate.new_id())
    expected = gate.new_id()
    gate.do(service.expect, expected, gate.draft(), gate.clock.now_ms() + HOUR_MS)
    with pytest.raises(Refused, match=r"visit\.not_inside"):
        gate.do(service.checkout, expected)


def test_guests_fold_into_one_line_and_contractors_are_rows(gate: Gate) -> None:
    for _ in range(3):
        gate.admit(name="", declined=("name",), party_size=2)
    works = gate.admit(VisitorType.CONTRACTOR, company="测试装饰")
    gate.clock.advance(13 * HOUR_MS)
    view = gate.today()
    assert (view.unregistered, [row.id for row in view.overstays]) == (6, [works.visit_id])
    assert view.inside == 1
    gate.clock.advance(12 * HOUR_MS)
    view = gate.today()
    assert (view.unregistered, view.uncertain, len(view.overstays)) == (0, 6, 1)


def test_the_night_closes_what_is_past_its_limit_and_says_so(gate: Gate) -> None:
    gone = gate.admit()
    evening = gate.clock.now_ms() + 10 * HOUR_MS
    gate.clock.set(evening)
    sleeping = gate.admit(name="尉迟测试", overnight=True, stays_until=evening + 3 * DAY_MS)
    late = gate.admit(name="慕容测试")
    gate.clock.advance(20 * HOUR_MS)  # 14:00 the next day
    assert night(gate)["auto_closed"] == 1
    card = gate.visit(gone.visit_id)
    assert (card.row.state, card.row.out_at, card.row.presence) == (VisitState.AUTO_CLOSED, None, Presence.UNCERTAIN)
    assert card.events[-1].source == "auto"
    for still in (sleeping, late):
        assert gate.visit(still.visit_id).row.state is VisitState.ADMITTED
    gate.clock.advance(30 * DAY_MS)
    assert night(gate)["auto_closed"] == 1
    assert gate.visit(sleeping.visit_id).row.state is VisitState.ADMITTED


def test_a_real_exit_supersedes_the_automatic_one(gate: Gate) -> None:
    done = gate.admit()
    gate.clock.advance(13 * HOUR_MS)
    assert night(gate)["auto_closed"] == 1
    gate.clock.advance(HOUR_MS)
    gate.do(service.checkout, done.visit_id)
    card = gate.visit(done.visit_id)
    assert (card.row.state, card.row.out_source, card.row.out_at) == (VisitState.LEFT, "desk", gate.clock.now_ms())
    assert [event.kind for event in card.events] == ["admitted", "auto_closed", "left"]
    assert gate.today().uncertain == 0


def test_the_machine_closes_nobody_while_the_clock_is_in_doubt(gate: Gate) -> None:
    done = gate.admit()
    gate.clock.advance(40 * HOUR_MS)
    gate.do(service.count, VisitorType.RIDER)
    gate.clock.advance(-10 * HOUR_MS)
    assert night(gate)["auto_closed"] == 0
    assert gate.visit(done.visit_id).row.state is VisitState.ADMITTED


def test_bulk_needs_a_reason_and_counts_what_was_open(gate: Gate) -> None:
    ids = [gate.admit(name="", declined=("name",)).visit_id for _ in range(3)]
    gate.do(service.checkout, ids[0])
    with pytest.raises(Refused, match=r"visit\.reason_missing"):
        gate.do(service.bulk_checkout, ids, " ")
    assert gate.do(service.bulk_checkout, [*ids, ids[1], gate.new_id()], "社区活动结束") == 2
    assert gate.visit(ids[1]).row.out_source == "bulk"
    assert gate.visit(ids[1]).events[-1].reason == "社区活动结束"


def test_undo_takes_the_last_act_back_and_keeps_it_readable(gate: Gate) -> None:
    done = gate.admit()
    gate.do(service.checkout, done.visit_id)
    assert gate.do(service.undo, done.visit_id) is EventKind.LEFT
    assert gate.visit(done.visit_id).row.state is VisitState.ADMITTED
    assert gate.do(service.undo, done.visit_id) is EventKind.ADMITTED
    assert gate.ask(reads.find, "欧阳") == ()
    assert gate.ask(reads.history).rows == ()
    assert gate.today().inside == 0
    card = gate.visit(done.visit_id)
    assert [event.undone for event in card.events] == [True, True, False, False]
    with pytest.raises(Refused, match=r"visit\.nothing_to_undo"):
        gate.do(service.undo, done.visit_id)
    gate.admit(visit_id=done.visit_id)
    assert [row.id for row in gate.ask(reads.find, "欧阳")] == [done.visit_id]


def test_a_correction_is_a_new_event_and_search_follows(gate: Gate) -> None:
    done = gate.admit(phone="10400001234")
    gate.do(service.correct, done.visit_id, "听错了", name="皇甫测试", household_id=gate.other, party_size=2)
    card = gate.visit(done.visit_id)
    assert (card.row.name, card.row.building, card.row.party_size) == ("皇甫*", "7", 2)
    assert card.events[1].fields == ("building", "household_id", "name", "party_size", "room", "unit")
    assert gate.ask(reads.find, "欧阳") == ()
    assert len(gate.ask(reads.find, "hfcs")) == 1
    with gate.store.reading() as r:
        bodies = r.conn.execute(select(VisitEvent.body).order_by(VisitEvent.num)).scalars().all()
    assert [body["name"] for body in bodies] == ["欧阳测试", "皇甫测试"]


def test_a_correction_that_changes_nothing_writes_nothing(gate: Gate) -> None:
    done = gate.admit()
    gate.do(service.correct, done.visit_id, "看一下", name="欧阳测试")
    assert len(gate.visit(done.visit_id).events) == 1
    with pytest.raises(Refused, match=r"visit\.reason_missing"):
        gate.do(service.correct, done.visit_id, "", name="别的")


def test_an_emptied_field_stays_empty(gate: Gate) -> None:
    done = gate.admit(phone="10400001234")
    gate.do(service.correct, done.visit_id, "不愿留", phone="", declined=("phone",))
    assert gate.visit(done.visit_id).row.phone == ""
    assert gate.ask(reads.find, "1234") == ()


def test_correcting_the_type_moves_the_limit(gate: Gate) -> None:
    done = gate.admit(company="测试中介")
    gate.do(service.correct, done.visit_id, "是中介", visitor_type=VisitorType.AGENT)
    assert gate.visit(done.visit_id).row.due_at == done.in_at + 4 * HOUR_MS


def test_a_guest_who_stays_is_off_the_night_list_even_after_the_machine_closed_them(gate: Gate) -> None:
    gate.clock.advance(6 * HOUR_MS)
    done = gate.admit()
    gate.clock.advance(10 * HOUR_MS)  # midnight
    assert [row.id for row in gate.today().night] == [done.visit_id]
    gate.do(service.stays_overnight, done.visit_id, gate.clock.now_ms() + 2 * DAY_MS)
    assert gate.today().night == ()
    other = gate.admit(name="慕容测试")
    gate.clock.advance(3 * DAY_MS)
    night(gate)
    assert gate.visit(other.visit_id).row.state is VisitState.AUTO_CLOSED
    gate.do(service.stays_overnight, other.visit_id, gate.clock.now_ms() + DAY_MS)
    card = gate.visit(other.visit_id)
    assert (card.row.state, card.row.presence) == (VisitState.ADMITTED, Presence.INSIDE)
    with pytest.raises(Refused, match=r"visit\.stay_too_long"):
        gate.do(service.stays_overnight, other.visit_id, gate.clock.now_ms() + 40 * DAY_MS)


def test_a_clock_back_a_day_keeps_order_and_no_negative_stay(gate: Gate) -> None:
    first = gate.admit()
    gate.clock.advance(-DAY_MS)
    second = gate.admit(name="慕容测试")
    gate.do(service.checkout, first.visit_id)
    rows: tuple[VisitRow, ...] = gate.ask(reads.history).rows
    assert [row.id for row in rows] == [second.visit_id, first.visit_id]
    assert rows[0].clock_uncertain
    assert not rows[1].clock_uncertain
    assert gate.visit(first.visit_id).stay_ms == 0
    assert gate.visit(second.visit_id).row.presence is Presence.INSIDE


def test_a_stay_over_midnight_is_one_visit(gate: Gate) -> None:
    gate.clock.advance(15 * HOUR_MS)  # 23:00
    done = gate.admit()
    assert done.night
    gate.clock.advance(2 * HOUR_MS)
    gate.do(service.checkout, done.visit_id)
    assert gate.visit(done.visit_id).stay_ms == 2 * HOUR_MS
    assert gate.today().admitted_today == 0


def test_a_visit_is_the_same_when_made_again_from_its_events(gate: Gate) -> None:
    done = gate.admit(phone="10400001234", proof=Proof.OVERRIDE, reason="认得")
    gate.do(service.correct, done.visit_id, "错字", name="皇甫测试")
    gate.do(service.checkout, done.visit_id)
    with gate.store.unit(gate.actor) as u:
        before = dict(u.conn.execute(select(Visit.__table__)).mappings().one())
        service.rebuild(u, done.visit_id)
        after = dict(u.conn.execute(select(Visit.__table__)).mappings().one())
    assert after == before
