"""Who counts as inside: limits, the overstay rows, the folded line, the uncertain, and what a machine may close."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from desk.core.clock import DAY_MS, HOUR_MS, ClockQuality, SiteTime
from desk.reception.rules import TYPE_RULES, VisitorType, VisitState

NIGHT_HOUR = 23
NOON_HOUR = 12
UNCERTAIN_AFTER_MS = 24 * HOUR_MS  # from entry (or from the named leaving of an overnight guest)
FORGOTTEN_AFTER_MS = 72 * HOUR_MS  # an uncertain person leaves the roll call: nobody searches a house for last week
GRACE_MS = 24 * HOUR_MS  # before a machine closes what raised a row, or a stay that ran into the night
MAX_STAY_MS = 30 * DAY_MS


class Presence(StrEnum):
    """Where a visit stands on the lists of this moment; derived, never stored."""

    INSIDE = "inside"
    OVERSTAY = "overstay"  # a row of its own: contractor, lone minor, watch list
    UNREGISTERED = "unregistered"  # past the limit, folded into one line
    UNCERTAIN = "uncertain"  # on the roll call as "perhaps"
    GONE = "gone"


_HERE = (Presence.INSIDE, Presence.OVERSTAY, Presence.UNREGISTERED)


@dataclass(frozen=True)
class Stay:
    """What presence is judged by. due_at: when the limit runs out, UTC ms."""

    state: VisitState
    visitor_type: VisitorType
    in_at: int
    due_at: int
    auto_closed_at: int | None = None
    minor_alone: bool = False
    watched: bool = False
    overnight: bool = False

    @property
    def raises_row(self) -> bool:
        return self.minor_alone or self.watched or TYPE_RULES[self.visitor_type].raises_row


def due_at(in_at: int, limit_h: float, window_end: int | None = None, stays_until: int | None = None) -> int:
    """When a visit runs past its limit.

    limit_h: hours of the type, or the site's own; window_end: end of today's window of a permit or standing pass;
    stays_until: the leaving an overnight guest named (at most 30 days ahead).
    """
    if stays_until is not None and stays_until > in_at:
        return min(stays_until, in_at + MAX_STAY_MS)
    if window_end is not None and window_end > in_at:
        return window_end
    return in_at + round(limit_h * HOUR_MS)


def presence(stay: Stay, now: int) -> Presence:
    """Where the visit stands now."""
    if stay.state is VisitState.AUTO_CLOSED:
        closed = stay.auto_closed_at if stay.auto_closed_at is not None else stay.due_at
        return Presence.UNCERTAIN if now - closed < FORGOTTEN_AFTER_MS else Presence.GONE
    if stay.state is not VisitState.ADMITTED:
        return Presence.GONE
    if now <= stay.due_at:
        return Presence.INSIDE
    if stay.raises_row:
        return Presence.OVERSTAY
    aged = now - (stay.due_at if stay.overnight else stay.in_at)
    if aged < UNCERTAIN_AFTER_MS:
        return Presence.UNREGISTERED
    return Presence.UNCERTAIN if aged < FORGOTTEN_AFTER_MS + UNCERTAIN_AFTER_MS else Presence.GONE


def may_auto_close(stay: Stay, now: int, quality: ClockQuality, time: SiteTime) -> bool:
    """Whether the nightly closing may touch this visit.

    Never: with a doubtful clock, before the limit, an overnight guest, a lone child, a person on the watch list.
    After a day's grace: what raised an overstay row, and a guest whose limit ran out in the night or the morning
    (nobody said so, but they probably slept here).
    """
    if quality is not ClockQuality.TRUSTED or stay.state is not VisitState.ADMITTED or now <= stay.due_at:
        return False
    if stay.overnight or stay.minor_alone or stay.watched:
        return False
    probably_slept = stay.visitor_type in (VisitorType.GUEST, VisitorType.DOMESTIC) and ends_at_night(stay, time)
    grace = GRACE_MS if stay.raises_row or probably_slept else 0
    return now > stay.due_at + grace


def ends_at_night(stay: Stay, time: SiteTime) -> bool:
    """The limit runs out between 23:00 and noon of a day after the one of entry."""
    end = time.local(stay.due_at)
    if end.hour >= NIGHT_HOUR:
        return True
    return end.hour < NOON_HOUR and end.date() > time.day(stay.in_at)


def at_night(at: int, time: SiteTime) -> bool:
    """From 23:00 to 05:00: a visitor still here, or coming in, is flagged (not refused)."""
    hour = time.local(at).hour
    return hour >= NIGHT_HOUR or hour < 5


def night_flag(stay: Stay, now: int, time: SiteTime) -> bool:
    """Still inside at night without a word that they stay: asked about, never refused."""
    return (
        stay.state is VisitState.ADMITTED
        and not stay.overnight
        and presence(stay, now) in _HERE
        and at_night(now, time)
    )


def minutes_to_local(time: SiteTime, at: int, minute_of_day: int) -> int:
    """UTC ms of a minute of the site's day in which `at` lies (1440 is the next midnight)."""
    day = time.day(at) + timedelta(days=minute_of_day // 1440)
    return time.at(day, minute_of_day % 1440 // 60, minute_of_day % 60)
