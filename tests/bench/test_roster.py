"""bench roster: its judges see what is wrong, its best is never worse than what was found, its figures have names."""

from __future__ import annotations

import argparse
from dataclasses import replace

from desk.bench import roster, roster_check
from desk.bench.roster_best import least_spread
from desk.bench.roster_team import problem
from desk.duty.problem import Cell, Member, Options, Pair, Problem, Shift
from desk.duty.rules import Need
from desk.duty.solver import solve
from tests.duty.roster_rules import broken

HOUR = 3_600_000


def shift(n: int, **more: object) -> Shift:
    start = 1_796_000_400_000 + n * 24 * HOUR
    return Shift(f"s{n}", f"2026-12-{n + 1:02d}", start, start + 3 * HOUR, **more)  # type: ignore[arg-type]


def test_the_invented_month_is_as_large_as_it_says_and_the_same_for_a_seed() -> None:
    one = problem(1)
    assert (len(one.members), sum(each.least for each in one.shifts)) == (60, 252)
    assert one == problem(1) != problem(2)
    assert one.away
    assert one.locked
    assert one.stood
    assert {pair.apart for pair in one.pairs} == {True, False}


def test_one_seed_with_all_figures() -> None:
    told = roster.run(argparse.Namespace(seeds=1, threads=1, seconds=60.0, no_best=False))
    assert (told["rules_broken"], told["gaps"], told["proven"], told["places"]) == (0, 0, 1, 252)
    (each,) = told["each"]
    assert set(told["median"]) == set(roster.FIGURES) <= set(each)
    assert each["least_spread"] <= each["spread"] <= 1
    assert each["spread"] < each["spread_before"]


def test_both_judges_agree_on_a_solved_month() -> None:
    given = problem(4, options=Options(seconds=60))
    answer = solve(given)
    assert broken(given, answer) == roster_check.broken(given, answer) == []


def test_the_judge_sees_what_is_wrong() -> None:
    team = (Member("a", "unit"), Member("b", "unit"))
    given = Problem(
        team,
        (shift(0), replace(shift(0), id="t0"), shift(1, least=2, most=2)),
        frozenset({("b", "s1")}),
        pairs=(Pair("a", "b", True),),
    )
    answer = solve(given)
    assert roster_check.broken(given, answer) == []
    bad = replace(
        answer,
        gaps=(),
        cells=(Cell("s0", "a", "unit"), Cell("t0", "a", "unit"), Cell("s1", "a", "unit"), Cell("s1", "b", "unit")),
    )
    assert set(roster_check.broken(given, bad)) == {"overlap s0", "overlap t0", "apart s1", "away s1"}
    locked = replace(given, locked=(Cell("s0", "b", "unit"),))
    assert "lost s0" in roster_check.broken(locked, bad)
    assert "gap s1" in roster_check.broken(given, replace(bad, cells=bad.cells[:3]))


def test_the_best_possible_by_hand() -> None:
    """Four shifts, two people with 5 and 2 before: 5 + 1 and 2 + 3 is the best; not even when one is always away."""
    team = (Member("a", "unit", served=5), Member("b", "unit", served=2))
    given = Problem(team, tuple(shift(n) for n in range(4)))
    assert least_spread(given, "unit", ("a", "b")) == 1
    away = frozenset(("b", f"s{n}") for n in range(4))
    assert least_spread(replace(given, away=away), "unit", ("a", "b")) == 7
    assert least_spread(given, "unit", ("a",)) == 0
    capped = (team[0], replace(team[1], most=1))
    assert least_spread(replace(given, members=capped), "unit", ("a", "b")) == 5


def test_the_best_possible_knows_needs_skills_and_minors() -> None:
    team = (
        Member("a", "unit", frozenset({"aid"})),
        Member("b", "unit"),
        Member("c", "branch"),
        Member("d", "unit", minor=True, consent=True),
    )
    month = tuple(shift(n, least=2, most=2, needs=(Need(("branch",)),), skills=("aid",)) for n in range(3))
    assert least_spread(Problem(team, month), "unit", ("a", "b", "d")) == 3
    open_ = tuple(shift(n, minors=True) for n in range(3))
    assert least_spread(Problem(team, open_), "unit", ("a", "b", "d")) == 0
