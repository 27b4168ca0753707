"""From an operation's fields to column values: opened, checked for type, and told when they are not for this program."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Integer, LargeBinary, Text
from sqlalchemy.sql.elements import KeyedColumnElement

from desk.store.schema import Base, Id
from desk.store.wire_rows import inner_tables, sealed_columns, wire_columns, worded
from desk.wire.seal import Sealer

_HEX32, _HEX = re.compile("[0-9a-f]{32}"), re.compile("[0-9a-f]*")
MAX_INT = 2**63 - 1
Check = Callable[[Any], bool]


class Unfit(ValueError):
    """Fields that cannot stand in this table. code: `sync.malformed`, `sync.sealed_elsewhere`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Opened:
    """Plain JSON values by column; `newer`: fields this program does not know."""

    fields: Mapping[str, Any]
    newer: frozenset[str]


def opened(table: type[Base], eid: str, fields: Mapping[str, Any], sealer: Callable[[], Sealer]) -> Opened:
    """Open what is sealed and check every value against its column. Raises Unfit."""
    ways, found = _ways(table), dict[str, Any]()
    newer = set[str]()
    for name, value in fields.items():
        way = ways.get(name)
        if way is None:
            newer.add(name)
            continue
        check, of, sealed = way
        if of is not None:
            if not isinstance(value, Mapping):
                raise Unfit("sync.malformed")
            value = _inner(table, of, eid, value, sealer)
        elif sealed:
            value = _unsealed(table, name, eid, value, sealer)
        if not check(value):
            raise Unfit("sync.malformed")
        found[name] = value
    return Opened(found, frozenset(newer))


@cache
def _ways(table: type[Base]) -> Mapping[str, tuple[Check, type[Base] | None, bool]]:
    """Column that may travel -> (its check, the table whose fields it holds, whether it is sealed)."""
    sealed, inner, columns = sealed_columns(table), inner_tables(table), table.__table__.columns
    return {name: (_check(columns[name]), inner.get(name), name in sealed) for name in wire_columns(table)}


def columns_of(table: type[Base], rows: Sequence[Mapping[str, Any]]) -> dict[str, Sequence[Any]] | None:
    """The fields of several operations column by column, when all of them name the same ones in the same order, nothing
    has to be opened and every value fits; None: they are to be looked at one by one (`opened`)."""
    names, tests = tuple(rows[0]), _tests(table)
    if not names or any(name not in tests for name in names):
        return None
    columns: dict[str, Sequence[Any]] = dict(zip(names, zip(*(row.values() for row in rows), strict=True), strict=True))
    return columns if all(tests[name](column) for name, column in columns.items()) else None


@cache
def _tests(table: type[Base]) -> Mapping[str, Callable[[Sequence[Any]], bool]]:
    """Column that may travel as it is -> whether all of these values may stand there, as `opened` would find one by one
    (False where that is to be asked)."""
    words = {name: known for name, inside, known in worded(table) if not inside}
    plain = wire_columns(table) - sealed_columns(table) - inner_tables(table).keys()
    columns = table.__table__.columns
    return {
        name: test
        for name in plain
        if (test := _column_test(columns[name].type, bool(columns[name].nullable), words.get(name))) is not None
    }


def _column_test(kind: object, empty: bool, words: frozenset[str] | None) -> Callable[[Sequence[Any]], bool] | None:
    """words: those this program knows, where the column holds words."""
    nothing = {type(None)} if empty else set[type]()
    if words is not None:
        known = frozenset({"", *words})
        return lambda column: set(map(type, column)) == {str} and known.issuperset(column)
    if isinstance(kind, JSON):
        return lambda column: True
    if isinstance(kind, Id):
        return lambda column: set(map(type, column)) <= {str, *nothing} and _all_ids(column)
    if isinstance(kind, Boolean):
        return lambda column: set(map(type, column)) <= {bool, *nothing}
    if isinstance(kind, BigInteger | Integer):
        return lambda column: set(map(type, column)) == {int} and min(column) >= -MAX_INT and max(column) <= MAX_INT
    if isinstance(kind, Text):
        return lambda column: set(map(type, column)) <= {str, *nothing}
    return None


def _all_ids(column: Sequence[str | None]) -> bool:
    ids = [value for value in column if value is not None]
    return set(map(len, ids)) <= {32} and _HEX.fullmatch("".join(ids)) is not None


def _inner(
    kind: type[Base], of: type[Base], eid: str, values: Mapping[str, Any], sealer: Callable[[], Sealer]
) -> dict[str, Any]:
    """Fields of another table inside a JSON value; what this program does not know stays as it came."""
    sealed = sealed_columns(of)
    return {
        name: _unsealed(kind, name, eid, value, sealer) if name in sealed else value for name, value in values.items()
    }


def _unsealed(table: type[Base], name: str, eid: str, value: Any, sealer: Callable[[], Sealer]) -> Any:
    if value in (None, "", [], {}):
        return value
    try:
        return sealer().open(value, table.__tablename__, name, eid)
    except ValueError:
        raise Unfit("sync.sealed_elsewhere") from None


def fits(column: KeyedColumnElement[Any], value: Any) -> bool:
    """Whether a plain value, as an operation carries it, may stand in this column."""
    return _check(column)(value)


@cache
def _check(column: KeyedColumnElement[Any]) -> Check:
    return _kind_check(column.type, bool(getattr(column, "nullable", False)))


def _kind_check(kind: object, empty: bool) -> Check:
    """empty: whether None may stand there."""
    if isinstance(kind, JSON):
        return lambda value: True
    if isinstance(kind, Id):
        return lambda value: _HEX32.fullmatch(value) is not None if type(value) is str else empty and value is None
    if isinstance(kind, LargeBinary):
        return lambda value: _from_base64(value) is not None if type(value) is str else empty and value is None
    if isinstance(kind, Boolean):
        return lambda value: type(value) is bool or (empty and value is None)
    if isinstance(kind, BigInteger | Integer):
        return lambda value: -MAX_INT <= value <= MAX_INT if type(value) is int else empty and value is None
    if isinstance(kind, Text):
        return lambda value: type(value) is str or (empty and value is None)
    return lambda value: empty or value is not None


def _from_base64(value: str) -> bytes | None:
    try:
        return b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        return None


def to_columns(table: type[Base], plain: Mapping[str, Any]) -> dict[str, Any]:
    """Plain values as the columns hold them: bytes are base64 on the wire."""
    binary = _binary_columns(table)
    if binary.isdisjoint(plain):
        return dict(plain)
    return {name: b64decode(value) if name in binary and value is not None else value for name, value in plain.items()}


def plain_of(table: type[Base], row: Mapping[str, Any]) -> dict[str, Any]:
    """The travelling columns of a row as plain values, to compare with what came."""
    binary = _binary_columns(table)
    return {
        name: b64encode(row[name]).decode() if name in binary and row[name] is not None else row[name]
        for name in wire_columns(table)
    }


@cache
def _binary_columns(table: type[Base]) -> frozenset[str]:
    columns = table.__table__.columns
    return frozenset(c.name for c in columns if isinstance(c.type, LargeBinary) and not isinstance(c.type, Id))


@cache
def required(table: type[Base]) -> Mapping[str, Any]:
    """Columns that must have a value and bring none of their own -> what stands there until one comes."""
    own = {"num", "id", "versions"}
    columns = [c for c in table.__table__.columns if not c.nullable and c.default is None and c.name not in own]
    return {column.name: _blank(column) for column in columns}


def _blank(column: KeyedColumnElement[Any]) -> Any:
    if isinstance(column.type, JSON):
        return {}
    if isinstance(column.type, Boolean):
        return False
    if isinstance(column.type, Id):
        return "0" * 32
    if isinstance(column.type, LargeBinary):
        return b""
    return 0 if isinstance(column.type, BigInteger | Integer) else ""
