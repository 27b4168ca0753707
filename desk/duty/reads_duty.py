"""Who is on duty now, who is expected, and somebody's own shifts. Frozen views."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desk.core.clock import DAY_MS
from desk.duty import reads_clock, reads_shifts, reads_team
from desk.duty.reads_changes import AtRisk, at_risk
from desk.duty.reads_shifts import ShiftView
from desk.duty.reads_team import Member
from desk.duty.rules import day_after, day_start
from desk.duty.rules_assignments import AHEAD, COUNTING, Held, State
from desk.duty.rules_clock import Open, shift_for
from desk.operators.reads import chip
from desk.store.unit import Reading

AHEAD_MS = 40 * DAY_MS  # how far somebody sees their own shifts


class Here(StrEnum):
    """Where somebody of today is."""

    ON = "on"
    MISSING = "missing"  # their shift has begun, and they have not come
    LATER = "later"
    DONE = "done"
    ABSENT = "absent"  # their shift is over, and they did not come


@dataclass(frozen=True)
class Row:
    """Somebody of today. since: when they came, until: when they went (UTC ms); shift None: without one."""

    member_id: str
    label: str
    capacity: str
    shift: ShiftView | None
    here: Here
    since: int = 0
    until: int = 0


@dataclass(frozen=True)
class Board:
    """A day at a glance, who is on duty first. next_at: when the next shift begins, 0 when there is none today."""

    now: int
    rows: tuple[Row, ...]
    risks: tuple[AtRisk, ...]
    next_at: int

    @property
    def on(self) -> int:
        """How many people are on duty."""
        return len({row.member_id for row in self.rows if row.here is Here.ON})


@dataclass(frozen=True)
class Own:
    """A shift of one member."""

    shift: ShiftView
    held: Held


@dataclass(frozen=True)
class Person:
    """One of the team at the clock. open: what they are on duty by; now: the shift a scan would be for."""

    member: Member
    open: Open | None
    shift: ShiftView | None
    asks_pin: bool


def board(r: Reading) -> Board:
    """Today, at every gate of the site."""
    time = reads_team.site_time(r)
    day = time.day(r.now).isoformat()
    today = day_start(time, day), day_start(time, day_after(day))  # 23 or 25 hours where the clocks are changed
    shifts = [one for one in reads_shifts.shifts_between(r, *today) if one.cancelled_at is None]
    here = {(one.member_id, one.open.shift_id): one for one in reads_clock.on_duty(r)}
    labels = {one.id: one for one in reads_team.members(r, left=True)}
    rows = list[Row]()
    held = reads_shifts.by_shift(reads_shifts.assignments(r, [one.id for one in shifts]))
    gone = reads_shifts.gone(r)
    for shift in shifts:
        for one in held.get(shift.id, ()):
            if one.member_id in gone and one.state in AHEAD:
                continue  # among the risks
            on = here.pop((one.member_id, shift.id), None)
            found = _where(r.now, shift, one, on is not None)
            if found is not None:
                rows.append(_row(labels, one.member_id, shift, found, on.open.since if on else one.in_at, one.out_at))
    known = reads_shifts.shifts_by_id(r, {shift_id for _, shift_id in here if shift_id})
    for (member_id, shift_id), left in here.items():
        rows.append(_row(labels, member_id, known.get(shift_id), Here.ON, left.open.since, None))
    ahead = [one.start_at for one in shifts if one.start_at > r.now]
    rows.sort(key=lambda row: (_ORDER[row.here], row.shift.start_at if row.shift else row.since, row.label))
    return Board(r.now, tuple(rows), tuple(at_risk(r)), min(ahead, default=0))


def own_shifts(r: Reading, member_id: str) -> list[Own]:
    """A member's shifts from today on."""
    start = reads_team.site_time(r).day_start(r.now)
    held = reads_clock.assignments_of(r, member_id, start, start + AHEAD_MS)
    shifts = reads_shifts.shifts_by_id(r, [one.shift_id for one in held])
    return [Own(shifts[one.shift_id], one) for one in held if one.shift_id in shifts and one.state is not State.SWAPPED]


def person(r: Reading, member_id: str) -> Person | None:
    """One of the team as the clock sees them."""
    member = reads_team.member(r, member_id)
    if member is None:
        return None
    by = reads_clock.open_of(r, member_id)
    mine = reads_clock.assignments_of(r, member_id, r.now - DAY_MS, r.now + DAY_MS)
    shift_id = by.shift_id if by is not None else shift_for(r.now, mine)
    shift = reads_shifts.shift(r, shift_id) if shift_id else None
    sign_on = chip(r, member.operator_id) if member.operator_id else None
    return Person(member, by, shift, member.has_pin or (sign_on is not None and sign_on.has_pin))


def _where(now: int, shift: ShiftView, one: Held, on: bool) -> Here | None:
    if on:
        return Here.ON
    if one.out_at is not None:
        return Here.DONE
    if one.state not in COUNTING:
        return None
    if shift.start_at > now:
        return Here.LATER
    if shift.end_at <= now:
        return Here.DONE if one.in_at is not None else Here.ABSENT
    return Here.MISSING


def _row(
    team: dict[str, Member], member_id: str, shift: ShiftView | None, here: Here, since: int | None, until: int | None
) -> Row:
    who = team.get(member_id)
    return Row(member_id, who.label if who else "", who.capacity if who else "", shift, here, since or 0, until or 0)


_ORDER = {here: nth for nth, here in enumerate((Here.ON, Here.MISSING, Here.LATER, Here.DONE, Here.ABSENT))}
