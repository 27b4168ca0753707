"""What the briefing says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shift:
    """A shift of today; names as they may stand in public. now: it is worked at this moment."""

    start: str
    end: str
    title: str
    names: tuple[str, ...]
    now: bool = False
    over: bool = False


@dataclass(frozen=True)
class BriefingModel:
    """expected: visits announced for today; next_at: the next of them; goods: left things, late: over 48 h; matters:
    open; amber: their first reply is due within the hour, overdue: it is late; call_backs: who waits to be called;
    notices: on the public screen; sittings: (from, to, place)."""

    known: bool = False
    hour: int = 9
    shifts: tuple[Shift, ...] = ()
    sittings: tuple[tuple[str, str, str], ...] = ()
    expected: int = 0
    next_at: str = ""
    inside: int = 0
    overstays: int = 0
    goods: int = 0
    goods_late: int = 0
    matters: int = 0
    amber: int = 0
    overdue: int = 0
    call_backs: int = 0
    notices: tuple[str, ...] = ()
    can_speak: bool = False
