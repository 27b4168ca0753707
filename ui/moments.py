"""Days and times as the screens say them, in the language of the moment. No Qt, so that presenters may use it.

Chinese screens write 11-22 10:00, English ones 22 Nov 10:00; the days beside today are named in Chinese. Months are named here, because `%b` follows the computer.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from desk.core.clock import SiteTime
from ui.texts_program import TEXTS

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY_MINUTES = 1440
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
BESIDE = {-1: "moment.yesterday", 1: "moment.tomorrow"}  # what one says at a window

Teller = Callable[[int | None], str]
_english = [False]


def speak(lang: str) -> None:
    """The language of the screens; `ui.i18n` says when it changes."""
    _english[0] = lang == "en"


def near(local: datetime, *, today: bool) -> str:
    """`10:00` today, `11-22 10:00` or `22 Nov 10:00` on other days."""
    return f"{local:%H:%M}" if today else f"{month_day(local)} {local:%H:%M}"


def told(time: SiteTime, at: int | None, now: int) -> str:
    """A moment of the store (UTC ms) on the site's clock, for a screen that is read now; "" for none. Paper takes near()."""
    if at is None:
        return ""
    apart = (time.day(at) - time.day(now)).days
    local = time.local(at)
    if apart in BESIDE and not _english[0]:  # in English the date is the shorter of the two
        return f"{TEXTS[BESIDE[apart]][0]} {local:%H:%M}"
    return near(local, today=not apart)


def teller(time: SiteTime, now: int) -> Teller:
    """told() for many moments of one list."""
    return partial(told, time, now=now)


def hours(start_min: int, end_min: int) -> str:
    """`08:00-18:00` for minutes of the day; "" for the whole day."""
    return "" if end_min - start_min >= DAY_MINUTES else f"{hour(start_min)}-{hour(end_min)}"


def hour(minute: int) -> str:
    """`08:00` for a minute of the day."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def month_day(local: datetime) -> str:
    """`11-22` or `22 Nov`."""
    return f"{local.day} {MONTHS[local.month - 1]}" if _english[0] else f"{local:%m-%d}"


def month(text: str, today: str = "") -> str:
    """`2026年11月` or `Nov 2026` for `2026-11`; `11 月` or `Nov` when today (an ISO day) is of the same year."""
    key = "moment.month_alone" if text[:4] == today[:4] else "moment.month"
    return TEXTS[key][_english[0]].format(year=text[:4], month=_name(int(text[5:7])))


def date(day: str) -> str:
    """`11月22日` or `22 Nov` for `2026-11-22`."""
    return TEXTS["moment.date"][_english[0]].format(month=_name(int(day[5:7])), day=int(day[8:10]))


def _name(number: int) -> str:
    return MONTHS[number - 1] if _english[0] else str(number)


def day(local: datetime) -> str:
    """`2026-11-22` or `22 Nov 2026`."""
    return f"{month_day(local)} {local.year}" if _english[0] else f"{local:%Y-%m-%d}"


def moment(local: datetime) -> str:
    """`2026-11-22 10:00` or `22 Nov 2026 10:00`."""
    return f"{day(local)} {local:%H:%M}"
