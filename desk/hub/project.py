"""The hub's picture of every thing: what all writes come to, by the one merge rule (desk.wire.merge)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlalchemy import Connection

from desk.hub import bulk
from desk.hub.tables import CLASH, ENTITY
from desk.wire import merge
from desk.wire.answers import ERASURE
from desk.wire.merge import NOTHING, Clash, Entity, Write
from desk.wire.ops import Op
from desk.wire.stamp import NEVER

Key = tuple[bytes, str]  # entity id, kind
ERASED_KIND = ERASURE
COLUMNS = ("site_id", "eid", "kind", "fields", "stamps", "deleted", "revived", "ms")
CLASH_COLUMNS = ("site_id", "eid", "kind", "field", "winner", "loser", "at")
_encode = msgspec.json.Encoder().encode
unpack_fields = msgspec.json.Decoder(dict[str, Any]).decode
_stamps = msgspec.json.Decoder(dict[str, str]).decode


def pack_stamps(entity: Entity) -> str:
    """One stamp where all fields have the same (as every fact has), else JSON."""
    held = set(entity.stamps.values())
    if len(held) == 1:
        return held.pop()
    return _encode(entity.stamps).decode() if held else ""


def unpack_stamps(text: str, names: Iterable[str]) -> dict[str, str]:
    return _stamps(text) if text.startswith("{") else dict.fromkeys(names, text)


def stamp_ms(stamp: str) -> int:
    """The wall milliseconds in a stamp or clock value."""
    return int(stamp[:12], 16) if stamp else 0


@dataclass
class Pictures:
    """The things a batch touches, as they were and as they become. `before` holds only what was there."""

    site: bytes
    before: dict[Key, Entity] = field(default_factory=dict)
    now: dict[Key, Entity] = field(default_factory=dict)
    erased: set[bytes] = field(default_factory=set)
    newly_erased: dict[bytes, str] = field(default_factory=dict)
    clashes: list[tuple[Key, Clash]] = field(default_factory=list)
    _ms: dict[Key, int] = field(default_factory=dict)

    def load(self, conn: Connection, eids: Iterable[bytes]) -> None:
        for _, eid, kind, fields, stamps, deleted, revived, ms in bulk.find(
            conn, ENTITY, COLUMNS, self.site, "eid", eids
        ):
            if kind == ERASED_KIND:
                self.erased.add(bytes(eid))
                continue
            held = unpack_fields(fields)
            place = (bytes(eid), kind)
            self.before[place] = Entity(held, unpack_stamps(stamps, held), deleted, revived)
            self._ms[place] = ms

    def apply(self, op: Op, eid: bytes, stamp: str, base: Mapping[str, str]) -> None:
        """Merge one operation; nothing comes of one on an erased thing."""
        if eid in self.erased:
            return
        place = (eid, op.kind)
        standing = self.now.get(place) or self.before.get(place, NOTHING)
        merged = merge.merge(standing, Write(op.act, stamp, op.f, base))
        self.now[place] = merged.entity
        self._ms[place] = max(self._ms.get(place, 0), stamp_ms(stamp))
        self.clashes += [(place, clash) for clash in merged.clashes]

    def erase(self, eids: Iterable[bytes], stamp: str) -> None:
        """Things that are gone for good: no later line brings them back."""
        for eid in eids:
            self.erased.add(eid)
            self.newly_erased[eid] = max(stamp, self.newly_erased.get(eid, NEVER))
        for place in [place for place in self.now if place[0] in self.newly_erased]:
            del self.now[place]

    def store(self, conn: Connection, at: int) -> None:
        bulk.put(conn, ENTITY, COLUMNS, [self._row(place, thing) for place, thing in self.now.items()])
        told = {(*place, c.name, c.winner, c.loser): place[0] for place, c in self.clashes}
        rows = [(self.site, *clash, at) for clash, eid in told.items() if eid not in self.erased]
        bulk.keep(conn, CLASH, CLASH_COLUMNS, rows)

    def _row(self, place: Key, thing: Entity) -> tuple[Any, ...]:
        stamps = pack_stamps(thing)
        return (self.site, *place, _encode(thing.fields), stamps, thing.deleted, thing.revived, self._ms[place])
