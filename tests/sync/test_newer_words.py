"""Events whose kind only a newer program knows: kept at once, told of, and the visit is made with them after the upgrade."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import select

from desk import app
from desk.core.clock import MINUTE_MS
from desk.core.ids import made_at, new_id
from desk.people import reads as people_reads
from desk.people import service as people
from desk.reception import reads, service, service_events
from desk.reception.rules import Draft, Proof, VisitorType, VisitState
from desk.reception.rules_events import EventKind
from desk.reception.tables import VisitEvent
from desk.reception.views import AdmitRequest
from desk.store import applying, sync_rows
from desk.store.applying import Outcome
from desk.store.tables_sync import SyncAside
from desk.store.wire_rows import worded
from desk.sync.bootstrap import _as_line
from desk.sync.upgrading import take_up
from desk.wire.answers import Thing
from desk.wire.stamp import stamp
from tests.sync.pair import SYNC, Desk, Pair

NEW_WORDS = frozenset({EventKind.LEFT.value, EventKind.CORRECTED.value, VisitorType.WORKS.value})


@contextmanager
def before_the_upgrade() -> Iterator[None]:
    """A program that has not learnt these words."""
    older = tuple
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(service_events, "KINDS", service_events.KINDS - {EventKind(w) for w in NEW_WORDS if w != "works"})
        patch.setattr(
            applying, "worded", lambda table: older((c, f, words - NEW_WORDS) for c, f, words in worded(table))
        )
        yield


def left_aside(desk: Desk, outcome: Outcome) -> None:
    """As desk.sync.receiving and desk.sync.bootstrap do."""
    with desk.store.unit(SYNC) as u:
        lines = [(_as_line(one), one.op.eid, code) for one, code in outcome.aside]
        sync_rows.put_aside(u, f"s:{u.site_id}", lines)


def aside(desk: Desk) -> list[str]:
    with desk.store.reading() as r:
        return [str(code) for code in r.conn.execute(select(SyncAside.code)).scalars()]


def state(desk: Desk, visit_id: str) -> VisitState:
    found: VisitState = desk.ask(reads.visit, visit_id).row.state
    return found


def stamped(thing: Thing) -> Thing:
    """A hub tells of a fact by which write it came."""
    clock = f"{made_at(thing.eid):012x}0000-{thing.eid[-8:]}"
    stamps = thing.stamps or dict.fromkeys(thing.fields, stamp(clock, thing.eid))
    return Thing(thing.kind, thing.eid, thing.fields, stamps, thing.deleted, thing.revived)


@pytest.fixture
def visit_id(two_desks: Pair) -> str:
    """Somebody came in and left at a, where the newer program runs."""
    a = two_desks.a
    a.do(people.add_household, "3", "1", "1202")
    two_desks.carry()
    door = a.ask(people_reads.search_households, "3-1-1202")[0].id
    visit_id = new_id(two_desks.clock.now_ms())
    draft = replace(Draft(VisitorType.GUEST, "欧阳测试", household_id=door), phone="10400000001")
    a.do(service.admit, AdmitRequest(visit_id, draft, Proof.PHONE))
    two_desks.clock.advance(MINUTE_MS)
    a.do(service.checkout, visit_id)
    return visit_id


def test_a_line_waits_beside_its_row_and_the_visit_is_made_again(two_desks: Pair, visit_id: str) -> None:
    b = two_desks.b
    with before_the_upgrade():
        left_aside(b, b.receive(two_desks.a.bodies()))
        assert aside(b) == ["sync.newer_field"]
        assert state(b, visit_id) is VisitState.ADMITTED, "what is known shows"
        assert take_up(b.store, SYNC, app.hooks()) == 0, "no upgrade yet"
    with b.store.reading() as r:
        assert len(r.conn.execute(select(VisitEvent.num).where(VisitEvent.visit_id == visit_id)).all()) == 2
    assert take_up(b.store, SYNC, app.hooks()) == 1
    assert state(b, visit_id) is VisitState.LEFT
    assert aside(b) == []
    assert b.ask(reads.visit, visit_id).row == two_desks.a.ask(reads.visit, visit_id).row


def test_the_same_for_a_desk_that_came_in_by_a_snapshot(two_desks: Pair, visit_id: str) -> None:
    b, things = two_desks.b, [stamped(thing) for thing in two_desks.a.things()]
    with before_the_upgrade():
        with b.store.unit(SYNC) as u:
            outcome = applying.take_in(u, things)
            app.hooks()["visit_event"](u, outcome.touched["visit_event"])
        left_aside(b, outcome)
        assert set(aside(b)) == {"sync.newer_field"}
        assert state(b, visit_id) is VisitState.ADMITTED
    assert take_up(b.store, SYNC, app.hooks()) == 1
    assert state(b, visit_id) is VisitState.LEFT
    assert aside(b) == []


def test_a_word_inside_the_body_waits_as_well(two_desks: Pair, visit_id: str) -> None:
    a, b = two_desks.a, two_desks.b
    a.do(service.correct, visit_id, "记错了", visitor_type=VisitorType.WORKS, company="测试公司")
    with before_the_upgrade():
        left_aside(b, b.receive(a.bodies()))
        assert len(aside(b)) == 2
    assert take_up(b.store, SYNC, app.hooks()) == 2
    assert b.ask(reads.visit, visit_id).row.visitor_type == a.ask(reads.visit, visit_id).row.visitor_type


def test_every_word_of_today_is_known(two_desks: Pair, visit_id: str) -> None:
    assert two_desks.b.receive(two_desks.a.bodies()).aside == []
