"""Migrations from inside the program: alembic over our own connection, no ini file, never from a newer store.

Alembic is loaded only when there is something to migrate: on every other start its 10 MB and its 0.1 s are saved by reading
the revisions out of the scripts and the store ourselves.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, inspect

from desk.core.errors import Refused
from desk.store.engine import migration_engine

if TYPE_CHECKING:
    from alembic.config import Config

SCRIPTS = Path(__file__).parent / "migrations"
IGNORED = "search_doc"  # the FTS table and its shadows belong to no model
_SAYS = re.compile(r"^(revision|down_revision)\b[^=\n]*=\s*[\"']?([^\"'\s]+)", re.MULTILINE)


def config() -> Config:
    from alembic.config import Config

    found = Config()
    found.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    return found


def head() -> str:
    """The revision this program writes."""
    before = revisions()
    return next(one for one in before if one not in before.values())


def revisions() -> dict[str, str]:
    """Every revision the program knows, with the one below it ("None" for the first). Each name on a line of its own."""
    said = [dict(_SAYS.findall(path.read_text(encoding="utf-8"))) for path in (SCRIPTS / "versions").glob("*.py")]
    return {one["revision"]: one["down_revision"] for one in said if "revision" in one}


def current(path: Path, key: bytes) -> str | None:
    """The revision of a store, None for an empty one. Raises database errors for a wrong key or a broken file."""
    engine = migration_engine(path, key)
    try:
        with engine.connect() as conn:
            return _revision(conn)
    finally:
        engine.dispose()


def _revision(conn: Connection) -> str | None:
    if conn.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first() is None:
        return None
    row = conn.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    return None if row is None else str(row[0])


def upgrade(path: Path, key: bytes, target: str = "head") -> None:
    """Bring a store to this program's revision, in one transaction per revision.

    Raises Refused("store.newer") and touches nothing when a newer program wrote it.
    """
    engine = migration_engine(path, key)
    try:
        with engine.connect() as conn:
            found = _revision(conn)
            _refuse_newer(found)
            if found == head() and target == "head":
                return
            from alembic import command

            conn.rollback()
            options = config()
            options.attributes["connection"] = conn
            command.upgrade(options, target)
    finally:
        engine.dispose()


def needs_upgrade(path: Path, key: bytes) -> bool:
    """True when opening would change the schema. Raises Refused("store.newer")."""
    found = current(path, key)
    _refuse_newer(found)
    return found != head()


def include_name(name: str | None, kind: str, parents: Any) -> bool:
    """Keeps autogenerate away from the search index."""
    return not (kind == "table" and name is not None and name.startswith(IGNORED))


def _refuse_newer(found: str | None) -> None:
    if found is not None and found not in revisions():
        raise Refused("store.newer", revision=found)


def tables(conn: Connection) -> set[str]:
    return set(inspect(conn).get_table_names())
