"""The queue of attachments: files named by their SHA-256, to be sent to the hub or fetched from it, text always first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select, tuple_, update

from desk.store.kinds import synced_tables
from desk.store.schema import Base
from desk.store.tables_sync import SyncBlob
from desk.store.unit import Reading, Unit
from desk.store.wire_rows import attachment_columns

UP, DOWN = "up", "down"
WAITING, DONE, FAILED = "waiting", "done", "failed"
_B = SyncBlob.__table__.c


@dataclass(frozen=True)
class BlobRow:
    """digest: hex; way: UP or DOWN; done: bytes that are at the other end (UP) or here (DOWN); kind: of the hub's limits."""

    digest: str
    kind: str
    size: int
    way: str
    done: int
    state: str
    fail_code: str


def queue(u: Unit, digest: str, kind: str, size: int, way: str) -> None:
    """Once; what failed before is tried again."""
    known = u.conn.execute(select(_B.state).where(_B.digest == digest)).scalar_one_or_none()
    if known is None:
        u.conn.execute(insert(SyncBlob).values(digest=digest, size=size, way=way, kind=kind))
    elif known == FAILED:
        u.conn.execute(update(SyncBlob).where(_B.digest == digest).values(state=WAITING, fail_code=""))


def waiting(r: Reading, after: tuple[int, str] = (0, ""), limit: int = 20) -> list[BlobRow]:
    """The smallest first: many small ones are worth more than one large one. after: (size, name) of the last one seen."""
    query = select(SyncBlob.__table__).where(_B.state == WAITING, tuple_(_B.size, _B.digest) > after)
    return [_row(row) for row in r.conn.execute(query.order_by(_B.size, _B.digest).limit(limit))]


def row_of(r: Reading, digest: str) -> BlobRow | None:
    found = r.conn.execute(select(SyncBlob.__table__).where(_B.digest == digest)).one_or_none()
    return None if found is None else _row(found)


def went_on(u: Unit, digest: str, done: int) -> None:
    u.conn.execute(update(SyncBlob).where(_B.digest == digest).values(done=done))


def ended(u: Unit, digest: str, code: str = "") -> None:
    """It is there, or will never be (code says why)."""
    state = FAILED if code else DONE
    u.conn.execute(update(SyncBlob).where(_B.digest == digest).values(state=state, fail_code=code))
    u.changed("blobs")


def send_again(u: Unit) -> None:
    """The hub went back and may lack files again: it is asked for each one that is here, and gets what is missing."""
    u.conn.execute(update(SyncBlob).where(_B.state == DONE).values(state=WAITING, way=UP, done=0))


def named(r: Reading, tables: Mapping[str, type[Base]] | None = None) -> set[str]:
    """Every file that a row says (columns declared with `schema.attachment`)."""
    found: set[str] = set()
    for table in (synced_tables() if tables is None else tables).values():
        for name in attachment_columns(table):
            for value in r.conn.execute(select(table.__table__.c[name])).scalars():
                found.update(_names(value))
    return found


def keep_only(u: Unit, digests: Iterable[str]) -> None:
    """Take all other files off the queue."""
    gone = set(u.conn.execute(select(_B.digest)).scalars()).difference(digests)
    if gone:
        u.conn.execute(delete(SyncBlob).where(_B.digest.in_(sorted(gone))))
        u.changed("blobs")


def _names(value: Any) -> list[str]:
    return [one for one in (value if isinstance(value, list) else (value,)) if isinstance(one, str) and one]


def _row(row: object) -> BlobRow:
    return BlobRow(*(getattr(row, name) for name in ("digest", "kind", "size", "way", "done", "state", "fail_code")))
