"""Doing something in the name of a resident who stands at the window and cannot do it alone. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desk.core.clock import MINUTE_MS

HOLD, READ = "assisted.hold", "assisted.read"
BEGUN, DID, ENDED = "assisted.begun", "assisted.did", "assisted.ended"
SUBJECT = "household"
IDLE_MS, LONGEST_MS = 3 * MINUTE_MS, 30 * MINUTE_MS
# what happens at the desk meanwhile and is nobody's wish at the window
NOT_THEIRS = ("assisted.", "session.", "alarm.", "rollcall.", "hut.", "sync.", "retention.", "store.", "device.")


class How(StrEnum):
    """How it was known, this time, who stands there. Only the kind is kept, never a number."""

    CODE = "code"  # the household's own code was scanned
    CARD = "card"  # an access card of the household was shown
    DOCUMENT = "document"  # an identity document was seen
    KNOWN = "known"  # the volunteer knows them in person


class Why(StrEnum):
    """What ended it."""

    DONE = "done"
    IDLE = "idle"
    LONG = "long"
    LOCKED = "locked"  # locked, or somebody else acts at the desk
    CLOSED = "closed"  # the program


@dataclass(frozen=True)
class Act:
    """Something that was done: action of the audit trail, and when."""

    action: str
    at: int


@dataclass(frozen=True)
class Assisted:
    """One session. ended_at 0: not ended, or the computer went down; how and why as they were written."""

    id: str
    household_id: str
    operator_id: str
    begun_at: int
    how: str
    ended_at: int = 0
    why: str = ""
    acts: tuple[Act, ...] = ()


def theirs(action: str) -> bool:
    """Whether an action counts as done in their name."""
    return not action.startswith(NOT_THEIRS)


def over(now: int, begun_at: int, touched_at: int) -> Why | None:
    """Whether the time has ended it, all in UTC ms."""
    if now - begun_at >= LONGEST_MS:
        return Why.LONG
    return Why.IDLE if now - touched_at >= IDLE_MS else None
