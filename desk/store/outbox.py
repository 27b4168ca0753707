"""The outbox: what waits to be sent, its chain, and erasure that keeps the hashes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, func, select, update

from desk.store.tables import Outbox
from desk.store.unit import Reading, Unit
from desk.wire import chain

CHUNK = 500


def waiting(r: Reading) -> int:
    """How many changes have not been confirmed by a hub."""
    return int(r.conn.execute(select(func.count()).where(Outbox.state != "confirmed")).scalar_one())


def redact(u: Unit, entity_ids: Sequence[str]) -> int:
    """Erase the bodies of every operation on these entities, sent or not; hashes stay, so the chain still verifies."""
    count = 0
    for start in range(0, len(entity_ids), CHUNK):
        ids = entity_ids[start : start + CHUNK]
        result = u.conn.execute(update(Outbox).where(Outbox.eid.in_(ids), Outbox.body.is_not(None)).values(body=None))
        count += result.rowcount
    return count


def first_break(r: Reading) -> int | None:
    """The number of the first outbox line whose hash does not follow from the one before it, or None."""
    for incarnation in r.conn.execute(select(Outbox.incarnation).distinct()).scalars().all():
        broken = chain.first_break(chain.start(incarnation), _lines(r.conn, incarnation))
        if broken is not None:
            return broken
    return None


def _lines(conn: Connection, incarnation: str) -> Iterator[tuple[int, bytes | None, bytes]]:
    query = select(Outbox.num, Outbox.body, Outbox.hash).where(Outbox.incarnation == incarnation).order_by(Outbox.seq)
    for row in conn.execute(query):
        body = row.body.encode() if isinstance(row.body, str) else row.body  # a tampered value may have changed type
        yield row.num, body, row.hash
