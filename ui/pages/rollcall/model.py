"""What the roll call draws."""

from __future__ import annotations

from dataclasses import dataclass, replace

SAFE, NOT_FOUND, LEFT = "safe", "not_found", "left"
MARKS = (SAFE, NOT_FOUND, LEFT)


@dataclass(frozen=True)
class RollRow:
    """One line, in full: an emergency needs names and doors. mark: one of MARKS, empty while nobody has said."""

    visit_id: str
    certain: bool
    visitor_type: str
    name: str
    phone: str
    place: str
    people: int
    since: str
    minor: bool
    mark: str


@dataclass(frozen=True)
class PastCall:
    """An earlier one, figures only."""

    at: str
    drill: bool
    people: int
    safe: int
    left: int
    missing: int


@dataclass(frozen=True)
class RollModel:
    """call_id empty: none is going on. Figures count people, not lines; open: certain people nobody has spoken for."""

    call_id: str = ""
    opened: str = ""
    closed: str = ""
    drill: bool = False
    people: int = 0
    safe: int = 0
    left: int = 0
    not_found: int = 0
    open: int = 0
    uncertain: int = 0
    rows: tuple[RollRow, ...] = ()
    past: tuple[PastCall, ...] = ()
    estate: str = ""
    gate: str = ""
    stamp: tuple[str, str] = ("", "")  # for paper, which is read another day: `2026-11-22 10:00`, and the end after it

    @property
    def running(self) -> bool:
        return bool(self.call_id) and not self.closed

    @property
    def missing(self) -> int:
        """Not found, and nobody has spoken for: whom the fire brigade is told about."""
        return self.open + self.not_found

    def with_mark(self, visit_id: str, mark: str) -> RollModel:
        """The same list with one line marked, until the desk has answered."""
        rows = tuple(replace(row, mark=mark) if row.visit_id == visit_id else row for row in self.rows)
        return replace(self, rows=rows)
