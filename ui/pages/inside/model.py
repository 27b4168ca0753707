"""What the Inside page draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Section(StrEnum):
    """The parts of the page; NIGHT only stands there at night."""

    HERE = "here"
    NIGHT = "night"
    UNREGISTERED = "unregistered"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True)
class InsideRow:
    """A visit, masked. at: came in, local time; minutes: here so long.

    over_min: past the limit, 0 when not. flags: minor, watched, overnight, closed (by the night, nobody saw them leave).
    """

    visit_id: str
    visitor_type: str
    name: str
    company: str
    building: str
    people: int
    at: str
    minutes: int
    over_min: int = 0
    flags: tuple[str, ...] = ()

    @property
    def may_stay(self) -> bool:
        """Only guests and helpers of a household sleep here."""
        return self.visitor_type in ("guest", "domestic") and "minor" not in self.flags


@dataclass(frozen=True)
class InsideModel:
    """counts: people (not visits) of every section; overstays: rows."""

    section: Section = Section.HERE
    rows: tuple[InsideRow, ...] = ()
    counts: Mapping[Section, int] = field(default_factory=dict)
    overstays: int = 0
    may_bulk: bool = False

    def count(self, section: Section) -> int:
        return self.counts.get(section, 0)


@dataclass(frozen=True)
class Closed:
    """What was done, for the undo bar. n: people, as everywhere on this page; name: of the one who left, masked."""

    visit_ids: tuple[str, ...]
    n: int
    name: str = ""
