"""Rows of carrying changes by hand: lives of desks whose lines came on a stick, and what each other desk is known to hold.

They stand in the tables of syncing under scopes of their own: `x:<incarnation>` (lines of that life that came by hand, and
how far they go) and `h:<device>:<incarnation or scope>` (how far that desk was when it last wrote a file).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from desk.store import sync_rows
from desk.store.applying import erasing
from desk.store.tables import Outbox
from desk.store.tables_sync import SyncCursor, SyncLog, SyncOffer
from desk.store.unit import REDACTION, Reading, Unit
from desk.wire import chain
from desk.wire.messages import Logged
from desk.wire.ops import BadOp, parse

CHUNK = 500
MARK, MARKS = 64, 64
LIFE, HELD = "x:", "h:"
_O, _L, _F, _C = Outbox.__table__.c, SyncLog.__table__.c, SyncOffer.__table__.c, SyncCursor.__table__.c
SETTLED = ("confirmed", "dropped")  # states of lines that nobody needs to carry


@dataclass(frozen=True)
class Numbered:
    """One line of a life. body empty: erased; value: the chain value after it."""

    seq: int
    op_id: str
    body: bytes
    value: bytes


@dataclass(frozen=True)
class Life:
    """How far a life of a desk is known here, with the chain value there."""

    incarnation: str
    device: str
    seq: int
    value: bytes
    own: bool


def lives(r: Reading) -> dict[str, Life]:
    """All of them, by incarnation: this desk's present and former ones, and those that came by hand."""
    found: dict[str, Life] = {}
    ends = select(_O.incarnation, func.max(_O.seq).label("seq")).group_by(_O.incarnation)
    for row in r.conn.execute(ends).all():
        value = r.conn.execute(select(_O.hash).where(_O.incarnation == row.incarnation, _O.seq == row.seq)).scalar_one()
        found[row.incarnation] = Life(row.incarnation, r.device_id, row.seq, bytes(value), own=True)
    for row in r.conn.execute(select(SyncCursor.__table__).where(_C.scope.startswith(LIFE))).all():
        incarnation = row.scope.removeprefix(LIFE)
        known = found.get(incarnation)
        if known is None or row.seq > known.seq:
            device = known.device if known else _device(r.conn, row.scope)
            found[incarnation] = Life(incarnation, device, row.seq, bytes(row.chain), own=known is not None)
    return found


def value_at(r: Reading, incarnation: str, seq: int) -> bytes | None:
    """The chain value of a life at a number, None where it is not known here."""
    if seq == 0:
        return chain.start(incarnation)
    own = select(_O.hash).where(_O.incarnation == incarnation, _O.seq == seq)
    came = select(_L.chain).where(_L.scope == LIFE + incarnation, _L.seq == seq)
    for query in (own, came):
        if (value := r.conn.execute(query).scalar_one_or_none()) is not None:
            return bytes(value)
    return None


def marks(r: Reading, incarnation: str) -> list[tuple[int, bytes]]:
    """Some places on the way through a life, the newest first."""
    own = select(_O.seq, _O.hash.label("chain")).where(_O.incarnation == incarnation, _O.seq % MARK == 0)
    came = select(_L.seq, _L.chain).where(_L.scope == LIFE + incarnation, _L.seq % MARK == 0)
    rows = [row for query in (own, came) for row in r.conn.execute(query)]
    return sorted(((row.seq, bytes(row.chain)) for row in rows), reverse=True)[:MARKS]


def lines(r: Reading, incarnation: str, after: int, limit: int) -> list[Numbered]:
    """The next lines of a life, whoever lived it."""
    own = select(_O.seq, _O.op_id, _O.body, _O.hash.label("chain")).where(_O.incarnation == incarnation, _O.seq > after)
    rows = r.conn.execute(own.order_by(_O.seq).limit(limit)).all()
    if not rows:
        came = select(_L.seq, _L.op_id, _L.body, _L.chain).where(_L.scope == LIFE + incarnation, _L.seq > after)
        rows = r.conn.execute(came.order_by(_L.seq).limit(limit)).all()
    return [Numbered(row.seq, row.op_id, bytes(row.body or b""), bytes(row.chain)) for row in rows]


def settled_upto(r: Reading, life: Life) -> int:
    """Up to which number every line of a life stands in the hub's log, as far as this desk has seen it."""
    waits = select(func.min(_O.seq)).where(_O.incarnation == life.incarnation, _O.state.not_in(SETTLED))
    scope = LIFE + life.incarnation
    offered = (
        select(func.min(_L.seq)).select_from(SyncLog.__table__.join(SyncOffer.__table__, _F.op_id == _L.op_id))
    ).where(_L.scope == scope)
    first = [n for n in (r.conn.execute(query).scalar_one_or_none() for query in (waits, offered)) if n is not None]
    return min(first) - 1 if first else life.seq


def loose(r: Reading, after: int, limit: int) -> list[tuple[int, str, bytes]]:
    """(number, operation id, body) of lines to be given back that belong to no life known here."""
    in_a_life = select(_L.op_id).where(_L.op_id == _F.op_id, _L.scope.startswith(LIFE)).exists()
    query = select(_F.num, _F.op_id, _F.body).where(_F.num > after, _F.body.is_not(None), ~in_a_life)
    return [(row.num, row.op_id, bytes(row.body)) for row in r.conn.execute(query.order_by(_F.num).limit(limit))]


def known(conn: Connection, op_ids: Sequence[str]) -> set[str]:
    """Of these operations, those that were written or taken in here, by whichever way."""
    found: set[str] = set()
    for start in range(0, len(op_ids), CHUNK):
        part = op_ids[start : start + CHUNK]
        for column in (_O.op_id, _L.op_id, _F.op_id):
            found |= set(conn.execute(select(column).where(column.in_(part))).scalars())
    return found


def came(conn: Connection, op_ids: Sequence[str]) -> dict[str, tuple[str, str, str, str]]:
    """Of these operations, those that came by hand and that no hub has told a clock value of: as outbox.own."""
    found: dict[str, tuple[str, str, str, str]] = {}
    for start in range(0, len(op_ids), CHUNK):
        part = _F.op_id.in_(op_ids[start : start + CHUNK])
        for row in conn.execute(select(_F.op_id, _F.body).where(part, _F.clock == "", _F.body.is_not(None))):
            try:
                op = parse(bytes(row.body))
            except BadOp:
                continue
            found[row.op_id] = (op.hlc, op.kind, op.eid, "")
    return found


def erased(r: Reading) -> set[str]:
    """The things that this desk has been told to erase, as far back as its copies of operations go."""
    mark = b'"act":"redact"'
    found: set[str] = set()
    for query in (
        select(_O.body).where(_O.kind == REDACTION, _O.body.is_not(None)),
        select(_L.body).where(func.instr(_L.body, mark) > 0),
    ):
        for body in r.conn.execute(query).scalars():
            try:
                found |= set(erasing(parse(bytes(body))))
            except BadOp:
                continue
    return found


def keep(u: Unit, life: str, device: str, rows: Iterable[tuple[Numbered, str | None, str]]) -> None:
    """Keep lines of a life that came by hand: (line, entity, clock value it counts by)."""
    whole = [
        {"scope": LIFE + life, "seq": line.seq, "op_id": line.op_id, "eid": eid, "clock": clock, "device": device,
         "chain": line.value, "body": line.body or None, "at": u.now}
        for line, eid, clock in rows
    ]  # fmt: skip
    if whole:
        u.conn.execute(insert(SyncLog).prefix_with("OR REPLACE"), whole)


def offer(u: Unit, rows: Sequence[tuple[str, str | None, bytes]]) -> None:
    """(operation id, entity, body): to be given to a hub, which says how they count, and to other desks."""
    whole = [{"op_id": op_id, "eid": eid, "clock": "", "body": body} for op_id, eid, body in rows]
    if whole:
        u.conn.execute(insert(SyncOffer).prefix_with("OR IGNORE"), whole)


def held_by(r: Reading) -> dict[str, dict[str, tuple[int, bytes]]]:
    """Device -> (incarnation or scope -> how far it was)."""
    found: dict[str, dict[str, tuple[int, bytes]]] = {}
    for row in r.conn.execute(select(SyncCursor.__table__).where(_C.scope.startswith(HELD))).all():
        device, name = row.scope[len(HELD) : len(HELD) + 32], row.scope[len(HELD) + 33 :]
        found.setdefault(device, {})[name] = (row.seq, bytes(row.chain))
    return found


def set_held_by(u: Unit, device: str, places: Mapping[str, tuple[int, bytes]]) -> None:
    """What that desk says it holds now; it may have gone back."""
    u.conn.execute(delete(SyncCursor).where(_C.scope.startswith(f"{HELD}{device}:")))
    for name, (seq, value) in places.items():
        sync_rows.set_cursor(u, f"{HELD}{device}:{name}", seq, value)


def scopes(r: Reading) -> dict[str, tuple[int, bytes]]:
    """The hub's logs that were taken in here, and how far."""
    rows = r.conn.execute(select(SyncCursor.__table__).where(_C.scope.startswith("s:") | _C.scope.startswith("d:")))
    return {row.scope: (row.seq, bytes(row.chain)) for row in rows}


def log_after(r: Reading, scope: str, seq: int, limit: int) -> list[tuple[Logged, bytes]]:
    """Lines of a hub's log as they were pulled, with their chain values."""
    body = func.coalesce(_L.body, _O.body).label("body")
    query = (
        select(_L.seq, _L.op_id, _L.clock, _L.device, _L.chain, body)
        .select_from(SyncLog.__table__.join(Outbox.__table__, _O.op_id == _L.op_id, isouter=True))
        .where(_L.scope == scope, _L.seq > seq)
        .order_by(_L.seq)
        .limit(limit)
    )
    found = []
    for row in r.conn.execute(query):
        value, text = bytes(row.chain), bytes(row.body or b"")
        told = "" if text else value.hex()
        found.append((Logged(row.seq, row.op_id, row.clock, row.device, text, told), value))
    return found


def oldest_whole(r: Reading, scope: str, since_ms: int) -> int:
    """The first number from which on the log here is without gaps and no body was let go for its age; 0: from the start."""
    old = select(func.max(_L.seq)).where(_L.scope == scope, _L.at < since_ms)
    first = select(func.min(_L.seq)).where(_L.scope == scope)
    newest_old = r.conn.execute(old).scalar_one_or_none()
    if newest_old is not None:
        return int(newest_old)
    return int(r.conn.execute(first).scalar_one_or_none() or 1) - 1


def log_value(r: Reading, scope: str, seq: int) -> bytes | None:
    """The chain value of a hub's log at a number, None where it is not here."""
    if seq == 0:
        return sync_rows.scope_start(scope)
    found = r.conn.execute(select(_L.chain).where(_L.scope == scope, _L.seq == seq)).scalar_one_or_none()
    return None if found is None else bytes(found)


def _device(conn: Connection, scope: str) -> str:
    return str(conn.execute(select(_L.device).where(_L.scope == scope).limit(1)).scalar_one_or_none() or "")
