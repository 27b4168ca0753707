"""When a thing may be lent, until when, how a loan stands, and when its borrower is kindly reminded. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.lending.rules_asset import AssetClass, AssetKind, Condition

SOON_MS = 30 * MINUTE_MS
LATE_MS = 2 * HOUR_MS
LONGEST_MS = 30 * DAY_MS
LEAST_MS = 10 * MINUTE_MS
NAME_MAX, TAG_MAX, TEXT_MAX = 40, 20, 200
ITEMS_MAX = 12  # handed out at once: what two hands and a trolley carry
CONTENTS_MAX = 40
PIECES_MAX = 9_999
USUAL_MIN: Mapping[AssetKind, int] = {
    AssetKind.WHEELCHAIR: 24 * 60, AssetKind.WALKER: 24 * 60, AssetKind.TROLLEY: 2 * 60, AssetKind.FIRST_AID: 2 * 60,
    AssetKind.AED: 2 * 60, AssetKind.UMBRELLA: 48 * 60, AssetKind.RACKET: 3 * 60, AssetKind.TOOLS: 24 * 60,
    AssetKind.PUMP: 60, AssetKind.CHARGER: 4 * 60, AssetKind.RAINCOAT: 24 * 60, AssetKind.OTHER: 24 * 60,
}  # fmt: skip
WIPED = frozenset({AssetKind.WHEELCHAIR, AssetKind.WALKER})  # touched by hands of the ill: wiped down after each use
FIRST = frozenset({AssetKind.WHEELCHAIR, AssetKind.FIRST_AID, AssetKind.AED})  # taken now, written down later


class How(StrEnum):
    """By what the borrower is known."""

    CODE = "code"
    CARD = "card"
    NAME = "name"
    LATER = "later"
    LOCKER = "locker"


class LoanState(StrEnum):
    OUT = "out"
    RETURNED = "returned"
    LOST = "lost"
    WRITTEN_OFF = "written_off"
    UNDONE = "undone"


class Stage(IntEnum):
    """How near or past its end a loan is; each from SOON on asks for one kind word."""

    FINE = 0
    SOON = 1  # half an hour before
    DUE = 2  # past its end, and nothing is said yet
    LATE = 3  # two hours past it
    SHIFT = 4  # the next shift has begun since: one call more


ASKING = frozenset({Stage.SOON, Stage.LATE, Stage.SHIFT})


class Bar(StrEnum):
    """Why a thing is not simply lent, hardest first."""

    RETIRED = "retired"
    WRITTEN_OFF = "written_off"
    LOST = "lost"
    NONE_LEFT = "none_left"
    OUT = "out"
    RESERVED = "reserved"
    INCOMPLETE = "incomplete"
    DAMAGED = "damaged"
    DIRTY = "dirty"
    EXPIRED = "expired"
    INSPECTION = "inspection"
    AWAY = "away"


NEVER = frozenset({Bar.RETIRED, Bar.WRITTEN_OFF, Bar.LOST, Bar.NONE_LEFT})  # nothing goes over these
WARNING = frozenset({Bar.INSPECTION, Bar.AWAY, Bar.EXPIRED})  # said, and one press goes on


class ReserveState(StrEnum):
    RESERVED = "reserved"
    READY = "ready"
    TAKEN = "taken"
    CANCELLED = "cancelled"
    MISSED = "missed"  # never stored: its time passed


OPEN_RESERVATIONS = frozenset({ReserveState.RESERVED, ReserveState.READY})


@dataclass(frozen=True)
class Part:
    """A thing of a kit. want: how many belong in it; until: the last day it is good ("2026-12-31"), "" without one."""

    name: str
    want: int = 1
    until: str = ""


@dataclass(frozen=True)
class Used:
    """So many of a part are gone from a kit."""

    name: str
    used: int = 1


@dataclass(frozen=True)
class Kept:
    """A reservation as far as lending goes by it. mine: it is for the one who stands here."""

    id: str
    from_at: int
    until_at: int
    mine: bool = False


@dataclass(frozen=True)
class Thing:
    """A thing as `bars` looks at it. day: today at the site; here: it is at its home gate; left: pieces of a consumable."""

    cls: AssetClass
    condition: Condition = Condition.OK
    out: bool = False
    here: bool = True
    retired: bool = False
    inspection_due: str = ""
    parts: tuple[Part, ...] = ()
    left: int = 0
    kept: tuple[Kept, ...] = field(default=())


def usual_ms(kind: AssetKind, lend_min: int = 0) -> int:
    """How long a thing is lent, milliseconds: as the book says, else as its kind."""
    return min(LONGEST_MS, max(LEAST_MS, (lend_min or USUAL_MIN[kind]) * MINUTE_MS))


def bars(thing: Thing, now: int, due_at: int, day: str, pieces: int = 1) -> tuple[Bar, ...]:
    """Everything that speaks against lending it from now until due_at, hardest first; nothing: it is simply handed over."""
    found = set[Bar]()
    if thing.retired:
        found.add(Bar.RETIRED)
    if thing.cls is AssetClass.CONSUMABLE:
        if thing.left < pieces:
            found.add(Bar.NONE_LEFT)
    elif thing.condition is not Condition.OK:
        found.add(Bar(thing.condition.value))
    if thing.out:
        found.add(Bar.OUT)
    if against(thing.kept, now, due_at):
        found.add(Bar.RESERVED)
    if expired(thing.parts, day):
        found.add(Bar.EXPIRED)
    if thing.inspection_due and thing.inspection_due < day:
        found.add(Bar.INSPECTION)
    if not thing.here:
        found.add(Bar.AWAY)
    return tuple(one for one in Bar if one in found)


def against(kept: Iterable[Kept], now: int, due_at: int) -> Kept | None:
    """The soonest reservation of somebody else that this loan would stand in the way of. Until its end has passed it holds."""
    near = [one for one in kept if not one.mine and one.from_at < due_at and one.until_at > now]
    return min(near, key=lambda one: (one.from_at, one.id), default=None)


def mine_now(kept: Iterable[Kept], now: int, early_ms: int = 2 * HOUR_MS) -> Kept | None:
    """The reservation that is picked up by this loan: the one for this borrower that runs, or begins soonest."""
    found = [one for one in kept if one.mine and one.from_at - early_ms <= now < one.until_at]
    return min(found, key=lambda one: (one.from_at, one.id), default=None)


def stops(found: Iterable[Bar], over: Collection[Bar], emergency: bool) -> tuple[Bar, ...]:
    """Of these, what still stands in the way once a person said to go over `over`. In an emergency only what cannot be."""
    if emergency:
        return tuple(bar for bar in found if bar in NEVER)
    return tuple(bar for bar in found if bar in NEVER or bar not in over)


def stage(due_at: int, now: int, next_shift: int | None = None) -> Stage:
    """How a loan that is out stands at a moment. next_shift: when the shift after its end began (UTC ms), if known."""
    if now < due_at - SOON_MS:
        return Stage.FINE
    if now < due_at:
        return Stage.SOON
    if now < due_at + LATE_MS:
        return Stage.DUE
    if next_shift is not None and next_shift >= due_at and now >= max(next_shift, due_at + LATE_MS):
        return Stage.SHIFT
    return Stage.LATE


def asks(found: Stage, reminded: int) -> bool:
    """A kind word is due: a stage that asks for one was reached, and nobody has said it yet."""
    return found in ASKING and reminded < found


def expired(parts: Iterable[Part], day: str) -> tuple[Part, ...]:
    """What in a kit is past its day."""
    return tuple(part for part in parts if part.until and part.until < day)


def still_missing(missing: Iterable[Used], filled: Iterable[Used] = ()) -> tuple[Used, ...]:
    """What is gone once some of it was put back; parts in the order they first went."""
    left: dict[str, int] = {}
    for one in missing:
        left[one.name] = left.get(one.name, 0) + max(0, one.used)
    for one in filled:
        if one.name in left:
            left[one.name] -= max(0, one.used)
    return tuple(Used(name, n) for name, n in left.items() if n > 0)


def end_condition(said: Condition, missing: Collection[Used], hygiene: bool, wiped: bool) -> Condition:
    """How a thing counts when it comes back. A kit that lacks something is incomplete whatever was said, one to be wiped
    down and not wiped is dirty."""
    if said in (Condition.DAMAGED, Condition.LOST, Condition.WRITTEN_OFF):
        return said
    if missing or said is Condition.INCOMPLETE:
        return Condition.INCOMPLETE
    if said is Condition.DIRTY or (hygiene and not wiped):
        return Condition.DIRTY
    return Condition.OK


def used_of(raw: Any) -> tuple[Used, ...]:
    """What a stored list says is gone; what does not fit is left out (another desk may run a newer program)."""
    rows = raw if isinstance(raw, list) else []
    return tuple(
        Used(row["name"], row["used"])
        for row in rows
        if isinstance(row, dict) and isinstance(row.get("name"), str) and type(row.get("used")) is int
    )


def parts_of(raw: Any) -> tuple[Part, ...]:
    """What a stored list says belongs in a kit, as `used_of`."""
    rows = raw if isinstance(raw, list) else []
    return tuple(
        Part(row["name"], row["want"] if type(row.get("want")) is int else 1, str(row.get("until") or ""))
        for row in rows
        if isinstance(row, dict) and isinstance(row.get("name"), str)
    )
