"""Opening the encrypted file: SQLCipher with a raw key, WAL, synchronous FULL, BEGIN IMMEDIATE for writers."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

BUSY_MS = 5_000
CACHE_KIB = 8_192  # a connection: a desk keeps four or five open, and the system's own cache holds the file as well


def raw_connection(path: Path, key: bytes, *, read_only: bool = False) -> Any:
    """A bare sqlcipher3 connection with the key set; raises sqlcipher3 errors when key or file are wrong."""
    conn = sqlcipher.connect(
        f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}",
        uri=True,
        check_same_thread=False,
        isolation_level=None,
    )
    # the library prints to stderr on a wrong key unless told not to
    conn.execute("PRAGMA cipher_log_level = NONE")
    conn.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return conn


def _prepare(conn: Any, read_only: bool) -> None:
    conn.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    conn.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("PRAGMA temp_store = MEMORY")
    if read_only:
        conn.execute("PRAGMA query_only = ON")
    else:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("PRAGMA journal_size_limit = 67108864")


def open_engine(path: Path, key: bytes, *, read_only: bool = False) -> Engine:
    """An engine whose every transaction takes the write lock first (or, read-only, never)."""

    def connect() -> Any:
        conn = raw_connection(path, key)
        _prepare(conn, read_only)
        return conn

    engine = create_engine(
        "sqlite://", module=sqlcipher, creator=connect, poolclass=QueuePool, pool_size=2, max_overflow=6
    )  # fmt: skip

    @event.listens_for(engine, "begin")
    def _begin(conn: Any) -> None:
        conn.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def migration_engine(path: Path, key: bytes) -> Engine:
    """One connection, foreign keys off, as alembic's batch mode wants it."""

    def connect() -> Any:
        conn = raw_connection(path, key)
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        return conn

    engine = create_engine("sqlite://", module=sqlcipher, creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def _begin(conn: Any) -> None:
        conn.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


DatabaseError = (sqlcipher.DatabaseError, sqlite3.DatabaseError)
