"""From a row to what may leave: the allow-list built from the columns' sharing classes."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from desk.store.schema import Base
from desk.wire.seal import Sealer
from desk.wire.sharing import SYNCED, WIRE, Merge, Sharing

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
def sealed_columns(table: type[Base]) -> frozenset[str]:
    """Names of the columns whose values travel as ciphertext."""
    return frozenset(c.name for c in table.__table__.columns if c.info.get("cls") == Sharing.SEALED)


@cache
def attachment_columns(table: type[Base]) -> frozenset[str]:
    """Names of the columns that name attachments."""
    return frozenset(c.name for c in table.__table__.columns if c.info.get("attachment"))


@cache
def inner_tables(table: type[Base]) -> dict[str, type[Base]]:
    """JSON columns that hold fields of another table (`info={"fields_of": name}`) -> that table."""
    owners: dict[str, type[Base]] = {m.class_.__tablename__: m.class_ for m in Base.registry.mappers}
    return {c.name: owners[c.info["fields_of"]] for c in table.__table__.columns if "fields_of" in c.info}


@cache
def worded(table: type[Base]) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Values that are words, of which a newer program may have more (`info={"words": ...}`): (column, field inside it or
    "", the words known here)."""
    own = [(c.name, "", c) for c in table.__table__.columns]
    inside = [(name, c.name, c) for name, of in inner_tables(table).items() for c in of.__table__.columns]
    return tuple((name, field, frozenset(c.info["words"])) for name, field, c in (*own, *inside) if "words" in c.info)


def wire_fields(table: type[Base], values: Mapping[str, Any], sealer: Callable[[], Sealer]) -> dict[str, Any]:
    """The part of `values` (with its `id`) that may travel, as JSON values; sealed columns as ciphertext.

    A projection or local table has none: TypeError.
    """
    if merge_of(table) not in SYNCED:
        raise TypeError(f"{table.__tablename__} does not travel: use project()")
    return _allowed(table, table, values, str(values["id"]), sealer)


def _allowed(
    kind: type[Base], columns_of: type[Base], values: Mapping[str, Any], eid: str, sealer: Callable[[], Sealer]
) -> dict[str, Any]:
    allowed, sealed, inner = wire_columns(columns_of), sealed_columns(columns_of), inner_tables(columns_of)
    fields: dict[str, Any] = {}
    for name, value in values.items():
        if name not in allowed:
            continue
        if name in inner and isinstance(value, Mapping):
            fields[name] = _allowed(kind, inner[name], value, eid, sealer)  # each field by its own class
            continue
        if isinstance(value, bytes):
            value = b64encode(value).decode()
        if name in sealed and value not in (None, "", [], {}):  # that a field is empty is no secret
            value = sealer().seal(value, kind.__tablename__, name, eid)
        fields[name] = value
    return fields
