"""What this desk holds, summed up as the hub sums it up, so that both can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from desk.core.ids import made_at
from desk.store.applying import entity_of
from desk.store.kinds import synced_tables
from desk.store.schema import Base
from desk.store.tables import AuditLine
from desk.store.tables_sync import SyncAside
from desk.store.unit import Reading
from desk.store.wire_rows import merge_of
from desk.wire.digest import Sums, of_fact, of_record
from desk.wire.ops import BadOp, parse
from desk.wire.sharing import Merge


def held(r: Reading, since_ms: int) -> dict[str, tuple[int, str]]:
    """What this desk holds, as the hub sums it up. since_ms: facts made before are left out."""
    sums = Sums()
    for name, table in synced_tables().items():
        for number in _numbers(r, table, since_ms):
            sums.add(name, number)
    return sums.told()


def unread(r: Reading) -> set[str]:
    """Kinds of lines that were set aside."""
    kinds: set[str] = set()
    for body in r.conn.execute(select(SyncAside.body)).scalars():
        try:
            kinds.add(parse(body or b"").kind)
        except BadOp:
            continue
    return kinds


def _numbers(r: Reading, table: type[Base], since_ms: int) -> list[int]:
    rows = table.__table__
    if merge_of(table) is not Merge.RECORD:
        ids = r.conn.execute(select(rows.c.id)).scalars()
        return [of_fact(bytes.fromhex(eid)) for eid in ids if made_at(eid) >= since_ms]
    found: list[int] = []
    for row in r.conn.execute(select(rows)).mappings():
        entity = entity_of(table, _plain(row))
        found.append(of_record(bytes.fromhex(row["id"]), entity.stamps, entity.deleted, entity.revived))
    return found


def _plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(name): value for name, value in row.items()}


def done_since(r: Reading, action: str, at_ms: int) -> bool:
    """Whether this desk's own trail tells of it."""
    line = AuditLine.__table__.c
    newest = select(line.at).where(line.action == action, line.device_id == r.device_id, line.at > at_ms).limit(1)
    return r.conn.execute(newest).first() is not None
