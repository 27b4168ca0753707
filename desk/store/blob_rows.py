"""The queue of attachments: files named by their SHA-256, to be sent to the hub or fetched from it, text always first."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import insert, select, update

from desk.store.tables_sync import SyncBlob
from desk.store.unit import Reading, Unit

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


def waiting(r: Reading, limit: int = 20) -> list[BlobRow]:
    """The smallest first: many small ones are worth more than one large one."""
    query = select(SyncBlob.__table__).where(_B.state == WAITING).order_by(_B.size, _B.digest).limit(limit)
    return [_row(row) for row in r.conn.execute(query)]


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


def _row(row: object) -> BlobRow:
    return BlobRow(*(getattr(row, name) for name in ("digest", "kind", "size", "way", "done", "state", "fail_code")))
