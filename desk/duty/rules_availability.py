"""When somebody can: lines of availability, and what they come to for one shift."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.duty.rules import (
    DAY_MIN,
    TEXT_MAX,
    Says,
    day_after,
    day_checked,
    days_of,
    minutes_long,
    month_of,
    weekday_of,
)


@dataclass(frozen=True)
class Line:
    """One line of availability; fields as in tables.Availability. Empty days: without end. weekday 0: every day."""

    member_id: str
    says: str
    weekday: int = 0
    from_day: str = ""
    until_day: str = ""
    start_min: int = 0
    end_min: int = DAY_MIN
    source: str = "desk"
    reason: str = ""
    id: str = ""


class Free(StrEnum):
    """What the lines of a member say of a shift."""

    LIKES = "likes"  # asked for it
    FREE = "free"
    NOT_OFFERED = "not_offered"  # named other times for this month
    CANNOT = "cannot"


def checked(line: Line) -> Line:
    """Refused: duty.says_wrong, duty.day_wrong, duty.days_turned, duty.hours_turned."""
    if line.says not in list(Says) or not 0 <= line.weekday <= 7:
        raise Refused("duty.says_wrong")
    days = [day_checked(day) if day else "" for day in (line.from_day, line.until_day)]
    if all(days) and days[1] < days[0]:
        raise Refused("duty.days_turned")
    if not 0 <= line.start_min < line.end_min <= DAY_MIN:
        raise Refused("duty.hours_turned")
    return Line(**{**vars(line), "reason": clean_line(line.reason, TEXT_MAX)})


def free(lines: Iterable[Line], day: str, start_min: int, end_min: int) -> Free:
    """Whether somebody with these lines has time for a shift of a day (end_min <= start_min: into the next day).

    Whoever named times of a month in which they can, cannot at others of it. `cannot` counts for any minute of the shift.
    """
    whole = list(lines)
    until = start_min + minutes_long(start_min, end_min)
    parts = [(day, start_min, min(until, DAY_MIN))]
    if until > DAY_MIN:
        parts.append((day_after(day), 0, until - DAY_MIN))
    if any(line.says == Says.CANNOT and _touches(line, *part) for line in whole for part in parts):
        return Free.CANNOT
    if any(line.says == Says.LIKES and _covers(line, *parts[0]) for line in whole):
        return Free.LIKES
    offers = [line for line in whole if line.says == Says.CAN and speaks_of(line, month_of(day))]
    if offers and not any(_covers(line, *parts[0]) for line in offers):
        return Free.NOT_OFFERED
    return Free.FREE


def speaks_of(line: Line, month: str) -> bool:
    """Does a line hold on any day of a month?"""
    days = days_of(month)
    return (not line.from_day or line.from_day <= days[-1]) and (not line.until_day or line.until_day >= days[0])


def on_day(line: Line, day: str) -> bool:
    in_days = (not line.from_day or line.from_day <= day) and (not line.until_day or day <= line.until_day)
    return in_days and line.weekday in (0, weekday_of(day))


def _touches(line: Line, day: str, start: int, end: int) -> bool:
    return on_day(line, day) and line.start_min < end and start < line.end_min


def _covers(line: Line, day: str, start: int, end: int) -> bool:
    return on_day(line, day) and line.start_min <= start and end <= line.end_min
