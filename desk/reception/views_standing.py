"""Frozen views of what stands beside the visits: fast lane, goods, watch list, standing passes, permits, roll call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desk.reception.rules import VisitorType


@dataclass(frozen=True)
class TallyView:
    """Fast lane figures. hours: counts of today's 24 hours (all kinds). last: kind and platform of the newest count."""

    this_hour: Mapping[str, int]
    today: Mapping[str, int]
    hours: tuple[int, ...]
    last: tuple[str, str] | None = None
    last_id: str | None = None


@dataclass(frozen=True)
class GoodsRow:
    """A thing on the shelf: code only on the opened card (`goods_card`). overdue: longer than 48 h."""

    id: str
    shelf: str
    what: str
    building: str
    at: int
    overdue: bool
    reminded_at: int | None
    taken_at: int | None = None
    taken_how: str = ""
    code: str = ""


@dataclass(frozen=True)
class WatchRow:
    """A watch list line. name masked; due: it is time that a manager looks at it again."""

    id: str
    name: str
    phone: str
    plate: str
    reason: str
    advice: str
    owner: str
    added_at: int
    expires_at: int
    reviewed_at: int | None
    due: bool
    active: bool


@dataclass(frozen=True)
class StandingRow:
    """A standing pass of a household. says: why it does not hold now (window.*), "" when it does."""

    id: str
    alias: str
    visitor_type: VisitorType
    household_id: str
    building: str
    from_at: int
    until_at: int
    weekdays: tuple[int, ...]
    start_min: int
    end_min: int
    code_id: str | None
    revoked_at: int | None
    says: str


@dataclass(frozen=True)
class PermitRow:
    """A permit. says: why it does not hold now (window.*), "" when it does."""

    id: str
    permit_no: str
    company: str
    household_id: str | None
    building: str
    from_at: int
    until_at: int
    weekdays: tuple[int, ...]
    start_min: int
    end_min: int
    workers: tuple[str, ...]
    tools: str
    revoked_at: int | None
    says: str


@dataclass(frozen=True)
class RollEntry:
    """One line of a roll call. name, phone and door stand in full: an emergency needs them, and opening it was logged.

    certain: False for "perhaps". mark: "" while nobody has said, else safe, not_found, left.
    """

    visit_id: str
    certain: bool
    visitor_type: VisitorType
    name: str
    phone: str
    place: str
    party_size: int
    in_at: int | None
    minor_alone: bool
    mark: str = ""
    marked_at: int | None = None


@dataclass(frozen=True)
class RollReport:
    """How a roll call stands or ended; people, not visits. open: marked by nobody."""

    call_id: str
    opened_at: int
    closed_at: int | None
    drill: bool
    people: int
    safe: int
    left: int
    not_found: int
    open: int
    uncertain: int
    entries: tuple[RollEntry, ...] = field(default=())
