"""What has to be said before the lane may be switched on, what is recorded of a template, and how long. Pure."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from desk.core.errors import Refused

TEXT = "2026-1"  # of resources/legal/faces.*.md; whoever changes what they say changes this too
RECORD_YEARS = 3  # assessments and records of processing (PIPL 56, FM 9)
STRICT = "faces.strict"  # the site's setting: name nobody unless very sure
LONGEST_TEXT = 400


class Act(StrEnum):
    """Of one gate. END: off, and every template there destroyed."""

    ON = "on"
    OFF = "off"
    END = "end"


class Deed(StrEnum):
    """What was done with one enrolment at one computer."""

    AGREED = "agreed"
    ENROLLED = "enrolled"
    CONFIRMED = "confirmed"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    ERASED = "erased"


HOLDING = (Deed.ENROLLED, Deed.ERASED)  # the newer of these says whether a computer holds a template


class Why(StrEnum):
    """Why a template went, or is there without having been captured here. NONE: it was captured, or nothing more to say."""

    NONE = ""
    WITHDRAWN = "withdrawn"
    ANEW = "anew"  # its person agreed anew: another enrolment
    PERSON_ERASED = "person_erased"
    MOVED_OUT = "moved_out"
    OVER = "over"  # not confirmed within a year, or three years old
    LANE_ENDED = "lane_ended"
    VAULT_LOST = "vault_lost"  # its key was lost or the file damaged, so the whole vault was destroyed
    FOUND = "found"  # in a vault that was brought back
    GONE = "gone"  # not in the vault, for a reason nobody knows


@dataclass(frozen=True)
class Wish:
    """What a manager says to switch the lane on. assessed_on: `2026-11-23`; place: the zone the camera sees, in words."""

    purpose: str
    necessity: str
    assessment: str
    assessed_on: str
    handler: str
    contact: str
    place: str


def checked(wish: Wish, today: date) -> Wish:
    """The answers, cleaned. Raises Refused faces.answer_missing(field), faces.assessed_on, faces.assessed_old."""
    clean = Wish(**{one.name: " ".join(getattr(wish, one.name).split())[:LONGEST_TEXT] for one in fields(Wish)})
    for one in fields(Wish):
        if not getattr(clean, one.name):
            raise Refused("faces.answer_missing", field=one.name)
    try:
        day = date.fromisoformat(clean.assessed_on)
    except ValueError:
        raise Refused("faces.assessed_on") from None
    if day > today:
        raise Refused("faces.assessed_on")
    if (today - day).days > RECORD_YEARS * 365:
        raise Refused("faces.assessed_old")
    return clean


def notice_version(wish: Wish) -> str:
    """Of the notice as people read it here: another handler, contact, purpose or necessity is another notice."""
    said = "\n".join((wish.handler, wish.contact, wish.purpose, wish.necessity))
    return f"{TEXT}-{hashlib.sha256(said.encode()).hexdigest()[:8]}"
