"""Requests of people about their own data: what may be asked, how it is seen who asks, and by when an answer is owed. Pure."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

ANSWER_WORKING_DAYS = 15
FRIDAY = 5


class Kind(StrEnum):
    """PIPL 15, 24, 44 to 48."""

    ACCESS = "access"  # what do you hold about me
    COPY = "copy"
    CORRECT = "correct"
    DELETE = "delete"
    EXPLAIN = "explain"  # why do you hold it, for how long
    WITHDRAW = "withdraw"  # a consent
    OBJECT = "object"  # to something a machine decided


class Identified(StrEnum):
    """How it was seen who asks. No number is written down, whatever was shown."""

    KNOWN = "known"  # by whoever is on duty
    DOCUMENT = "document"  # a document was looked at and given back
    CODE = "code"  # the code of the household
    CALLED = "called"  # called back under the number that stands here
    AGENT = "agent"  # somebody they sent, with a letter
    GUARDIAN = "guardian"


class Outcome(StrEnum):
    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"


class Subject(StrEnum):
    """Whose data: a resident by id, a visitor by telephone, or nobody who is known here."""

    PERSON = "person"
    VISITOR = "visitor"
    NOBODY = ""


class Why(StrEnum):
    """Why something was not erased though its person asked."""

    HOLD = "hold"  # an authority's order
    OPEN = "open"  # still inside, still lent out, a matter still open
    LAW = "law"  # the law names a time that is not over


SHOWS = frozenset({Kind.ACCESS, Kind.COPY, Kind.EXPLAIN})  # their answer prints what is held


def due_day(asked_on: date, days: int = ANSWER_WORKING_DAYS) -> date:
    """The last day for an answer. Monday to Friday count; a public holiday is not taken off, so it is never too late."""
    day = asked_on
    while days:
        day += timedelta(days=1)
        days -= day.isoweekday() <= FRIDAY
    return day
