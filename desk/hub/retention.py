"""Keeping the log from growing for ever (SYNC 2.8): what later lines have made superfluous goes, the chain stays.

In steps of a few hundred lines, each its own short transaction: pushes go on in between. Erasing personal data is not
done here but by operations (publish.erasing, and what desks write), which reach every place at once.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, delete, func, or_, select, update

from desk.core.clock import DAY_MS
from desk.hub import bulk
from desk.hub.db import Db
from desk.hub.incoming import ASIDE, REFUSED
from desk.hub.members import DISTRICT_SORT
from desk.hub.project import ERASED_KIND, unpack_stamps
from desk.hub.tables import CLASH, CURSOR, DEVICE, ENTITY, OP_LOG, PARKED, SITE, TASK
from desk.wire.stamp import stamp

log = logging.getLogger("desk.hub.retention")
LOG_MS = 180 * DAY_MS  # a desk that was away longer begins with a snapshot
READ_MS = 60 * DAY_MS  # what every live desk has is kept this long all the same, for desks restored from a backup
CHAIN_MS = 365 * DAY_MS  # number, id and chain of a line without a body; settled tasks, clashes
EVIDENCE_MS = 180 * DAY_MS  # bodies of refused lines: they may hold personal data that no operation can name
PART = 300
ENDLESS = 2**62


@dataclass(frozen=True)
class Kept:
    """What one run came to for a site. floor: the log can be pulled from there; counts of bodies and of lines."""

    floor: int
    bodies: int
    lines: int


def run(db: Db, now: int) -> dict[str, Kept]:
    """Compact every site and district; returns what became of each."""
    sites = db.read(lambda conn: conn.execute(select(SITE.c.site_id, SITE.c.sort, SITE.c.floor)).all())
    return {bytes(row.site_id).hex(): compact(db, bytes(row.site_id), row.sort, row.floor, now) for row in sites}


def compact(db: Db, site: bytes, sort: str, old_floor: int, now: int) -> Kept:
    """First the floor rises, then bodies go: no desk is ever given a page with a gap in it."""
    floor = max(old_floor, db.write(lambda conn: _raise_floor(conn, site, sort, now)))
    bodies, seq = 0, old_floor
    while seq < floor:
        seq, gone = db.write(lambda conn, after=seq: _drop_superseded(conn, site, after, floor))  # type: ignore[misc]
        bodies += gone
    lines = db.write(lambda conn: _drop_old(conn, site, floor, now))
    if bodies or lines:
        log.info("compacted: floor %d, %d bodies and %d lines gone", floor, bodies, lines)
    return Kept(floor, bodies, lines)


def _raise_floor(conn: Connection, site: bytes, sort: str, now: int) -> int:
    by_age = _newest_before(conn, site, now - LOG_MS)
    read = min(_read_by_all(conn, site, sort, now), _newest_before(conn, site, now - READ_MS))
    floor = min(max(by_age, read), _understood(conn, site))
    conn.execute(update(SITE).where(SITE.c.site_id == site, SITE.c.floor < floor).values(floor=floor))
    return floor


def _understood(conn: Connection, site: bytes) -> int:
    """Up to where this hub knows what every line says: what comes after is in no snapshot yet."""
    first = select(func.min(PARKED.c.seq)).where(PARKED.c.site_id == site, PARKED.c.state == ASIDE)
    oldest = conn.execute(first).scalar()
    return int(oldest) - 1 if oldest is not None else ENDLESS


def _newest_before(conn: Connection, site: bytes, at: int) -> int:
    """The number of the newest line taken in before a moment. Times in a log may go back: the first later one counts."""
    later = select(OP_LOG.c.seq).where(OP_LOG.c.site_id == site, OP_LOG.c.recv_at >= at)
    first = conn.execute(later.order_by(OP_LOG.c.seq).limit(1)).scalar()
    if first is not None:
        return int(first) - 1
    return int(conn.execute(select(SITE.c.head).where(SITE.c.site_id == site)).scalar() or 0)


def _read_by_all(conn: Connection, site: bytes, sort: str, now: int) -> int:
    """How far every live desk has applied this log; 0 when one was never heard, nothing less than all when none lives."""
    scope = ("d:" if sort == DISTRICT_SORT else "s:") + site.hex()
    of_site = DEVICE.c.site_id == site
    if sort == DISTRICT_SORT:
        of_site = DEVICE.c.site_id.in_(select(SITE.c.site_id).where(SITE.c.district_id == site))
    same = and_(CURSOR.c.site_id == DEVICE.c.site_id, CURSOR.c.device_id == DEVICE.c.device_id, CURSOR.c.scope == scope)
    recent = or_(DEVICE.c.seen_at >= now - LOG_MS, DEVICE.c.made_at >= now - LOG_MS)
    query = (
        select(func.min(func.coalesce(CURSOR.c.seq, 0)))
        .select_from(DEVICE.outerjoin(CURSOR, same))
        .where(of_site, DEVICE.c.state == "live", recent)
    )
    return int(conn.execute(query).scalar() or 0)


def _drop_superseded(conn: Connection, site: bytes, after: int, floor: int) -> tuple[int, int]:
    """Bodies of lines up to the floor of which nothing stands any more, looked for where these lines wrote.

    Returns (the number looked up to, how many bodies went).
    """
    query = (
        select(OP_LOG.c.seq, OP_LOG.c.eid)
        .where(OP_LOG.c.site_id == site, OP_LOG.c.seq > after, OP_LOG.c.seq <= floor)
        .order_by(OP_LOG.c.seq)
        .limit(PART)
    )
    rows = conn.execute(query).all()
    if not rows:
        return floor, 0
    eids = {bytes(row.eid) for row in rows if row.eid}
    standing = _standing(conn, site, eids)
    lines = bulk.find(conn, OP_LOG, ("seq", "op_id", "clock", "eid"), site, "eid", standing)
    gone = [
        seq
        for seq, op_id, clock, eid in lines
        if seq <= floor and stamp(clock, bytes(op_id).hex()) not in standing[bytes(eid)]
    ]
    return rows[-1].seq, _empty(conn, site, gone)


def _standing(conn: Connection, site: bytes, eids: Iterable[bytes]) -> dict[bytes, set[str]]:
    """Entity -> stamps of the writes that stand in it; only entities that have a picture."""
    found: dict[bytes, set[str]] = {}
    columns = ("eid", "kind", "fields", "stamps", "deleted", "revived")
    for eid, kind, _, stamps, deleted, revived in bulk.find(conn, ENTITY, columns, site, "eid", eids):
        if kind != ERASED_KIND:
            held = set(unpack_stamps(stamps, ("one",)).values())
            found.setdefault(bytes(eid), set()).update(held | {deleted, revived})
    return found


def _empty(conn: Connection, site: bytes, seqs: list[int]) -> int:
    count = 0
    for start in range(0, len(seqs), bulk.CHUNK):
        part = seqs[start : start + bulk.CHUNK]
        where = (OP_LOG.c.site_id == site, OP_LOG.c.seq.in_(part), OP_LOG.c.body.is_not(None))
        count += conn.execute(update(OP_LOG).where(*where).values(body=None)).rowcount
    return count


def _drop_old(conn: Connection, site: bytes, floor: int, now: int) -> int:
    """Old lines without a body (never the one at the floor), old evidence, and what was settled long ago."""
    old = now - CHAIN_MS
    evidence = select(PARKED.c.seq).where(
        PARKED.c.site_id == site, PARKED.c.state == REFUSED, PARKED.c.at < now - EVIDENCE_MS
    )
    conn.execute(update(OP_LOG).where(OP_LOG.c.site_id == site, OP_LOG.c.seq.in_(evidence)).values(body=None))
    conn.execute(delete(CLASH).where(CLASH.c.site_id == site, CLASH.c.at < old))
    conn.execute(delete(TASK).where(TASK.c.site_id == site, TASK.c.closed_at < old))
    conn.execute(delete(PARKED).where(PARKED.c.site_id == site, PARKED.c.state == REFUSED, PARKED.c.at < old))
    where: tuple[Any, ...] = (OP_LOG.c.site_id == site, OP_LOG.c.seq < floor, OP_LOG.c.recv_at < old)
    return conn.execute(delete(OP_LOG).where(*where, OP_LOG.c.body.is_(None))).rowcount
