"""Many rows of a table at once, bound by hand: the general path of a statement costs three times as much."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import JSON, Connection, bindparam, select, update
from sqlalchemy import Table as SqlTable

from desk.store.schema import Base, Id

Row = Mapping[str, Any]
CHUNK = 500  # ids in one statement
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


def change_many(conn: Connection, table: type[Base], changes: Mapping[str, Row]) -> None:
    """Write columns that stay here over rows by id; all changes name the same columns."""
    if changes:
        rows = cast(SqlTable, table.__table__)
        whole = [{"which_id": eid, **values} for eid, values in changes.items()]
        names: dict[str, Any] = {name: bindparam(name) for name in whole[0] if name != "which_id"}
        conn.execute(update(rows).where(rows.c.id == bindparam("which_id")).values(names), whole)


def rows_of(conn: Connection, table: type[Base], ids: Sequence[str]) -> list[Row]:
    """The rows with these ids, as they came here; ids that are nobody's are passed over."""
    rows, found = table.__table__, list[Row]()
    for start in range(0, len(ids), CHUNK):
        query = select(rows).where(rows.c.id.in_(ids[start : start + CHUNK])).order_by(rows.c.num)
        found += [{str(name): value for name, value in row.items()} for row in conn.execute(query).mappings()]
    return found


def values_of(conn: Connection, table: type[Base], ids: Sequence[str], column: str) -> list[Any]:
    """One column of the rows with these ids, each value once, as the rows came here."""
    rows, found = table.__table__, list[Any]()
    for start in range(0, len(ids), CHUNK):
        query = select(rows.c[column]).where(rows.c.id.in_(ids[start : start + CHUNK])).order_by(rows.c.num)
        found += conn.execute(query).scalars()
    return list(dict.fromkeys(found))


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
