"""What the screen of the hut draws. Nothing of a person is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desk.faces.views import Seen


class Step(StrEnum):
    HOME = "home"
    SCAN = "scan"
    FACE = "face"
    PICK = "pick"
    BUSY = "busy"  # a machine moves
    DONE = "done"
    SORRY = "sorry"
    TICKET = "ticket"
    HELP = "help"
    CALLED = "called"
    LEAVE = "leave"


class Wish(StrEnum):
    NONE = ""
    MASK = "mask"
    BORROW = "borrow"
    BACK = "back"


STAYS = frozenset({Step.BUSY})  # nobody touches the screen while a machine works for them


@dataclass(frozen=True)
class Thing:
    """An offer. icon: of the kind; door: 0 in the open; due: until when it may be kept."""

    asset_id: str
    name: str
    icon: str
    due: datetime
    door: int
    place: str


@dataclass(frozen=True)
class Person:
    """Somebody who may end the hut, by the word on their chip."""

    operator_id: str
    label: str


@dataclass(frozen=True)
class HutModel:
    """masks, things: code of why there are none now, "" when there are; shown: a code was shown before anything was
    pressed; faces: whether somebody may be
    known by the face here; looked: what the camera sees of whoever stands there, without an answer; other: why the code is
    asked for all the same; gate, who, phone: whom a call reaches; seen: somebody sees to it; asking: whose PIN is asked for; wrong: why
    it was not taken."""

    step: Step = Step.HOME
    wish: Wish = Wish.NONE
    place: str = ""
    masks: str = ""
    things: str = ""
    couriers: bool = True
    shown: bool = False
    faces: bool = False
    looked: Seen | None = None
    other: str = ""
    code: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    offers: tuple[Thing, ...] = ()
    name: str = ""
    door: int = 0
    where: str = ""
    due: datetime | None = None
    sure: bool = True
    number: str = ""
    text: str = ""
    gate: str = ""
    who: str = ""
    phone: str = ""
    stored: bool = True
    seen: bool = False
    people: tuple[Person, ...] = ()
    asking: Person | None = None
    wrong: str = ""
