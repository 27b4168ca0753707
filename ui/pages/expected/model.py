"""What the page of announced visits draws."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Announced:
    """An expected visit: masked name, building; when: local `10:00`; late: half an hour past and more.

    late_min: minutes past, whoever is late or not; code_id: its live pass.
    """

    id: str
    when: str
    name: str
    kind: str
    place: str
    party: int
    more: str
    late: bool
    waiting: bool
    code_id: str
    late_min: int = 0


@dataclass(frozen=True)
class Standing:
    """A standing pass. days: ISO weekdays; hours: `08:00-12:00`, "" the whole day; says: window.* code, "" when it holds."""

    id: str
    alias: str
    kind: str
    place: str
    days: tuple[int, ...]
    hours: str
    until: str
    says: str
    code_id: str


@dataclass(frozen=True)
class ExpectedModel:
    """Both lists, and what this operator may do."""

    announced: tuple[Announced, ...] = ()
    standing: tuple[Standing, ...] = ()
    may_pass: bool = False
    may_revoke: bool = False
    loaded: bool = False
