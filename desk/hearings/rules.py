"""Values of reception days and matters: what a matter is about, where it stands, how long an answer may take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from desk.core.errors import Refused

TEXT_LONGEST, PLACE_LONGEST, MOST_PHOTOS = 2000, 120, 6


class MatterKind(StrEnum):
    MATTER = "matter"  # somebody wants something: it has a clock
    INCIDENT = "incident"  # 异常情况: something happened and is written down


class Category(StrEnum):
    """What a matter is about. Decides who is asked first and how long that may take."""

    HYGIENE = "hygiene"
    FACILITY = "facility"
    UTILITY = "utility"  # water, power, gas supply
    LIFT = "lift"
    NOISE = "noise"
    PARKING = "parking"
    EBIKE = "ebike"
    THROWING = "throwing"  # things thrown from windows
    SERVICE = "service"
    DISPUTE = "dispute"
    SECURITY = "security"
    OTHER = "other"
    FIRE = "fire"
    GAS = "gas"
    INJURY = "injury"
    TRAPPED = "trapped"


LIFE: Mapping[Category, str] = {
    Category.FIRE: "119", Category.GAS: "119", Category.TRAPPED: "119", Category.INJURY: "120",
}  # fmt: skip
EMERGENCY_NUMBERS = ("110", "119", "120")  # all three stand before a matter of life, its own first


class MatterState(StrEnum):
    RECORDED = "recorded"
    ANSWERED = "answered"  # on the spot
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    REPLIED = "replied"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    CONFIRMED = "confirmed"  # by the resident
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"  # noted by mistake, taken back


OPEN_STATES = frozenset(
    {
        MatterState.RECORDED, MatterState.ASSIGNED, MatterState.IN_PROGRESS, MatterState.WAITING, MatterState.REPLIED,
        MatterState.RESOLVED, MatterState.REOPENED,
    }
)  # fmt: skip
ENDED_STATES = frozenset({MatterState.CLOSED, MatterState.WITHDRAWN})


class SittingState(StrEnum):
    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    SUMMARISED = "summarised"


class Confirmed(StrEnum):
    """How somebody who was heard confirmed what was written down."""

    SIGNATURE = "signature"
    READ_BACK = "read_back"
    NONE = "none"


@dataclass(frozen=True)
class Limits:
    """How long an answer may take. first_min: minutes to the first reply by a person; resolve_h: hours until it is done.

    from_min, until_min: the part of the day in which the minutes of the first reply count; the same number twice: the
    whole day, every day (the usual: nothing is said anywhere of office hours, so it must be said here).
    """

    first_min: int = 360
    resolve_h: int = 168
    from_min: int = 0
    until_min: int = 0

    @property
    def round_the_clock(self) -> bool:
        return self.from_min == self.until_min


# DOMAIN C14: 6 h to the first reply; 12345's own classes: life and sudden 2 h, utilities 24 h, ordinary 7 d, complex 15 d.
DEFAULT_LIMITS: Mapping[Category, Limits] = {
    **{category: Limits() for category in Category},
    Category.UTILITY: Limits(resolve_h=24),
    Category.LIFT: Limits(resolve_h=24),
    Category.DISPUTE: Limits(resolve_h=360),
    **{category: Limits(first_min=120, resolve_h=24) for category in LIFE},
}
SHORTEST_MIN, LONGEST_MIN, LONGEST_H = 5, 7 * 1440, 366 * 24


def limits_of(settings: Mapping[str, Any], category: Category) -> Limits:
    """The site's own limits for a category (setting `matters.limits`), or the usual ones."""
    said = settings.get(category.value)
    usual = DEFAULT_LIMITS[category]
    if not isinstance(said, Mapping):
        return usual
    fields = {name: said[name] for name in Limits.__dataclass_fields__ if isinstance(said.get(name), int)}
    return Limits(**{**vars(usual), **fields})


def checked_limits(limits: Limits) -> Limits:
    """Raises Refused("matter.limits", shortest, longest) for limits nobody can mean."""
    in_day = 0 <= limits.from_min <= 1440 and 0 <= limits.until_min <= 1440
    if not (SHORTEST_MIN <= limits.first_min <= LONGEST_MIN and 1 <= limits.resolve_h <= LONGEST_H and in_day):
        raise Refused("matter.limits", shortest=SHORTEST_MIN, longest=LONGEST_MIN // 60)
    return limits


def text_of(said: str, longest: int = TEXT_LONGEST) -> str:
    """Words as they are kept. Raises Refused("matter.too_long", longest)."""
    tidy = "\n".join(line.rstrip() for line in said.strip().splitlines())
    if len(tidy) > longest:
        raise Refused("matter.too_long", longest=longest)
    return tidy


@dataclass(frozen=True)
class Receiver:
    """Somebody who receives residents. capacity: desk's word (branch, committee...); instead_of: who is absent."""

    member: str
    label: str
    capacity: str = ""
    instead_of: str = ""


def receivers_of(rows: Any) -> tuple[Receiver, ...]:
    """From a sitting's list; what is no receiver is left out."""
    found = []
    for row in rows if isinstance(rows, list | tuple) else ():
        if isinstance(row, Mapping):
            found.append(Receiver(*(str(row.get(name, "")) for name in ("member", "label", "capacity", "instead_of"))))
    return tuple(found)
