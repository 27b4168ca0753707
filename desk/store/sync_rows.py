"""Rows of agreeing with a hub: position, pulled log, lines to give back, clamped stamps, what waits for a person."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import Connection, Table, and_, bindparam, delete, func, insert, select, update

from desk.store import bulk
from desk.store.tables import Outbox, SyncSelf
from desk.store.tables_sync import SyncAside, SyncClamp, SyncCursor, SyncLink, SyncLog, SyncOffer, SyncRefusal
from desk.store.unit import Reading, Unit
from desk.wire import chain
from desk.wire.messages import Logged

CHUNK = 500
LOG_COLUMNS = ("scope", "seq", "op_id", "eid", "clock", "device", "chain", "body", "at")
_LOG, _OFFER = SyncLog.__table__, SyncOffer.__table__
_FIRST = itemgetter(0)
# Statements of every unit, made once: making one takes longer than running it.
_LINK, _SET_LINK = select(SyncLink.__table__), update(cast(Table, SyncLink.__table__))
_CURSOR = select(SyncCursor.seq, SyncCursor.chain, SyncCursor.snap_seq).where(SyncCursor.scope == bindparam("of"))
_SET_CURSOR = update(cast(Table, SyncCursor.__table__)).where(SyncCursor.scope == bindparam("of"))
# `+`: else SQLite goes through a scope's whole log, every time
_KNOWN = """
SELECT 0, op_id, clock FROM sync_offer WHERE op_id IN (SELECT unhex(value) FROM json_each(?)) UNION ALL
SELECT 1, op_id, clock FROM sync_log WHERE op_id IN (SELECT unhex(value) FROM json_each(?)) AND +scope = ?
"""
_SEEN_AGAIN = "DELETE FROM sync_offer WHERE op_id IN (SELECT unhex(value) FROM json_each(?))"


def scope_start(scope: str) -> bytes:
    """The chain value before the first line of a scope's log."""
    return chain.start(f"scope:{scope}")


# --- the link -------------------------------------------------------------------------------------------------------


def link(r: Reading) -> Mapping[str, Any] | None:
    """The enrolment row, or None while this desk has no hub."""
    row = r.conn.execute(_LINK).mappings().first()
    return None if row is None else {str(name): value for name, value in row.items()}


def set_link(u: Unit, **values: Any) -> None:
    u.conn.execute(_SET_LINK, values)


# --- position -------------------------------------------------------------------------------------------------------


def cursor(r: Reading, scope: str) -> tuple[int, bytes]:
    """(seq, chain) of the last applied line."""
    return place(r, scope)[:2]


def place(r: Reading, scope: str) -> tuple[int, bytes, int]:
    """As `cursor`, and up to where a snapshot was taken in whose lines have not all been pulled yet, or 0."""
    row = r.conn.execute(_CURSOR, {"of": scope}).first()
    return (0, scope_start(scope), 0) if row is None else (row.seq, row.chain, row.snap_seq)


def snapshot_token(r: Reading, scope: str) -> str:
    found = r.conn.execute(select(SyncCursor.snap_token).where(SyncCursor.scope == scope)).scalar_one_or_none()
    return found or ""


def set_cursor(u: Unit, scope: str, seq: int, value: bytes, snap_token: str = "") -> None:
    place = {"seq": seq, "chain": value, "snap_token": snap_token}
    if u.conn.execute(_SET_CURSOR, {"of": scope, **place}).rowcount == 0:
        u.conn.execute(insert(SyncCursor).values(scope=scope, **place))


def snapshot_made(u: Unit, scope: str, end: tuple[int, bytes]) -> None:
    """A page of a snapshot shows things as new as this end of the log."""
    at = SyncCursor.scope == scope
    u.conn.execute(
        update(SyncCursor).where(at, SyncCursor.snap_seq < end[0]).values(snap_seq=end[0], snap_chain=end[1])
    )


def snapshot_overtaken(u: Unit, scope: str, head: int) -> None:
    """Whether the log now leads through the place up to which the snapshot shows things; head: where the hub's ends.

    Where it does not, the hub went back before this desk had the lines: it has things whose lines nobody gives back, and
    a gap is noted.
    """
    row = u.conn.execute(select(SyncCursor.__table__).where(SyncCursor.scope == scope)).one()
    if head >= row.snap_seq > row.seq:
        return
    through = select(SyncLog.chain).where(SyncLog.scope == scope, SyncLog.seq == row.snap_seq)
    value = row.chain if row.seq == row.snap_seq else u.conn.execute(through).scalar_one_or_none()
    gap = row.gap or value != row.snap_chain
    u.conn.execute(update(SyncCursor).where(SyncCursor.scope == scope).values(snap_seq=0, snap_chain=b"", gap=gap))


def has_gap(r: Reading, scope: str) -> bool:
    """Whether the hub went back to before what the log here holds."""
    return bool(r.conn.execute(select(SyncCursor.gap).where(SyncCursor.scope == scope)).scalar_one_or_none())


def set_gap(u: Unit, scope: str, gap: bool) -> None:
    u.conn.execute(update(SyncCursor).where(SyncCursor.scope == scope).values(gap=gap))


# --- the log --------------------------------------------------------------------------------------------------------


def known(conn: Connection, scope: str, op_ids: Sequence[str]) -> dict[str, str]:
    """Operation id -> the clock value it counted by, of those that were applied before (and perhaps given back)."""
    rows = conn.exec_driver_sql(_KNOWN, (json.dumps(op_ids), json.dumps(op_ids), scope))
    return {row[1].hex(): row[2] for row in sorted(rows, key=_FIRST)}


def append_log(u: Unit, scope: str, lines: Sequence[tuple[Logged, bytes, str | None, bool]]) -> None:
    """Keep pulled lines: (line, chain value, entity, whether its body stands in the outbox)."""
    now, raw = u.now, bytes.fromhex
    rows = (
        (scope, line.seq, raw(line.op_id), raw(eid) if eid else None, line.clock, line.device, value,
         None if own or not line.body else line.body, now)
        for line, value, eid, own in lines
    )  # fmt: skip
    bulk.insert_rows(u.conn, SyncLog, LOG_COLUMNS, rows, or_else="REPLACE")


def points(r: Reading, scope: str, below: int, above: int, most: int) -> list[tuple[int, bytes]]:
    """Up to `most` kept (seq, chain) with above < seq < below, newest first, spread over the whole range."""
    query = select(_LOG.c.seq, _LOG.c.chain).where(_LOG.c.scope == scope, _LOG.c.seq > above, _LOG.c.seq < below)
    count = r.conn.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    rows = r.conn.execute(query.order_by(_LOG.c.seq.desc())).all() if count <= most else _spread(r, query, count, most)
    return [(row.seq, row.chain) for row in rows]


def _spread(r: Reading, query: Any, count: int, most: int) -> list[Any]:
    """Every n-th, with the newest and the oldest."""
    rows = r.conn.execute(query.order_by(_LOG.c.seq.desc())).all()
    step = -(-count // (most - 1))
    return [*rows[::step][: most - 1], rows[-1]]


def step_back(u: Unit, scope: str, seq: int, value: bytes) -> int:
    """The hub went back to `seq`: lines after it are given back to it. Returns how many.

    Where the log here does not reach back so far, or bodies of it were let go, a gap is noted.
    """
    after = select(_LOG.c.op_id, _LOG.c.eid, _LOG.c.clock, func.coalesce(_LOG.c.body, Outbox.body).label("body")).join(
        Outbox, Outbox.op_id == _LOG.c.op_id, isouter=True
    )
    rows = u.conn.execute(after.where(_LOG.c.scope == scope, _LOG.c.seq > seq).order_by(_LOG.c.seq)).mappings().all()
    offers = [dict(row) for row in rows if row["body"] is not None]
    reached = u.conn.execute(select(SyncCursor.seq).where(SyncCursor.scope == scope)).scalar_one_or_none() or 0
    gap = len(offers) < reached - seq or has_gap(u, scope) or place(u, scope)[2] > seq
    if offers and scope.startswith("s:"):  # a district's words are the hub's own
        u.conn.execute(insert(SyncOffer).prefix_with("OR IGNORE"), offers)
    u.conn.execute(delete(SyncLog).where(SyncLog.scope == scope, SyncLog.seq > seq))
    set_cursor(u, scope, seq, value)
    set_gap(u, scope, gap)
    return len(offers)


def lines_about(r: Reading, scope: str, eids: Iterable[str]) -> list[tuple[str, str, bytes]]:
    """(entity, clock, body) of the log's lines on these things, as far as their bodies are still here."""
    found: list[tuple[str, str, bytes]] = []
    body = func.coalesce(_LOG.c.body, Outbox.body).label("body")
    query = select(_LOG.c.eid, _LOG.c.clock, body).join(Outbox, Outbox.op_id == _LOG.c.op_id, isouter=True)
    for some in _chunks(list(eids)):
        rows = r.conn.execute(query.where(_LOG.c.scope == scope, _LOG.c.eid.in_(some), body.is_not(None)))
        found += [(row.eid, row.clock, row.body) for row in rows]
    return found


# --- lines to give back ---------------------------------------------------------------------------------------------


def offers(r: Reading, after: int, limit: int) -> list[tuple[int, str, str, bytes]]:
    """(number, operation id, clock, body) of the oldest lines to give back after `after`."""
    query = select(_OFFER.c.num, _OFFER.c.op_id, _OFFER.c.clock, _OFFER.c.body)
    rows = r.conn.execute(
        query.where(_OFFER.c.num > after, _OFFER.c.body.is_not(None)).order_by(_OFFER.c.num).limit(limit)
    )
    return [(row.num, row.op_id, row.clock, row.body) for row in rows]


def offer(u: Unit, lines: Sequence[tuple[str, str, str, bytes]]) -> None:
    """(operation id, entity, clock, body): to be given to the hub without numbers."""
    rows = [{"op_id": op, "eid": eid, "clock": clock, "body": body} for op, eid, clock, body in lines]
    if rows:
        u.conn.execute(insert(SyncOffer).prefix_with("OR IGNORE"), rows)


def seen_again(u: Unit, op_ids: Sequence[str]) -> None:
    """These stand in the hub's log: nothing is left to give back."""
    u.conn.exec_driver_sql(_SEEN_AGAIN, (json.dumps(op_ids),))


# --- clamped stamps -------------------------------------------------------------------------------------------------


def clamped(conn: Connection, written: Iterable[str]) -> dict[str, str]:
    """Of these stamps, those that count otherwise than written."""
    found: dict[str, str] = {}
    for some in _chunks(list(written)):
        query = select(SyncClamp.written, SyncClamp.counts).where(SyncClamp.written.in_(some))
        found.update({row.written: row.counts for row in conn.execute(query)})
    return found


def clamp(u: Unit, pairs: Mapping[str, str]) -> None:
    """Remember which stamps count otherwise; a pair of equals forgets one."""
    rows = [{"written": written, "counts": counts} for written, counts in pairs.items() if written != counts]
    if rows:
        u.conn.execute(insert(SyncClamp).prefix_with("OR REPLACE"), rows)
    for some in _chunks([written for written, counts in pairs.items() if written == counts]):
        u.conn.execute(delete(SyncClamp).where(SyncClamp.written.in_(some)))


# --- what waits for a newer program, what the hub refused ------------------------------------------------------------


def put_aside(u: Unit, scope: str, lines: Sequence[tuple[Logged, str | None, str]]) -> None:
    """(line, entity, reason): kept as it came, visible, and tried again after an upgrade."""
    rows = [
        {"op_id": line.op_id, "eid": eid, "scope": scope, "clock": line.clock, "body": line.body, "code": code, "at": u.now}
        for line, eid, code in lines
    ]  # fmt: skip
    if rows:
        u.conn.execute(insert(SyncAside).prefix_with("OR IGNORE"), rows)


def aside(r: Reading) -> list[Mapping[str, Any]]:
    return [dict(row) for row in r.conn.execute(select(SyncAside.__table__).order_by(SyncAside.num)).mappings()]


def take_up(u: Unit, op_ids: Sequence[str]) -> None:
    for ids in _chunks(op_ids):
        u.conn.execute(delete(SyncAside).where(SyncAside.op_id.in_(ids)))


def refused(u: Unit, refusals: Mapping[str, str]) -> None:
    """Operation id -> why. Each is parked once."""
    kinds: dict[str, str] = {}
    for ids in _chunks(list(refusals)):
        kinds |= {
            row.op_id: row.kind
            for row in u.conn.execute(select(Outbox.op_id, Outbox.kind).where(Outbox.op_id.in_(ids)))
        }
    rows = [{"op_id": op, "kind": kinds.get(op, ""), "code": code, "at": u.now} for op, code in refusals.items()]
    if rows:
        u.conn.execute(insert(SyncRefusal).prefix_with("OR IGNORE"), rows)


def erase(u: Unit, eids: Sequence[str]) -> int:
    """Take the bodies of all operations on these entities out of every table of syncing; chains keep their values."""
    count = 0
    for ids in _chunks(eids):
        for table in (SyncLog, SyncOffer, SyncAside):
            mine = table.__table__.c
            statement = update(table).where(mine.eid.in_(ids), mine.body.is_not(None)).values(body=None)
            count += u.conn.execute(statement).rowcount
    return count


def forget_log(u: Unit, before_ms: int, keep_every: int = 64) -> int:
    """Thin the pulled log: lines older than `before_ms` go, but for every n-th, which stays as a checkpoint."""
    old = and_(SyncLog.at < before_ms, SyncLog.op_id.not_in(select(SyncOffer.op_id)))  # what is to be given back stays
    gone = u.conn.execute(delete(SyncLog).where(old, SyncLog.seq % keep_every != 0)).rowcount
    u.conn.execute(update(SyncLog).where(old, SyncLog.body.is_not(None)).values(body=None))
    return int(gone)


def _chunks(items: Sequence[str]) -> Iterable[Sequence[str]]:
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))


def refusal_count(r: Reading) -> int:
    """Lines of this desk that the hub refused and nobody has looked at yet."""
    unseen = select(func.count()).select_from(SyncRefusal).where(SyncRefusal.seen_at.is_(None))
    return int(r.conn.execute(unseen).scalar_one())


def set_offset(u: Unit, offset_ms: int) -> None:
    """Hub time minus this desk's wall time: later clock values are in hub time."""
    u.conn.execute(update(SyncSelf).values(hub_offset_ms=offset_ms))
