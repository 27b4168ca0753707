"""What was said of published shifts: the inbox of swaps, shifts at risk before they begin, and a shift's own story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.duty import reads_roster, reads_shifts, reads_team
from desk.duty.reads_shifts import ShiftView
from desk.duty.reads_team import Member
from desk.duty.rules import month_of, unmet
from desk.duty.rules_assignments import CAME, COUNTING, LATE_MS, Held, State
from desk.duty.rules_changes import OPEN_SWAPS, Change, Swap, SwapState, order, swaps
from desk.duty.tables import DutyChange
from desk.store.unit import Reading

_D = DutyChange.__table__.c
RISK_MS = 36 * HOUR_MS  # how far ahead shifts are watched
CALL_MS = 24 * HOUR_MS  # nearer than this somebody who has not confirmed is called
ENDED_DAYS = 7  # how long a swap that ended stays in the inbox
MISSED_MS, MISSED = 90 * DAY_MS, 2  # so many no-shows in so long make somebody worth a call


@dataclass(frozen=True)
class SwapView:
    """One swap of the inbox. taker: whom it was offered to or who took it, None while anybody may."""

    swap: Swap
    shift: ShiftView
    other_shift: ShiftView | None
    member: Member | None
    taker: Member | None
    reason: str

    @property
    def waits(self) -> bool:
        return self.swap.state in OPEN_SWAPS


class Risk(StrEnum):
    """Why a shift is at risk. EMPTY to MIX: of the shift; the others of somebody in it."""

    EMPTY = "empty"
    SHORT = "short"
    MIX = "mix"
    SKILL = "skill"
    LEFT = "left"  # no longer of the team, and nobody came instead
    NOT_HERE = "not_here"  # begun, and they have not come
    UNCONFIRMED = "unconfirmed"
    MISSED = "missed"  # did not come more than once lately


@dataclass(frozen=True)
class AtRisk:
    """A shift somebody should see to. whom: the members each of these reasons is about, in the order of `why`."""

    shift: ShiftView
    here: int
    why: tuple[tuple[Risk, str], ...]


def inbox(r: Reading) -> list[SwapView]:
    """Swaps that wait for an answer, the nearest shift first; then those that ended within a week."""
    since = r.now - 60 * DAY_MS  # nothing is offered longer ahead than a month is published
    offers = r.conn.execute(select(_D.shift_id).where(_D.kind == "offer", _D.at >= since).distinct()).scalars().all()
    said = reads_shifts.changes(r, list(offers))
    known = reads_shifts.shifts_by_id(
        r, {c.shift_id for c in said} | {c.other_shift_id for c in said if c.other_shift_id}
    )
    found = swaps(said, {one.id: one.start_at for one in known.values()}, r.now).values()
    team = {one.id: one for one in reads_team.members(r, left=True)}
    reasons = _reasons(r, [one.id for one in found])
    views = [
        SwapView(
            one, known[one.shift_id], known.get(one.other_shift_id), team.get(one.member_id), team.get(one.other_id),
            reasons.get(one.id, ""),
        )
        for one in found
        if one.shift_id in known and (one.state in OPEN_SWAPS or one.settled[0] >= r.now - ENDED_DAYS * DAY_MS)
    ]  # fmt: skip
    return sorted(views, key=lambda view: (not view.waits, view.shift.start_at, view.swap.id))


def waiting(r: Reading) -> int:
    """How many swaps wait for somebody to approve or answer."""
    return sum(view.waits for view in inbox(r))


def at_risk(r: Reading, within_ms: int = RISK_MS) -> list[AtRisk]:
    """Published shifts that begin soon (or have begun) and lack somebody, or hold somebody worth a call."""
    near = [one for one in reads_shifts.shifts_between(r, r.now, r.now + within_ms) if one.cancelled_at is None]
    published = reads_shifts.published(r, {month_of(one.day) for one in near})
    shifts = [one for one in near if month_of(one.day) in published]
    held = reads_shifts.by_shift(reads_shifts.assignments(r, [one.id for one in shifts]))
    missed, gone = _missed(r), reads_shifts.gone(r)
    team = {one.id: one for one in reads_team.members(r, left=True)}
    found = []
    for one in shifts:
        planned = [h for h in held.get(one.id, ()) if h.state in COUNTING]
        left = [h for h in planned if h.member_id in gone and h.state not in CAME]
        here = [h for h in planned if h not in left]
        why = [(Risk.LEFT, h.member_id) for h in left]
        why += [(risk, "") for risk in _of_shift(one, here, team)]
        why += [(risk, h.member_id) for h in here if (risk := _of_member(r, one, h, missed)) is not None]
        if why:
            found.append(AtRisk(one, len(here), tuple(why)))
    return found


def story(r: Reading, shift_id: str) -> list[tuple[Change, str]]:
    """Everything said of a shift with its reason, the newest first."""
    said = sorted(reads_shifts.changes(r, [shift_id]), key=order, reverse=True)
    reasons = _reasons(r, [one.id for one in said])
    return [(one, reasons.get(one.id, "")) for one in said]


def who_could(r: Reading, shift_id: str) -> list[tuple[Member, str]]:
    """Members who are not in a shift and why each cannot ("" when nothing speaks against it), the willing first."""
    shift = reads_shifts.shift(r, shift_id)
    if shift is None:
        return []
    month = shift.day[:7]
    team = reads_team.members(r)
    shifts = reads_shifts.shifts(r, month)
    if reads_shifts.is_published(r, month):
        cells = reads_roster.effective(r, shifts)
    else:
        cells = [one.cell for one in reads_shifts.cells(r, month)]
    plan = reads_roster.plan(r, month, reads_team.site_time(r), shifts, team, cells)
    slot = plan.slots.get(shift_id)
    if slot is None:
        return []
    inside = {cell.member_id for cell in cells if cell.shift_id == shift_id}
    found = [(one, plan.why_not(one.person, slot)) for one in team if one.id not in inside]
    count = {one.id: len(plan.of_member.get(one.id, ())) for one in team}
    return sorted(
        ((one, wrong.value if wrong else "") for one, wrong in found),
        key=lambda pair: (bool(pair[1]), count[pair[0].id]),
    )


def _of_shift(shift: ShiftView, here: Sequence[Held], team: dict[str, Member]) -> list[Risk]:
    if not here:
        return [Risk.EMPTY]
    found = [Risk.SHORT] if len(here) < shift.least else []
    if unmet(shift.mix, [one.capacity for one in here]):
        found.append(Risk.MIX)
    have = {skill for one in here if one.member_id in team for skill in team[one.member_id].skills}
    if any(skill not in have for skill in shift.needs):
        found.append(Risk.SKILL)
    return found


def _of_member(r: Reading, shift: ShiftView, held: Held, missed: dict[str, int]) -> Risk | None:
    if held.state in CAME:
        return None
    if r.now > shift.start_at + LATE_MS:
        return Risk.NOT_HERE
    if shift.start_at > r.now + CALL_MS:
        return None
    if missed.get(held.member_id, 0) >= MISSED:
        return Risk.MISSED
    long_known = shift.start_at - r.now <= CALL_MS - MINUTE_MS
    return Risk.UNCONFIRMED if held.state is State.PUBLISHED and long_known else None


def _missed(r: Reading) -> dict[str, int]:
    """No-shows of the last three months by member, those taken back not counted."""
    said = select(_D.shift_id).where(_D.kind == "no_show", _D.at >= r.now - MISSED_MS).distinct()
    held = reads_shifts.assignments(r, list(r.conn.execute(said).scalars()))
    found: dict[str, int] = {}
    for one in held:
        if one.state is State.NO_SHOW:
            found[one.member_id] = found.get(one.member_id, 0) + 1
    return found


def _reasons(r: Reading, ids: Sequence[str]) -> dict[str, str]:
    rows = r.conn.execute(select(_D.id, _D.reason).where(_D.id.in_(list(ids)))).all()
    return {row.id: row.reason for row in rows if row.reason}


__all__ = [
    "AtRisk", "Risk", "SwapState", "SwapView", "at_risk", "inbox", "story", "waiting", "who_could",
]  # fmt: skip
