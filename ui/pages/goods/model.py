"""What the goods page draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Thing:
    """One thing on the shelf, without its code and its door. hours: it has lain here; reminded: local time, or empty."""

    id: str
    shelf: str
    what: str
    building: str
    at: str
    hours: int
    overdue: bool
    reminded: str = ""
    taken: str = ""


@dataclass(frozen=True)
class Shelf:
    """Everything that waits, the oldest first."""

    things: tuple[Thing, ...] = ()
    overdue: int = 0


@dataclass(frozen=True)
class Code:
    """Shown once, large: what the household is told."""

    id: str
    code: str
    shelf: str
    building: str
    estate: str
    phone: str
    at: str


@dataclass(frozen=True)
class Full:
    """The door and who left it, for so many seconds."""

    id: str
    room: str
    left_by: str
    seconds: int


@dataclass(frozen=True)
class Taken:
    """It was handed out; again: it had been before."""

    id: str
    again: bool = False


@dataclass(frozen=True)
class Form:
    """What is half filled in. id: made with the form, so that two presses park one thing."""

    id: str = ""
    what: str = ""
    shelf: str = ""
    left_by: str = ""
    door_id: str = ""
    door: str = ""
    who: str = ""
    unknown: bool = False

    def as_draft(self) -> dict[str, Any]:
        empty = not (self.what or self.shelf or self.left_by or self.door_id)
        return {} if empty else asdict(self)

    @staticmethod
    def of(draft: Mapping[str, Any]) -> Form:
        return Form(**{name: draft[name] for name in Form.__dataclass_fields__ if name in draft})
