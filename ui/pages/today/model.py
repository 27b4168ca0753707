"""What Today draws: figures, and the things that need somebody, each with the page that deals with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a row of the list is about."""

    ROLL_CALL = "roll_call"
    OVERSTAY = "overstay"
    OVERSTAYS_MORE = "overstays_more"
    NIGHT = "night"
    LATE = "late"
    GOODS = "goods"
    WATCH_DUE = "watch_due"
    NO_BACKUP = "no_backup"
    STICK_LATE = "stick_late"
    STICK_HERE = "stick_here"
    LITTLE_SPACE = "little_space"
    CLOCK = "clock"
    REPLY_LATE = "reply_late"
    REPLY_SOON = "reply_soon"
    REPLIES_MORE = "replies_more"
    SITTING = "sitting"
    CALL_BACKS = "call_backs"
    HANDOVER = "handover"
    HANDOVER_WAITS = "handover_waits"
    SHIFTS_AT_RISK = "shifts_at_risk"
    SWAPS = "swaps"
    LENT = "lent"
    LENT_MORE = "lent_more"
    LENT_CARE = "lent_care"
    DEVICE_BAD = "device_bad"
    DEVICE_UNSURE = "device_unsure"
    STOCK_LOW = "stock_low"


@dataclass(frozen=True)
class Matter:
    """One row. page: opened by its one action, empty when there is none. who: visitor type, or `minor` and `watched`, which matter more; name masked; n: people or things.

    over_min: minutes past the limit (negative: still left to answer a matter); at: local time the limit ran out, the thing came, or the latest record says; hours: how long it lies there,
    or how old the newest backup is (0 when there is none).
    """

    kind: Kind
    page: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    who: str = ""
    name: str = ""
    building: str = ""
    at: str = ""
    shelf: str = ""
    n: int = 0
    over_min: int = 0
    hours: int = 0


@dataclass(frozen=True)
class Last:
    """The newest count of the fast lane, to be repeated. kind: rider or courier; platform: word of a button or empty."""

    kind: str
    platform: str


@dataclass(frozen=True)
class TodayModel:
    """hour: of the site, for the greeting and the strip; hours: passes counted in each hour of today.

    known: False until the desk has answered for the first time; no figure means anything then.
    """

    hour: int = 8
    known: bool = True
    inside: int = 0
    overstays: int = 0
    unregistered: int = 0
    uncertain: int = 0
    admitted: int = 0
    expected: int = 0
    next_at: str = ""
    late: int = 0
    passes: int = 0
    passes_hour: int = 0
    hours: tuple[int, ...] = (0,) * 24
    goods: int = 0
    goods_overdue: int = 0
    goods_oldest_h: int = 0
    last: Last | None = None
    matters: tuple[Matter, ...] = ()
    platforms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
