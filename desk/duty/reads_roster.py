"""A month's roster as one view: what is planned, what holds, what is wrong, what is missing, who is affected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk.core.clock import DAY_MS, SiteTime
from desk.duty import reads_shifts, reads_team
from desk.duty.reads_shifts import CellView, ShiftView
from desk.duty.reads_team import Member
from desk.duty.rules import Span, day_after, days_of, month_after, month_bounds
from desk.duty.rules_assignments import Cell, Held, Source, State
from desk.duty.rules_days import Days, due_shifts
from desk.duty.rules_impossible import Impossible, impossible
from desk.duty.rules_issues import Affected, Issue, affected
from desk.duty.rules_pattern import Served
from desk.duty.rules_roster import Conflict, Gap, Plan, Slot
from desk.store.unit import Reading

NEAR_MS = 2 * DAY_MS
AWAY = frozenset({State.SWAPPED, State.EXCUSED, State.NO_SHOW, State.CANCELLED})
"""In the month, and fills no place."""


@dataclass(frozen=True)
class Line:
    """One cell of the plan as the grid shows it. state: of the assignment, PROPOSED while it is not published."""

    cell: CellView
    state: State


@dataclass(frozen=True)
class Month:
    """Everything the month's page needs. changed: the plan says other than what is published.

    missing_shifts: how many the templates ask for that are not there; idle_shifts: ids of those still ahead that no
    template asks for any more (a holiday was added).
    """

    month: str
    now: int
    days: tuple[str, ...]
    holidays: dict[str, str]
    shifts: list[ShiftView]
    people: dict[str, Member]
    lines: list[Line]
    conflicts: list[Conflict]
    gaps: list[Gap]
    impossible: list[Impossible]
    missing_shifts: int
    idle_shifts: list[str]
    issue: Issue | None
    proposals: tuple[Issue, ...]
    affected: list[Affected]

    @property
    def changed(self) -> bool:
        return self.issue is None or bool(self.affected)


def month(r: Reading, wanted: str) -> Month:
    """The roster of a month. Its conflicts and gaps count what fills a place now."""
    time = reads_team.site_time(r)
    shifts = reads_shifts.shifts(r, wanted)
    team = reads_team.members(r, left=True)
    planned = reads_shifts.cells(r, wanted)
    states = {(one.shift_id, one.member_id): one.state for one in _held(r, shifts)}
    lines = [Line(cell, states.get((cell.shift_id, cell.member_id), State.PROPOSED)) for cell in planned]
    known = plan(r, wanted, time, shifts, team, [one.cell.cell for one in lines if one.state not in AWAY])
    stands = reads_shifts.what_stands(r, wanted)
    rules = Days(tuple(reads_team.day_rules(r, *_ends(wanted))))
    due = due_shifts(time, wanted, reads_team.templates(r), rules)
    have = {one.id for one in shifts}
    return Month(
        wanted, r.now, days_of(wanted), {day: name for day in days_of(wanted) if (name := rules.holiday(day)) is not None},
        shifts, {one.id: one for one in team}, lines, known.conflicts(), known.gaps(), _impossible(time, shifts, team),
        sum(one.id not in have and (stands.issue is None or one.span.start_at > r.now) for one in due), idle(r, shifts, {one.id for one in due}), stands.issue, stands.proposals, who_is_affected(r, wanted, planned),
    )  # fmt: skip


def idle(r: Reading, shifts: Sequence[ShiftView], due: set[str]) -> list[str]:
    """Shifts of templates that are still ahead, and that no template asks for any more."""
    return [
        one.id
        for one in shifts
        if one.template_id and one.id not in due and one.cancelled_at is None and one.start_at > r.now
    ]


def plan(
    r: Reading, wanted: str, time: SiteTime, shifts: Sequence[ShiftView], team: Sequence[Member], cells: Sequence[Cell]
) -> Plan:
    """A month's plan with the shifts of its neighbours that lie near it, ready to be asked. Cancelled shifts are out."""
    start, end = month_bounds(time, wanted)
    around: dict[str, list[Span]] = {}
    outside = [
        one
        for since, until in ((start - NEAR_MS, start), (end, end + NEAR_MS))
        for one in reads_shifts.shifts_between(r, since, until)
        if one.day[:7] != wanted and one.cancelled_at is None
    ]
    spans = {one.id: Span(one.start_at, one.end_at) for one in outside}
    for cell in effective(r, outside):
        if cell.shift_id in spans:
            around.setdefault(cell.member_id, []).append(spans[cell.shift_id])
    return Plan(
        time, {one.id: one.person for one in team}, {one.id: one.slot(time) for one in shifts if one.cancelled_at is None},
        cells, reads_team.lines(r), [(p.one_id, p.other_id, p.kind) for p in reads_team.pairs(r)], around,
    )  # fmt: skip


def effective(r: Reading, shifts: Sequence[ShiftView]) -> list[Cell]:
    """Who is in these shifts: as published and changed since, or as planned where nothing was published."""
    found = list[Cell]()
    for wanted in dict.fromkeys(one.day[:7] for one in shifts):
        here = {one.id for one in shifts if one.day[:7] == wanted}
        if reads_shifts.is_published(r, wanted):
            held = reads_shifts.assignments(r, sorted(here))
            found += [Cell(one.shift_id, one.member_id, one.capacity) for one in held if one.state not in AWAY]
        else:
            found += [one.cell for one in reads_shifts.cells(r, wanted) if one.shift_id in here]
    return found


def who_is_affected(r: Reading, wanted: str, planned: Sequence[CellView] | None = None) -> list[Affected]:
    """Whose shifts change when the plan is published as it is; empty before anything was published."""
    if not reads_shifts.is_published(r, wanted):
        return []
    shifts = reads_shifts.shifts(r, wanted)
    ids = {one.id for one in shifts}
    cells = reads_shifts.cells(r, wanted) if planned is None else planned
    return affected(in_month(_held(r, shifts)), [one.cell for one in cells if one.shift_id in ids])


def in_month(held: Sequence[Held]) -> list[Cell]:
    """Who is in shifts by issue and change, those excused among them; not who was swapped out or only clocked on."""
    return [
        Cell(one.shift_id, one.member_id, one.capacity)
        for one in held
        if one.state is not State.SWAPPED and one.source is not Source.CLOCK
    ]


def served_before(r: Reading, wanted: str) -> list[Served]:
    """The month before as its pattern: each shift and who was in it."""
    before = month_after(wanted, -1)
    shifts = [one for one in reads_shifts.shifts(r, before) if one.template_id and one.cancelled_at is None]
    inside: dict[str, list[Cell]] = {}
    for cell in effective(r, shifts):
        inside.setdefault(cell.shift_id, []).append(cell)
    return [Served(one.template_id, one.day, tuple(inside.get(one.id, ()))) for one in shifts if one.id in inside]


def _held(r: Reading, shifts: Sequence[ShiftView]) -> list[Held]:
    return reads_shifts.assignments(r, [one.id for one in shifts])


def _impossible(time: SiteTime, shifts: Sequence[ShiftView], team: Sequence[Member]) -> list[Impossible]:
    """Each rule once, not on every day it holds."""
    people = [one.person for one in team]
    found: dict[Impossible, None] = {}
    for one in shifts:
        if one.cancelled_at is None:
            slot: Slot = replace(one.slot(time), id=one.template_id)
            found |= dict.fromkeys(impossible(one.name, one.template_id, slot, people))
    return list(found)


def _ends(wanted: str) -> tuple[str, str]:
    days = days_of(wanted)
    return days[0], day_after(days[-1])
