"""Why a place is empty, in facts: for everyone who would fit, the one rule that keeps them from it. Words are ui's.

The reasons are read from the very rows the solver kept, so that no gap is explained by a rule that was not applied.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from desk.duty.problem import Count, Gap, GapKind, Hold, Rule, Shift, Spread
from desk.duty.rules import Capacity
from desk.duty.solver_rows import Grid, Row

_ORDER = {
    rule: n
    for n, rule in enumerate(
        (Rule.OVERLAP, Rule.REST, Rule.STRETCH, Rule.RUN, Rule.CAP, Rule.APART, Rule.FULL)
    )
}  # fmt: skip


def gaps(grid: Grid, chosen: Collection[int]) -> tuple[Gap, ...]:
    """Everything the shifts lack with these cells chosen, in the order of the month."""
    return tuple(gap for s in range(len(grid.shifts)) for gap in _gaps(grid, frozenset(chosen), s))


def lacks(grid: Grid, chosen: Collection[int]) -> bool:
    """Is anything lacking?"""
    return any(True for s in range(len(grid.shifts)) for _ in _lacks(grid, frozenset(chosen), s))


def counts(grid: Grid, chosen: Collection[int]) -> tuple[Count, ...]:
    """Everybody's shifts over three months, in the order of the problem's members."""
    now = Counter(grid.who[cell] for cell in chosen if grid.is_inside(cell))
    return tuple(
        Count(one.id, one.capacity, one.served, now[m], max(0, now[m] - one.most) if one.most else 0)
        for m, one in enumerate(grid.problem.members)
    )


def spread(grid: Grid, counted: Collection[Count]) -> tuple[Spread, ...]:
    """Fewest and most of each capacity, among those whom at least one shift of the month could take."""
    may = {grid.members[m].id for m, cells in enumerate(grid.of_member) if any(map(grid.is_inside, cells))}
    found = []
    for capacity in Capacity:
        totals = [one.total for one in counted if one.capacity == capacity and one.member_id in may]
        if totals:
            found.append(Spread(capacity, len(totals), min(totals), max(totals)))
    return tuple(found)


def _gaps(grid: Grid, chosen: frozenset[int], s: int) -> Iterator[Gap]:
    for kind, missing, of, skill in _lacks(grid, chosen, s):
        fit = [
            m
            for m, member in enumerate(grid.problem.members)
            if (kind is not GapKind.MIX or member.capacity in of)
            and (kind is not GapKind.SKILL or skill in member.skills)
            and grid.barred.get((m, s)) is not Rule.CAPACITY
            and grid.at.get((m, s)) not in chosen
        ]
        holds = tuple(_hold(grid, chosen, m, s) for m in fit)
        yield Gap(grid.shifts[s].id, kind, missing, of, skill, holds)


def _lacks(grid: Grid, chosen: frozenset[int], s: int) -> Iterator[tuple[GapKind, int, tuple[str, ...], str]]:
    """(kind, how many, capacities, skill) of each thing a shift lacks. A shift that wants nobody lacks nothing."""
    shift: Shift = grid.shifts[s]
    if not shift.least:
        return
    people = [cell for cell in grid.of_shift[s] if cell in chosen]
    for need in shift.needs:
        missing = need.least - sum(grid.capacity[cell] in need.of for cell in people)
        if missing > 0:
            yield GapKind.MIX, missing, need.of, ""
    for skill in shift.skills:
        if not any(skill in grid.members[grid.who[cell]].skills for cell in people):
            yield GapKind.SKILL, 1, (), skill
    if len(people) < shift.least:
        yield GapKind.HEADS, shift.least - len(people), (), ""


def _hold(grid: Grid, chosen: frozenset[int], m: int, s: int) -> Hold:
    member = grid.members[m].id
    if (m, s) in grid.barred:
        return Hold(member, grid.barred[m, s])
    cell = grid.at[m, s]
    full = [row for row in grid.rows_of[cell] if sum(other in chosen for other in row.cells) >= row.limit]
    if not full:
        return Hold(member, Rule.FREE)
    row = min(full, key=lambda row: _ORDER[row.rule])
    return _because(grid, chosen, row, member)


def _because(grid: Grid, chosen: frozenset[int], row: Row, member: str) -> Hold:
    """The shift or the colleague that fills the row."""
    if row.rule in (Rule.CAP, Rule.FULL):
        return Hold(member, row.rule)
    other = next(cell for cell in row.cells if cell in chosen)
    shift = grid.posts[grid.post[other]].id
    colleague = grid.members[grid.who[other]].id
    return Hold(member, row.rule, shift, colleague if colleague != member else "")
