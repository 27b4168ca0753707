"""What this desk holds and a hub that went back does not, said once more as operations.

Only needed where the lines themselves are no longer here: a desk that came in by a snapshot, or whose copy of the log
was thinned. The new operations carry the old stamps, so that they meet the old ones, should those turn up, as equals.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from desk.core.ids import made_at
from desk.store import sync_rows
from desk.store.applying import entity_of
from desk.store.schema import Base
from desk.store.unit import Unit
from desk.store.wire_rows import merge_of, wire_fields
from desk.wire.answers import ERASURE, Thing
from desk.wire.merge import ADD, DELETE, REVIVE, SET, Entity
from desk.wire.ops import Op
from desk.wire.sharing import Merge
from desk.wire.stamp import TAIL, clock_of
from desk.wire.stamp import stamp as stamp_of

Tables = Mapping[str, type[Base]]
FIRST, LAST = "0" * 32, "f" * 32


def restate(u: Unit, tables: Tables, things: Sequence[Thing], above: str, upto: str) -> int:
    """Offer whatever is here of entities with above < id <= upto that the hub's `things` of that range lack."""
    there = {(thing.kind, thing.eid): thing for thing in things}
    erased = {thing.eid for thing in things if thing.kind == ERASURE}
    lines = []
    for name, table in tables.items():
        rows = table.__table__
        query = select(rows).where(rows.c.id > above, rows.c.id <= upto)
        for row in u.conn.execute(query).mappings():
            if row["id"] in erased:
                continue
            lines += [_line(op) for op in _missing(u, name, table, dict(row), there.get((name, row["id"])))]
    sync_rows.offer(u, lines)
    return len(lines)


def say_again(u: Unit, op: Op, clock: str) -> None:
    """The hub, gone back and told anew, makes this write count earlier than it once did, and somebody may have built on
    that: offer the same write with the later clock value, so that it stands everywhere."""
    if op.act in (ADD, SET, DELETE, REVIVE):
        sync_rows.offer(u, [_line(_op(u, op.kind, op.act, op.eid, op.f, clock, stamp_of(clock, op.id)))])


def _missing(u: Unit, kind: str, table: type[Base], row: Mapping[str, Any], there: Thing | None) -> Iterator[Op]:
    if merge_of(table) is not Merge.RECORD:
        if there is None:
            clock = f"{made_at(row['id']):012x}0000-{row['id'][-8:]}"
            yield _op(u, kind, ADD, row["id"], wire_fields(table, row, u.sealer), clock, "")
        return
    entity = entity_of(table, row)
    known = there.stamps if there else {}
    by_stamp: dict[str, dict[str, Any]] = {}
    for name, stamp in entity.stamps.items():
        if name in entity.fields and stamp > known.get(name, ""):
            by_stamp.setdefault(stamp, {})[name] = row[name]
    for stamp, fields in by_stamp.items():
        wired = wire_fields(table, {**fields, "id": row["id"]}, u.sealer)
        yield _op(u, kind, SET, row["id"], wired, clock_of(stamp), stamp)
    yield from _acts(u, kind, row["id"], entity, there)


def _acts(u: Unit, kind: str, eid: str, entity: Entity, there: Thing | None) -> Iterator[Op]:
    for act, here, at_hub in (
        (DELETE, entity.deleted, there.deleted if there else ""),
        (REVIVE, entity.revived, there.revived if there else ""),
    ):
        if here > at_hub:
            yield _op(u, kind, act, eid, {}, clock_of(here), here)


def _op(u: Unit, kind: str, act: str, eid: str, fields: Mapping[str, Any], clock: str, stamp: str) -> Op:
    """An operation whose stamp will be exactly `stamp`."""
    op_id, tail = u.new_id(), stamp.partition(".")[2]
    return Op(op_id[:-TAIL] + tail if len(tail) == TAIL else op_id, clock, kind, act, eid, "", u.now, fields)


def _line(op: Op) -> tuple[str, str, str, bytes]:
    return op.id, op.eid, op.hlc, op.canonical()
