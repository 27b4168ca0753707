"""Visits whose events come from two gates, late, in any order, or from a newer program."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import pytest
from sqlalchemy import select

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.core.ids import new_id
from desk.people import service as people
from desk.people.tables import Household, KnownVisitor
from desk.reception import reads, service
from desk.reception.rules import Draft, Proof, VisitorType, VisitState
from desk.reception.service_retention import anonymise_visits
from desk.reception.tables import Visit, VisitEvent
from desk.reception.views import AdmitRequest
from desk.store import search
from desk.store.search import DocKind
from desk.store.unit import Unit
from desk.wire.ops import parse
from tests.sync.pair import Desk, Pair


@pytest.fixture
def pair(two_desks: Pair) -> Pair:
    two_desks.a.do(people.add_household, "3", "1", "1202")
    two_desks.carry()
    return two_desks


def home(desk: Desk) -> str:
    with desk.store.reading() as r:
        return str(r.conn.execute(select(Household.id)).scalar_one())


def draft(desk: Desk, **fields: Any) -> Draft:
    return replace(Draft(VisitorType.GUEST, "欧阳测试", household_id=home(desk)), **fields)


def admit(desk: Desk, pair: Pair, **fields: Any) -> str:
    visit_id = new_id(pair.clock.now_ms())
    desk.do(service.admit, AdmitRequest(visit_id, draft(desk, **fields), Proof.PHONE))
    pair.clock.advance(MINUTE_MS)
    return visit_id


def state(desk: Desk, visit_id: str) -> VisitState:
    found: VisitState = desk.ask(reads.visit, visit_id).row.state
    return found


def test_in_at_one_gate_out_at_the_other(pair: Pair) -> None:
    visit_id = admit(pair.a, pair, phone="10400000001")
    pair.carry()
    assert [row.id for row in pair.b.ask(reads.inside)] == [visit_id]
    known = pair.b.ask(reads.visit, visit_id).person_id
    assert known, "the other gate knows the visitor the next time"
    pair.b.do(service.checkout, visit_id)
    assert pair.b.ask(reads.visit, visit_id).person_id == known
    pair.carry()
    assert state(pair.a, visit_id) is state(pair.b, visit_id) is VisitState.LEFT
    assert pair.a.ask(reads.inside) == ()
    with pair.b.store.reading() as r:
        assert r.conn.execute(select(KnownVisitor.visits)).scalars().all() == [1]


def test_two_gates_let_in_the_same_expected_visitor(pair: Pair) -> None:
    visit_id = new_id(pair.clock.now_ms())
    pair.a.do(service.expect, visit_id, draft(pair.a), pair.clock.now_ms() + HOUR_MS)
    pair.carry()
    for desk in (pair.a, pair.b):
        pair.clock.advance(MINUTE_MS)
        desk.do(service.admit, AdmitRequest(visit_id, draft(desk), Proof.PREREG))
    pair.carry()
    views = [replace(desk.ask(reads.visit, visit_id).row, num=0) for desk in (pair.a, pair.b)]
    assert views[0] == views[1]
    assert views[0].in_at == pair.clock.now_ms() - MINUTE_MS, "the earlier entry is the entry"
    assert [row.id for row in pair.a.ask(reads.inside)] == [visit_id]


def test_an_end_waits_for_its_beginning(pair: Pair) -> None:
    visit_id = admit(pair.a, pair)
    came = pair.a.bodies()
    pair.a.do(service.checkout, visit_id)
    pair.b.receive(pair.a.bodies())
    assert pair.b.ask(reads.history).rows == ()
    assert pair.b.ask(reads.today).admitted_today == 0
    pair.b.receive(came)
    assert [(row.id, row.state) for row in pair.b.ask(reads.history).rows] == [(visit_id, VisitState.LEFT)]
    assert [row.id for row in pair.b.ask(reads.find, "ouyang")] == [visit_id]


def test_a_gate_that_was_cut_off_for_days_puts_its_visits_among_those_of_their_day(pair: Pair) -> None:
    ids = []
    for _ in range(4):
        ids.append(admit(pair.a, pair))
        ids.append(admit(pair.b, pair))
        pair.clock.advance(DAY_MS)
    pair.carry()
    for desk in (pair.a, pair.b):
        assert [row.id for row in desk.ask(reads.history).rows] == ids[::-1]
        assert [row.id for row in desk.ask(reads.find, "欧阳")] == ids[::-1]
    after = admit(pair.b, pair)
    assert [row.id for row in pair.b.ask(reads.history).rows][:2] == [after, ids[-1]]


def test_many_visits_of_one_moment_each_have_a_place(pair: Pair) -> None:
    def crowd(u: Unit) -> list[str]:
        found = [u.new_id() for _ in range(60)]
        for visit_id in found:
            service.admit(u, AdmitRequest(visit_id, draft(pair.a), Proof.PHONE))
        return found

    ids = pair.a.do(crowd)
    own = [admit(pair.b, pair) for _ in range(2)]
    pair.carry(shuffle=3)
    assert {row.id for row in pair.b.ask(reads.history).rows} == {*ids, *own}
    with pair.b.store.reading() as r:
        assert len(search.find(r.conn, '"ouyan"', DocKind.VISIT, 100)) == 62


def test_what_a_newer_desk_says_stops_nothing(pair: Pair) -> None:
    visit_id = admit(pair.a, pair)
    first, *rest = pair.a.bodies()
    op = parse(first)
    assert op.kind == "visit_event"
    newer = msgspec.structs.replace(op, eid=new_id(5), id=new_id(6), f={**op.f, "kind": "teleported"}).canonical()
    pair.b.receive([newer, first, *rest])
    assert state(pair.b, visit_id) is VisitState.ADMITTED
    assert len(pair.b.ask(reads.visit, visit_id).events) == 1


@pytest.mark.parametrize(
    "said",
    [
        {"visitor_type": "robot"}, {"party_size": "many"}, {"name": ["a"]}, {"household_id": "no id"}, {"in_at": "x"},
        {"proof": "telepathy", "id_kind": "badge", "declined": "all", "unheard_of": {"deep": [1]}},
    ],
)  # fmt: skip
def test_values_this_program_cannot_hold_are_left_out(pair: Pair, said: dict[str, Any]) -> None:
    visit_id = new_id(pair.clock.now_ms())

    def write(u: Unit) -> None:
        body = {"visitor_type": "guest", "name": "慕容测试", **said}
        u.add(VisitEvent, visit_id=visit_id, step=1, kind="admitted", at=u.now, gate_id=u.gate_id, body=body)

    pair.a.do(write)
    pair.carry()
    seen = pair.b.ask(reads.visit, visit_id)
    assert seen.row.state is VisitState.ADMITTED
    assert seen.row.visitor_type in (VisitorType.GUEST, VisitorType.OTHER)
    assert pair.b.ask(reads.inside)[0].id == visit_id


def test_an_event_whose_body_is_no_set_of_fields_stops_nothing(pair: Pair) -> None:
    visit_id = admit(pair.a, pair)
    bodies = pair.a.bodies()
    op = parse(bodies[0])
    odd = msgspec.structs.replace(op, id=new_id(7), eid=new_id(8), f={**op.f, "body": []})
    outcome = pair.b.receive([odd.canonical(), *bodies])
    assert [code for _, code in outcome.aside] == ["sync.malformed"]
    assert state(pair.b, visit_id) is VisitState.ADMITTED


def test_who_was_forgotten_here_stays_so_whatever_comes_late(pair: Pair) -> None:
    visit_id = admit(pair.a, pair, phone="10400000001")
    pair.carry()
    pair.clock.advance(40 * DAY_MS)
    assert pair.b.do(anonymise_visits, VisitorType.GUEST, pair.clock.now_ms() - 30 * DAY_MS) == 1
    pair.a.do(service.checkout, visit_id)
    late = pair.a.bodies()
    pair.b.receive(late)
    assert pair.b.ask(reads.find, "ouyang") == ()
    with pair.b.store.reading() as r:
        row = r.conn.execute(select(Visit.__table__)).one()
    assert (row.name, row.phone, row.anonymised_at is not None) == ("", "", True)
    assert row.state == VisitState.LEFT


def test_a_late_correction_with_a_name_is_forgotten_at_the_next_run(pair: Pair) -> None:
    visit_id = admit(pair.a, pair)
    pair.carry()
    pair.clock.advance(40 * DAY_MS)
    before = pair.clock.now_ms() - 30 * DAY_MS
    pair.b.do(anonymise_visits, VisitorType.GUEST, before)
    pair.a.do(service.correct, visit_id, "写错了", name="慕容测试")
    pair.b.receive(pair.a.bodies())
    assert pair.b.do(anonymise_visits, VisitorType.GUEST, before) == 1
    assert pair.b.ask(reads.find, "murong") == ()
    with pair.b.store.reading() as r:
        bodies = r.conn.execute(select(VisitEvent.body)).scalars().all()
    assert not any("name" in body for body in bodies)


def test_a_taking_back_counts_wherever_it_was_done(pair: Pair) -> None:
    visit_id = admit(pair.a, pair)
    pair.carry()
    pair.b.do(service.undo, visit_id)
    pair.carry()
    assert state(pair.a, visit_id) is state(pair.b, visit_id) is VisitState.DRAFT
    assert pair.a.ask(reads.find, "ouyang") == pair.a.ask(reads.history).rows == ()


def test_a_child_alone_and_an_official_are_not_remembered(pair: Pair) -> None:
    admit(pair.a, pair, minor_alone=True, phone="10400000001")
    admit(pair.a, pair, visitor_type=VisitorType.OFFICIAL, company="街道", purpose_code="duty")
    pair.carry()
    with pair.b.store.reading() as r:
        assert r.conn.execute(select(KnownVisitor.name)).scalars().all() == []


def test_one_visitor_at_two_gates_is_one_in_the_index(pair: Pair) -> None:
    admit(pair.b, pair, phone="0001")
    for _ in range(3):
        visit_id = admit(pair.a, pair, phone="10400000001", plate="沪A00001")
        pair.a.do(service.checkout, visit_id)
    pair.carry()
    with pair.b.store.reading() as r:
        rows = r.conn.execute(select(KnownVisitor.phone, KnownVisitor.plate, KnownVisitor.visits)).all()
    assert [tuple(row) for row in rows] == [("10400000001", "沪A00001", 4)]
    assert [hint.why for hint in pair.b.ask(reads.hints, plate="沪A00001") if hint.kind == "person"] == ["plate"]


def test_many_of_one_moment_find_places_of_their_own(pair: Pair) -> None:
    """A clock that stands still, or a list brought in at once: whoever comes later asks for more than the next place."""
    for _ in range(3):
        for _ in range(30):
            pair.a.do(service.admit, AdmitRequest(new_id(pair.clock.now_ms()), draft(pair.a), Proof.PHONE))
        pair.carry()
    with pair.b.store.reading() as r:
        nums = r.conn.execute(select(Visit.num).order_by(Visit.num)).scalars().all()
    assert nums == list(range(nums[0], nums[0] + 90))
