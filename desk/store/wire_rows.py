"""From a row to what may leave: the allow-list built from the columns' sharing classes."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from typing import Any

from desk.store.schema import Base
from desk.wire.sharing import WIRE, Merge, Sharing

SKIP = frozenset({"id", "num", "versions", "deleted_at"})


def merge_of(table: type[Base]) -> Merge:
    return Merge(table.__merge__)


@cache
def wire_columns(table: type[Base]) -> frozenset[str]:
    """Names of the columns that may be written into an operation."""
    return frozenset(
        column.name
        for column in table.__table__.columns
        if Sharing(column.info.get("cls", Sharing.LOCAL)) in WIRE and column.name not in SKIP
    )


@cache
def _inner_columns(table: type[Base]) -> dict[str, frozenset[str]]:
    """JSON columns that hold fields of another table (`info={"fields_of": name}`) -> the names of it that may leave."""
    owners: dict[str, type[Base]] = {m.class_.__tablename__: m.class_ for m in Base.registry.mappers}
    return {
        column.name: wire_columns(owners[column.info["fields_of"]])
        for column in table.__table__.columns
        if "fields_of" in column.info
    }


def wire_fields(table: type[Base], values: Mapping[str, Any]) -> dict[str, Any]:
    """The part of `values` that may travel, as JSON values. A projection or local table has none."""
    if merge_of(table) not in (Merge.FACT, Merge.RECORD):
        raise TypeError(f"{table.__tablename__} does not travel: use project()")
    allowed, inner = wire_columns(table), _inner_columns(table)
    fields: dict[str, Any] = {}
    for name, value in values.items():
        if name not in allowed:
            continue
        if name in inner and isinstance(value, Mapping):
            value = {key: item for key, item in value.items() if key in inner[name]}
        fields[name] = b64encode(value).decode() if isinstance(value, bytes) else value
    return fields
