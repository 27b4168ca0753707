"""What the duty page draws."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Panel(StrEnum):
    TODAY = "today"
    WHO = "who"  # whom to clock
    PERSON = "person"
    MINE = "mine"
    SHEET = "sheet"  # the month for the wall, the chat group, a calendar


@dataclass(frozen=True)
class Line:
    """Somebody of today. here: desk.duty.reads_duty.Here; hours: of the shift; time: since when, or until when."""

    member_id: str
    label: str
    capacity: str
    shift: str
    hours: str
    here: str
    time: str = ""


@dataclass(frozen=True)
class Risk:
    """A shift somebody should see to. why: codes duty.risk.*; who: whom they are about."""

    shift_id: str
    when: str
    name: str
    why: tuple[str, ...]
    who: tuple[str, ...] = ()


@dataclass(frozen=True)
class Member:
    """One of the team, for choosing."""

    id: str
    label: str
    capacity: str
    on: bool = False


@dataclass(frozen=True)
class Person:
    """Whom the clock is for. on: since when they are on duty, "" when they are not; own: it is whoever acts at the desk."""

    id: str
    label: str
    capacity: str
    shift: str = ""
    hours: str = ""
    on: str = ""
    asks_pin: bool = False
    own: bool = False


@dataclass(frozen=True)
class Own:
    """One of my shifts. state: desk.duty.rules_assignments.State."""

    shift_id: str
    day: str
    weekday: int
    name: str
    hours: str
    place: str
    state: str


@dataclass(frozen=True)
class Sheet:
    """A month for paper. site: the estate and its gate; weeks: of ui.paper.roster_sheet.Day; published: it may be shown."""

    month: str
    site: str
    published: bool
    weeks: tuple[Any, ...] = ()


@dataclass(frozen=True)
class DutyModel:
    """known: the desk has answered; me: the acting operator's own name in the team, "" when they are not of it."""

    panel: Panel = Panel.TODAY
    known: bool = False
    lines: tuple[Line, ...] = ()
    on: int = 0
    next_at: str = ""
    risks: tuple[Risk, ...] = ()
    team: tuple[Member, ...] = ()
    query: str = ""
    person: Person | None = None
    me: str = ""
    me_id: str = ""
    mine: tuple[Own, ...] = ()
    month: str = ""
    sheet: Sheet | None = None
    may_clock: bool = False
    handover: bool = False
