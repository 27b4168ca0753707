"""Where somebody's data lies: for every kind of record how a person is found in it, what of it is theirs, how long it stays. Pure.

The list itself is desk/about.py: this room knows no other by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Found:
    """How rows of a kind are found. by: column -> "person" (a resident's id), "phone", "tail" (the last four digits, with a
    name that fits in `name`), or "kind.column" of a kind that was found before."""

    by: Mapping[str, str]
    name: str = ""


@dataclass(frozen=True)
class Care:
    """One kind of record. retention: the rules that erase it (RetentionRule.kind); never: why no rule does.

    found None: nobody is found in it, nobody says why. own: columns printed for the person as they are; others: columns
    that name somebody else and are masked. at: the column of its moment.
    """

    retention: tuple[str, ...] = ()
    never: str = ""
    found: Found | None = None
    nobody: str = ""
    own: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    at: str = "at"


@dataclass(frozen=True)
class Line:
    """One thing that is held, as paper shows it: column -> text."""

    at: int | None
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class HeldKind:
    """Everything held of one kind: how many, and the newest of them. retention: the rules that erase it."""

    kind: str
    count: int
    lines: tuple[Line, ...] = field(repr=False)
    retention: tuple[str, ...] = ()


@dataclass(frozen=True)
class Person:
    """Whose data is looked for: a resident's id, telephones in full, names (for what is kept by four digits only)."""

    person_id: str = ""
    phones: frozenset[str] = field(default=frozenset(), repr=False)
    names: frozenset[str] = field(default=frozenset(), repr=False)
