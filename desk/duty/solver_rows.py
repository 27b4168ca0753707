"""The hard rules of a month as rows "of these cells at most so many". One place: the solver and the reasons read the same.

A cell is a member in a post; a post is a shift, or what somebody serves just outside the month (fixed, so that rest and
runs hold across its edges). A locked cell is fixed too: where locked cells alone break a row, the row gives way to them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from desk.duty.problem import Cell, Conflict, Member, Problem, Rule, Shift
from desk.duty.rules import CONSECUTIVE_MAX_MS, PAUSE_MS, REST_MS, may_serve, minor_may

CHAINS_MAX = (
    20_000  # more ways than this to go from shift to shift without a pause: then no shift follows another at all
)


class Row(NamedTuple):
    """At most `limit` of these cells."""

    rule: Rule
    cells: tuple[int, ...]
    limit: int


class Slot(NamedTuple):
    """Posts of the same hours: nobody can be in two of them."""

    start_at: int
    end_at: int
    night: bool


class Grid:
    """Cells, rows, and what is fixed. Cells are numbers: `who[cell]`, `post[cell]`; `at[member, shift]` finds one."""

    def __init__(self, problem: Problem) -> None:
        self.problem, self.shifts = problem, problem.shifts
        self.members = (*problem.members, *_strangers(problem))
        self.member_at = {one.id: n for n, one in enumerate(self.members)}
        self.shift_at = {one.id: n for n, one in enumerate(self.shifts)}
        self.who: list[int] = []
        self.post: list[int] = []  # a shift's number; the posts outside the month follow after the shifts
        self.capacity: list[str] = []
        self.fixed: set[int] = set()
        self.barred: dict[tuple[int, int], Rule] = {}
        self.at: dict[tuple[int, int], int] = {}
        self.of_shift: list[list[int]] = [[] for _ in self.shifts]
        self.of_member: list[list[int]] = [[] for _ in self.members]
        self.conflicts: list[Conflict] = []
        self._make_cells()
        self._outside: list[Shift] = []
        self._make_outside()
        self.posts = (*self.shifts, *self._outside)
        self.rows: list[Row] = list(self._keep(_rows(self)))
        self.rows_of: dict[int, list[Row]] = defaultdict(list)
        for row in self.rows:
            for cell in row.cells:
                self.rows_of[cell].append(row)

    def cell(self, number: int) -> Cell:
        """A cell as the plan holds it."""
        return Cell(self.shifts[self.post[number]].id, self.members[self.who[number]].id, self.capacity[number])

    def is_inside(self, number: int) -> bool:
        """A cell of the month, not of what lies outside it."""
        return self.post[number] < len(self.shifts)

    def _make_cells(self) -> None:
        locked = {
            (self.member_at[one.member_id], self.shift_at[one.shift_id]): one
            for one in self.problem.locked
            if one.shift_id in self.shift_at
        }
        away, gone = self._numbers(self.problem.away), self._numbers(self.problem.gone)
        for m, member in enumerate(self.members):
            for s, shift in enumerate(self.shifts):
                rule = _bars(member, shift, (m, s) in away, (m, s) in gone)
                kept = locked.get((m, s))
                if rule is not None:
                    self.barred[m, s] = rule
                    if kept is not None:
                        self.conflicts.append(Conflict(kept, rule))
                if rule is None or kept is not None:
                    self._add(m, s, kept.capacity if kept is not None else member.capacity, kept is not None)
                    self.of_shift[s].append(len(self.who) - 1)

    def _make_outside(self) -> None:
        for one in self.problem.stood:
            if one.member_id in self.member_at:
                outside = Shift("", one.day, one.start_at, one.end_at, night=one.night, heavy=one.heavy)
                self._outside.append(outside)
                self._add(self.member_at[one.member_id], len(self.shifts) + len(self._outside) - 1, "", True)

    def _add(self, m: int, post: int, capacity: str, fixed: bool) -> None:
        number = len(self.who)
        self.who.append(m)
        self.post.append(post)
        self.capacity.append(capacity)
        self.at[m, post] = number
        self.of_member[m].append(number)
        if fixed:
            self.fixed.add(number)

    def _numbers(self, pairs: Iterable[tuple[str, str]]) -> set[tuple[int, int]]:
        return {(self.member_at[m], self.shift_at[s]) for m, s in pairs if m in self.member_at and s in self.shift_at}

    def _keep(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Rows that can bind. Where what is fixed already breaks one, that is told and the row allows no more than it."""
        seen = set()
        for row in rows:
            if len(row.cells) <= row.limit or row in seen:
                continue
            seen.add(row)
            fixed = [cell for cell in row.cells if cell in self.fixed]
            if len(fixed) > row.limit:
                self._tell(row.rule, [cell for cell in fixed if self.is_inside(cell)])
            yield row._replace(limit=max(row.limit, len(fixed)))

    def _tell(self, rule: Rule, cells: list[int]) -> None:
        if cells:
            first, *others = (self.cell(number) for number in cells)
            conflict = Conflict(first, rule, tuple(others))
            if conflict not in self.conflicts:
                self.conflicts.append(conflict)


def _strangers(problem: Problem) -> Iterator[Member]:
    """Locked people who are not of the team: kept where they stand, put nowhere else (every cell of theirs is `gone`)."""
    known = {one.id for one in problem.members}
    for cell in problem.locked:
        if cell.member_id not in known:
            known.add(cell.member_id)
            yield Member(cell.member_id, "")


def _bars(member: Member, shift: Shift, away: bool, gone: bool) -> Rule | None:
    """What keeps a member out of a shift whatever else is decided; the plainest reason first."""
    if gone or not member.capacity:
        return Rule.GONE
    if not may_serve(member.capacity, shift.capacities):
        return Rule.CAPACITY
    if not minor_may(member.minor, 0 if member.consent else None, shift.minors, shift.night):
        return Rule.MINOR
    if away:
        return Rule.AWAY
    return Rule.LONG if shift.end_at - shift.start_at > CONSECUTIVE_MAX_MS else None


def _rows(grid: Grid) -> Iterator[Row]:
    for s, shift in enumerate(grid.shifts):
        yield Row(Rule.FULL, tuple(grid.of_shift[s]), max(shift.most, shift.least))
    yield from _caps(grid)
    yield from _aparts(grid)
    yield from _runs(grid)
    posts: dict[Slot, list[int]] = defaultdict(list)
    for p, post in enumerate(grid.posts):
        posts[Slot(post.start_at, post.end_at, post.night)].append(p)
    slots = sorted(posts)
    for rule, chosen, limit in [*_together(slots), *_rests(slots), *_chains(slots)]:
        for m in range(len(grid.members)):
            cells = tuple(grid.at[m, p] for slot in chosen for p in posts[slot] if (m, p) in grid.at)
            if len(cells) > limit:
                yield Row(rule, cells, limit)


def _caps(grid: Grid) -> Iterator[Row]:
    """What can be asked of somebody at most in the month: their wish, and a little beyond it."""
    for m, member in enumerate(grid.members):
        if member.most:
            cells = tuple(cell for cell in grid.of_member[m] if grid.is_inside(cell))
            yield Row(Rule.CAP, cells, member.most + grid.problem.options.stretch)


def _aparts(grid: Grid) -> Iterator[Row]:
    for pair in grid.problem.pairs:
        one, other = grid.member_at.get(pair.one_id), grid.member_at.get(pair.other_id)
        if not pair.apart or one is None or other is None or one == other:
            continue
        for a in filter(grid.is_inside, grid.of_member[one]):
            for b in filter(grid.is_inside, grid.of_member[other]):
                if _meet(grid.posts[grid.post[a]], grid.posts[grid.post[b]]):
                    yield Row(Rule.APART, (a, b), 1)


def _meet(one: Shift, other: Shift) -> bool:
    same_time = one.start_at < other.end_at and other.start_at < one.end_at
    return one.id == other.id or (same_time and one.gate_id == other.gate_id)


def _runs(grid: Grid) -> Iterator[Row]:
    """In any run + 1 days in a row, at most `run` demanding shifts."""
    run = grid.problem.options.run
    for cells in grid.of_member:
        days: dict[int, list[int]] = defaultdict(list)
        for cell in cells:
            post = grid.posts[grid.post[cell]]
            if post.demanding:
                days[date.fromisoformat(post.day).toordinal()].append(cell)
        for day in days:
            window = tuple(cell for n in range(run + 1) for cell in days.get(day + n, ()))
            yield Row(Rule.RUN, window, run)


_Chosen = tuple[Rule, tuple[Slot, ...], int]


def _together(slots: list[Slot]) -> Iterator[_Chosen]:
    """One shift at a time: the slots that run at the start of each."""
    for now in slots:
        running = tuple(slot for slot in slots if slot.start_at <= now.start_at < slot.end_at)
        yield Rule.OVERLAP, running, 1


def _rests(slots: list[Slot]) -> Iterator[_Chosen]:
    """Ten hours after a night: neither it nor any one of those that begin too soon after."""
    for night in slots:
        if night.night:
            soon = [slot for slot in slots if night.end_at <= slot.start_at < night.end_at + REST_MS]
            for _, running, _ in _together(soon):
                yield Rule.REST, (night, *running), 1


def _chains(slots: list[Slot]) -> Iterator[_Chosen]:
    """Shifts that follow one another without a pause for longer than allowed: not all of them."""
    chains: list[tuple[Slot, ...]] = []
    if _walk(slots, chains):
        for chain in chains:
            yield Rule.STRETCH, chain, len(chain) - 1
        return
    for one in slots:
        for after in slots:
            if one.end_at <= after.start_at < one.end_at + PAUSE_MS:
                yield Rule.STRETCH, (one, after), 1


def _walk(slots: list[Slot], chains: list[tuple[Slot, ...]]) -> bool:
    """Every shortest chain that is too long. False when there are too many of them."""
    follow = {
        one: [after for after in slots if one.end_at <= after.start_at < one.end_at + PAUSE_MS and after != one]
        for one in slots
    }
    paths: list[tuple[Slot, ...]] = [(slot,) for slot in slots]
    walked = 0
    while paths:
        path = paths.pop()
        walked += 1
        if walked > CHAINS_MAX:
            return False
        for after in follow[path[-1]]:
            if after.end_at - path[0].start_at <= CONSECUTIVE_MAX_MS:
                paths.append((*path, after))
            elif len(path) == 1 or after.end_at - path[1].start_at <= CONSECUTIVE_MAX_MS:  # else a shorter one says it
                chains.append((*path, after))
    return True
