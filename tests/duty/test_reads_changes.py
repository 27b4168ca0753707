"""The inbox of swaps, shifts at risk before they begin, and who could be asked."""

from __future__ import annotations

import pytest

from desk.core.actor import Actor
from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.duty import reads_changes, reads_duty, reads_roster, reads_shifts, service_team
from desk.duty.reads_changes import Risk
from desk.duty.rules_roster import Wrong
from desk.store.store import Store
from tests.duty.worlds import World, small
from tests.fakes.clock import FakeClock

WANG, LI, CHEN, ZHOU = "王秀兰", "李志强", "陈国华", "周敏"


@pytest.fixture
def world(store: Store, actor: Actor) -> World:
    made = small(store, actor)
    made.put("2026-12-01", WANG, ZHOU, shift="上午接待")
    made.put("2026-12-05", WANG)
    made.put("2026-12-06", LI)
    made.publish()
    return made


def risks(world: World, day: str, name: str = "门岗") -> list[tuple[Risk, str]]:
    names = {eid: who for who, eid in world.who.items()}
    shift = world.shift(day, name).id
    with world.store.reading() as r:
        found = next((one for one in reads_changes.at_risk(r) if one.shift.id == shift), None)
    return [(risk, names.get(who, "")) for risk, who in found.why] if found else []


def test_the_inbox_has_what_waits_first(world: World, clock: FakeClock) -> None:
    first = world.say("offer", world.shift("2026-12-06").id, world.who[LI], "", "", "要去医院")
    second = world.say("offer", world.shift("2026-12-05").id, world.who[WANG], world.who[CHEN])
    ended = world.say("offer", world.shift("2026-12-01", "上午接待").id, world.who[WANG], world.who[CHEN])
    world.say("withdraw", ended)
    with world.store.reading() as r:
        views = reads_changes.inbox(r)
        assert reads_changes.waiting(r) == 2
    assert [view.swap.id for view in views] == [second, first, ended]
    assert (views[1].reason, views[1].taker, views[0].taker and views[0].taker.name) == ("要去医院", None, CHEN)
    clock.advance(8 * DAY_MS)
    with world.store.reading() as r:
        assert len(reads_changes.inbox(r)) == 2


def test_what_is_at_risk_before_a_shift(world: World, clock: FakeClock) -> None:
    clock.set(world.shift("2026-12-05").start_at - 30 * HOUR_MS)
    assert risks(world, "2026-12-05") == []  # not near enough to call
    assert risks(world, "2026-12-04") == [(Risk.EMPTY, "")]
    clock.set(world.shift("2026-12-05").start_at - 2 * HOUR_MS)
    assert risks(world, "2026-12-05") == [(Risk.UNCONFIRMED, WANG)]
    world.say("confirm", world.shift("2026-12-05").id, world.who[WANG])
    assert risks(world, "2026-12-05") == []
    clock.set(world.shift("2026-12-05").start_at + 20 * MINUTE_MS)
    assert risks(world, "2026-12-05") == [(Risk.NOT_HERE, WANG)]


def test_the_one_or_three_missing_is_a_risk(world: World, clock: FakeClock) -> None:
    shift = world.shift("2026-12-01", "上午接待")
    clock.set(shift.start_at - 26 * HOUR_MS)
    world.say("excuse", shift.id, world.who[ZHOU])
    assert risks(world, "2026-12-01", "上午接待") == [(Risk.SHORT, ""), (Risk.MIX, "")]


def test_nobody_waits_for_somebody_who_left_the_team(world: World, clock: FakeClock) -> None:
    """Put into a shift at one desk, let go at another: the shift stands open, and who is meant is said."""
    shift = world.shift("2026-12-05")
    with world.store.unit(world.actor) as u:
        service_team.let_go(u, world.who[WANG])
    clock.set(shift.start_at - HOUR_MS)
    assert risks(world, "2026-12-05") == [(Risk.LEFT, WANG), (Risk.EMPTY, "")]
    with world.store.reading() as r:
        month = reads_roster.month(r, "2026-12")
        assert (shift.id, world.who[WANG], Wrong.LEFT) in {(c.shift_id, c.member_id, c.wrong) for c in month.conflicts}
        board = reads_duty.board(r)
        assert [one.shift.id for one in board.risks if one.why[0][0] is Risk.LEFT] == [shift.id]
        assert world.who[WANG] not in {row.member_id for row in board.rows}
        assert reads_shifts.serving(r, [shift.id]) == []
    with world.store.unit(world.actor) as u:
        service_team.take_back(u, world.who[WANG])
    assert risks(world, "2026-12-05") == [(Risk.UNCONFIRMED, WANG)]


def test_who_missed_twice_is_worth_a_call(world: World, clock: FakeClock) -> None:
    for day in ("2026-12-07", "2026-12-08", "2026-12-10"):
        world.say("join", world.shift(day).id, world.who[CHEN])
    for day in ("2026-12-07", "2026-12-08"):
        clock.set(world.shift(day).start_at + 1)
        world.say("no_show", world.shift(day).id, world.who[CHEN])
    clock.set(world.shift("2026-12-10").start_at - HOUR_MS)
    assert risks(world, "2026-12-10") == [(Risk.MISSED, CHEN)]


def test_who_could_is_asked_with_reasons(world: World) -> None:
    with world.store.reading() as r:
        found = reads_changes.who_could(r, world.shift("2026-12-05").id)
    assert [(one.name, why) for one, why in found] == [(CHEN, ""), (ZHOU, ""), (LI, "")]


def test_a_shift_has_its_story(world: World) -> None:
    shift = world.shift("2026-12-05").id
    world.say("excuse", shift, world.who[WANG], "感冒")
    world.say("stand_in", shift, world.who[WANG], world.who[CHEN])
    with world.store.reading() as r:
        assert [(one.kind, why) for one, why in reads_changes.story(r, shift)] == [("stand_in", ""), ("excuse", "感冒")]
