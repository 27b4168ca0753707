"""Time as the desk sees it: wall clock in UTC milliseconds, a monotonic order, and how far the wall can be trusted."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS
SITE_ZONE = "Asia/Shanghai"


class ClockQuality(StrEnum):
    TRUSTED = "trusted"
    UNCERTAIN = "uncertain"  # the wall was seen going back, or stands before the newest thing we wrote


class Clock(Protocol):
    """Injected everywhere; tests hold one whose hands they move."""

    def now_ms(self) -> int:
        """Wall clock, UTC milliseconds since 1970."""
        ...

    def monotonic_s(self) -> float:
        """Seconds that never go back, for durations only."""
        ...


class SystemClock:
    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def monotonic_s(self) -> float:
        return time.monotonic()


@dataclass(frozen=True)
class SiteTime:
    """Days and hours of a site: days, shifts and retention follow its zone, never the computer's."""

    zone: str = SITE_ZONE

    def local(self, at_ms: int) -> datetime:
        return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(ZoneInfo(self.zone))

    def day(self, at_ms: int) -> date:
        return self.local(at_ms).date()

    def at(self, day: date, hour: int = 0, minute: int = 0) -> int:
        """UTC milliseconds of a wall time of the site."""
        return round(
            datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(self.zone)).timestamp() * 1000
        )

    def day_start(self, at_ms: int) -> int:
        return self.at(self.day(at_ms))

    def hour_start(self, at_ms: int) -> int:
        local = self.local(at_ms)
        return self.at(local.date(), local.hour)
