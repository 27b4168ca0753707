"""Files of a site, named by the SHA-256 of what is in them: taken in parts that can go on after a cut, given out in parts.

They lie in the database, so that every process of a hub has them and one backup holds everything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.hub.tables import BLOB, BLOB_PART

MIB = 1024 * 1024
PART = MIB  # of one request
LIMITS = {"picture": 8 * MIB, "sound": 16 * MIB, "paper": 16 * MIB}
SITE_LIMIT = 8 * 1024 * MIB
UNFINISHED_MS = 14 * DAY_MS
_DIGEST = re.compile("[0-9a-f]{64}")
_CONTENT_RANGE = re.compile(r"bytes (?:(\d{1,12})-(\d{1,12})|\*)/(\d{1,12})")
_RANGE = re.compile(r"bytes=(\d{1,12})-(\d{0,12})")


@dataclass(frozen=True)
class Piece:
    """Bytes start .. end (both included) of size; start None: only a question how much is there."""

    start: int | None
    end: int
    size: int


@dataclass(frozen=True)
class State:
    """How much of a file is here."""

    have: int
    size: int

    @property
    def whole(self) -> bool:
        return self.have == self.size


def is_name(text: str) -> bool:
    return _DIGEST.fullmatch(text) is not None


def digest_of(text: str) -> bytes:
    """Raises Refused("blob.name")."""
    if not is_name(text):
        raise Refused("blob.name")
    return bytes.fromhex(text)


def piece_of(field: str, length: int) -> Piece:
    """From a Content-Range field (RFC 9110 14.4) and the body's length. Raises Refused("blob.range")."""
    said = _CONTENT_RANGE.fullmatch(field.strip())
    if said is None:
        raise Refused("blob.range")
    size = int(said[3])
    if said[1] is None:
        if length:
            raise Refused("blob.range")
        return Piece(None, 0, size)
    start, end = int(said[1]), int(said[2])
    if not (start <= end < size and end - start + 1 == length <= PART):
        raise Refused("blob.range")
    return Piece(start, end, size)


def wanted_of(field: str) -> int:
    """Where to begin, from a Range field `bytes=N-`; 0 without one. Raises Refused("blob.range")."""
    if not field:
        return 0
    said = _RANGE.fullmatch(field.strip())
    if said is None:
        raise Refused("blob.range")
    return int(said[1])


def take(conn: Connection, now_ms: int, site_id: str, digest: bytes, kind: str, piece: Piece, data: bytes) -> State:
    """Take one piece in. Raises Refused: `blob.kind`, `blob.too_large`, `blob.site_full`, `blob.size`, `blob.at` (go on
    from `have`), `blob.mismatch` (the whole is not what its name says: all of it is dropped)."""
    if kind not in LIMITS:
        raise Refused("blob.kind")
    if not 0 < piece.size <= LIMITS[kind]:
        raise Refused("blob.too_large", limit=LIMITS[kind])
    site = bytes.fromhex(site_id)
    known = _state(conn, site, digest)
    if known is None:
        known = _begin(conn, now_ms, site, digest, piece.size)
    if known.size != piece.size:
        raise Refused("blob.size", size=known.size)
    if piece.start is None or known.whole:
        return known
    where = (*_where(BLOB, site, digest), BLOB.c.have == piece.start)
    grown = {"have": piece.end + 1, "at": now_ms}
    if piece.start != known.have or conn.execute(update(BLOB).where(*where).values(grown)).rowcount != 1:
        raise Refused("blob.at", have=known.have)
    conn.execute(insert(BLOB_PART).values(site_id=site, digest=digest, start=piece.start, data=data))
    if piece.end + 1 == piece.size and not _is(conn, site, digest):
        drop(conn, site_id, digest)
        return State(0, 0)
    return State(piece.end + 1, piece.size)


def give(conn: Connection, site_id: str, digest: bytes, start: int) -> tuple[bytes, State]:
    """Bytes from `start`, at most one part. Raises Refused("blob.unknown" | "blob.range")."""
    site = bytes.fromhex(site_id)
    known = _state(conn, site, digest)
    if known is None or not known.whole:
        raise Refused("blob.unknown")
    if start >= known.size:
        raise Refused("blob.range")
    columns = (BLOB_PART.c.start, BLOB_PART.c.data)
    here = (*_where(BLOB_PART, site, digest), BLOB_PART.c.start <= start)
    part = conn.execute(select(*columns).where(*here).order_by(BLOB_PART.c.start.desc()).limit(1)).one()
    return bytes(part.data)[start - part.start :], known


def drop(conn: Connection, site_id: str, digest: bytes) -> None:
    """Remove a file, or what there is of it."""
    for table in (BLOB_PART, BLOB):
        conn.execute(delete(table).where(*_where(table, bytes.fromhex(site_id), digest)))


def forget(conn: Connection, now_ms: int) -> None:
    """What nobody went on sending for two weeks is dropped."""
    old = select(BLOB.c.site_id, BLOB.c.digest).where(BLOB.c.have < BLOB.c.size, BLOB.c.at < now_ms - UNFINISHED_MS)
    for row in conn.execute(old).all():
        drop(conn, bytes(row.site_id).hex(), bytes(row.digest))


def _begin(conn: Connection, now_ms: int, site: bytes, digest: bytes, size: int) -> State:
    used = conn.execute(select(func.coalesce(func.sum(BLOB.c.size), 0)).where(BLOB.c.site_id == site)).scalar_one()
    if int(used) + size > SITE_LIMIT:
        raise Refused("blob.site_full")
    conn.execute(insert(BLOB).values(site_id=site, digest=digest, size=size, have=0, at=now_ms))
    return State(0, size)


def _state(conn: Connection, site: bytes, digest: bytes) -> State | None:
    found = conn.execute(select(BLOB.c.have, BLOB.c.size).where(*_where(BLOB, site, digest))).one_or_none()
    return None if found is None else State(found.have, found.size)


def _is(conn: Connection, site: bytes, digest: bytes) -> bool:
    """Whether all parts together are what the name says."""
    sum_, start = sha256(), 0
    columns = select(BLOB_PART.c.data).where(*_where(BLOB_PART, site, digest))
    while (part := conn.execute(columns.where(BLOB_PART.c.start == start)).scalar()) is not None:
        sum_.update(part)
        start += len(part)
    return sum_.digest() == digest


def _where(table: Any, site: bytes, digest: bytes) -> tuple[Any, Any]:
    return table.c.site_id == site, table.c.digest == digest
