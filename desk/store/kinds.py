"""The kinds of records as the tables declare them, in the form the wire knows (wire.kinds)."""

from __future__ import annotations

from functools import cache
from typing import Any

from desk.store.schema import Base
from desk.store.wire_rows import attachment_columns, inner_tables, merge_of, sealed_columns, wire_columns
from desk.wire.kinds import Kind, Kinds
from desk.wire.sharing import SYNCED, Sharing


@cache
def synced_tables() -> dict[str, type[Base]]:
    """Kind name -> table, of every table whose rows travel. All rooms must have been imported."""
    found = (mapper.class_ for mapper in Base.registry.mappers)
    return {table.__tablename__: table for table in found if merge_of(table) in SYNCED}


def kinds() -> Kinds:
    """Every kind that travels, with its merge rule and the class of each field."""
    return Kinds(_kind(name, table) for name, table in sorted(synced_tables().items()))


def _kind(name: str, table: type[Base]) -> Kind:
    inner = {column: _fields(of) for column, of in inner_tables(table).items() if column in wire_columns(table)}
    return Kind(
        name, merge_of(table), _fields(table), inner, _key(table), attachment_columns(table), bool(_said(table, "__by_hub__"))
    )  # fmt: skip


def _key(table: type[Base]) -> tuple[str, ...]:
    """Raises TypeError for a key that the hub could not read."""
    key: tuple[str, ...] = _said(table, "__business_key__") or ()
    if not set(key) <= wire_columns(table) - sealed_columns(table):
        raise TypeError(f"{table.__tablename__}: a business key stands in columns that the hub reads")
    return key


def _said(table: type[Base], name: str) -> Any:
    return getattr(table, name, None)


def _fields(table: type[Base]) -> dict[str, Sharing]:
    columns = table.__table__.columns
    return {name: Sharing(columns[name].info["cls"]) for name in sorted(wire_columns(table))}
