"""Many rows of a table at once, bound by hand: the general path of a statement costs three times as much."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import JSON, Connection

from desk.store.schema import Base, Id

Row = Mapping[str, Any]
Bind = Callable[[Any], Any]


def insert_many(conn: Connection, table: type[Base], rows: Sequence[Row]) -> None:
    """Insert rows that all name the same columns."""
    if rows:
        names = tuple(column.name for column in table.__table__.columns if column.name in rows[0])
        _run(conn, table, names, f"{_into(table, names)}", rows)


def put_many(conn: Connection, table: type[Base], rows: Sequence[Row]) -> None:
    """Insert rows, or write all the columns they name over the row that has their id. All name the same columns."""
    if rows:
        names = tuple(column.name for column in table.__table__.columns if column.name in rows[0])
        fresh = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
        _run(conn, table, names, f"{_into(table, names)} ON CONFLICT (id) DO UPDATE SET {fresh}", rows)


def _into(table: type[Base], names: Sequence[str]) -> str:
    marks = ", ".join("?" for _ in names)
    return f"INSERT INTO {table.__tablename__} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 - our own columns


def _run(conn: Connection, table: type[Base], names: tuple[str, ...], sql: str, rows: Sequence[Row]) -> None:
    pick, special = itemgetter(*names), _special(table, names)

    def bound(row: Row) -> list[Any]:
        values = list(pick(row))
        for nth, bind in special:
            values[nth] = bind(values[nth])
        return values

    raw = conn.connection.driver_connection
    assert raw is not None
    raw.executemany(sql, map(bound, rows))


@cache
def _special(table: type[Base], names: tuple[str, ...]) -> tuple[tuple[int, Bind], ...]:
    """Which values the driver does not take as they are, and what to make of them."""
    columns = table.__table__.columns
    return tuple((nth, bind) for nth, name in enumerate(names) if (bind := _binder(columns[name].type)) is not None)


def _binder(kind: object) -> Bind | None:
    if isinstance(kind, Id):
        return lambda value: bytes.fromhex(value) if value else None
    return json.dumps if isinstance(kind, JSON) else None
