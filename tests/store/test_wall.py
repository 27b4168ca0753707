"""The clock in doubt, and a manager's word that it is right: order never goes back, only what counts as newest does."""

from __future__ import annotations

from itertools import pairwise

import pytest
from sqlalchemy import select

from desk.core.actor import Actor
from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS, ClockQuality
from desk.core.errors import Refused
from desk.operators.rules import actor_of
from desk.records.reads_audit import verify
from desk.store import outbox
from desk.store.store import Store
from desk.store.tables import AuditLine, Outbox
from desk.store.wall import SEEN_MS, confirm, wall
from tests.fakes.clock import FakeClock

MANAGER = actor_of("a" * 32, "manager")
YEAR_MS = 365 * DAY_MS


@pytest.fixture
def back_again(store: Store, actor: Actor, clock: FakeClock) -> int:
    """The clock stood a year ahead, something was written, it was put right. Answers the right time."""
    right = clock.now_ms()
    clock.set(right + YEAR_MS)
    write(store, actor)
    clock.set(right + HOUR_MS)
    return right + HOUR_MS


def write(store: Store, actor: Actor, lines: int = 1) -> ClockQuality:
    with store.unit(actor) as u:
        for _ in range(lines):
            u.audit("test.line")
        return u.clock_quality


def say_right(store: Store, at: int, actor: Actor = MANAGER) -> None:
    with store.unit(actor) as u:
        confirm(u, at)


def hlcs(store: Store) -> list[str]:
    with store.reading() as r:
        return list(r.conn.execute(select(Outbox.hlc).order_by(Outbox.num)).scalars())


def test_it_is_doubted_until_somebody_says_it_is_right(store: Store, actor: Actor, back_again: int) -> None:
    assert write(store, actor) is ClockQuality.UNCERTAIN
    with store.reading() as r:
        assert wall(r).doubt
        assert wall(r).newest > back_again + YEAR_MS - DAY_MS
    say_right(store, back_again)
    assert write(store, actor) is ClockQuality.TRUSTED
    with store.reading() as r:
        assert (wall(r).doubt, wall(r).newest) == (False, back_again)


def test_what_is_written_keeps_its_order(store: Store, actor: Actor, clock: FakeClock, back_again: int) -> None:
    before = hlcs(store)[-1]
    say_right(store, back_again)
    for _ in range(5):
        clock.advance(MINUTE_MS)
        write(store, actor, 3)
    clock.advance(2 * YEAR_MS)
    write(store, actor)
    found = hlcs(store)
    assert all(one < two for one, two in pairwise(found)), "strictly later, always"
    assert found[found.index(before) + 1] > before
    with store.reading() as r:
        assert outbox.first_break(r) is None
        assert verify(r).whole


def test_the_trail_says_who_and_from_when_to_when(store: Store, back_again: int) -> None:
    say_right(store, back_again)
    with store.reading() as r:
        line = r.conn.execute(select(AuditLine.__table__).where(AuditLine.action == "clock.confirmed")).one()
    assert (line.operator_id, line.role, line.clock_quality) == ("a" * 32, "manager", "uncertain")
    assert line.detail == {"newest": back_again - HOUR_MS + YEAR_MS, "now": back_again}


def test_a_clock_in_no_doubt_is_left_alone(store: Store, actor: Actor, clock: FakeClock) -> None:
    write(store, actor)
    say_right(store, clock.now_ms())
    with store.reading() as r:
        assert r.conn.execute(select(AuditLine.id).where(AuditLine.action == "clock.confirmed")).all() == []


@pytest.mark.parametrize("role", ["shift_lead", "guard", "volunteer", "auditor", "technician"])
def test_only_a_manager_may(store: Store, actor: Actor, back_again: int, role: str) -> None:
    with pytest.raises(Refused, match=r"right\.missing"):
        say_right(store, back_again, actor_of("b" * 32, role))
    assert write(store, actor) is ClockQuality.UNCERTAIN


@pytest.mark.parametrize("away", [-SEEN_MS - 1, SEEN_MS + 1])
def test_another_time_than_the_one_seen(store: Store, actor: Actor, back_again: int, away: int) -> None:
    with pytest.raises(Refused, match=r"clock\.moved"):
        say_right(store, back_again + away)
    assert write(store, actor) is ClockQuality.UNCERTAIN


def test_a_clock_that_was_never_set(store: Store, clock: FakeClock) -> None:
    clock.set(DAY_MS)
    with pytest.raises(Refused, match=r"clock\.never_set"):
        say_right(store, DAY_MS)


def test_nothing_of_it_stays_when_the_unit_fails(store: Store, actor: Actor, back_again: int) -> None:
    def power_fails() -> None:
        with store.unit(MANAGER) as u:
            confirm(u, back_again)
            raise InterruptedError

    with pytest.raises(InterruptedError):
        power_fails()
    assert write(store, actor) is ClockQuality.UNCERTAIN
