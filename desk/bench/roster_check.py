"""What `bench roster` believes only after looking: rules broken, judged by the grid's own rules, and how even it came out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from desk.core.clock import SiteTime
from desk.duty.problem import Answer, Problem
from desk.duty.rules import PairKind, Span
from desk.duty.rules_roster import HARD, Person, Plan, Slot, Wrong


def broken(problem: Problem, answer: Answer) -> list[str]:
    """Conflicts the month's page would mark in red, people away, pairs apart, and places lacking somebody unannounced."""
    plan = _plan(problem, answer)
    forbidden = HARD | {Wrong.APART, Wrong.FULL, Wrong.LONG_SHIFT}
    found = [f"{one.wrong} {one.shift_id}" for one in plan.conflicts() if one.wrong in forbidden]
    found += [f"away {cell.shift_id}" for cell in answer.cells if (cell.member_id, cell.shift_id) in problem.away]
    told = {gap.shift_id for gap in answer.gaps}
    found += [f"gap {gap.shift_id}" for gap in plan.gaps() if gap.shift_id not in told]
    return found + [f"lost {cell.shift_id}" for cell in problem.locked if cell not in answer.cells]


def spread(answer: Answer, people: Collection[str]) -> int:
    """The widest distance between most and fewest of one capacity over three months, among these people."""
    totals = defaultdict(list)
    for count in answer.counts:
        if count.member_id in people:
            totals[count.capacity].append(count.total)
    return max((max(each) - min(each) for each in totals.values()), default=0)


def _plan(problem: Problem, answer: Answer) -> Plan:
    people = {
        one.id: Person(one.id, one.capacity, one.skills, one.minor, 0 if one.consent else None)
        for one in problem.members
    }
    slots = {
        one.id: Slot(
            one.id, one.day, Span(one.start_at, one.end_at), 0, 1, one.least, one.most, one.needs, one.skills,
            tuple(one.capacities), one.minors, one.heavy,
        )
        for one in problem.shifts
    }  # fmt: skip
    around: dict[str, list[Span]] = defaultdict(list)
    for stood in problem.stood:
        around[stood.member_id].append(Span(stood.start_at, stood.end_at))
    pairs = [(pair.one_id, pair.other_id, PairKind.APART) for pair in problem.pairs if pair.apart]
    return Plan(SiteTime(), people, slots, answer.cells, {}, pairs, around)
