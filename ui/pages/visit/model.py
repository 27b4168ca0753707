"""What the card of one visit draws."""

from __future__ import annotations

from dataclasses import dataclass

CORRECTED = ("name", "phone", "plate", "company", "badge_no")
INSIDE = ("admitted", "auto_closed")
BEFORE = ("expected", "arrived", "no_show")


@dataclass(frozen=True)
class Event:
    """A line of the history. when: local; who: chip label of the operator; fields: names of what it set."""

    when: str
    kind: str
    who: str
    gate: str
    source: str
    reason: str
    undone: bool
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Full:
    """Values in full for 30 s: (field, value) pairs, and the seconds they stay."""

    pairs: tuple[tuple[str, str], ...]
    seconds: int


@dataclass(frozen=True)
class Held:
    """A legal hold that stands. until, when: days of the site; who: chip label of who placed it.

    authority and reason are empty for those who may not place or release one.
    """

    id: str
    until: str
    when: str
    who: str
    authority: str = ""
    reason: str = ""


@dataclass(frozen=True)
class VisitModel:
    """Masked. The may_ flags: what this operator and the state of the visit allow."""

    visit_id: str
    kind: str
    state: str
    presence: str
    name: str
    phone: str
    plate: str
    company: str
    place: str
    party: int
    purpose: str
    proof: str
    in_at: str
    out_at: str
    due_at: str
    expected_at: str
    stay_min: int | None
    badge_no: str
    pass_serial: str
    id_kind: str
    id_masked: str
    declined: tuple[str, ...]
    minor: bool
    watched: bool
    overnight: bool
    anonymised: bool
    clock_doubt: bool
    waiting: int
    events: tuple[Event, ...]
    code_id: str
    may_leave: bool
    may_enter: bool
    may_undo: bool
    may_correct: bool
    may_reveal: bool
    may_watch: bool
    holds: tuple[Held, ...] = ()
    may_hold: bool = False
