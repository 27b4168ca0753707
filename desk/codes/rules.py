"""What a code is and whether it is good now: kinds, the closed set of answers, and the one rule that judges."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desk.core.clock import ClockQuality, SiteTime

DOUBT_MS = 120_000  # a wall clock further than this behind the newest time seen is in doubt
DAY_MIN = 24 * 60


class Kind(StrEnum):
    """What a code stands for. An indoor code proves a household, never a person; an outdoor code only a place."""

    INDOOR = "indoor"
    OUTDOOR = "outdoor"
    PASS = "visitor_pass"  # noqa: S105 - a visitor's pass, not a password
    ASSET = "asset"
    LOCKER = "locker"
    SHIFT = "shift"
    DUTY = "duty"  # somebody's card of the team: clocks them on and off
    MATTER = "matter"  # the receipt of something noted at the window: shows at any gate how it stands


class Answer(StrEnum):
    """Everything a scan can turn out to be. Closed: a screen that handles these handles every scan."""

    VALID = "valid"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    USED = "used"  # a pass whose entries are spent; the facts say when and where it was first used
    REVOKED = "revoked"
    UNKNOWN = "unknown"  # good by its check or made under a key we lack, but no record here: not synced yet
    FORGED = "forged"  # claims to be ours and is not
    FOREIGN = "foreign"  # never claimed to be ours


class Screen(StrEnum):
    """The five screens of a scan."""

    VALID = "valid"
    EXPIRED = "expired"
    REVOKED = "revoked"
    UNKNOWN = "unknown"
    FORGED = "forged"


SCREEN_OF = {
    Answer.VALID: Screen.VALID,
    Answer.EXPIRED: Screen.EXPIRED,
    Answer.NOT_YET: Screen.EXPIRED,
    Answer.USED: Screen.EXPIRED,
    Answer.REVOKED: Screen.REVOKED,
    Answer.UNKNOWN: Screen.UNKNOWN,
    Answer.FORGED: Screen.FORGED,
    Answer.FOREIGN: Screen.FORGED,
}


class Status(StrEnum):
    """State of an issued code. Nothing leads back from REVOKED or REPLACED to LIVE."""

    LIVE = "live"
    REVOKED = "revoked"
    REPLACED = "replaced"


class RevokeReason(StrEnum):
    """Why a code was withdrawn; each has a sentence."""

    LOST = "lost"
    MOVED = "moved"
    MISUSED = "misused"
    DAMAGED = "damaged"
    MISTAKE = "mistake"
    CANCELLED = "cancelled"
    REPLACED = "replaced"


class Why(StrEnum):
    """The finer reason behind an answer."""

    NONE = ""
    OUTSIDE_HOURS = "outside_hours"  # inside its days, outside its daily window
    OTHER_DAY = "other_day"  # today is not one of its weekdays
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    NO_RECORD = "no_record"  # check or signature is good, the record has not come here yet
    OTHER_KEY = "other_key"  # signed under a key this desk does not know
    NEWER = "newer"  # made by a newer program
    BAD_CHECK = "bad_check"
    BAD_SIGNATURE = "bad_signature"
    DAMAGED = "damaged"  # starts like a pass of ours, the rest is not readable as one


@dataclass(frozen=True)
class Window:
    """When a code is good. Times: UTC milliseconds, the end not included; None is open.

    daily_from, daily_to: minutes of the site's day (a window over midnight has from > to);
    weekdays: bit 0 = Monday; 0 means every day.
    """

    not_before: int | None = None
    expires_at: int | None = None
    daily_from: int | None = None
    daily_to: int | None = None
    weekdays: int = 0


ALWAYS = Window()


@dataclass(frozen=True)
class CodeFacts:
    """What `judge` needs to know of a code. uses: entries it is good for, 0 = any number inside the window."""

    kind: Kind
    status: Status = Status.LIVE
    window: Window = ALWAYS
    uses: int = 0
    used: int = 0


@dataclass(frozen=True)
class Verdict:
    """An answer, the reason behind it, and whether it hangs on a clock in doubt."""

    answer: Answer
    why: Why = Why.NONE
    clock_doubt: bool = False


def judge(
    facts: CodeFacts,
    now: int,
    quality: ClockQuality = ClockQuality.TRUSTED,
    newest: int = 0,
    time: SiteTime | None = None,
) -> Verdict:
    """Is this code good at `now`? The one rule of desk and hub.

    newest: the highest time this desk has seen. A clock set back does not bring an expired pass back to life: the later
    of both counts, and the verdict says the clock is in doubt when that decided it.
    """
    if facts.status is not Status.LIVE:
        return Verdict(Answer.REVOKED, Why.REPLACED if facts.status is Status.REPLACED else Why.WITHDRAWN)
    at = max(now, newest) if now < newest - DOUBT_MS else now
    answer, why = _in_window(facts.window, at, time or SiteTime())
    doubt = _has_window(facts.window) and (at != now or quality is ClockQuality.UNCERTAIN)
    if answer is Answer.VALID and facts.uses and facts.used >= facts.uses:
        return Verdict(Answer.USED, clock_doubt=doubt)
    return Verdict(answer, why, doubt)


def _has_window(window: Window) -> bool:
    return window != ALWAYS


def _in_window(window: Window, at: int, time: SiteTime) -> tuple[Answer, Why]:
    if window.not_before is not None and at < window.not_before:
        return Answer.NOT_YET, Why.NONE
    if window.expires_at is not None and at >= window.expires_at:
        return Answer.EXPIRED, Why.NONE
    if window.weekdays or window.daily_from is not None:
        return _in_day(window, at, time)
    return Answer.VALID, Why.NONE


def _in_day(window: Window, at: int, time: SiteTime) -> tuple[Answer, Why]:
    local = time.local(at)
    minute, weekday = local.hour * 60 + local.minute, local.weekday()
    start = 0 if window.daily_from is None else window.daily_from
    end = DAY_MIN if window.daily_to is None else window.daily_to
    if start > end and minute < end:
        weekday = (weekday - 1) % 7  # the small hours belong to the evening before
    if window.weekdays and not window.weekdays >> weekday & 1:
        return Answer.NOT_YET, Why.OTHER_DAY
    inside = start <= minute < end if start <= end else minute >= start or minute < end
    return (Answer.VALID, Why.NONE) if inside else (Answer.NOT_YET, Why.OUTSIDE_HOURS)
