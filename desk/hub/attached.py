"""Files that nothing names any more: what an erased thing showed goes with it, what was replaced goes at night.

A file may be named by several things (a correction shows the picture of what it corrects): all of a site's are asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, select

from desk.hub import blobs
from desk.hub.incoming import ASIDE
from desk.hub.project import Pictures, unpack_fields
from desk.hub.tables import BLOB, ENTITY, OP_LOG, PARKED, SITE
from desk.wire.kinds import Kind, Kinds

_NAME = re.compile(rb'"([0-9a-f]{64})"')


def forget(conn: Connection, pictures: Pictures, kinds: Kinds) -> None:
    """After an erasure: the files that only the erased things named, as far as this hub can read."""
    gone: set[str] = set()
    for (eid, name), thing in pictures.before.items():
        kind = kinds.get(name)
        if eid in pictures.newly_erased and kind is not None:
            gone.update(named(kind, thing.fields))
    if gone:
        _drop(conn, pictures.site, gone - _standing(conn, pictures.site, kinds) - _perhaps(conn, pictures.site))


def sweep(conn: Connection, site: bytes, kinds: Kinds, now_ms: int) -> int:
    """Whole files of a site that nothing names, two weeks after they came; returns how many went.

    Nothing goes while a line waits for a newer hub: it may name them. No push comes in between (another process of the
    hub may be at one): what it names stands by then, or waits to be named.
    """
    conn.execute(select(SITE.c.head).where(SITE.c.site_id == site).with_for_update())
    waits = select(PARKED.c.seq).where(PARKED.c.site_id == site, PARKED.c.state == ASIDE).limit(1)
    old = select(BLOB.c.digest).where(BLOB.c.site_id == site, BLOB.c.at < now_ms - blobs.UNFINISHED_MS)
    found = {bytes(row.digest).hex() for row in conn.execute(old)}
    if not found or conn.execute(waits).first() is not None:
        return 0
    gone = found - _standing(conn, site, kinds)
    _drop(conn, site, gone)
    return len(gone)


def named(kind: Kind, fields: Any) -> Iterator[str]:
    """The files that a thing names: one or a list in each of its fields for that."""
    for name in kind.files:
        value = fields.get(name)
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, str) and one:
                yield one


def _standing(conn: Connection, site: bytes, kinds: Kinds) -> set[str]:
    """Every file that something of this site names."""
    showing = {kind.name: kind for kind in kinds if kind.files}
    rows = conn.execute(
        select(ENTITY.c.kind, ENTITY.c.fields).where(ENTITY.c.site_id == site, ENTITY.c.kind.in_(sorted(showing)))
    )
    return {one for row in rows for one in named(showing[row.kind], unpack_fields(bytes(row.fields)))}


def _perhaps(conn: Connection, site: bytes) -> set[str]:
    """Every file that a line may name which a newer hub will understand."""
    waits = select(PARKED.c.seq).where(PARKED.c.site_id == site, PARKED.c.state == ASIDE)
    bodies = select(OP_LOG.c.body).where(OP_LOG.c.site_id == site, OP_LOG.c.seq.in_(waits), OP_LOG.c.body.is_not(None))
    return {name.decode() for body in conn.execute(bodies).scalars() for name in _NAME.findall(bytes(body))}


def _drop(conn: Connection, site: bytes, digests: Iterable[str]) -> None:
    for digest in sorted(digests):
        if blobs.is_name(digest):  # whatever else a desk wrote there names no file
            blobs.drop(conn, site.hex(), bytes.fromhex(digest))
