"""Verbs on a published shift: I shall come, swap, stand in, excuse, no-show, one more, one fewer; each can be taken back."""

from __future__ import annotations

from desk.core.errors import Refused
from desk.duty import reads_team
from desk.duty.rules_assignments import AHEAD, CAME, State
from desk.duty.rules_changes import OPEN_SWAPS, STANDING_SWAPS, Kind, SwapState
from desk.duty.service_assignments import rebuild
from desk.duty.service_changes_ask import (
    ahead,
    change_said,
    check_eligible,
    check_place,
    holds,
    not_over,
    say,
    shift_of,
    state_of,
    swap_of,
    swaps_of,
    who_is_in,
    why_not,
)
from desk.duty.service_plan import follow
from desk.duty.service_team import EDIT
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
    shift = ahead(u, shift_id, SWAP)
    holds(u, shift, member_id)
    return say(u, Kind.CONFIRM, shift, member_id)


def offer(
    u: Unit, shift_id: str, member_id: str, other_id: str = "", other_shift_id: str = "", reason: str = ""
) -> str:
    """Somebody wishes to give their shift away, to one of the team or to anybody, perhaps for a shift of theirs.

    Returns the swap's id. Right duty.swap. Refused: duty.shift_began, duty.shift_cancelled, duty.not_in_shift,
    duty.swap_open, duty.cannot_take(wrong), duty.swap_same.
    """
    shift = ahead(u, shift_id, SWAP)
    held = holds(u, shift, member_id)
    if other_id == member_id or other_shift_id == shift_id:
        raise Refused("duty.swap_same")
    if any(
        s.state in OPEN_SWAPS and s.member_id == member_id and s.shift_id == shift_id for s in swaps_of(u, shift_id)
    ):
        raise Refused("duty.swap_open")
    if other_shift_id and not other_id:
        raise Refused("duty.swap_same")
    if other_id:
        check_eligible(u, shift, other_id, without=other_shift_id)
    if other_shift_id:
        other = ahead(u, other_shift_id, SWAP)
        holds(u, other, other_id)
        check_eligible(u, other, member_id, without=shift_id)
    return say(u, Kind.OFFER, shift, member_id, other_id, other_shift_id, capacity=held.capacity, reason=reason)


def accept(u: Unit, swap_id: str, other_id: str = "") -> SwapState:
    """The other one agrees; where nobody has to approve, the swap holds at once. Right duty.swap.

    other_id: who takes an offer made to anybody. Refused: store.gone, duty.swap_over(state), duty.shift_began,
    duty.cannot_take(wrong), duty.swap_whom.
    """
    u.actor.require(SWAP)
    swap = swap_of(u, swap_id, SwapState.OFFERED)
    shift = ahead(u, swap.shift_id, SWAP)
    taker = other_id or swap.other_id
    if not taker or (swap.other_id and other_id and other_id != swap.other_id):
        raise Refused("duty.swap_whom")
    check_eligible(u, shift, taker, without=swap.other_shift_id)
    member = reads_team.member(u, taker)
    capacity = member.capacity if member else ""
    say(u, Kind.ACCEPT, shift, swap.member_id, taker, swap_id=swap_id, capacity=capacity)
    rule = u.setting(APPROVAL, ALWAYS)
    free = rule == NEVER or (rule == CAPACITY and capacity == swap.member_capacity)
    if free:
        _settle(u, swap_id)
        return SwapState.APPROVED
    return SwapState.ACCEPTED


def approve(u: Unit, swap_id: str) -> None:
    """It holds, and the plan follows. Right duty.edit. Refused: store.gone, duty.swap_over(state), duty.shift_began."""
    u.actor.require(EDIT)
    swap = swap_of(u, swap_id, SwapState.ACCEPTED)
    for shift_id in filter(None, (swap.shift_id, swap.other_shift_id)):
        ahead(u, shift_id, EDIT)
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
    shift = not_over(u, shift_id, SWAP)
    held = holds(u, shift, member_id, frozenset({*AHEAD, State.EXCUSED, State.NO_SHOW}))
    check_eligible(u, shift, other_id)
    member = reads_team.member(u, other_id)
    capacity = member.capacity if member else ""
    eid = say(u, Kind.STAND_IN, shift, member_id, other_id, capacity=capacity, reason=reason)
    follow(u, shift, "" if held.state in (State.EXCUSED, State.NO_SHOW) else member_id, other_id, capacity)
    return eid


def excuse(u: Unit, shift_id: str, member_id: str, reason: str = "") -> str:
    """They cannot come and have said so. Right duty.swap. Refused: duty.shift_over, duty.not_in_shift."""
    shift = not_over(u, shift_id, SWAP)
    holds(u, shift, member_id, frozenset({*AHEAD, State.NO_SHOW}))
    return say(u, Kind.EXCUSE, shift, member_id, reason=reason)


def no_show(u: Unit, shift_id: str, member_id: str, reason: str = "") -> str:
    """They did not come. Right duty.edit. Refused: duty.not_begun, duty.was_there, duty.not_in_shift."""
    u.actor.require(EDIT)
    shift = shift_of(u, shift_id)
    if shift.start_at > u.now:
        raise Refused("duty.not_begun")
    if state_of(u, shift, member_id) in CAME:
        raise Refused("duty.was_there")
    holds(u, shift, member_id)
    return say(u, Kind.NO_SHOW, shift, member_id, reason=reason)


def join(u: Unit, shift_id: str, member_id: str) -> str:
    """One more in a published shift, at once, where there is a place. Right duty.edit.

    Refused: duty.shift_over, duty.shift_full(most), duty.cannot_take(wrong).
    """
    shift = not_over(u, shift_id, EDIT)
    check_place(u, shift)
    check_eligible(u, shift, member_id)
    member = reads_team.member(u, member_id)
    capacity = member.capacity if member else ""
    eid = say(u, Kind.JOIN, shift, member_id, capacity=capacity)
    follow(u, shift, "", member_id, capacity)
    return eid


def leave(u: Unit, shift_id: str, member_id: str, reason: str = "") -> str:
    """One fewer in a published shift, at once. Right duty.edit. Refused: duty.shift_began, duty.not_in_shift."""
    shift = ahead(u, shift_id, EDIT)
    held = holds(u, shift, member_id, frozenset({*AHEAD, State.EXCUSED}))
    eid = say(u, Kind.LEAVE, shift, member_id, capacity=held.capacity, reason=reason)
    follow(u, shift, member_id)
    return eid


def undo(u: Unit, change_id: str) -> None:
    """Take back what was said; the plan follows. Right duty.swap. Refused: store.gone, duty.shift_over."""
    u.actor.require(SWAP)
    change = change_said(u, change_id)
    shift = not_over(u, change.shift_id, SWAP)
    others = [change.other_shift_id] if change.other_shift_id else []
    before = who_is_in(u, [shift.id, *others])
    say(u, Kind.UNDONE, shift, change.member_id, swap_id=change_id)
    rebuild(u, [shift.id, *others])
    after = who_is_in(u, [shift.id, *others])
    for shift_id, member_id in sorted(before.keys() - after.keys()):
        follow(u, shift_of(u, shift_id), gone=member_id)
    for shift_id, member_id in sorted(after.keys() - before.keys()):
        follow(u, shift_of(u, shift_id), "", member_id, after[shift_id, member_id])


def _settle(u: Unit, swap_id: str) -> None:
    """The last word: it is said, both shifts are made again, and the plan follows."""
    swap = swap_of(u, swap_id, SwapState.ACCEPTED)
    shift = shift_of(u, swap.shift_id)
    say(u, Kind.APPROVE, shift, swap.member_id, swap.other_id, swap_id=swap_id)
    follow(u, shift, swap.member_id, swap.other_id, swap.other_capacity)
    if swap.other_shift_id:
        rebuild(u, [swap.other_shift_id])
        follow(u, shift_of(u, swap.other_shift_id), swap.other_id, swap.member_id, swap.member_capacity)


def _end(u: Unit, swap_id: str, kind: Kind, reason: str) -> None:
    u.actor.require(SWAP)
    swap = swap_of(u, swap_id, *OPEN_SWAPS)
    say(u, kind, shift_of(u, swap.shift_id), swap.member_id, swap.other_id, swap_id=swap_id, reason=reason)


__all__ = [
    "ALWAYS", "APPROVAL", "CAPACITY", "NEVER", "STANDING_SWAPS", "accept", "approve", "confirm", "excuse", "join",
    "leave", "no_show", "offer", "refuse", "set_approval", "stand_in", "undo", "why_not", "withdraw",
]  # fmt: skip
