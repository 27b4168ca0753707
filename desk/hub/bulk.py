"""Many rows in one statement: the only place where the two databases are spoken to differently.

SQLite runs one statement many times on one prepared form; PostgreSQL takes whole columns as arrays (`unnest`), which
is three times as fast as a list of values. It also takes no NUL in a text, which a desk's word may hold: another sign
stands for it, else the desk's line would be pushed in vain for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Connection, Integer, LargeBinary, Table

CHUNK = 500


def insert(conn: Connection, table: Table, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows; each has a value for each of the columns, in their order."""
    _run(conn, _insert_sql(conn.dialect.name, table, columns), rows)


def put(conn: Connection, table: Table, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows, or set the columns outside the primary key where a row stands. No key twice in one call."""
    _run(conn, _insert_sql(conn.dialect.name, table, columns) + _on_conflict(table, columns), rows)


def keep(conn: Connection, table: Table, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows; one that stands already is left as it is."""
    _run(conn, _insert_sql(conn.dialect.name, table, columns) + " ON CONFLICT DO NOTHING", rows)


def find(
    conn: Connection, table: Table, columns: tuple[str, ...], site: bytes, by: str, values: Iterable[Any]
) -> list[Any]:
    """The rows of a site whose column `by` is one of the values."""
    wanted = list(dict.fromkeys(values))
    found: list[Any] = []
    for start in range(0, len(wanted), CHUNK):
        part = wanted[start : start + CHUNK]
        if conn.dialect.name == "sqlite":
            found += conn.exec_driver_sql(_find_sqlite(table, columns, by, len(part)), (site, *part)).all()
        else:
            found += conn.exec_driver_sql(_find_pg(table, columns, by), (site, [*map(_taken, part)])).all()
    return found


def _run(conn: Connection, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if not rows:
        return
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql(sql, list(rows))
    else:
        conn.exec_driver_sql(sql, tuple([*map(_taken, column)] for column in zip(*rows, strict=True)))


def _taken(value: Any) -> Any:
    return value.replace("\0", "\ufffd") if type(value) is str and "\0" in value else value


@cache
def _insert_sql(dialect: str, table: Table, columns: tuple[str, ...]) -> str:
    head = f"INSERT INTO {table.name} ({', '.join(columns)}) "
    if dialect == "sqlite":
        return f"{head}VALUES ({', '.join('?' * len(columns))})"
    arrays = ", ".join(f"%b::{_pg_type(table.c[name].type)}[]" for name in columns)
    return f"{head}SELECT * FROM unnest({arrays}) AS fresh ({', '.join(columns)}) WHERE true"  # noqa: S608 - our names


@cache
def _on_conflict(table: Table, columns: tuple[str, ...]) -> str:
    keys = [column.name for column in table.primary_key.columns]
    changes = ", ".join(f"{name} = excluded.{name}" for name in columns if name not in keys)
    return f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {changes}"


@cache
def _find_sqlite(table: Table, columns: tuple[str, ...], by: str, count: int) -> str:
    marks = ", ".join("?" * count)
    return f"SELECT {', '.join(columns)} FROM {table.name} WHERE site_id = ? AND {by} IN ({marks})"  # noqa: S608


@cache
def _find_pg(table: Table, columns: tuple[str, ...], by: str) -> str:
    kind = _pg_type(table.c[by].type)
    wanted = ", ".join(columns)
    return f"SELECT {wanted} FROM {table.name} WHERE site_id = %b::bytea AND {by} = ANY(%b::{kind}[])"  # noqa: S608


def _pg_type(kind: Any) -> str:
    if isinstance(kind, LargeBinary):
        return "bytea"
    if isinstance(kind, BigInteger):
        return "bigint"
    return "integer" if isinstance(kind, Integer) else "text"
