"""Making the pictures anew from the log, and applying what had to wait for this version of the hub."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, select, update

from desk.hub import attached, bulk, effects, rights
from desk.hub.db import Db
from desk.hub.entering import erase
from desk.hub.incoming import ASIDE, NOT_KEPT, erased_eids, judge
from desk.hub.project import ERASED_KIND, Pictures
from desk.hub.tables import BALANCE, CLAIM, CLAMPED, ENTITY, OP_LOG, PARKED, SITE
from desk.wire import merge, ops
from desk.wire.kinds import Kinds
from desk.wire.stamp import stamp

PART = 500
COLUMNS = ("seq", "op_id", "clock", "eid", "body")


def replay(conn: Connection, kinds: Kinds, site: bytes, lines: Sequence[Any], now: int) -> None:
    """Apply lines of the log (COLUMNS) to the pictures; those that do not apply, or are erased, are passed over."""
    found = [(row.clock, _parsed(row.body)) for row in lines if row.body]
    applied = [(clock, op) for clock, op in found if op is not None and not judge(op, kinds)[0]]
    bases = _bases(conn, site, (op for _, op in applied))
    pictures = Pictures(site)
    erasing = [eid for _, op in applied if op.act == merge.REDACT for eid in erased_eids(op)]
    pictures.load(conn, [bytes.fromhex(op.eid) for _, op in applied] + erasing)
    for clock, op in applied:
        written = stamp(clock, op.id)
        if op.act == merge.REDACT:
            pictures.erase(erased_eids(op), written)
        else:
            seen = {name: bases.get(base, base) for name, base in op.base.items()}
            pictures.apply(op, bytes.fromhex(op.eid), written, seen)
    pictures.store(conn, now)
    if pictures.newly_erased:
        erase(conn, site, pictures.newly_erased)
        attached.forget(conn, pictures, kinds)
        rights.forget(conn, pictures, now)
    effects.store(conn, pictures, kinds, now)


def rebuild(conn: Connection, kinds: Kinds, site: bytes, now: int) -> int:
    """Throw the pictures of a site away and make them from its log, all in this transaction; returns the lines read.

    What was erased stays erased; tasks keep when they were opened.
    """
    conn.execute(select(SITE.c.head).where(SITE.c.site_id == site).with_for_update())
    conn.execute(delete(ENTITY).where(ENTITY.c.site_id == site, ENTITY.c.kind != ERASED_KIND))
    for table in (BALANCE, CLAIM):
        conn.execute(delete(table).where(table.c.site_id == site))
    seq = count = 0
    while lines := _lines(conn, site, seq):
        replay(conn, kinds, site, lines, now)
        seq, count = lines[-1].seq, count + len(lines)
    return count


def apply_waiting(db: Db, kinds: Kinds, now: Callable[[], int]) -> int:
    """After an upgrade: apply lines that were set aside and are understood now. Returns how many."""
    query = select(PARKED.c.site_id).where(PARKED.c.state == ASIDE).distinct()
    sites = [bytes(row.site_id) for row in db.read(lambda conn: conn.execute(query).all())]
    return sum(_apply_site(db, kinds, site, now) for site in sites)


def _apply_site(db: Db, kinds: Kinds, site: bytes, now: Callable[[], int]) -> int:
    after, count = -1, 0
    while True:

        def step(conn: Connection, after: int = after) -> tuple[int | None, int]:
            return _apply_part(conn, kinds, site, after, now())

        last, applied = db.write(step)
        count += applied
        if last is None:
            return count
        after = last


def _apply_part(conn: Connection, kinds: Kinds, site: bytes, after: int, now: int) -> tuple[int | None, int]:
    """(number of the last line looked at, how many are applied)."""
    conn.execute(select(SITE.c.head).where(SITE.c.site_id == site).with_for_update())
    waiting = (
        select(PARKED.c.op_id, PARKED.c.seq)
        .where(PARKED.c.site_id == site, PARKED.c.state == ASIDE, PARKED.c.seq > after)
        .order_by(PARKED.c.seq)
        .limit(PART)
    )
    parked = conn.execute(waiting).all()
    if not parked:
        return None, 0
    lines = sorted(bulk.find(conn, OP_LOG, COLUMNS, site, "seq", (row.seq for row in parked)))
    ready = [row for row in lines if _settled(conn, kinds, site, row)]
    replay(conn, kinds, site, ready, now)
    return parked[-1].seq, len(ready)


def _settled(conn: Connection, kinds: Kinds, site: bytes, row: Any) -> bool:
    """Whether a line applies now; one that turns out to be refused is marked so, and its body goes if it leaks.

    A line that was erased while it waited waits for nothing any more.
    """
    where = (PARKED.c.site_id == site, PARKED.c.op_id == row.op_id)
    if not row.body:
        conn.execute(delete(PARKED).where(*where))
        return False
    op = _parsed(row.body)
    if op is None:
        return False
    state, code = judge(op, kinds, by_hub=False)
    if not state:
        conn.execute(delete(PARKED).where(*where))
    elif state != ASIDE:
        conn.execute(update(PARKED).where(*where).values(state=state, code=code))
        if code in NOT_KEPT:
            conn.execute(update(OP_LOG).where(OP_LOG.c.site_id == site, OP_LOG.c.seq == row.seq).values(body=None))
    return not state


def _lines(conn: Connection, site: bytes, after: int) -> Sequence[Any]:
    columns = [OP_LOG.c[name] for name in COLUMNS]
    query = select(*columns).where(OP_LOG.c.site_id == site, OP_LOG.c.seq > after).order_by(OP_LOG.c.seq).limit(PART)
    return conn.execute(query).all()


def _bases(conn: Connection, site: bytes, found: Iterable[ops.Op]) -> dict[str, str]:
    seen = {base for op in found for base in op.base.values() if base}
    return {row[0]: row[1] for row in bulk.find(conn, CLAMPED, ("written", "counts"), site, "written", seen)}


def _parsed(body: bytes) -> ops.Op | None:
    try:
        return ops.parse(bytes(body))
    except ops.BadOp:
        return None
