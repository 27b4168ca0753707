"""What the page of assisted sessions draws."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Panel(StrEnum):
    BEGIN = "begin"
    RUNNING = "running"
    RECEIPT = "receipt"
    PAST = "past"


@dataclass(frozen=True)
class Who:
    """A resident of the household, masked."""

    id: str
    name: str


@dataclass(frozen=True)
class Done:
    """Something that was done: action of the trail and the time of day."""

    action: str
    at: str


@dataclass(frozen=True)
class Receipt:
    """For whoever was helped. door and who as they may be shown; from_, until: times of day."""

    estate: str
    gate: str
    day: str
    from_: str
    until: str
    door: str
    who: str
    how: str
    by: str
    done: tuple[Done, ...] = ()


@dataclass(frozen=True)
class PastRow:
    """A line of the list for shift leads."""

    id: str
    at: str
    door: str
    by: str
    how: str
    count: int
    why: str
    actions: tuple[str, ...]


@dataclass(frozen=True)
class AssistedModel:
    """door_id "": none picked; scanned: the household's code was read, which recognises the person as well."""

    panel: Panel = Panel.BEGIN
    door_id: str = ""
    door: str = ""
    people: tuple[Who, ...] = ()
    who: str = ""
    how: str = ""
    scanned: bool = False
    since: str = ""
    done: tuple[Done, ...] = ()
    receipt: Receipt | None = None
    past: tuple[PastRow, ...] = ()
    may_read: bool = False

    @property
    def ready(self) -> bool:
        """Household, person and how they were recognised are known."""
        return bool(self.door_id and self.how and (self.who or not self.people))
