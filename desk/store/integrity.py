"""Is the store whole? Pages, ciphers, foreign keys, search index."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desk.store.engine import DatabaseError, raw_connection


def quick_faults(path: Path, key: bytes) -> list[str]:
    """Faults of a file found by opening it and `quick_check`; empty when it is good. Never raises database errors."""
    return _run(path, key, ("PRAGMA cipher_integrity_check", "PRAGMA quick_check"))


def all_faults(path: Path, key: bytes) -> list[str]:
    """The thorough check: every page's seal, `integrity_check`, foreign keys, the search index."""
    statements = ("PRAGMA cipher_integrity_check", "PRAGMA integrity_check", "PRAGMA foreign_key_check")
    return _run(path, key, (*statements, "INSERT INTO search_doc(search_doc) VALUES ('integrity-check')"))


def _run(path: Path, key: bytes, statements: tuple[str, ...]) -> list[str]:
    if not path.exists():
        return ["missing"]
    conn: Any = None
    faults: list[str] = []
    try:
        conn = raw_connection(path, key)
        for statement in statements:
            rows = conn.execute(statement).fetchall()
            faults += [str(row[0]) for row in rows if row[0] != "ok"]
    except DatabaseError as error:
        faults.append(str(error))
    finally:
        if conn is not None:
            conn.close()
    return faults
