"""The register of what others were given or shown: sorts of entries, kinds of data, and what each sort must say. Pure."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum

from desk.core.errors import Refused
from desk.core.text import clean_line

LONG_TEXT = 1000
DATA = ("visits", "residents", "matters", "loans", "duty", "alarms", "codes", "pictures", "faces", "other")


class Entry(StrEnum):
    """Why somebody else has it."""

    AUTHORITY = "authority"  # police, a court: with a document
    SHARE = "share"  # another handler, by separate consent (PIPL 23)
    ENTRUST = "entrust"  # somebody who works on our order, by contract (PIPL 21)
    JOINT = "joint"  # handled together, who answers for what is agreed (PIPL 20)
    VIEWING = "viewing"  # recordings of the estate's own cameras were looked at (VS 14): nothing of them is in here
    BREACH = "breach"  # something leaked: who was told (PIPL 57)


_ALL = ("recipient", "basis", "purpose")
NEEDED: dict[Entry, tuple[str, ...]] = {
    Entry.AUTHORITY: (*_ALL, "officer", "document", "given"),
    Entry.SHARE: (*_ALL, "method", "given"),
    Entry.ENTRUST: (*_ALL, "document", "method"),
    Entry.JOINT: (*_ALL, "document"),
    Entry.VIEWING: ("recipient", "officer", "purpose", "given"),
    Entry.BREACH: ("recipient", "purpose", "given"),
}


@dataclass(frozen=True)
class Wish:
    """What the form says. recipient: which body; given: what it got or saw; period: days, ISO, "" where it has none."""

    entry: str = Entry.AUTHORITY.value
    recipient: str = ""
    officer: str = ""
    document: str = ""
    basis: str = ""
    purpose: str = ""
    method: str = ""
    data: tuple[str, ...] = ()
    period_from: str = ""
    period_until: str = ""
    given: str = ""


def needed(entry: str) -> tuple[str, ...]:
    """Fields an entry of this sort must have. Raises Refused disclosure.entry."""
    try:
        return NEEDED[Entry(entry)]
    except ValueError:
        raise Refused("disclosure.entry") from None


def checked(wish: Wish) -> Wish:
    """The wish with its texts cleaned.

    Refused: disclosure.entry, disclosure.incomplete(field), disclosure.data (none of DATA), disclosure.period.
    """
    must = needed(wish.entry)
    texts = {one.name: clean_line(getattr(wish, one.name), LONG_TEXT) for one in fields(wish) if one.name != "data"}
    if missing := next((name for name in must if not texts[name]), None):
        raise Refused("disclosure.incomplete", field=missing)
    data = tuple(word for word in DATA if word in wish.data)
    if not data and wish.entry != Entry.VIEWING:
        raise Refused("disclosure.data")
    _check_period(texts["period_from"], texts["period_until"])
    return replace(wish, **texts, data=data)


def _check_period(since: str, until: str) -> None:
    try:
        days = [date.fromisoformat(day) for day in (since, until) if day]
    except ValueError:
        raise Refused("disclosure.period") from None
    if len(days) == 2 and days[0] > days[1]:
        raise Refused("disclosure.period")
