"""The outbox: what waits to be sent, its chain, and erasure that keeps the hashes.

A line is `pending` until the hub has it, `acked` until it was seen coming back in a pull, then `confirmed`: an
acknowledgement alone is worth nothing once a hub is restored from yesterday's backup. `dropped`: erased before it was
ever sent, in a former life of the desk whose chain nobody follows any more.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, literal_column, or_, select, update

from desk.store import sync_rows
from desk.store.tables import Outbox
from desk.store.tables_sync import SyncConflict
from desk.store.unit import Reading, Unit
from desk.wire import chain
from desk.wire.messages import Line

CHUNK = 500
_O = Outbox.__table__
_WAITS = _O.c.state.in_((literal_column("'pending'"), literal_column("'acked'")))  # as ix_outbox_waits says it

_WAITING = select(func.count()).where(_WAITS)
_AMONG = "op_id IN (SELECT unhex(value) FROM json_each(?))"
_OWN = f"SELECT op_id, hlc, kind, eid, state FROM outbox WHERE {_AMONG}"  # noqa: S608 - our own words
_AFTER = """
SELECT outbox.op_id, outbox.body, outbox.hash, sync_log.clock
FROM outbox LEFT JOIN sync_log ON sync_log.op_id = outbox.op_id
WHERE outbox.incarnation = ? AND outbox.seq > ? ORDER BY outbox.seq LIMIT ?
"""
_ACKED = "UPDATE outbox SET state = 'acked' WHERE incarnation = ? AND seq > ? AND seq <= ? AND state = 'pending'"
_CONFIRM = f"UPDATE outbox SET state = 'confirmed' WHERE {_AMONG}"  # noqa: S608


@dataclass(frozen=True)
class Batch:
    """Lines base + 1 ... of this desk's present life, with the chain value at `base`."""

    incarnation: str
    base: int
    base_hash: bytes
    lines: tuple[Line, ...]


def waiting(r: Reading) -> int:
    """How many changes have not been confirmed by a hub."""
    return int(r.conn.execute(_WAITING).scalar_one())


def oldest_waiting(r: Reading) -> int | None:
    """When the oldest unconfirmed change was made, UTC ms by this desk's hybrid clock."""
    first = select(_O.c.hlc).where(_WAITS).order_by(_O.c.num).limit(1)
    clock = r.conn.execute(first).scalar_one_or_none()
    return int(clock[:12], 16) if clock else None


def end(r: Reading) -> tuple[str, int, bytes]:
    """(incarnation, last number, chain value there)."""
    return str(r.identity["incarnation"]), int(r.identity["last_seq"]), bytes(r.identity["last_hash"])


def hash_at(r: Reading, seq: int) -> bytes | None:
    """The chain value at a number of the present incarnation, None for one that is not here."""
    incarnation = str(r.identity["incarnation"])
    if seq == 0:
        return chain.start(incarnation)
    at = select(_O.c.hash).where(_O.c.incarnation == incarnation, _O.c.seq == seq)
    return r.conn.execute(at).scalar_one_or_none()


def batch(r: Reading, base: int, limit: int, max_bytes: int) -> Batch:
    """The next lines after `base`, at least one, within the limits; a unit of work is not split where it fits.

    Lines that once had a clock value of the hub carry it, so that they keep it when a hub that went back gets them again.
    """
    incarnation = str(r.identity["incarnation"])
    before = hash_at(r, base)
    if before is None:
        raise LookupError(f"no line {base} in this life of the desk")
    size, lines = 0, list[Line]()
    for op_id, body, digest, clock in r.conn.exec_driver_sql(_AFTER, (bytes.fromhex(incarnation), base, limit)):
        size += len(body or b"")
        if lines and size > max_bytes:
            break
        lines.append(_line(op_id.hex(), body or b"", digest, clock or ""))
    return Batch(incarnation, base, before, tuple(_whole_units(lines, limit)))


def _line(op_id: str, body: bytes, digest: bytes, clock: str) -> Line:
    return Line(body, clock=clock) if body else Line(b"", op_id, clock, digest.hex())


def _whole_units(lines: list[Line], limit: int) -> list[Line]:
    """Leave out the beginning of a unit of work whose rest did not fit, unless it is all there is."""
    if len(lines) < limit or _unit_of(lines[-1]) is None:
        return lines
    last, keep = _unit_of(lines[-1]), len(lines)
    while keep and _unit_of(lines[keep - 1]) == last:
        keep -= 1
    return lines[:keep] or lines


def _unit_of(line: Line) -> bytes | None:
    """The `tx` of a canonical body, read without parsing it whole: it stands near the end."""
    at = line.body.rfind(b'"tx":"')
    return line.body[at + 6 : at + 38] if at >= 0 else None


def acked(u: Unit, incarnation: str, upto: int, after: int = 0) -> None:
    """The hub holds lines up to this number. after: up to where that was written down before."""
    u.conn.exec_driver_sql(_ACKED, (bytes.fromhex(incarnation), after, upto))


def own(conn: Connection, op_ids: Sequence[str]) -> dict[str, tuple[str, str, str, str]]:
    """Of these operations, those this desk wrote and still knows: id -> (hlc, kind, eid, state)."""
    rows = conn.exec_driver_sql(_OWN, (json.dumps(op_ids),))
    return {row[0].hex(): (row[1], row[2], row[3].hex(), row[4]) for row in rows}


def confirm(u: Unit, op_ids: Sequence[str]) -> None:
    """These came back in a pull."""
    if op_ids:
        u.conn.exec_driver_sql(_CONFIRM, (json.dumps(op_ids),))


def unseen(r: Reading, after: int, limit: int, acked: bool) -> list[tuple[int, str, bytes]]:
    """(number, operation id, body) of lines to be offered: unconfirmed ones of former lives of this desk, which nobody
    numbers any more; with `acked` also those of this life that a hub acknowledged and no pull has shown. Of these the
    hub is asked about erased ones too (body b""): it tells where they stand, and nobody waits for them any longer."""
    lived = and_(_O.c.incarnation != str(r.identity["incarnation"]), _O.c.body.is_not(None))
    query = select(_O.c.num, _O.c.op_id, _O.c.body).where(
        or_(lived, _O.c.state == "acked") if acked else lived,
        _WAITS,
        _O.c.num > after,
    )
    return [(row.num, row.op_id, row.body or b"") for row in r.conn.execute(query.order_by(_O.c.num).limit(limit))]


def redact(u: Unit, entity_ids: Sequence[str]) -> int:
    """Erase the bodies of every operation on these entities, here and, once told, at the hub and every other desk.

    Hashes stay, so the chains still verify. Returns how many bodies of this desk's own operations went.
    """
    count = erase(u, entity_ids)
    if entity_ids:
        u.redact(list(entity_ids))
    return count


def erase(u: Unit, entity_ids: Sequence[str]) -> int:
    """Erase here only: what a redaction of another desk asks for."""
    if not entity_ids:  # every slice of a pull asks: looking through all that waits would take a month's desk minutes
        return 0
    count = 0
    for start in range(0, len(entity_ids), CHUNK):
        ids = entity_ids[start : start + CHUNK]
        result = u.conn.execute(update(Outbox).where(Outbox.eid.in_(ids), Outbox.body.is_not(None)).values(body=None))
        count += result.rowcount
        u.conn.execute(
            update(SyncConflict).where(SyncConflict.eid.in_(ids)).values(standing=None, lost=None, state="settled")
        )
    sync_rows.erase(u, entity_ids)
    drop_unsent(u.conn, str(u.identity["incarnation"]))
    return count


def drop_unsent(conn: Connection, incarnation: str) -> None:
    """Erased lines of former lives that no hub has seen: there is nothing left to tell of them."""
    gone = (Outbox.incarnation != incarnation, Outbox.body.is_(None), _WAITS)
    conn.execute(update(Outbox).where(*gone).values(state="dropped"))


def erase_lines(u: Unit, op_ids: Sequence[str]) -> None:
    """Erase the bodies of these operations: the hub gave them back empty."""
    for start in range(0, len(op_ids), CHUNK):
        u.conn.execute(update(Outbox).where(_O.c.op_id.in_(op_ids[start : start + CHUNK])).values(body=None))


def thin(u: Unit, before_ms: int) -> int:
    """Let go the bodies of lines that every backup of the hub must know by now; their hashes stay."""
    old = (Outbox.state == "confirmed", Outbox.hlc < f"{before_ms:012x}", Outbox.body.is_not(None))
    return int(u.conn.execute(update(Outbox).where(*old).values(body=None)).rowcount)


def first_break(r: Reading) -> int | None:
    """The number of the first outbox line whose hash does not follow from the one before it, or None."""
    for incarnation in r.conn.execute(select(Outbox.incarnation).distinct()).scalars().all():
        broken = chain.first_break(chain.start(incarnation), _lines(r.conn, incarnation))
        if broken is not None:
            return broken
    return None


def acked_count(r: Reading) -> int:
    """Lines of any life that a hub acknowledged and no pull has shown."""
    return int(r.conn.execute(select(func.count()).where(_O.c.state == "acked", _WAITS)).scalar_one())


def states(r: Reading) -> Mapping[str, int]:
    """How many lines are in each state."""
    rows = r.conn.execute(select(Outbox.state, func.count()).group_by(Outbox.state)).all()
    return {row[0]: int(row[1]) for row in rows}


def _lines(conn: Connection, incarnation: str) -> Iterator[tuple[int, bytes | None, bytes]]:
    query = select(Outbox.num, Outbox.body, Outbox.hash).where(Outbox.incarnation == incarnation).order_by(Outbox.seq)
    for row in conn.execute(query):
        body = row.body.encode() if isinstance(row.body, str) else row.body  # a tampered value may have changed type
        yield row.num, body, row.hash
