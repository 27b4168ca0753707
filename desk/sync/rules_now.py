"""How this desk and its hub stand, worked out of ages alone: of what waits and of what was last taken in. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desk.core.clock import HOUR_MS, MINUTE_MS

QUIET_MS = 10 * MINUTE_MS  # a linked desk takes a round every few minutes; silent for longer, the line is gone
LONG_MS = 24 * HOUR_MS  # after this somebody should look at the line


class State(StrEnum):
    """The worst of what holds. A request that was only sent makes nothing better."""

    ALONE = "alone"  # no hub
    AGREED = "agreed"
    SENDING = "sending"  # the hub answers, and something young waits
    STUCK = "stuck"  # the hub answers, and something waits for too long
    NO_LINE = "no_line"
    NEVER = "never"  # linked, not agreed once
    COPIED = "copied"  # this disk was restored or copied: a person should know
    WENT_BACK = "went_back"  # the hub was restored from an old backup
    REVOKED = "revoked"
    TOO_OLD = "too_old"  # the hub no longer speaks with this program


@dataclass(frozen=True)
class Ages:
    """What is known, UTC ms of this desk. oldest_at: when the oldest change was made that no hub has confirmed;
    agreed_at: nothing waited and the newest page was in; pulled_at: the last page taken in; noted_at: a person has read
    everything that happened before."""

    now: int
    linked: bool = True
    revoked: bool = False
    too_old: bool = False
    waiting: int = 0
    oldest_at: int | None = None
    agreed_at: int | None = None
    pulled_at: int | None = None
    copied_at: int | None = None
    went_back_at: int | None = None
    noted_at: int = 0

    @property
    def heard_at(self) -> int | None:
        """When something of the hub was last taken in, or found to be nothing new."""
        return max((at for at in (self.agreed_at, self.pulled_at) if at is not None), default=None)


def judge(a: Ages) -> State:
    """The state to show."""
    if not a.linked:
        return State.ALONE
    if a.revoked:
        return State.REVOKED
    if a.too_old:
        return State.TOO_OLD
    for at, state in ((a.copied_at, State.COPIED), (a.went_back_at, State.WENT_BACK)):
        if at is not None and at > a.noted_at:
            return state
    heard = a.heard_at
    if heard is None:
        return State.NEVER
    if a.now - heard >= QUIET_MS:
        return State.NO_LINE
    if not a.waiting:
        return State.AGREED
    late = a.oldest_at is not None and a.now - a.oldest_at >= QUIET_MS
    return State.STUCK if late else State.SENDING


def is_bad(state: State, heard_ms: int | None) -> bool:
    """Whether somebody should look after it: a line that is gone for some hours is an ordinary day."""
    if state is State.NO_LINE:
        return heard_ms is None or heard_ms >= LONG_MS
    return state not in (State.ALONE, State.AGREED, State.SENDING, State.NEVER)
