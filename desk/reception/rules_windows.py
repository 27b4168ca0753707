"""Standing passes of a household and renovation permits: weekdays, daily window, dates; and goods left at the gate."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass

from desk.core.clock import DAY_MS, HOUR_MS, SiteTime
from desk.reception.rules_presence import minutes_to_local

PASS_MAX_MS = 90 * DAY_MS
GOODS_REMIND_MS = 48 * HOUR_MS
EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)
DAY_MINUTES = 1440
WORKERS_MAX = 60


@dataclass(frozen=True)
class Window:
    """When a standing permission holds. weekdays: 1 = Monday ... 7; start_min/end_min: minutes of the site's day.

    from_at/until_at: UTC ms. revoked_at: it ended early.
    """

    from_at: int
    until_at: int
    weekdays: tuple[int, ...] = EVERY_DAY
    start_min: int = 0
    end_min: int = DAY_MINUTES
    revoked_at: int | None = None


def window_fault(window: Window, longest_ms: int = PASS_MAX_MS) -> str | None:
    """Why such a window cannot be given out, or None: window.dates, window.too_long, window.hours, window.weekdays."""
    if window.until_at <= window.from_at:
        return "window.dates"
    if window.until_at - window.from_at > longest_ms:
        return "window.too_long"
    if not (0 <= window.start_min < window.end_min <= DAY_MINUTES):
        return "window.hours"
    if not window.weekdays or not set(window.weekdays) <= set(EVERY_DAY):
        return "window.weekdays"
    return None


def window_says(window: Window, now: int, time: SiteTime) -> str | None:
    """Why it does not hold now, or None: window.revoked, window.not_yet, window.expired, window.weekday, window.hour."""
    if window.revoked_at is not None and now >= window.revoked_at:
        return "window.revoked"
    if now < window.from_at:
        return "window.not_yet"
    if now > window.until_at:
        return "window.expired"
    local = time.local(now)
    if local.isoweekday() not in window.weekdays:
        return "window.weekday"
    if not window.start_min <= local.hour * 60 + local.minute < window.end_min:
        return "window.hour"
    return None


def permit_says(window: Window, workers: int, party: int, now: int, time: SiteTime) -> str | None:
    """Why a permit does not cover so many people now: window.*, permit.crowd, or None. workers 0: it names nobody."""
    return window_says(window, now, time) or ("permit.crowd" if crowded(workers, party) else None)


def crowded(workers: int, party: int) -> bool:
    """More people than the permit has workers; one that names nobody covers any number."""
    return 0 < workers < party


def ends_today(window: Window, now: int, time: SiteTime) -> int:
    """UTC ms at which today's window closes."""
    return min(window.until_at, minutes_to_local(time, now, window.end_min))


def goods_code(taken: Collection[str]) -> str:
    """A four-digit pick-up code no goods on the shelf bear (six digits when four are nearly used up).

    Never starts with 0: people drop it when they read it aloud.
    """
    for low, high, room in ((1000, 10_000, 4_500), (100_000, 1_000_000, 450_000)):
        if len(taken) < room:
            while (code := str(low + secrets.randbelow(high - low))) in taken:
                pass
            return code
    raise ValueError("no pick-up codes left")


def goods_overdue(parked_at: int, now: int) -> bool:
    """Left longer than 48 h: the household is reminded."""
    return now - parked_at > GOODS_REMIND_MS
