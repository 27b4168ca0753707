"""What must hold once every desk has spoken with the hub over a good line (SYNC 5): looked for in the real files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from typing import Any

from sqlalchemy import select

from desk.hub import db as hub_db
from desk.hub.tables import ENTITY, OP_LOG, SITE
from desk.reception.tables import Visit
from desk.records.reads_audit import verify
from desk.store import outbox, sync_rows
from desk.store.kinds import synced_tables
from desk.store.schema import Base
from desk.store.store import Store
from desk.store.wire_rows import inner_tables, wire_columns
from desk.wire import chain
from desk.wire.sharing import Merge
from tests.chaos.estate import Estate, opened

FAIL_SOON = 5  # ids shown of a difference


def check(estate: Estate, said: Iterable[str]) -> None:
    """said: ids of what was told a person to be done. Raises AssertionError with the difference."""
    with ExitStack() as held:
        stores = {folder.name: held.enter_context(opened(folder)).store for folder in estate.folders}
        check_stores(estate.database, estate.scope, stores, said)


def check_stores(database: str, scope: str, stores: Mapping[str, Store], said: Iterable[str]) -> None:
    """The same for open stores by name."""
    said = set(said)
    head, entities = _log(database, scope), _entities(database)
    pictures = []
    for name, store in stores.items():
        _agreed(store, scope, head)
        rows, visits = _rows(store), _visits(store)
        held = {eid for kind in rows.values() for eid in kind}
        lost = said - held - set(visits)
        assert not lost, f"{name} lacks what was said to be done: {_few(lost)}"
        assert held == entities, f"only at {name} or only at the hub: {_few(held ^ entities)}"
        pictures.append((rows, visits))
    first, *others = pictures
    for other in others:
        _same(first[0], other[0])
        assert first[1] == other[1], "visits stand differently"


def _log(database: str, scope: str) -> tuple[int, bytes]:
    """No gap, nothing twice, and a chain that can be worked out again."""
    site = bytes.fromhex(scope[2:])
    db = hub_db.open_db(database)
    try:
        with db.reader.connect() as conn:
            lines = conn.execute(select(OP_LOG).where(OP_LOG.c.site_id == site).order_by(OP_LOG.c.seq)).all()
            stands = conn.execute(select(SITE.c.head, SITE.c.head_chain).where(SITE.c.site_id == site)).one()
    finally:
        db.close()
    assert [line.seq for line in lines] == list(range(1, len(lines) + 1)), "the log has gaps"
    doubled = [op for op, times in Counter(bytes(line.op_id) for line in lines).items() if times > 1]
    assert not doubled, f"twice in the log: {[op.hex() for op in doubled[:FAIL_SOON]]}"
    value = chain.start(f"scope:{scope}")
    for line in lines:
        value = chain.link(value, line.clock.encode() + b" " + bytes(line.body))
        assert value == bytes(line.chain), f"the chain breaks at {line.seq}"
    assert (stands.head, bytes(stands.head_chain)) == (len(lines), value)
    return len(lines), value


def _entities(database: str) -> set[str]:
    db = hub_db.open_db(database)
    try:
        with db.reader.connect() as conn:
            query = select(ENTITY.c.eid).where(ENTITY.c.kind.in_(list(synced_tables())))
            rows = conn.execute(query).scalars().all()
    finally:
        db.close()
    return {bytes(eid).hex() for eid in rows}


def _agreed(store: Store, scope: str, head: tuple[int, bytes]) -> None:
    with store.reading() as r:
        assert outbox.waiting(r) == 0, f"{outbox.waiting(r)} wait"
        assert outbox.first_break(r) is None, "the outbox chain breaks"
        assert sync_rows.cursor(r, scope) == head, "not at the hub's head"
        assert verify(r).first_break is None, "the audit trail breaks"
        assert sync_rows.refusal_count(r) == 0, "the hub refused something"


def _rows(store: Store) -> dict[str, dict[str, Any]]:
    """Kind -> id -> what the desks share of it."""
    found: dict[str, dict[str, Any]] = {}
    with store.reading() as r:
        for kind, table in synced_tables().items():
            rows = table.__table__
            names = sorted(wire_columns(table))
            gone = [rows.c.deleted_at.is_not(None).label("gone")] if table.__merge__ is Merge.RECORD else []
            query = select(rows.c.id, *(rows.c[name] for name in names), *gone)
            found[kind] = {row["id"]: _shared(table, dict(row)) for row in r.conn.execute(query).mappings()}
    return found


def _shared(table: type[Base], row: dict[str, Any]) -> dict[str, Any]:
    """Without what stays on one desk inside a body."""
    for name, owner in inner_tables(table).items():
        row[name] = {key: value for key, value in row[name].items() if key in wire_columns(owner)}
    return row


def _visits(store: Store) -> dict[str, tuple[str, str]]:
    """What the events of each visit come to."""
    with store.reading() as r:
        return {row.id: (row.state, row.name) for row in r.conn.execute(select(Visit.id, Visit.state, Visit.name))}


def _same(one: dict[str, dict[str, Any]], other: dict[str, dict[str, Any]]) -> None:
    for kind, rows in one.items():
        theirs = other[kind]
        assert rows.keys() == theirs.keys(), f"{kind}: only at one desk {_few(rows.keys() ^ theirs.keys())}"
        differ = [eid for eid in rows if rows[eid] != theirs[eid]]
        assert not differ, f"{kind}: {[(rows[eid], theirs[eid]) for eid in differ[:2]]}"


def _few(ids: Iterable[str]) -> list[str]:
    return sorted(ids)[:FAIL_SOON]
