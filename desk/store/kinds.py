"""The kinds of records as the tables declare them, in the form the wire knows (wire.kinds)."""

from __future__ import annotations

from functools import cache

from desk.store.schema import Base
from desk.store.wire_rows import inner_tables, merge_of, wire_columns
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
    return Kind(name, merge_of(table), _fields(table), inner)


def _fields(table: type[Base]) -> dict[str, Sharing]:
    columns = table.__table__.columns
    return {name: Sharing(columns[name].info["cls"]) for name in sorted(wire_columns(table))}
