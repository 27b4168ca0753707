"""Words and arithmetic of duty: capacities, months and days of the site, the hours of a shift, overlap and rest."""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from desk.core.clock import HOUR_MS, SiteTime
from desk.core.errors import Refused

DAY_MIN = 1440
NAME_MAX = 64
TEXT_MAX = 200
PEOPLE_MAX = 50  # of one shift
NIGHT_FROM_MIN, NIGHT_UNTIL_MIN = 22 * 60, 6 * 60  # a shift that touches these hours is a night
REST_MS = 10 * HOUR_MS  # after a night
CONSECUTIVE_MAX_MS = 12 * HOUR_MS  # of work without a pause
PAUSE_MS = HOUR_MS  # shorter than this between two shifts is no pause


class Capacity(StrEnum):
    """In whose name somebody serves: the 1 (branch), the 3 (committee, owners, property) and X. The values are stored."""

    BRANCH = "branch"  # 党总支
    COMMITTEE = "committee"  # 居委会
    OWNERS = "owners"  # 业委会
    PROPERTY = "property"  # 物业
    VOLUNTEER = "volunteer"  # 志愿者
    UNIT = "unit"  # 共建单位
    DEPUTY = "deputy"  # 人大代表


ONE_OR_THREE = (Capacity.BRANCH, Capacity.COMMITTEE, Capacity.OWNERS, Capacity.PROPERTY)


class Says(StrEnum):
    """What a line of availability says. The values are stored."""

    CAN = "can"
    CANNOT = "cannot"
    LIKES = "likes"


class PairKind(StrEnum):
    TOGETHER = "together"
    APART = "apart"


class DayKind(StrEnum):
    """What makes a day unlike its weekday. EXTRA holds on a holiday too."""

    HOLIDAY = "holiday"
    CLOSED = "closed"
    EXTRA = "extra"


class CellSource(StrEnum):
    """Who put somebody into the plan."""

    GENERATED = "generated"
    PATTERN = "pattern"
    DESK = "desk"
    SELF = "self"


class ClockKind(StrEnum):
    """What a clock event says. VOID takes back the one it corrects. The values are stored."""

    IN = "in"
    OUT = "out"
    VOID = "void"


@dataclass(frozen=True)
class Need:
    """At least `least` of a shift must serve in one of these capacities."""

    of: tuple[str, ...]
    least: int = 1


ONE_OR_THREE_NEED = Need(tuple(ONE_OR_THREE))


def needs_of(mix: Iterable[Any]) -> tuple[Need, ...]:
    """The mix of a template or shift as it is stored ([{"of": [...], "least": 1}]); what is not understood is left out."""
    found = []
    for line in mix:
        of = tuple(one for one in line.get("of", ()) if one in list(Capacity)) if isinstance(line, Mapping) else ()
        if of:
            found.append(Need(of, max(1, int(line.get("least", 1)))))
    return tuple(found)


def mix_of(needs: Iterable[Need]) -> list[dict[str, Any]]:
    """Needs as they are stored."""
    return [{"of": list(need.of), "least": need.least} for need in needs]


def unmet(needs: Iterable[Need], capacities: Sequence[str]) -> tuple[Need, ...]:
    """Which needs these capacities of a shift's people leave unmet; a person counts for every need they fit."""
    return tuple(need for need in needs if sum(one in need.of for one in capacities) < need.least)


# --- months and days ---------------------------------------------------------------------------------------------


def month_checked(text: str) -> str:
    """ "2026-12". Refused("duty.month_wrong")."""
    if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", text) or not 2000 <= int(text[:4]) <= 2999:
        raise Refused("duty.month_wrong")
    return text


def day_checked(text: str) -> str:
    """ "2026-12-05". Refused("duty.day_wrong")."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refused("duty.day_wrong") from None


def month_of(day: str) -> str:
    return day[:7]


def days_of(month: str) -> tuple[str, ...]:
    """Every day of a month as ISO text."""
    year, number = int(month[:4]), int(month[5:])
    return tuple(f"{month}-{n:02d}" for n in range(1, calendar.monthrange(year, number)[1] + 1))


def month_after(month: str, steps: int = 1) -> str:
    """The month `steps` later (negative: earlier)."""
    count = int(month[:4]) * 12 + int(month[5:]) - 1 + steps
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def weekday_of(day: str) -> int:
    """1 Monday to 7 Sunday."""
    return date.fromisoformat(day).isoweekday()


def nth_of_weekday(day: str) -> int:
    """The how-manieth of its weekday a day is in its month, from 1: a monthly pattern goes by it."""
    return (date.fromisoformat(day).day - 1) // 7 + 1


def day_after(day: str, steps: int = 1) -> str:
    return (date.fromisoformat(day) + timedelta(days=steps)).isoformat()


def month_bounds(time: SiteTime, month: str) -> tuple[int, int]:
    """UTC ms of the first moment of a month of the site and of the next."""
    return day_start(time, f"{month}-01"), day_start(time, f"{month_after(month)}-01")


def day_start(time: SiteTime, day: str) -> int:
    return time.at(date.fromisoformat(day))


# --- hours of a shift ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Span:
    """A stretch of time, UTC ms, the end not in it."""

    start_at: int
    end_at: int

    @property
    def minutes(self) -> int:
        return (self.end_at - self.start_at) // 60_000


def span_of(time: SiteTime, day: str, start_min: int, end_min: int) -> Span:
    """When a shift of this day is worked, by the clock on the wall; end_min <= start_min ends on the next day."""
    ends = day if end_min > start_min else day_after(day)
    return Span(_at(time, day, start_min), _at(time, ends, end_min))


def minutes_long(start_min: int, end_min: int) -> int:
    """Minutes a shift lasts on an ordinary day; start = end is a whole day."""
    return (end_min - start_min) % DAY_MIN or DAY_MIN


def overlap(one: Span, other: Span) -> bool:
    return one.start_at < other.end_at and other.start_at < one.end_at


def gap_ms(one: Span, other: Span) -> int:
    """Time between two spans whatever their order; 0 when they touch or overlap."""
    return max(0, other.start_at - one.end_at, one.start_at - other.end_at)


def touches_night(start_min: int, end_min: int) -> bool:
    """Does a shift of these hours reach into the night (22:00 to 6:00)? Such a one needs rest after and takes no minor."""
    end = start_min + minutes_long(start_min, end_min)
    nights = (
        (0, NIGHT_UNTIL_MIN),
        (NIGHT_FROM_MIN, DAY_MIN + NIGHT_UNTIL_MIN),
        (DAY_MIN + NIGHT_FROM_MIN, 2 * DAY_MIN),
    )
    return any(start_min < until and from_ < end for from_, until in nights)


def is_night(time: SiteTime, span: Span) -> bool:
    start = time.local(span.start_at)
    start_min = start.hour * 60 + start.minute
    return touches_night(start_min, (start_min + min(span.minutes, DAY_MIN)) % DAY_MIN)


def too_little_rest(time: SiteTime, one: Span, other: Span) -> bool:
    """Is there less than ten hours after the earlier of both, that being a night?"""
    first, second = sorted((one, other), key=lambda span: (span.start_at, span.end_at))
    return is_night(time, first) and second.start_at - first.end_at < REST_MS


def longest_stretch_ms(spans: Iterable[Span]) -> int:
    """The most work anyone does of these without an hour's pause, in ms; pauses shorter than that count as work."""
    longest = begun = until = 0
    for span in sorted(spans, key=lambda span: span.start_at):
        if span.start_at - until >= PAUSE_MS or not until:
            begun = span.start_at
        until = max(until, span.end_at)
        longest = max(longest, until - begun)
    return longest


def minute_text(minute: int) -> str:
    """540 is 09:00; 1440 is 24:00."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def minor_may(minor: bool, guardian_at: int | None, allowed: bool, night: bool) -> bool:
    """A minor serves with their guardian's consent, where the shift takes minors, never at night."""
    return not minor or (guardian_at is not None and allowed and not night)


def may_serve(capacity: str, capacities: Collection[str]) -> bool:
    """Does a shift take this capacity? An empty list takes all."""
    return not capacities or capacity in capacities


def _at(time: SiteTime, day: str, minute: int) -> int:
    if minute == DAY_MIN:
        return time.at(date.fromisoformat(day_after(day)))
    return time.at(date.fromisoformat(day), minute // 60, minute % 60)
