"""Writes of other desks into this desk's tables, by the one merge rule; no outbox line is made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, cast

import msgspec
from sqlalchemy import Table as SqlTable
from sqlalchemy import bindparam, select, update

from desk.store import bulk
from desk.store.from_wire import Opened, Unfit, columns_of, opened, plain_of, required, to_columns
from desk.store.kinds import synced_tables
from desk.store.schema import Base
from desk.store.unit import DELETED, REDACTION, REVIVED, Unit
from desk.store.wire_rows import merge_of, wire_columns, worded
from desk.wire.answers import ERASURE, Thing
from desk.wire.merge import ACTS, ADD, NOTHING, REDACT, SET, Clash, Entity, Write, join, merge
from desk.wire.ops import Op
from desk.wire.sharing import Merge
from desk.wire.stamp import TAIL, clock_of

Table = type[Base]
Counts = Callable[[str], str]


class Arrival(msgspec.Struct, frozen=True):
    """One foreign operation and the stamp it counts by."""

    op: Op
    stamp: str


@dataclass(frozen=True)
class Found:
    """Two people changed one field of this entity."""

    kind: str
    eid: str
    clash: Clash
    arrival: Arrival


@dataclass
class Outcome:
    """What a batch did. touched: kind -> ids (under `redaction` those erased for good); aside: operations that wait for a
    newer program, with the reason."""

    touched: dict[str, list[str]] = field(default_factory=dict)
    clashes: list[Found] = field(default_factory=list)
    aside: list[tuple[Arrival, str]] = field(default_factory=list)
    erased: list[str] = field(default_factory=list)


def apply(
    u: Unit,
    arrivals: Sequence[Arrival],
    counts: Counts = lambda written: written,
    tables: Mapping[str, Table] | None = None,
    again: bool = False,
) -> Outcome:
    """Merge foreign operations, in the order given. counts: a stamp as written -> as the hub made it count.

    again: after an upgrade; facts that stand already take the fields this program has learnt.
    """
    tables = synced_tables() if tables is None else tables
    outcome = Outcome()
    for kind, several in _by_kind(arrivals).items():
        table = tables.get(kind)
        if table is not None and not again and (columns := _alike(table, several)) is not None:
            ids = [arrival.op.eid for arrival in several]
            bulk.add_alike(u.conn, table, ids, columns, required(table))
            outcome.touched[kind] = list(dict.fromkeys(ids))
            continue
        items = [(one, fit) for one in several if (fit := _fit(u, tables, one, outcome)) is not None]
        if table is None or not items:
            continue
        if merge_of(table) is Merge.RECORD:
            _merge_records(u, table, items, counts, outcome)
        else:
            facts = [(arrival.op.eid, fit.fields) for arrival, fit in items]
            _add_facts(u, table, facts)
            if again:
                _complete_facts(u, table, facts)
        outcome.touched[kind] = list(dict.fromkeys(arrival.op.eid for arrival, _ in items))
    if outcome.erased:
        outcome.touched[REDACTION] = list(dict.fromkeys(outcome.erased))
    return outcome


def _by_kind(arrivals: Sequence[Arrival]) -> Mapping[str, Sequence[Arrival]]:
    if len(kinds := {one.op.kind for one in arrivals}) == 1:
        return {kinds.pop(): arrivals}
    found: dict[str, list[Arrival]] = {}
    for one in arrivals:
        found.setdefault(one.op.kind, []).append(one)
    return found


def _alike(table: Table, arrivals: Sequence[Arrival]) -> dict[str, Sequence[Any]] | None:
    """The columns of facts that all name the same fields, every one of which fits: what `_fit` finds one by one."""
    if merge_of(table) is Merge.RECORD or len({(one.op.act, *one.op.f) for one in arrivals}) != 1:
        return None
    op = arrivals[0].op
    if op.act != ADD or not op.f.keys() >= _must_say(table):
        return None
    return columns_of(table, [one.op.f for one in arrivals])


def erasing(op: Op) -> list[str]:
    """The entities whose bodies this operation asks to erase."""
    eids = op.f.get("eids") if op.act == REDACT else None
    return [eid for eid in eids if isinstance(eid, str)] if isinstance(eids, list) else []


def take_in(u: Unit, things: Sequence[Thing], tables: Mapping[str, Table] | None = None) -> Outcome:
    """Merge entities of a snapshot. What this program does not know of them is put aside as operations."""
    tables = synced_tables() if tables is None else tables
    outcome = Outcome()
    for kind, several in _things_by_kind(things).items():
        table = tables.get(kind)
        if kind == ERASURE:
            outcome.erased += [thing.eid for thing in several]
        elif table is not None and (columns := _told_alike(table, several)) is not None:
            bulk.add_alike(u.conn, table, [thing.eid for thing in several], columns, required(table))
            outcome.touched[kind] = [thing.eid for thing in several]
        else:
            _take_kind(u, table, several, tables, outcome)
    if outcome.erased:
        outcome.touched[REDACTION] = outcome.erased
    return outcome


def _things_by_kind(things: Sequence[Thing]) -> Mapping[str, Sequence[Thing]]:
    found: dict[str, list[Thing]] = {}
    for thing in things:
        found.setdefault(thing.kind, []).append(thing)
    return found


def _told_alike(table: Table, things: Sequence[Thing]) -> dict[str, Sequence[Any]] | None:
    """As `_alike`, of facts in a snapshot."""
    if merge_of(table) is Merge.RECORD or len({tuple(thing.fields) for thing in things}) != 1:
        return None
    return columns_of(table, [thing.fields for thing in things])


def _take_kind(
    u: Unit, table: Table | None, things: Sequence[Thing], tables: Mapping[str, Table], outcome: Outcome
) -> None:
    fits: list[tuple[Thing, Mapping[str, Any]]] = []
    for thing in things:
        fit, code = _thing_fit(u, table, thing)
        if fit is not None:
            fits.append((thing, fit.fields))
        outcome.aside += [(arrival, code) for arrival in said_again(u, thing, _left(thing, fit, tables))]
    if table is None or not fits:
        return
    if merge_of(table) is Merge.RECORD:
        _join_records(u, table, fits)
    else:
        _add_facts(u, table, [(thing.eid, fields) for thing, fields in fits])
    outcome.touched[things[0].kind] = [thing.eid for thing, _ in fits]


def _left(thing: Thing, fit: Opened | None, tables: Mapping[str, Table]) -> frozenset[str]:
    """The fields that have to wait; a fact waits whole, for it is written once."""
    whole = fit is None or (fit.newer and merge_of(tables[thing.kind]) is not Merge.RECORD)
    return frozenset(thing.fields) if whole or fit is None else fit.newer


def _thing_fit(u: Unit, table: Table | None, thing: Thing) -> tuple[Opened | None, str]:
    """The thing's fields as far as this program can read them, and why the rest has to wait."""
    if table is None:
        return None, "sync.newer_kind"
    try:
        return _read(table, thing.eid, thing.fields, u), "sync.newer_field"
    except Unfit as unfit:
        return None, unfit.code


def _read(table: Table, eid: str, fields: Mapping[str, Any], u: Unit) -> Opened:
    """As `opened`; a word that only a newer program knows stands in its column, and has to wait like a newer field:
    what this program makes of the row is made again once it knows it. Raises Unfit."""
    fit = opened(table, eid, fields, u.sealer)
    strange = {
        name
        for name, inner, words in worded(table)
        if (word := _word(fit.fields.get(name), inner)) and word not in words
    }
    return replace(fit, newer=fit.newer | strange) if strange else fit


def _word(value: Any, inner: str) -> str:
    said = value.get(inner) if inner and isinstance(value, Mapping) else value
    return said if isinstance(said, str) else ""


def said_again(u: Unit, thing: Thing, names: frozenset[str] | None = None) -> list[Arrival]:
    """Fields (None: all) of a snapshot's entity as the operations that may have written them, one a stamp."""
    by_stamp: dict[str, dict[str, Any]] = {}
    for name in sorted(thing.fields if names is None else names):
        by_stamp.setdefault(thing.stamps.get(name, ""), {})[name] = thing.fields[name]
    arrivals = []
    for stamp, fields in by_stamp.items():
        op_id = u.new_id()
        op = Op(
            op_id[:-TAIL] + stamp[-TAIL:] if "." in stamp else op_id,
            clock_of(stamp),
            thing.kind,
            ADD,
            thing.eid,
            "",
            u.now,
            fields,
        )
        arrivals.append(Arrival(op, stamp))
    return arrivals


def _fit(u: Unit, tables: Mapping[str, Table], arrival: Arrival, outcome: Outcome) -> Opened | None:
    """The operation's fields when this program can apply it; else it is put aside whole."""
    op = arrival.op
    if op.kind == REDACTION or op.act == REDACT:
        outcome.erased += erasing(op)
        return None
    table = tables.get(op.kind)
    if table is None or op.act not in ACTS:
        outcome.aside.append((arrival, "sync.newer_kind"))
        return None
    try:
        fit = _read(table, op.eid, op.f, u)
    except Unfit as unfit:
        outcome.aside.append((arrival, unfit.code))
        return None
    if merge_of(table) is not Merge.RECORD and (op.act != ADD or not fit.fields.keys() >= _must_say(table)):
        outcome.aside.append((arrival, "sync.malformed"))
        return None
    if fit.newer:  # what is known is applied now, the rest after an upgrade
        outcome.aside.append((arrival, "sync.newer_field"))
    return fit


@cache
def _must_say(table: Table) -> frozenset[str]:
    """Columns that the author of a fact has to give."""
    return frozenset(required(table).keys() & wire_columns(table))


# --- facts ----------------------------------------------------------------------------------------------------------


def _add_facts(u: Unit, table: Table, facts: Sequence[tuple[str, Mapping[str, Any]]]) -> None:
    """Insert those that are not there yet; a fact is written once."""
    blank = required(table)
    bulk.add_new(u.conn, table, [{**blank, **to_columns(table, fields), "id": eid} for eid, fields in facts])


def _complete_facts(u: Unit, table: Table, facts: Sequence[tuple[str, Mapping[str, Any]]]) -> None:
    rows = cast(SqlTable, table.__table__)
    for eid, fields in facts:
        if fields:
            u.conn.execute(update(rows).where(rows.c.id == eid).values(to_columns(table, fields)))


# --- records --------------------------------------------------------------------------------------------------------


@dataclass
class _Standing:
    """A record while a batch is merged into it."""

    entity: Entity
    known: bool
    deleted_at: int | None
    changed: set[str] = field(default_factory=set)
    moved: bool = False  # versions or deletion changed


def _merge_records(
    u: Unit, table: Table, items: Sequence[tuple[Arrival, Opened]], counts: Counts, outcome: Outcome
) -> None:
    standing = _load(u, table, [arrival.op.eid for arrival, _ in items])
    for arrival, fit in items:
        op, one = arrival.op, standing[arrival.op.eid]
        base = {name: counts(seen) for name, seen in op.base.items()}
        act = SET if op.act == ADD else op.act
        merged = merge(one.entity, Write(act, arrival.stamp, fit.fields, base))
        outcome.clashes += [Found(op.kind, op.eid, clash, arrival) for clash in merged.clashes]
        _keep(one, merged.entity, merged.changed, op.at)
    _write(u, table, standing)


def _join_records(u: Unit, table: Table, fits: Sequence[tuple[Thing, Mapping[str, Any]]]) -> None:
    standing = _load(u, table, [thing.eid for thing, _ in fits])
    for thing, fields in fits:
        one = standing[thing.eid]
        stamps = {name: thing.stamps.get(name, "") for name in fields}
        joined = join(one.entity, Entity(fields, stamps, thing.deleted, thing.revived))
        at = int(thing.deleted[:12], 16) if thing.deleted else 0
        _keep(one, joined.entity, joined.changed, at)
    _write(u, table, standing)


def _keep(one: _Standing, entity: Entity, changed: frozenset[str], at: int) -> None:
    one.moved = one.moved or entity != one.entity
    one.changed |= changed
    if entity.gone != one.entity.gone or (entity.gone and one.deleted_at is None):
        one.deleted_at = at if entity.gone else None
    one.entity = entity


def _load(u: Unit, table: Table, eids: Sequence[str]) -> dict[str, _Standing]:
    wanted = list(dict.fromkeys(eids))
    found = {
        row["id"]: _Standing(entity_of(table, row), True, row["deleted_at"])
        for row in bulk.rows_of(u.conn, table, wanted)
    }
    return {eid: found.get(eid) or _Standing(NOTHING, False, None) for eid in wanted}


def entity_of(table: Table, row: Mapping[str, Any]) -> Entity:
    """A stored record as merging sees it: the fields that were ever written, and their stamps."""
    versions = dict(row["versions"])
    deleted, revived = versions.pop(DELETED, ""), versions.pop(REVIVED, "")
    if row["deleted_at"] is not None and not deleted:  # deleted by 0.1.0, which kept no stamp of it
        deleted = max(versions.values(), default="0")
    plain = plain_of(table, row)
    return Entity({name: plain[name] for name in versions if name in plain}, versions, deleted, revived)


def versions_of(entity: Entity) -> dict[str, str]:
    acts = {DELETED: entity.deleted, REVIVED: entity.revived}
    return {**entity.stamps, **{name: value for name, value in acts.items() if value}}


def _write(u: Unit, table: Table, standing: Mapping[str, _Standing]) -> None:
    rows = cast(SqlTable, table.__table__)
    fresh: list[dict[str, Any]] = []
    changed: dict[frozenset[str], list[dict[str, Any]]] = {}
    for eid, one in standing.items():
        if not one.moved:
            continue
        values = to_columns(table, {name: one.entity.fields[name] for name in one.changed})
        values |= {"versions": versions_of(one.entity), "deleted_at": one.deleted_at}
        if one.known:
            changed.setdefault(frozenset(values), []).append({**values, "which_id": eid})
        else:
            fresh.append({**required(table), **values, "id": eid})
    bulk.add_new(u.conn, table, fresh)
    for names, group in changed.items():
        statement = update(rows).where(rows.c.id == bindparam("which_id"))
        u.conn.execute(statement.values({name: bindparam(name) for name in names}), group)


def restamp(u: Unit, kind: str, eid: str, written: str, counts: str, tables: Mapping[str, Table] | None = None) -> None:
    """The hub made a write of this desk count by another stamp: the record says so from now on."""
    table = (synced_tables() if tables is None else tables).get(kind)
    if table is None or merge_of(table) is not Merge.RECORD:
        return
    rows = cast(SqlTable, table.__table__)
    versions = u.conn.execute(select(rows.c.versions).where(rows.c.id == eid)).scalar_one_or_none()
    if versions and written in versions.values():
        moved = {name: counts if value == written else value for name, value in versions.items()}
        u.conn.execute(update(rows).where(rows.c.id == eid).values(versions=moved))


__all__ = ["Arrival", "Found", "Outcome", "apply", "entity_of", "restamp", "said_again", "take_in", "versions_of"]
