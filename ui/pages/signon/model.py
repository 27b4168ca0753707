"""What the sign-on page draws."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Somebody who may sign on. role: code of desk/operators/rules.py."""

    operator_id: str
    label: str
    role: str
    has_pin: bool
    on_duty: bool = False
    acting: bool = False


@dataclass(frozen=True)
class SignonModel:
    """asking: whose PIN is being typed, None while choosing; may_vouch: the acting one may answer for a first-timer."""

    people: tuple[Person, ...] = ()
    locked: bool = False
    asking: Person | None = None
    may_vouch: bool = False
