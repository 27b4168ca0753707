"""What may be said about a published shift, and how far a swap has come. Pure: facts in, the same answer in any order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Values of DutyChange.kind. The values are stored.

    OFFER, ACCEPT, APPROVE, REFUSE, WITHDRAW are the steps of a swap, joined by swap_id (the id of its offer).
    UNDONE takes back the change whose id its swap_id names.
    """

    CONFIRM = "confirm"  # I shall come
    OFFER = "offer"
    ACCEPT = "accept"
    APPROVE = "approve"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    STAND_IN = "stand_in"  # 顶班: other_id serves instead of member_id
    JOIN = "join"  # taken in after publishing
    LEAVE = "leave"  # taken out after publishing
    EXCUSE = "excuse"  # 请假
    NO_SHOW = "no_show"  # 缺勤
    UNDONE = "undone"


class SwapState(StrEnum):
    OFFERED = "offered"
    ACCEPTED = "accepted"  # both agreed, somebody is to approve
    APPROVED = "approved"  # stands, both shifts are still ahead
    EFFECTIVE = "effective"  # stands, and the shift has begun
    EXPIRED = "expired"  # nobody said the last word before the shift began
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


OPEN_SWAPS = (SwapState.OFFERED, SwapState.ACCEPTED)
STANDING_SWAPS = (SwapState.APPROVED, SwapState.EFFECTIVE)
_STEPS = (Kind.OFFER, Kind.ACCEPT, Kind.APPROVE, Kind.REFUSE, Kind.WITHDRAW)


@dataclass(frozen=True)
class Change:
    """One DutyChange without its personal words. Field meanings as in tables.DutyChange."""

    id: str
    kind: str
    at: int
    shift_id: str
    member_id: str = ""
    other_id: str = ""
    other_shift_id: str = ""
    swap_id: str = ""
    capacity: str = ""  # offer: of member_id; accept, stand_in: of other_id; join: of member_id


@dataclass(frozen=True)
class Swap:
    """A swap as its steps leave it. `settled`: (at, id) of the step that gave it its state, by which it takes its turn."""

    id: str
    state: SwapState
    shift_id: str
    member_id: str
    member_capacity: str
    other_id: str
    other_capacity: str
    other_shift_id: str
    at: int
    settled: tuple[int, str]


def order(change: Change) -> tuple[int, str]:
    """One order of changes for every desk."""
    return (change.at, change.id)


def still_said(changes: Iterable[Change]) -> list[Change]:
    """The changes nobody took back, in order. What undoes cannot itself be undone: it is said again instead."""
    whole = {change.id: change for change in changes}
    gone = {change.swap_id for change in whole.values() if change.kind == Kind.UNDONE}
    return sorted((c for c in whole.values() if c.kind != Kind.UNDONE and c.id not in gone), key=order)


def swaps(changes: Iterable[Change], starts: dict[str, int] | None = None, now: int = 0) -> dict[str, Swap]:
    """Every swap among these changes, by its id. A step whose offer has not come here yet waits.

    starts: shift id -> start (UTC ms), for expired and effective; without it neither is told from the state before it.
    """
    steps: dict[str, list[Change]] = {}
    for change in still_said(changes):
        if change.kind in _STEPS:
            steps.setdefault(change.id if change.kind == Kind.OFFER else change.swap_id, []).append(change)
    found = {}
    for swap_id, said in steps.items():
        swap = _swap(said)
        if swap is not None:
            found[swap_id] = _by_time(swap, starts or {}, now)
    return found


def _swap(said: Sequence[Change]) -> Swap | None:
    offer = next((step for step in said if step.kind == Kind.OFFER), None)
    if offer is None:
        return None
    state, settled, other, capacity = SwapState.OFFERED, order(offer), offer.other_id, ""
    for step in said:  # what ends a swap ends it for good: of approval and refusal the earlier one
        if step.kind == Kind.ACCEPT and state is SwapState.OFFERED:
            state, other, capacity = SwapState.ACCEPTED, step.other_id or other, step.capacity
        elif step.kind == Kind.APPROVE and state is SwapState.ACCEPTED:
            state = SwapState.APPROVED
        elif step.kind == Kind.REFUSE and state in OPEN_SWAPS:
            state = SwapState.REFUSED
        elif step.kind == Kind.WITHDRAW and state in OPEN_SWAPS:
            state = SwapState.WITHDRAWN
        else:
            continue
        settled = order(step)
    return Swap(
        offer.id, state, offer.shift_id, offer.member_id, offer.capacity, other, capacity, offer.other_shift_id,
        offer.at, settled,
    )  # fmt: skip


def _by_time(swap: Swap, starts: dict[str, int], now: int) -> Swap:
    begun = any(starts.get(shift, now + 1) <= now for shift in (swap.shift_id, swap.other_shift_id) if shift)
    if not begun or swap.state in (SwapState.REFUSED, SwapState.WITHDRAWN):
        return swap
    state = SwapState.EFFECTIVE if swap.state is SwapState.APPROVED else SwapState.EXPIRED
    return Swap(**{**vars(swap), "state": state})
