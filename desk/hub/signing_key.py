"""The hub's own Ed25519 key: made once, kept with its database, known to every desk since its enrolment."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from desk.hub.db import Db
from desk.hub.schema import fact, set_fact

NAME = "signing_key"


def load_or_make(db: Db) -> Ed25519PrivateKey:
    """The key; when several processes start at once on a new database, all end with the same one."""
    try:
        raw = db.write(_held)
    except IntegrityError:  # another process was quicker
        raw = db.write(_held)
    return Ed25519PrivateKey.from_private_bytes(raw)


def _held(conn: Connection) -> bytes:
    found = fact(conn, NAME)
    if found is None:
        found = Ed25519PrivateKey.generate().private_bytes_raw()
        set_fact(conn, NAME, found)
    return found
