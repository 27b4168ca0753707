"""Many rows of a table at once, bound by hand: the general path of a statement costs three times as much."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import JSON, Connection, bindparam, select, update
from sqlalchemy import Table as SqlTable
from sqlalchemy.sql.elements import KeyedColumnElement

from desk.store.schema import Base, Id

Row = Mapping[str, Any]
CHUNK = 500  # ids in one statement
Bind = Callable[[Any], Any]


def insert_many(conn: Connection, table: type[Base], rows: Sequence[Row], or_else: str = "ABORT") -> None:
    """Insert rows that all name the same columns. or_else: what becomes of one whose key is taken, in SQLite's word."""
    if rows:
        names = tuple(column.name for column in table.__table__.columns if column.name in rows[0])
        _run(conn, table, names, _into(table, names, or_else), rows)


def insert_rows(
    conn: Connection, table: type[Base], names: tuple[str, ...], rows: Iterable[Sequence[Any]], or_else: str = "ABORT"
) -> None:
    """As `insert_many`, of rows whose values stand in the order of `names` and as the driver takes them."""
    _raw(conn).executemany(_into(table, names, or_else), rows)


def put_many(conn: Connection, table: type[Base], rows: Sequence[Row]) -> None:
    """Insert rows, or write all the columns they name over the row that has their id. All name the same columns."""
    if rows:
        names = tuple(column.name for column in table.__table__.columns if column.name in rows[0])
        fresh = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
        _run(conn, table, names, f"{_into(table, names)} ON CONFLICT (id) DO UPDATE SET {fresh}", rows)


def add_new(conn: Connection, table: type[Base], rows: Sequence[Row]) -> None:
    """Insert rows whose id is not there yet. They may name different columns; the others get what the table says."""
    if not rows:
        return
    sql, cells = _new(table)

    def bound(row: Row) -> list[Any]:
        return [
            blank() if name not in row else row[name] if bind is None else bind(row[name])
            for name, bind, blank in cells
        ]

    _raw(conn).executemany(sql, map(bound, rows))


def add_alike(
    conn: Connection, table: type[Base], ids: Sequence[str], said: Mapping[str, Sequence[Any]], blank: Row
) -> None:
    """As `add_new`, of rows that all name the same columns, told column by column. blank: what stands in others."""
    sql, cells = _new(table)
    columns = {**{name: [value] * len(ids) for name, value in blank.items()}, **said, "id": ids}
    bound: list[Iterable[Any]] = []
    for name, bind, otherwise in cells:
        column = columns.get(name)
        if column is None:
            bound.append([otherwise() for _ in ids])
        else:
            bound.append(column if bind is None else map(bind, column))
    _raw(conn).executemany(sql, zip(*bound, strict=True))


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


def _into(table: type[Base], names: Sequence[str], or_else: str = "ABORT") -> str:
    marks = ", ".join("?" for _ in names)
    return f"INSERT OR {or_else} INTO {table.__tablename__} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 - our own columns


def _run(conn: Connection, table: type[Base], names: tuple[str, ...], sql: str, rows: Sequence[Row]) -> None:
    pick, special = itemgetter(*names), _special(table, names)

    def bound(row: Row) -> list[Any]:
        values = list(pick(row))
        for nth, bind in special:
            values[nth] = bind(values[nth])
        return values

    _raw(conn).executemany(sql, map(bound, rows))


def _raw(conn: Connection) -> Any:
    raw = conn.connection.driver_connection
    assert raw is not None
    return raw


@cache
def _new(table: type[Base]) -> tuple[str, tuple[tuple[str, Bind | None, Callable[[], Any]], ...]]:
    """The statement of `add_new`, and for each of its columns: name, how to bind a value, what stands without one."""
    columns = [column for column in table.__table__.columns if column.name != "num"]
    cells = tuple((c.name, _binder(c.type), _blank(c, _binder(c.type))) for c in columns)
    return _into(table, [name for name, _, _ in cells], "IGNORE"), cells


def _blank(column: KeyedColumnElement[Any], bind: Bind | None) -> Callable[[], Any]:
    default: Any = getattr(column, "default", None)
    if default is None:
        return lambda: None

    def make() -> Any:
        value = default.arg(None) if default.is_callable else default.arg
        return value if bind is None else bind(value)

    return make


def _id_bytes(value: str | None) -> bytes | None:
    return bytes.fromhex(value) if value else None


@cache
def _special(table: type[Base], names: tuple[str, ...]) -> tuple[tuple[int, Bind], ...]:
    """Which values the driver does not take as they are, and what to make of them."""
    columns = table.__table__.columns
    return tuple((nth, bind) for nth, name in enumerate(names) if (bind := _binder(columns[name].type)) is not None)


def _binder(kind: object) -> Bind | None:
    if isinstance(kind, Id):
        return _id_bytes
    return json.dumps if isinstance(kind, JSON) else None
