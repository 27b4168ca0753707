"""How writes of several desks come together: pure, commutative, idempotent (SYNC 2.5). Desk, hub and simulation call it.

A record is merged field by field: the write with the later stamp stands. A deletion stands against every write of a
field until an explicit revival; field values keep merging underneath. A fact is merged the same way and is written once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.wire.stamp import NEVER, clock_of

ADD, SET, DELETE, REVIVE, REDACT = "add", "set", "del", "undel", "redact"
ACTS = frozenset({ADD, SET, DELETE, REVIVE, REDACT})


@dataclass(frozen=True)
class Entity:
    """One thing as all writes seen so far leave it. stamps: field -> stamp of the write that stands."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    stamps: Mapping[str, str] = field(default_factory=dict)
    deleted: str = NEVER
    revived: str = NEVER

    @property
    def gone(self) -> bool:
        return self.deleted > self.revived


@dataclass(frozen=True)
class Write:
    """One operation as merging sees it. base: field -> stamp the author had in front of them."""

    act: str
    stamp: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    base: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Clash:
    """Two people changed one field, neither knowing of the other; the later stamp stands."""

    name: str
    winner: str
    loser: str
    standing: Any
    lost: Any


@dataclass(frozen=True)
class Merged:
    """The outcome: the entity, which fields took a new value, and clashes a person should see."""

    entity: Entity
    changed: frozenset[str] = frozenset()
    clashes: tuple[Clash, ...] = ()


NOTHING = Entity()


def merge(entity: Entity, write: Write) -> Merged:
    """Apply one write. Any order of the same set of writes ends in the same entity; a repeated write changes nothing."""
    if write.act == DELETE:
        return Merged(_replace(entity, deleted=max(entity.deleted, write.stamp)))
    if write.act == REVIVE:
        return Merged(_replace(entity, revived=max(entity.revived, write.stamp)))
    if write.act == REDACT:
        return Merged(entity)
    if not entity.stamps and write.stamp:  # nothing stands yet: all of it is taken, as below but in one go
        taken = Entity(dict(write.fields), dict.fromkeys(write.fields, write.stamp), entity.deleted, entity.revived)
        return Merged(taken, frozenset(write.fields))
    fields, stamps = dict(entity.fields), dict(entity.stamps)
    changed, clashes = set(), []
    for name, value in write.fields.items():
        standing = stamps.get(name, NEVER)
        wins = _later(write.stamp, value, standing, fields.get(name))
        if standing != NEVER and standing != write.stamp and _apart(write, name, standing, value, fields[name]):
            clashes.append(_clash(name, write.stamp, value, standing, fields[name], wins))
        if wins:
            fields[name], stamps[name] = value, write.stamp
            changed.add(name)
    return Merged(Entity(fields, stamps, entity.deleted, entity.revived), frozenset(changed), tuple(clashes))


def join(entity: Entity, other: Entity) -> Merged:
    """Two states of one thing as one, for snapshots: the same entity as if all writes of both had been applied."""
    fields, stamps, changed = dict(entity.fields), dict(entity.stamps), set()
    for name, value in other.fields.items():
        when = other.stamps.get(name, NEVER)
        if name not in fields or _later(when, value, stamps.get(name, NEVER), fields.get(name)):
            fields[name], stamps[name] = value, when
            changed.add(name)
    deleted, revived = max(entity.deleted, other.deleted), max(entity.revived, other.revived)
    return Merged(Entity(fields, stamps, deleted, revived), frozenset(changed))


def restamp(entity: Entity, provisional: str, effective: str) -> Entity:
    """The hub gave a write of this desk another clock value than its own: the entity with that stamp in its place."""
    stamps = {name: effective if value == provisional else value for name, value in entity.stamps.items()}
    return Entity(
        entity.fields,
        stamps,
        effective if entity.deleted == provisional else entity.deleted,
        effective if entity.revived == provisional else entity.revived,
    )


def _replace(entity: Entity, deleted: str | None = None, revived: str | None = None) -> Entity:
    return Entity(
        entity.fields,
        entity.stamps,
        entity.deleted if deleted is None else deleted,
        entity.revived if revived is None else revived,
    )


def _later(stamp: str, value: Any, standing: str, held: Any) -> bool:
    """The later stamp wins; the same stamp with another value (a copied disk) is settled by the values themselves."""
    return stamp > standing or (stamp == standing and canonical(value) > canonical(held))


def _apart(write: Write, name: str, standing: str, value: Any, held: Any) -> bool:
    """Neither author knew of the other. An author who says nothing of a base (an `add`) knew of none.

    Operations of 0.1.0 name a base by its clock value alone.
    """
    seen = write.base.get(name, NEVER)
    return seen < standing and seen != clock_of(standing) and value != held


def _clash(name: str, stamp: str, value: Any, standing: str, held: Any, wins: bool) -> Clash:
    return Clash(name, stamp, standing, value, held) if wins else Clash(name, standing, stamp, held, value)


def canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


# --- scarce things, ledgers, ballots: what follows from a set of facts, whatever their order ------------------------


@dataclass(frozen=True)
class Claim:
    """Somebody took a scarce thing. stamp: when; released: a release of it is known."""

    id: str
    item: str
    stamp: str
    released: bool = False


@dataclass(frozen=True)
class Holding:
    """Who has a scarce thing: the first open claim. `disputed`: further open claims, for a person to settle."""

    item: str
    holder: str | None
    disputed: tuple[str, ...] = ()


def holding(item: str, claims: Iterable[Claim]) -> Holding:
    """Both claims of a thing that really left the building twice are kept: rejecting a fact would be lying."""
    still = sorted((claim.stamp, claim.id) for claim in claims if claim.item == item and not claim.released)
    ids = [claim_id for _, claim_id in still]
    return Holding(item, ids[0] if ids else None, tuple(ids[1:]))


def balance(entries: Iterable[tuple[str, int]]) -> int:
    """The sum of a ledger's entries (id, amount); an entry seen twice counts once."""
    return sum(dict(entries).values())


def tally(votes: Iterable[tuple[str, str, str]]) -> dict[str, int]:
    """Votes (stamp, voter, choice) counted: the latest of each voter."""
    latest: dict[str, tuple[str, str]] = {}
    for when, voter, choice in votes:
        latest[voter] = max(latest.get(voter, (NEVER, "")), (when, choice))
    counts: dict[str, int] = {}
    for _, choice in latest.values():
        counts[choice] = counts.get(choice, 0) + 1
    return counts
