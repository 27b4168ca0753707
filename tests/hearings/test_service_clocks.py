"""Without an answer and without a line: each level once, whoever raises it, however the wall clock was set."""

from __future__ import annotations

from sqlalchemy import select

from desk.core.actor import Actor
from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.hearings import reads, service
from desk.hearings.rules_clocks import Stage
from desk.hearings.rules_matter import Event
from desk.hearings.tables import MatterEvent
from desk.operators.rules import SYSTEM
from desk.store.store import Store
from tests.fakes.clock import FakeClock
from tests.hearings.conftest import Window


def test_at_its_time_it_goes_up_once(window: Window) -> None:
    matter_id = window.note()
    window.clock.advance(6 * HOUR_MS - 1)
    assert window.do(service.escalate, window.clock.now_ms()) == ()
    window.clock.advance(1)
    assert window.do(service.escalate, window.clock.now_ms()) == (service.Raised(matter_id, 1),)
    assert window.do(service.escalate, window.clock.now_ms()) == ()
    assert window.card(matter_id).row.level == 1
    window.clock.advance(DAY_MS)
    assert window.do(service.escalate, window.clock.now_ms()) == (service.Raised(matter_id, 2),)


def test_a_reply_after_it_leaves_the_level(window: Window) -> None:
    matter_id = window.note()
    window.clock.advance(6 * HOUR_MS)
    window.do(service.escalate, window.clock.now_ms())
    window.do(service.reply, matter_id, "明天")
    window.do(service.undo, matter_id)
    assert window.card(matter_id).row.level == 1


def test_opened_again_and_silent_the_second_level_hears(window: Window) -> None:
    matter_id = window.note()
    window.do(service.reply, matter_id, "明天")
    window.do(service.reopen, matter_id, "没来")
    window.clock.advance(6 * HOUR_MS)
    raised = window.do(service.escalate, window.clock.now_ms())
    assert [one.level for one in raised] == [1, 2]
    assert window.card(matter_id).row.level == 2


def test_two_desks_write_the_same_event(window: Window, store: Store) -> None:
    window.note()
    window.clock.advance(7 * HOUR_MS)
    window.do(service.escalate, window.clock.now_ms())
    with store.reading() as r:
        row = r.conn.execute(select(MatterEvent.__table__).where(MatterEvent.kind == Event.ESCALATED.value)).one()
        due = r.conn.execute(select(MatterEvent.body).where(MatterEvent.kind == "noted")).scalar_one()["first_due"]
    assert (row.step, row.at, row.operator_id) == (0, due, None)


def test_the_desk_itself_may_do_it(store: Store, clock: FakeClock, actor: Actor, window: Window) -> None:
    window.note()
    clock.advance(7 * HOUR_MS)
    with store.unit(SYSTEM) as u:
        assert len(service.escalate(u, u.now)) == 1
        assert service.doubt(u) == 1
        assert service.doubt(u) == 0


def test_a_wall_set_back_leaves_no_more_time(window: Window) -> None:
    matter_id = window.note()
    window.clock.advance(5 * HOUR_MS)
    window.note("另一件")
    window.clock.set(window.clock.now_ms() - 4 * HOUR_MS)
    row = window.card(matter_id).row
    assert (row.first, row.first_left) == (Stage.AMBER, 60)
    window.do(service.doubt)
    assert window.card(matter_id).row.clock_uncertain


def test_what_presses_is_counted(window: Window) -> None:
    window.note()
    window.clock.advance(5 * HOUR_MS + 10 * MINUTE_MS)
    window.note("晚一些的")
    pressing = window.ask(reads.pressing, window.actor)
    assert (pressing.late, pressing.alarm, pressing.amber, pressing.running) == (0, 0, 1, 2)
    assert (pressing.next_left, len(pressing.rows)) == (50, 1)
    window.clock.advance(HOUR_MS)
    assert window.ask(reads.pressing, window.actor).late == 1
