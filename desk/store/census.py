"""How much stands in a store: rows of each table, by numbers alone. Says nothing of anybody."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import func, inspect, select, table

from desk.store.unit import Reading

HIDDEN = ("search_doc", "sqlite_", "alembic_version")


def counts(r: Reading) -> Mapping[str, int]:
    """Table -> rows, by name."""
    names = [name for name in inspect(r.conn).get_table_names() if not name.startswith(HIDDEN)]
    return {name: int(r.conn.execute(select(func.count()).select_from(table(name))).scalar_one()) for name in names}


def newest_ms(r: Reading) -> int:
    """The moment (UTC ms) of the newest thing written here."""
    return int(r.identity["newest_ms"] or 0)
