"""Verbs on a published shift: I shall come, swap, stand in, excuse, no-show, one more, one fewer; each can be taken back."""

from __future__ import annotations

from sqlalchemy import func, select

from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.duty import reads_roster, reads_shifts, reads_team
from desk.duty.reads_shifts import ShiftView
from desk.duty.rules import TEXT_MAX, month_of
from desk.duty.rules_assignments import AHEAD, CAME, COUNTING, Cell, Held, State
from desk.duty.rules_changes import OPEN_SWAPS, STANDING_SWAPS, Change, Kind, Swap, SwapState, swaps
from desk.duty.service_assignments import rebuild
from desk.duty.service_roster import follow
from desk.duty.service_team import EDIT
from desk.duty.tables import DutyChange
from desk.store.unit import Unit

SWAP = "duty.swap"
APPROVAL = "duty.swap_approval"  # setting: who approves a swap two agreed on
ALWAYS, CAPACITY, NEVER = "always", "capacity", "never"  # a lead always; only between capacities; nobody


def set_approval(u: Unit, rule: str) -> None:
    """Who approves a swap that two agreed on: ALWAYS a lead, a lead between CAPACITY and capacity, or NEVER. duty.edit.

    Refused: duty.approval_unknown.
    """
    u.actor.require(EDIT)
    if rule not in (ALWAYS, CAPACITY, NEVER):
        raise Refused("duty.approval_unknown")
    u.put_setting(APPROVAL, rule)
    u.audit("duty.swap_approval", rule=rule)


def confirm(u: Unit, shift_id: str, member_id: str) -> str:
    """They said they will come. Right duty.swap. Refused: duty.shift_began, duty.not_in_shift, duty.not_published."""
    shift = _ahead(u, shift_id, SWAP)
    _holds(u, shift, member_id)
    return _say(u, Kind.CONFIRM, shift, member_id)


def offer(
    u: Unit, shift_id: str, member_id: str, other_id: str = "", other_shift_id: str = "", reason: str = ""
) -> str:
    """Somebody wishes to give their shift away, to one of the team or to anybody, perhaps for a shift of theirs.

    Returns the swap's id. Right duty.swap. Refused: duty.shift_began, duty.shift_cancelled, duty.not_in_shift,
    duty.swap_open, duty.cannot_take(wrong), duty.swap_same.
    """
    shift = _ahead(u, shift_id, SWAP)
    held = _holds(u, shift, member_id)
    if other_id == member_id or other_shift_id == shift_id:
        raise Refused("duty.swap_same")
    if any(s.state in OPEN_SWAPS and s.member_id == member_id and s.shift_id == shift_id for s in _swaps(u, shift_id)):
        raise Refused("duty.swap_open")
    if other_shift_id and not other_id:
        raise Refused("duty.swap_same")
    if other_id:
        _eligible(u, shift, other_id, without=other_shift_id)
    if other_shift_id:
        other = _ahead(u, other_shift_id, SWAP)
        _holds(u, other, other_id)
        _eligible(u, other, member_id, without=shift_id)
    return _say(u, Kind.OFFER, shift, member_id, other_id, other_shift_id, capacity=held.capacity, reason=reason)


def accept(u: Unit, swap_id: str, other_id: str = "") -> SwapState:
    """The other one agrees; where nobody has to approve, the swap holds at once. Right duty.swap.

    other_id: who takes an offer made to anybody. Refused: store.gone, duty.swap_over(state), duty.shift_began,
    duty.cannot_take(wrong), duty.swap_whom.
    """
    swap = _swap(u, swap_id, SwapState.OFFERED)
    shift = _ahead(u, swap.shift_id, SWAP)
    taker = other_id or swap.other_id
    if not taker or (swap.other_id and other_id and other_id != swap.other_id):
        raise Refused("duty.swap_whom")
    _eligible(u, shift, taker, without=swap.other_shift_id)
    member = reads_team.member(u, taker)
    capacity = member.capacity if member else ""
    _say(u, Kind.ACCEPT, shift, swap.member_id, taker, swap_id=swap_id, capacity=capacity)
    rule = u.setting(APPROVAL, ALWAYS)
    free = rule == NEVER or (rule == CAPACITY and capacity == swap.member_capacity)
    if free:
        _settle(u, swap_id)
        return SwapState.APPROVED
    return SwapState.ACCEPTED


def approve(u: Unit, swap_id: str) -> None:
    """It holds, and the plan follows. Right duty.edit. Refused: store.gone, duty.swap_over(state), duty.shift_began."""
    u.actor.require(EDIT)
    swap = _swap(u, swap_id, SwapState.ACCEPTED)
    for shift_id in filter(None, (swap.shift_id, swap.other_shift_id)):
        _ahead(u, shift_id, EDIT)
    _settle(u, swap_id)


def refuse(u: Unit, swap_id: str, reason: str = "") -> None:
    """It is not to be. Right duty.swap. Refused: store.gone, duty.swap_over(state)."""
    _end(u, swap_id, Kind.REFUSE, reason)


def withdraw(u: Unit, swap_id: str) -> None:
    """Whoever offered keeps their shift. Right duty.swap. Refused: store.gone, duty.swap_over(state)."""
    _end(u, swap_id, Kind.WITHDRAW, "")


def stand_in(u: Unit, shift_id: str, member_id: str, other_id: str, reason: str = "") -> str:
    """Somebody serves instead of another, at once; also for one who is excused or did not come. Right duty.swap.

    Refused: duty.shift_over, duty.shift_cancelled, duty.not_in_shift, duty.cannot_take(wrong).
    """
    shift = _not_over(u, shift_id, SWAP)
    held = _holds(u, shift, member_id, frozenset({*AHEAD, State.EXCUSED, State.NO_SHOW}))
    _eligible(u, shift, other_id)
    member = reads_team.member(u, other_id)
    capacity = member.capacity if member else ""
    eid = _say(u, Kind.STAND_IN, shift, member_id, other_id, capacity=capacity, reason=reason)
    follow(u, shift, "" if held.state in (State.EXCUSED, State.NO_SHOW) else member_id, other_id, capacity)
    return eid


def excuse(u: Unit, shift_id: str, member_id: str, reason: str = "") -> str:
    """They cannot come and have said so. Right duty.swap. Refused: duty.shift_over, duty.not_in_shift."""
    shift = _not_over(u, shift_id, SWAP)
    _holds(u, shift, member_id, frozenset({*AHEAD, State.NO_SHOW}))
    return _say(u, Kind.EXCUSE, shift, member_id, reason=reason)


def no_show(u: Unit, shift_id: str, member_id: str, reason: str = "") -> str:
    """They did not come. Right duty.edit. Refused: duty.not_begun, duty.was_there, duty.not_in_shift."""
    u.actor.require(EDIT)
    shift = _shift(u, shift_id)
    if shift.start_at > u.now:
        raise Refused("duty.not_begun")
    if _state(u, shift, member_id) in CAME:
        raise Refused("duty.was_there")
    _holds(u, shift, member_id)
    return _say(u, Kind.NO_SHOW, shift, member_id, reason=reason)


def join(u: Unit, shift_id: str, member_id: str) -> str:
    """One more in a published shift, at once. Right duty.edit. Refused: duty.shift_over, duty.cannot_take(wrong)."""
    shift = _not_over(u, shift_id, EDIT)
    _eligible(u, shift, member_id)
    member = reads_team.member(u, member_id)
    capacity = member.capacity if member else ""
    eid = _say(u, Kind.JOIN, shift, member_id, capacity=capacity)
    follow(u, shift, "", member_id, capacity)
    return eid


def leave(u: Unit, shift_id: str, member_id: str, reason: str = "") -> str:
    """One fewer in a published shift, at once. Right duty.edit. Refused: duty.shift_began, duty.not_in_shift."""
    shift = _ahead(u, shift_id, EDIT)
    held = _holds(u, shift, member_id, frozenset({*AHEAD, State.EXCUSED}))
    eid = _say(u, Kind.LEAVE, shift, member_id, capacity=held.capacity, reason=reason)
    follow(u, shift, member_id)
    return eid


def undo(u: Unit, change_id: str) -> None:
    """Take back what was said; the plan follows. Right duty.swap. Refused: store.gone, duty.shift_over."""
    u.actor.require(SWAP)
    change = _change(u, change_id)
    shift = _not_over(u, change.shift_id, SWAP)
    others = [change.other_shift_id] if change.other_shift_id else []
    before = _plan_of(u, [shift.id, *others])
    _say(u, Kind.UNDONE, shift, change.member_id, swap_id=change_id)
    rebuild(u, [shift.id, *others])
    after = _plan_of(u, [shift.id, *others])
    for shift_id, member_id in sorted(before.keys() - after.keys()):
        follow(u, _shift(u, shift_id), gone=member_id)
    for shift_id, member_id in sorted(after.keys() - before.keys()):
        follow(u, _shift(u, shift_id), "", member_id, after[shift_id, member_id])


# --- what the verbs ask ---------------------------------------------------------------------------------------------


def _say(
    u: Unit, kind: Kind, shift: ShiftView, member_id: str, other_id: str = "", other_shift_id: str = "",
    swap_id: str = "", capacity: str = "", reason: str = "",
) -> str:  # fmt: skip
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


def _settle(u: Unit, swap_id: str) -> None:
    """The last word: it is said, both shifts are made again, and the plan follows."""
    swap = _swap(u, swap_id, SwapState.ACCEPTED)
    shift = _shift(u, swap.shift_id)
    _say(u, Kind.APPROVE, shift, swap.member_id, swap.other_id, swap_id=swap_id)
    follow(u, shift, swap.member_id, swap.other_id, swap.other_capacity)
    if swap.other_shift_id:
        rebuild(u, [swap.other_shift_id])
        follow(u, _shift(u, swap.other_shift_id), swap.other_id, swap.member_id, swap.member_capacity)


def _end(u: Unit, swap_id: str, kind: Kind, reason: str) -> None:
    u.actor.require(SWAP)
    swap = _swap(u, swap_id, *OPEN_SWAPS)
    _say(u, kind, _shift(u, swap.shift_id), swap.member_id, swap.other_id, swap_id=swap_id, reason=reason)


def _swap(u: Unit, swap_id: str, *wanted: SwapState) -> Swap:
    change = _change(u, swap_id)
    found = next((one for one in _swaps(u, change.shift_id) if one.id == swap_id), None)
    if found is None:
        raise Refused("store.gone", kind="duty_change")
    if found.state not in wanted:
        raise Refused("duty.swap_over", state=found.state.value)
    return found


def _swaps(u: Unit, shift_id: str) -> list[Swap]:
    said = reads_shifts.changes(u, [shift_id])
    known = reads_shifts.shifts_by_id(u, {c.shift_id for c in said} | {c.other_shift_id for c in said} - {""})
    return list(swaps(said, {one.id: one.start_at for one in known.values()}, u.now).values())


def _change(u: Unit, change_id: str) -> Change:
    row = u.conn.execute(DutyChange.__table__.select().where(DutyChange.id == change_id)).mappings().first()
    if row is None:
        raise Refused("store.gone", kind="duty_change")
    return reads_shifts.change_of(row)


def _shift(u: Unit, shift_id: str) -> ShiftView:
    shift = reads_shifts.shift(u, shift_id)
    if shift is None:
        raise Refused("store.gone", kind="shift")
    return shift


def _ahead(u: Unit, shift_id: str, right: str) -> ShiftView:
    shift = _not_over(u, shift_id, right)
    if shift.start_at <= u.now:
        raise Refused("duty.shift_began")
    return shift


def _not_over(u: Unit, shift_id: str, right: str) -> ShiftView:
    u.actor.require(right)
    shift = _shift(u, shift_id)
    if shift.cancelled_at is not None:
        raise Refused("duty.shift_cancelled")
    if shift.end_at <= u.now:
        raise Refused("duty.shift_over")
    if not reads_shifts.is_published(u, month_of(shift.day)):
        raise Refused("duty.not_published")
    return shift


def _state(u: Unit, shift: ShiftView, member_id: str) -> State | None:
    held = (one for one in reads_shifts.assignments(u, [shift.id]) if one.member_id == member_id)
    return next((one.state for one in held), None)


def _holds(u: Unit, shift: ShiftView, member_id: str, states: frozenset[State] = AHEAD) -> Held:
    held = (one for one in reads_shifts.assignments(u, [shift.id]) if one.member_id == member_id)
    found = next((one for one in held if one.state in states), None)
    if found is None:
        raise Refused("duty.not_in_shift")
    return found


def _eligible(u: Unit, shift: ShiftView, member_id: str, without: str = "") -> None:
    """May they serve in this shift, their shift `without` given away? Refused("duty.cannot_take", wrong=...)."""
    if _state(u, shift, member_id) in COUNTING:
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


def _plan_of(u: Unit, shift_ids: list[str]) -> dict[tuple[str, str], str]:
    held = reads_shifts.assignments(u, shift_ids)
    return {(c.shift_id, c.member_id): c.capacity for c in reads_roster.in_month(held)}


__all__ = [
    "ALWAYS", "APPROVAL", "CAPACITY", "NEVER", "STANDING_SWAPS", "accept", "approve", "confirm", "excuse", "join",
    "leave", "no_show", "offer", "refuse", "set_approval", "stand_in", "undo", "why_not", "withdraw",
]  # fmt: skip
