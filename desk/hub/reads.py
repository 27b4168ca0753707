"""What the hub knows of a site, as frozen views: how long its log is, and what a person has to see to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, select

from desk.core.errors import Refused
from desk.hub.incoming import ASIDE, REFUSED
from desk.hub.project import Key, unpack_fields, unpack_stamps
from desk.hub.tables import BALANCE, CLASH, CURSOR, ENTITY, PARKED, SITE, TASK
from desk.wire.merge import Entity


@dataclass(frozen=True)
class Overview:
    """head, floor: ends of the log that can be pulled; tasks: open ones; refused, aside: lines that do not apply."""

    site_id: str
    head: int
    chain: str
    floor: int
    clashes: int
    tasks: int
    refused: int
    aside: int


@dataclass(frozen=True)
class Task:
    """Something for the site to settle. eid: the claim that came second."""

    sort: str
    kind: str
    item: str
    eid: str
    opened_at: int
    closed_at: int | None


@dataclass(frozen=True)
class Parked:
    """A line that does not apply here. state: `aside` (waits for a newer hub), `refused`."""

    op_id: str
    seq: int
    device_id: str
    kind: str
    code: str
    state: str
    at: int


def overview(conn: Connection, site_id: str) -> Overview:
    """Raises Refused("hub.scope") for a site that is not known."""
    site = bytes.fromhex(site_id)
    row = conn.execute(select(SITE).where(SITE.c.site_id == site)).first()
    if row is None:
        raise Refused("hub.scope")
    return Overview(
        site_id,
        row.head,
        bytes(row.head_chain).hex(),
        row.floor,
        _count(conn, CLASH, site),
        _count(conn, TASK, site, TASK.c.closed_at.is_(None)),
        _count(conn, PARKED, site, PARKED.c.state == REFUSED),
        _count(conn, PARKED, site, PARKED.c.state == ASIDE),
    )


def tasks(conn: Connection, site_id: str, *, all_of_them: bool = False) -> list[Task]:
    query = select(TASK).where(TASK.c.site_id == bytes.fromhex(site_id)).order_by(TASK.c.opened_at, TASK.c.eid)
    if not all_of_them:
        query = query.where(TASK.c.closed_at.is_(None))
    return [
        Task(row.sort, row.kind, row.item, bytes(row.eid).hex(), row.opened_at, row.closed_at)
        for row in conn.execute(query)
    ]


def parked(conn: Connection, site_id: str, most: int = 500) -> list[Parked]:
    """The newest lines that do not apply."""
    query = select(PARKED).where(PARKED.c.site_id == bytes.fromhex(site_id)).order_by(PARKED.c.seq.desc()).limit(most)
    return [
        Parked(bytes(row.op_id).hex(), row.seq, bytes(row.device_id).hex(), row.kind, row.code, row.state, row.at)
        for row in conn.execute(query)
    ]


def balances(conn: Connection, site_id: str, kind: str) -> dict[str, int]:
    """Account -> balance."""
    query = select(BALANCE.c.account, BALANCE.c.amount).where(
        BALANCE.c.site_id == bytes.fromhex(site_id), BALANCE.c.kind == kind
    )
    return {str(row.account): int(row.amount) for row in conn.execute(query)}


def cursors(conn: Connection, site_id: str) -> dict[tuple[str, str], int]:
    """(device, scope) -> how far it has applied that log, as far as it was heard."""
    rows = conn.execute(select(CURSOR).where(CURSOR.c.site_id == bytes.fromhex(site_id)))
    return {(bytes(row.device_id).hex(), str(row.scope)): int(row.seq) for row in rows}


def entities(conn: Connection, site_id: str, kind: str | None = None) -> dict[Key, Entity]:
    """Every thing of a site, or of one kind of it, as all writes leave it. For checks and small kinds."""
    c = ENTITY.c
    query = select(ENTITY).where(c.site_id == bytes.fromhex(site_id))
    if kind is not None:
        query = query.where(c.kind == kind)
    return {(bytes(row.eid), str(row.kind)): _entity(row) for row in conn.execute(query)}


def _entity(row: Any) -> Entity:
    fields = unpack_fields(bytes(row.fields))
    return Entity(fields, unpack_stamps(row.stamps, fields), row.deleted, row.revived)


def _count(conn: Connection, table: Table, site: bytes, *more: Any) -> int:
    query = select(func.count()).select_from(table).where(table.c.site_id == site, *more)
    return int(conn.execute(query).scalar_one())
