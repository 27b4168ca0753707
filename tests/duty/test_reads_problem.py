"""The month as the generator reads it, what it makes of it, and what goes into the plan and out again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.core.actor import Actor
from desk.core.clock import DAY_MS, SiteTime
from desk.core.errors import Refused
from desk.duty import reads_problem, reads_shifts, service_generated, service_roster, service_team
from desk.duty.problem import Answer, GapKind, Options, Problem, Rule
from desk.duty.rules import Says, day_start
from desk.duty.rules_availability import Line
from desk.duty.solver import solve
from desk.store.store import Store
from tests.duty.roster_rules import broken
from tests.duty.worlds import MONTH, World, small
from tests.fakes.clock import FakeClock

QUICK = Options(seconds=5)


@pytest.fixture
def world(store: Store, actor: Actor, clock: FakeClock) -> World:
    clock.set(day_start(SiteTime(), "2026-09-01"))
    return small(store, actor)


def read(world: World, keep: bool = False, month: str = MONTH) -> Problem:
    with world.store.reading() as r:
        return reads_problem.problem(r, month, keep, QUICK)


def generate(world: World, keep: bool = False, month: str = MONTH) -> tuple[Answer, service_generated.Taken]:
    answer = solve(read(world, keep, month))
    with world.store.unit(world.actor) as u:
        return answer, service_generated.take(u, month, answer.cells)


def planned(world: World) -> set[tuple[str, str, str, bool]]:
    with world.store.reading() as r:
        return {(c.shift_id, c.member_id, c.source, c.locked) for c in reads_shifts.cells(r, MONTH)}


def test_a_month_is_filled_and_undone(world: World) -> None:
    """Two mornings a week want one of the committee, who is but one; she likes to be asked no more than that."""
    mine = world.put("2026-12-05", "王秀兰", locked=True)
    before = planned(world)
    problem = read(world)
    answer, taken = generate(world)
    assert broken(problem, answer) == []
    assert answer.gaps == ()
    assert (answer.filled, taken.put, taken.out) == (10 * 2 + 31, 50, 0)
    assert {source for *_, source, locked in planned(world) if not locked} == {"generated"}
    with world.store.unit(world.actor) as u:
        service_roster.apply(u, taken.undo)
    assert planned(world) == before
    assert mine


def test_again_moves_what_is_not_locked_and_keep_moves_nothing(world: World) -> None:
    world.put("2026-12-01", "王秀兰", "李志强")  # one too many, by hand
    world.put("2026-12-02", "陈国华", source="self")
    kept, taken = generate(world, keep=True)
    assert (taken.out, kept.filled) == (0, 10 * 2 + 31 + 1)
    _, taken = generate(world)
    assert taken.out >= 1
    shift = world.shift("2026-12-02").id
    assert (shift, world.who["陈国华"], "self", False) in planned(world)


def test_availability_and_joining(world: World, clock: FakeClock) -> None:
    who = world.who["陈国华"]
    with world.store.unit(world.actor) as u:
        service_team.say(u, Line(who, Says.CANNOT, weekday=6))
        service_team.say(u, Line(who, Says.LIKES, weekday=2))
    clock.set(day_start(SiteTime(), "2026-12-10") + 1)
    world.add("新来的")
    problem = read(world)
    saturdays = {
        shift.id for shift in problem.shifts if shift.day in ("2026-12-05", "2026-12-12", "2026-12-19", "2026-12-26")
    }
    assert {shift for member, shift in problem.away if member == who} == saturdays
    assert len({shift for member, shift in problem.likes if member == who}) == 5 * 2
    assert {shift for member, shift in problem.gone if member == world.who["新来的"]} == {
        shift.id for shift in problem.shifts if shift.day < "2026-12-10"
    }


def test_counts_of_two_months_and_credit_for_who_came_later(world: World, clock: FakeClock) -> None:
    world.open("2026-11")
    for day in ("01", "02", "03", "04"):
        world.put(f"2026-11-{day}", "王秀兰")
    world.put("2026-11-05", "李志强")
    clock.set(day_start(SiteTime(), "2026-11-30") + DAY_MS)
    world.add("新来的")
    served = {one.id: (one.served, one.weekends) for one in read(world).members}
    assert served[world.who["王秀兰"]] == (4, 1)  # the first was a Sunday
    assert served[world.who["陈国华"]] == (0, 0)
    assert served[world.who["新来的"]][0] == round((4 + 1 + 0) / 3)
    habits = {pattern.split()[1] for member, pattern in read(world).habits if member == world.who["李志强"]}
    assert habits == {"4"}


def test_the_edge_of_the_month_is_seen(world: World) -> None:
    world.open("2026-11")
    world.put("2026-11-30", "王秀兰")
    (stood,) = read(world).stood
    assert (stood.member_id, stood.day, stood.night) == (world.who["王秀兰"], "2026-11-30", False)


def test_what_has_begun_in_a_published_month_stays(world: World, clock: FakeClock) -> None:
    for day in ("01", "02"):
        world.put(f"2026-12-{day}", "王秀兰")
    world.publish(in_spite=True)
    clock.set(day_start(SiteTime(), "2026-12-03"))
    problem = read(world)
    begun = [shift for shift in problem.shifts if shift.day < "2026-12-03"]
    assert {shift.least for shift in begun} == {0}
    assert {cell.member_id for cell in problem.locked} == {world.who["王秀兰"]}
    answer, taken = generate(world)
    assert taken.out == 0
    assert {cell.member_id for cell in answer.cells if cell.shift_id in {one.id for one in begun}} == {
        world.who["王秀兰"]
    }
    assert not {gap.shift_id for gap in answer.gaps} & {shift.id for shift in begun}


def test_what_changed_while_it_worked_is_respected(world: World) -> None:
    answer = solve(read(world))
    gone, shift = world.who["陈国华"], world.shift("2026-12-09")
    with world.store.unit(world.actor) as u:
        service_team.let_go(u, gone)
        service_roster.cancel_shift(u, shift.id, "停电")
    world.put("2026-12-10", "王秀兰", "李志强", locked=True)
    with world.store.unit(world.actor) as u:
        service_generated.take(u, MONTH, answer.cells)
    cells = planned(world)
    assert not [one for one in cells if one[1] == gone or one[0] == shift.id]
    locked = world.shift("2026-12-10").id
    assert {one[1] for one in cells if one[0] == locked and one[3]} == {world.who["王秀兰"], world.who["李志强"]}


def test_no_one_of_the_needed_capacity_is_free_on_the_first(world: World) -> None:
    with world.store.unit(world.actor) as u:
        service_team.say(u, Line(world.who["周敏"], Says.CANNOT, from_day="2026-12-01", until_day="2026-12-01"))
    answer, _ = generate(world)
    (gap,) = answer.gaps
    assert (gap.kind, gap.shift_id) == (GapKind.MIX, world.shift("2026-12-01", "上午接待").id)
    assert [(hold.member_id, hold.rule) for hold in gap.holds] == [(world.who["周敏"], Rule.AWAY)]


def test_a_month_without_shifts_and_a_right_that_is_missing(world: World) -> None:
    with pytest.raises(Refused) as no:
        read(world, month="2027-02")
    assert no.value.code == "duty.not_opened"
    with pytest.raises(Refused), world.store.unit(Actor("", "volunteer")) as u:
        service_generated.take(u, MONTH, ())


def test_options_reach_the_problem(world: World) -> None:
    assert read(world).options == replace(QUICK)
