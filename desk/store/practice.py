"""A practice estate: a mark inside its encrypted store, so that a copy, a rename or a backup of it is practice still.

What it may never do is refused where it would be done (desk.sync, desk.devices, desk.store.backup), not at a button.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from desk.core.errors import Refused
from desk.store.engine import DatabaseError, raw_connection
from desk.store.tables import Secret
from desk.store.unit import Reading, Unit

MARK = "practice"  # name of the secret: secrets never travel and no page can write one
NO_HUB, NO_CARRY, NO_PORTS, NO_BACKUP = (
    "practice.no_hub",
    "practice.no_carry",
    "practice.no_ports",
    "practice.no_backup",
)


def mark(u: Unit) -> None:
    """Make a throw-away store a practice estate, for good. Raises Refused("practice.real_data") for any other store."""
    if not u.is_throwaway:
        raise Refused("practice.real_data")
    u.put_secret(MARK, b"1")


def is_practice(r: Reading) -> bool:
    """Whether everything in this store is practice."""
    return r.conn.execute(select(Secret.name).where(Secret.name == MARK)).first() is not None


def refuse(r: Reading, code: str) -> None:
    """Raises Refused(code) in a practice estate."""
    if is_practice(r):
        raise Refused(code)


def in_file(database: Path, key: bytes) -> bool:
    """The same of a store that is not open. False for a file that cannot be read: whoever opens it will say so."""
    if not database.exists():
        return False
    conn = raw_connection(database, key)
    try:
        return conn.execute("SELECT 1 FROM secret WHERE name = ?", (MARK,)).fetchone() is not None
    except DatabaseError:
        return False
    finally:
        conn.close()
