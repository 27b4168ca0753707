"""The two clocks of a matter: first reply and resolution. Amber an hour before, a sound at 15 minutes, then the next level.

The first clock stands still for nobody: not while one waits for parts, not when another body takes over.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desk.core.clock import HOUR_MS, MINUTE_MS, SiteTime
from desk.hearings.rules import Limits

AMBER_MS, ALARM_MS = 60 * MINUTE_MS, 15 * MINUTE_MS
SECOND_LEVEL_MS = 24 * HOUR_MS  # still no reply a day after the first escalation
MOST_REOPENINGS = 2
JUMP_MS = 2 * MINUTE_MS  # smaller steps of the wall clock are ordinary time correction
DAY_MIN = 1440


class Stage(StrEnum):
    NONE = "none"  # no clock, or it has been stopped
    FINE = "fine"
    AMBER = "amber"
    ALARM = "alarm"
    OVER = "over"


class Level:
    """Who has been told that nobody answers."""

    PROPERTY, COMMUNITY, SUB_DISTRICT = range(3)


def stage(due: int | None, stopped_at: int | None, now: int) -> Stage:
    """Where a clock stands at a moment (all UTC ms)."""
    if due is None or stopped_at is not None:
        return Stage.NONE
    left = due - now
    if left <= 0:
        return Stage.OVER
    if left <= ALARM_MS:
        return Stage.ALARM
    return Stage.AMBER if left <= AMBER_MS else Stage.FINE


def minutes_left(due: int, now: int) -> int:
    """Whole minutes until a clock runs out, begun ones counted; negative: minutes since."""
    return -((now - due) // MINUTE_MS)


def due_at(at: int, limits: Limits, time: SiteTime) -> int:
    """When the first reply is due for something said at a moment (UTC ms); by the site's days where hours are set."""
    if limits.round_the_clock:
        return at + limits.first_min * MINUTE_MS
    left = limits.first_min * MINUTE_MS
    day = time.day(at) - timedelta(days=1)  # a window over midnight began yesterday
    while True:
        start, end = _window(day, limits, time)
        begin = max(start, at)
        if end > begin:
            if end - begin >= left:
                return begin + left
            left -= end - begin
        day += timedelta(days=1)


def _window(day: date, limits: Limits, time: SiteTime) -> tuple[int, int]:
    start = time.at(day) + limits.from_min * MINUTE_MS
    length = limits.until_min - limits.from_min
    return start, start + (length if length > 0 else length + DAY_MIN) * MINUTE_MS


def resolve_at(at: int, limits: Limits) -> int:
    """When it ought to be done."""
    return at + limits.resolve_h * HOUR_MS


def level_due(first_due: int | None, replied_at: int | None, reopened: int, now: int) -> int:
    """The level that ought to know by now. A level once reached stays; the caller takes the higher of both."""
    late = Level.PROPERTY
    if stage(first_due, replied_at, now) is Stage.OVER:
        assert first_due is not None
        again = reopened > 0 or now - first_due >= SECOND_LEVEL_MS
        late = Level.SUB_DISTRICT if again else Level.COMMUNITY
    return Level.SUB_DISTRICT if reopened > MOST_REOPENINGS else late


def raised_at(level: int, first_due: int, reopened: int) -> int:
    """The moment a level was due, which is one at every desk: what stands beside it, whenever a desk came to do it."""
    waits = level == Level.SUB_DISTRICT and not reopened
    return first_due + (SECOND_LEVEL_MS if waits else 0)


@dataclass(frozen=True)
class Beat:
    """The wall (UTC ms) and the monotonic clock (s) at one moment: what this desk trusts time by from then on."""

    wall: int
    monotonic_s: float

    def after(self, monotonic_s: float) -> int:
        """What the wall ought to show now."""
        return self.wall + round((monotonic_s - self.monotonic_s) * 1000)

    def jumped(self, wall: int, monotonic_s: float) -> bool:
        """The wall went another way than time did: set by hand, or the computer slept."""
        return abs(wall - self.after(monotonic_s)) > JUMP_MS

    def steady(self, wall: int, monotonic_s: float) -> int:
        """The later of both: a clock set back brings no minutes back."""
        return max(wall, self.after(monotonic_s))
