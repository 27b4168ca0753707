"""Making the tables, and bringing those of an older hub up to date, in steps that both databases can do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, delete, insert, inspect, select, update
from sqlalchemy.exc import IntegrityError, ProgrammingError

from desk.core.errors import Trouble
from desk.hub import tables_admin as _tables_admin  # noqa: F401 - its tables are made here too
from desk.hub.db import Db
from desk.hub.tables import FACT, HUB_SITE, META

NAME = "schema"
Step = Callable[[Connection], None]


def _first(conn: Connection) -> None:
    META.create_all(conn, checkfirst=True)


STEPS: Sequence[Step] = (_first,)
"""Step n brings version n to n + 1; a released step is never changed. Each must be able to run on both databases."""


def prepare(db: Db, steps: Sequence[Step] = STEPS) -> int:
    """Make or upgrade the tables; returns the version. Any number of processes may do so at once.

    Raises Trouble("hub.schema_newer") for a database that a newer hub has used.
    """
    for _ in range(3):
        try:
            return db.write(lambda conn: _upgrade(conn, steps))
        except (IntegrityError, ProgrammingError):  # another process made the same table at the same moment
            continue
    return db.write(lambda conn: _upgrade(conn, steps))


def version(conn: Connection) -> int:
    if not inspect(conn).has_table(FACT.name):
        return 0
    return int(fact(conn, NAME) or b"0")


def _upgrade(conn: Connection, steps: Sequence[Step]) -> int:
    found = version(conn)
    if found > len(steps):
        raise Trouble("hub.schema_newer")
    for step in steps[found:]:
        step(conn)
    if found < len(steps):
        set_fact(conn, NAME, str(len(steps)).encode())
    return len(steps)


def fact(conn: Connection, name: str) -> bytes | None:
    """A small fact of the hub itself, or None."""
    found = conn.execute(select(FACT.c.value).where(FACT.c.site_id == HUB_SITE, FACT.c.name == name)).scalar()
    return None if found is None else bytes(found)


def set_fact(conn: Connection, name: str, value: bytes | None) -> None:
    """Keep a fact of the hub; None forgets it."""
    where = (FACT.c.site_id == HUB_SITE, FACT.c.name == name)
    if value is None:
        conn.execute(delete(FACT).where(*where))
        return
    if conn.execute(update(FACT).where(*where).values(value=value)).rowcount == 0:
        conn.execute(insert(FACT).values(site_id=HUB_SITE, name=name, value=value))
