"""No hard rule is broken, whatever the team: judged by roster_rules.py, which shares nothing with the solver."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.core.clock import SiteTime
from desk.core.errors import Refused
from desk.duty.problem import Cell, GapKind, Member, Options, Pair, Problem, Progress, Rule, Shift, State, Stood
from desk.duty.rules import ONE_OR_THREE_NEED, Need, day_after, is_night, span_of, weekday_of
from desk.duty.solver import solve
from tests.duty.roster_rules import HOUR, broken, lacking

TIME = SiteTime()
FIRST = "2026-12-01"
QUICK = Options(seconds=5)
HOURS = (
    (480, 720),
    (480, 720),
    (720, 1080),
    (750, 1020),
    (1080, 1320),
    (1110, 1350),
    (1320, 360),
    (0, 300),
    (420, 1140),
)
CAPACITIES = ("branch", "committee", "volunteer", "unit")
DAYS = 3


def a_shift(day: str, hours: tuple[int, int], n: int = 0, **more: object) -> Shift:
    span = span_of(TIME, day, *hours)
    fields = {"night": is_night(TIME, span), "weekend": weekday_of(day) > 5, "gate_id": "g", **more}
    return Shift(f"{day} {hours[0]} {n}", day, span.start_at, span.end_at, **fields)  # type: ignore[arg-type]


@st.composite
def members(draw: st.DrawFn) -> tuple[Member, ...]:
    one = st.builds(
        Member, st.just(""), st.sampled_from(CAPACITIES), st.frozensets(st.sampled_from(("desk", "aid"))),
        st.sampled_from((False, False, True)), st.booleans(), st.sampled_from((0, 0, 1, 2)), st.integers(0, 9),
        st.integers(0, 3), st.integers(0, 3),
    )  # fmt: skip
    return tuple(replace(who, id=f"m{n}") for n, who in enumerate(draw(st.lists(one, max_size=5))))


@st.composite
def months(draw: st.DrawFn) -> tuple[Shift, ...]:
    found = []
    for n in range(draw(st.integers(0, 11))):
        least = draw(st.sampled_from((0, 1, 1, 1, 2, 2)))
        needs = draw(
            st.sampled_from(
                ((), (ONE_OR_THREE_NEED,), (Need(("volunteer",), 2),), (ONE_OR_THREE_NEED, Need(("unit",))))
            )
        )
        allowed = draw(st.sampled_from((frozenset(), frozenset(), frozenset(("volunteer", "branch")))))
        found.append(
            a_shift(
                day_after(FIRST, draw(st.integers(0, DAYS - 1))), draw(st.sampled_from(HOURS)), n, least=least,
                most=least + draw(st.integers(0, 1)), needs=needs, skills=draw(st.sampled_from(((), ("desk",)))),
                capacities=allowed, minors=draw(st.booleans()), heavy=draw(st.booleans()), gate_id=draw(st.sampled_from("gh")),
            )
        )  # fmt: skip
    return tuple(found)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    team, month = draw(members()), draw(months())
    pairs = [(one.id, shift.id) for one in team for shift in month]
    some = st.frozensets(st.sampled_from(pairs), max_size=8) if pairs else st.just(frozenset())
    ids = st.sampled_from([one.id for one in team] or ["nobody"])
    locked = sorted(draw(some))[: draw(st.integers(0, 3))]
    of = {one.id: one.capacity for one in team}
    before = st.builds(_stood, ids, st.sampled_from((1, 1, 2)), st.sampled_from(HOURS[-3:]), st.booleans())
    return Problem(
        team, month, draw(some), frozenset(), draw(some),
        tuple(draw(st.lists(st.builds(Pair, ids, ids, st.booleans()), max_size=3))),
        tuple(Cell(shift, who, of[who]) for who, shift in locked), draw(some), frozenset(),
        tuple(draw(st.lists(before, max_size=3))), replace(QUICK, seed=draw(st.integers(0, 9))),
    )  # fmt: skip


def _stood(who: str, ago: int, hours: tuple[int, int], heavy: bool) -> Stood:
    day = day_after(FIRST, -ago)
    span = span_of(TIME, day, *hours)
    return Stood(who, day, span.start_at, span.end_at, is_night(TIME, span), heavy)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(problems())
def test_no_hard_rule_is_broken(problem: Problem) -> None:
    answer = solve(problem)
    assert broken(problem, answer) == []
    assert set(problem.locked) <= set(answer.cells)
    assert sorted((gap.shift_id, gap.kind.value, gap.missing) for gap in answer.gaps) == lacking(problem, answer)
    assert answer.gaps_proven
    assert answer.bound <= answer.value + 1e-3
    for gap in answer.gaps:  # a gap never stands while somebody could fill it
        assert all(hold.rule is not Rule.FREE for hold in gap.holds)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(problems())
def test_the_same_for_a_seed(problem: Problem) -> None:
    one, again = solve(problem), solve(problem)
    assert replace(one, seconds=0) == replace(again, seconds=0)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(problems())
def test_nobody_else_could_have_filled_more(problem: Problem) -> None:
    """As few lacks as any order of filling by hand leaves: a chain of swaps may do better, never worse."""
    answer = solve(problem)
    for turned in (False, True):
        by_hand = _by_hand(problem, turned)
        assert _price(lacking(problem, answer)) <= _price(lacking(problem, by_hand)) + 1e-6


def _by_hand(problem: Problem, turned: bool) -> object:
    """Fill shift after shift with the first who breaks no rule, judged by the checker."""
    cells = list(problem.locked)
    shifts = problem.shifts[::-1] if turned else problem.shifts
    for shift in shifts:
        for one in sorted(problem.members, key=lambda one: one.capacity, reverse=turned):
            if any((cell.shift_id, cell.member_id) == (shift.id, one.id) for cell in cells):
                continue
            tried = replace(_NONE, cells=(*cells, Cell(shift.id, one.id, one.capacity)))
            if len(lacking(problem, tried)) <= len(lacking(problem, replace(_NONE, cells=tuple(cells)))) and not broken(
                problem, tried
            ):
                cells.append(tried.cells[-1])
    return replace(_NONE, cells=tuple(cells))


_NONE = solve(Problem())


def _price(lacks: list[tuple[str, str, int]]) -> float:
    """What the solver holds dear: a capacity before a skill before a head, two heads of one shift before one of two."""
    heads = {1: 10, 2: 21}
    return sum({"mix": 15 * n, "skill": 12 * n, "heads": heads.get(n, 0)}[kind] for _, kind, n in lacks)


def a_team(*capacities: str, **more: object) -> tuple[Member, ...]:
    return tuple(Member(f"m{n}", capacity, **more) for n, capacity in enumerate(capacities))  # type: ignore[arg-type]


def test_no_more_than_twelve_hours_in_a_stretch() -> None:
    """8 to 12, 12 to 18, 18:30 to 22:30: half an hour is no pause, so nobody does all three."""
    month = tuple(a_shift(FIRST, hours) for hours in ((480, 720), (720, 1080), (1110, 1350)))
    answer = solve(Problem(a_team("unit"), month, options=QUICK))
    assert len(answer.cells) == 2
    assert {hold.rule for gap in answer.gaps for hold in gap.holds} <= {Rule.STRETCH, Rule.REST}


def test_what_lies_outside_the_month_counts() -> None:
    """The night to the first of the month, and three nights before it."""
    nights = tuple(_stood("m0", ago, (1320, 360), False) for ago in (1, 2, 3))
    month = (a_shift(FIRST, (480, 720)), a_shift(FIRST, (1320, 360)))
    gaps = solve(Problem(a_team("unit"), month, stood=nights, options=QUICK)).gaps
    assert [(gap.shift_id, gap.holds[0].rule) for gap in gaps] == [(month[0].id, Rule.REST), (month[1].id, Rule.RUN)]


def test_pairs_apart_are_not_at_one_gate_at_one_time() -> None:
    month = (
        a_shift(FIRST, (480, 720), least=2, most=2),
        a_shift(FIRST, (720, 1080), 1),
        a_shift(FIRST, (750, 1020), 2),
    )
    answer = solve(Problem(a_team("unit", "unit"), month, pairs=(Pair("m0", "m1", True),), options=QUICK))
    assert len(answer.cells) == 2  # one of both in each of two times
    assert {(gap.holds[0].rule, gap.holds[0].other_id) for gap in answer.gaps} <= {
        (Rule.APART, "m0"), (Rule.APART, "m1"), (Rule.OVERLAP, ""),
    }  # fmt: skip


def test_nothing_to_do() -> None:
    answer = solve(Problem(a_team("branch")))
    assert (answer.state, answer.cells, answer.gaps) == (State.NOTHING, (), ())
    assert [count.total for count in answer.counts] == [0]


def test_nobody_there() -> None:
    answer = solve(Problem((), (a_shift(FIRST, (480, 720), least=2, most=2),)))
    (gap,) = answer.gaps
    assert (gap.kind, gap.missing, gap.holds) == (GapKind.HEADS, 2, ())
    assert answer.gaps_proven


def test_a_shift_of_31_hours_is_nobodys() -> None:
    start = TIME.at(TIME.day(span_of(TIME, FIRST, 480, 720).start_at), 8)
    endless = Shift("endless", FIRST, start, start + 31 * HOUR, night=True)
    answer = solve(Problem(a_team("branch", "volunteer"), (endless,), options=QUICK))
    assert answer.cells == ()
    assert {hold.rule for hold in answer.gaps[0].holds} == {Rule.LONG}


def test_one_or_three_away_on_the_twelfth() -> None:
    sitting = a_shift("2026-12-12", (540, 660), least=2, most=3, needs=(ONE_OR_THREE_NEED,), capacities=frozenset())
    team = a_team("branch", "committee", "volunteer", "volunteer")
    away = frozenset((who, sitting.id) for who in ("m0", "m1"))
    (gap,) = solve(Problem(team, (sitting,), away, options=QUICK)).gaps
    assert (gap.kind, gap.missing) == (GapKind.MIX, 1)
    assert {(hold.member_id, hold.rule) for hold in gap.holds} == {("m0", Rule.AWAY), ("m1", Rule.AWAY)}


def test_a_chain_of_moves_fills_what_one_by_one_cannot() -> None:
    """m0 can do both, m1 only the first: taking m0 for the first, as comes to mind, would leave the second empty."""
    first, second = a_shift(FIRST, (480, 720), 0), a_shift(FIRST, (600, 840), 1)
    answer = solve(Problem(a_team("unit", "unit"), (first, second), frozenset({("m1", second.id)}), options=QUICK))
    assert not answer.gaps
    assert set(answer.cells) == {Cell(first.id, "m1", "unit"), Cell(second.id, "m0", "unit")}


def test_counts_become_even_over_three_months() -> None:
    team = tuple(Member(f"m{n}", "volunteer", served=served) for n, served in enumerate((6, 4, 2)))
    month = tuple(a_shift(day_after(FIRST, n), (480, 720)) for n in range(6))
    (spread,) = solve(Problem(team, month, options=QUICK)).spread
    assert (spread.least, spread.most) == (6, 6)


def test_locked_cells_that_break_a_rule_are_kept_and_named() -> None:
    night, morning = a_shift(FIRST, (1320, 360)), a_shift(day_after(FIRST), (480, 720))
    locked = (Cell(night.id, "m0", "unit"), Cell(morning.id, "m0", "unit"))
    answer = solve(Problem(a_team("unit", "unit"), (night, morning), locked=locked, options=QUICK))
    assert set(answer.cells) == set(locked)
    (conflict,) = answer.conflicts
    assert conflict.rule is Rule.REST
    assert {conflict.cell, *conflict.with_} == set(locked)


def test_locked_on_a_day_away_or_by_somebody_who_left_is_named() -> None:
    shift = a_shift(FIRST, (480, 720), least=2, most=2)
    locked = (Cell(shift.id, "m0", "unit"), Cell(shift.id, "left", "branch"))
    answer = solve(Problem(a_team("unit"), (shift,), frozenset({("m0", shift.id)}), locked=locked, options=QUICK))
    assert [(one.cell.member_id, one.rule) for one in answer.conflicts] == [("m0", Rule.AWAY), ("left", Rule.GONE)]
    assert not answer.gaps


def test_a_wish_is_stretched_by_one_before_a_place_stays_empty_and_no_further() -> None:
    month = tuple(a_shift(day_after(FIRST, n), (480, 720)) for n in range(4))
    answer = solve(Problem(a_team("unit", most=2), month, options=QUICK))
    assert (len(answer.cells), answer.counts[0].over) == (3, 1)
    assert answer.gaps[0].holds[0].rule is Rule.CAP


def test_likes_habits_and_what_stands_decide_between_equals() -> None:
    one, other = a_shift(FIRST, (480, 720), pattern="a 2"), a_shift(day_after(FIRST), (480, 720), pattern="a 3")
    team = a_team("unit", "unit")
    for wish in (
        {"likes": frozenset({("m1", one.id)})}, {"habits": frozenset({("m1", "a 2")})}, {"standing": frozenset({("m1", one.id)})},
    ):  # fmt: skip
        answer = solve(Problem(team, (one, other), options=QUICK, **wish))  # type: ignore[arg-type]
        assert Cell(one.id, "m1", "unit") in answer.cells


def test_pairs_who_wish_to_are_together() -> None:
    month = tuple(a_shift(day_after(FIRST, n), (480, 720), least=2, most=2) for n in range(2))
    answer = solve(
        Problem(a_team("unit", "unit", "unit", "unit"), month, pairs=(Pair("m0", "m3", False),), options=QUICK)
    )
    met = [{cell.member_id for cell in answer.cells if cell.shift_id == shift.id} for shift in month]
    assert {"m0", "m3"} in met


def test_progress_and_cancel() -> None:
    from desk.bench.roster_team import problem

    heard: list[Progress] = []
    with pytest.raises(Refused, match=r"duty\.generating_cancelled"):
        solve(problem(1), heard.append, lambda: any(one.bound is not None for one in heard))
    assert heard[0].wanted == heard[0].filled
    assert heard[-1].value is not None
    assert heard[-1].bound is not None
