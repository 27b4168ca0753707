"""What the verbs of changes ask before they write: the shift, who is in it, who may take it, how far a swap is."""

from __future__ import annotations

from sqlalchemy import func, select

from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.duty import reads_roster, reads_shifts, reads_team
from desk.duty.reads_shifts import ShiftView
from desk.duty.rules import TEXT_MAX, month_of
from desk.duty.rules_assignments import AHEAD, COUNTING, Cell, Held, State
from desk.duty.rules_changes import Change, Kind, Swap, SwapState, swaps
from desk.duty.service_assignments import rebuild
from desk.duty.tables import DutyChange
from desk.store.unit import Unit


def say(
    u: Unit, kind: Kind, shift: ShiftView, member_id: str, other_id: str = "", other_shift_id: str = "",
    swap_id: str = "", capacity: str = "", reason: str = "",
) -> str:  # fmt: skip
    """Write a change down, and make the assignments of its shifts again; returns its id."""
    eid = u.add(
        DutyChange, kind=kind.value, at=after(u, shift.id), shift_id=shift.id, member_id=member_id or None, other_id=other_id or None,
        other_shift_id=other_shift_id or None, swap_id=swap_id or None, capacity=capacity,
        reason=clean_line(reason, TEXT_MAX), operator_id=u.actor.operator_id or None, gate_id=u.gate_id,
    )  # fmt: skip
    rebuild(u, [shift.id, other_shift_id])
    u.audit(f"duty.{kind.value}", "shift", shift.id)
    return eid


def after(u: Unit, shift_id: str) -> int:
    """Now, and in any case after everything that was said of this shift: what answers comes after what it answers."""
    newest = u.conn.execute(select(func.max(DutyChange.at)).where(DutyChange.shift_id == shift_id)).scalar()
    return max(u.now, (newest or 0) + 1)


def swap_of(u: Unit, swap_id: str, *wanted: SwapState) -> Swap:
    """A swap in one of these states. Refused: store.gone, duty.swap_over(state)."""
    change = change_said(u, swap_id)
    found = next((one for one in swaps_of(u, change.shift_id) if one.id == swap_id), None)
    if found is None:
        raise Refused("store.gone", kind="duty_change")
    if found.state not in wanted:
        raise Refused("duty.swap_over", state=found.state.value)
    return found


def swaps_of(u: Unit, shift_id: str) -> list[Swap]:
    """Every swap that bears on a shift."""
    said = reads_shifts.changes(u, [shift_id])
    known = reads_shifts.shifts_by_id(u, {c.shift_id for c in said} | {c.other_shift_id for c in said} - {""})
    return list(swaps(said, {one.id: one.start_at for one in known.values()}, u.now).values())


def change_said(u: Unit, change_id: str) -> Change:
    """Refused: store.gone."""
    row = u.conn.execute(DutyChange.__table__.select().where(DutyChange.id == change_id)).mappings().first()
    if row is None:
        raise Refused("store.gone", kind="duty_change")
    return reads_shifts.change_of(row)


def shift_of(u: Unit, shift_id: str) -> ShiftView:
    """Refused: store.gone."""
    shift = reads_shifts.shift(u, shift_id)
    if shift is None:
        raise Refused("store.gone", kind="shift")
    return shift


def ahead(u: Unit, shift_id: str, right: str) -> ShiftView:
    """A published shift that has not begun. Refused: as not_over, duty.shift_began."""
    shift = not_over(u, shift_id, right)
    if shift.start_at <= u.now:
        raise Refused("duty.shift_began")
    return shift


def not_over(u: Unit, shift_id: str, right: str) -> ShiftView:
    """A published shift that is not over. Refused: right.missing, duty.shift_cancelled, duty.shift_over, duty.not_published."""
    u.actor.require(right)
    shift = shift_of(u, shift_id)
    if shift.cancelled_at is not None:
        raise Refused("duty.shift_cancelled")
    if shift.end_at <= u.now:
        raise Refused("duty.shift_over")
    if not reads_shifts.is_published(u, month_of(shift.day)):
        raise Refused("duty.not_published")
    return shift


def state_of(u: Unit, shift: ShiftView, member_id: str) -> State | None:
    """How a member stands in a shift, None when they are not in it."""
    held = (one for one in reads_shifts.assignments(u, [shift.id]) if one.member_id == member_id)
    return next((one.state for one in held), None)


def holds(u: Unit, shift: ShiftView, member_id: str, states: frozenset[State] = AHEAD) -> Held:
    """Their place in a shift. Refused: duty.not_in_shift."""
    held = (one for one in reads_shifts.assignments(u, [shift.id]) if one.member_id == member_id)
    found = next((one for one in held if one.state in states), None)
    if found is None:
        raise Refused("duty.not_in_shift")
    return found


def check_place(u: Unit, shift: ShiftView) -> None:
    """Refused("duty.shift_full", most=...) when as many serve in it as it takes."""
    if sum(one.state in COUNTING for one in reads_shifts.assignments(u, [shift.id])) >= shift.most:
        raise Refused("duty.shift_full", most=shift.most)


def check_eligible(u: Unit, shift: ShiftView, member_id: str, without: str = "") -> None:
    """May they serve in this shift, their shift `without` given away? Refused("duty.cannot_take", wrong=...)."""
    if state_of(u, shift, member_id) in COUNTING:
        raise Refused("duty.cannot_take", wrong="overlap")
    wrong = why_not(u, shift, member_id, without)
    if wrong:
        raise Refused("duty.cannot_take", wrong=wrong)


def why_not(u: Unit, shift: ShiftView, member_id: str, without: str = "") -> str:
    """What forbids a member this shift, as rules_roster.Wrong; "" when nothing does. What they said of their time does not."""
    month = month_of(shift.day)
    shifts = reads_shifts.shifts(u, month)
    cells = [c for c in reads_roster.effective(u, shifts) if (c.shift_id, c.member_id) != (without, member_id)]
    team = reads_team.members(u, left=True)
    plan = reads_roster.plan(u, month, reads_team.site_time(u), shifts, team, cells)
    member = next((one for one in team if one.id == member_id), None)
    wrongs = plan.wrong_with(Cell(shift.id, member_id, member.capacity if member else ""))
    return next((one.wrong.value for one in wrongs if one.hard), "")


def who_is_in(u: Unit, shift_ids: list[str]) -> dict[tuple[str, str], str]:
    """(shift, member) -> capacity of those in these shifts as they stand."""
    held = reads_shifts.assignments(u, shift_ids)
    return {(c.shift_id, c.member_id): c.capacity for c in reads_roster.in_month(held)}
