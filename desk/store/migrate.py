"""Migrations from inside the program: alembic over our own connection, no ini file, never from a newer store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from desk.core.errors import Refused
from desk.store.engine import migration_engine

SCRIPTS = Path(__file__).parent / "migrations"
IGNORED = "search_doc"  # the FTS table and its shadows belong to no model


def config() -> Config:
    found = Config()
    found.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    return found


def head() -> str:
    """The revision this program writes."""
    return str(ScriptDirectory.from_config(config()).get_current_head())


def current(path: Path, key: bytes) -> str | None:
    """The revision of a store, None for an empty one. Raises database errors for a wrong key or a broken file."""
    engine = migration_engine(path, key)
    try:
        with engine.connect() as conn:
            return MigrationContext.configure(conn).get_current_revision()
    finally:
        engine.dispose()


def upgrade(path: Path, key: bytes, target: str = "head") -> None:
    """Bring a store to this program's revision, in one transaction per revision.

    Raises Refused("store.newer") and touches nothing when a newer program wrote it.
    """
    engine = migration_engine(path, key)
    try:
        with engine.connect() as conn:
            found = MigrationContext.configure(conn).get_current_revision()
            _refuse_newer(found)
            if found == head() and target == "head":
                return
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
    if found is None:
        return
    known = {script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()}
    if found not in known:
        raise Refused("store.newer", revision=found)


def tables(conn: Connection) -> set[str]:
    return set(inspect(conn).get_table_names())
