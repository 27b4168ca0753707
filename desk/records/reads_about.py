"""What is held about one person, kind by kind, by the list the composition gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, false, or_, select

from desk.core.masking import mask_name
from desk.records.rules_about import Care, Found, HeldKind, Line, Person
from desk.store.schema import Base
from desk.store.unit import Reading

TAIL, LONGEST_LIST = 4, 200
Rows = dict[str, list[Mapping[str, Any]]]


def rows_about(r: Reading, cares: Mapping[str, Care], person: Person) -> Rows:
    """Kind -> the rows in which this person is found, newest first. The order of `cares` is the order of looking."""
    found: Rows = {}
    for kind, care in cares.items():
        if care.found is not None:
            table = Base.metadata.tables[kind]
            query = select(table).where(_where(table, care.found, person, found)).order_by(table.c.num.desc())
            if "deleted_at" in table.c:
                query = query.where(table.c.deleted_at.is_(None))
            found[kind] = [dict(row) for row in r.conn.execute(query).mappings()]
    return {kind: rows for kind, rows in found.items() if rows}


def ids_about(found: Rows) -> dict[str, list[str]]:
    """Kind -> ids."""
    return {kind: [str(row["id"]) for row in rows] for kind, rows in found.items()}


def held_about(r: Reading, cares: Mapping[str, Care], person: Person) -> tuple[HeldKind, ...]:
    """What paper says: the person's own words as they are, whoever else is named masked. Rows without a word are counted."""
    found = rows_about(r, cares, person)
    return tuple(
        HeldKind(kind, len(rows), tuple(_line(cares[kind], row) for row in rows[:LONGEST_LIST]), cares[kind].retention)
        for kind, rows in found.items()
    )


def _where(table: Table, found: Found, person: Person, before: Rows) -> ColumnElement[bool]:
    ways = [
        way for column, of in found.by.items() if (way := _way(table, found, column, of, person, before)) is not None
    ]
    return or_(*ways) if ways else false()


def _way(table: Table, found: Found, column: str, of: str, person: Person, before: Rows) -> ColumnElement[bool] | None:
    """One way to find somebody, None when there is nothing to look for."""
    if of == "person":
        return table.c[column] == person.person_id if person.person_id else None
    if of == "phone":
        return _in(table, column, person.phones)
    if of == "tail":
        ends = {phone[-TAIL:] for phone in person.phones}
        if not ends or not person.names:
            return None
        return and_(table.c[column].in_(ends), table.c[found.name].in_(person.names))
    kind, _, name = of.partition(".")
    return _in(table, column, {row[name] for row in before.get(kind, ())})


def _in(table: Table, column: str, values: Iterable[Any]) -> ColumnElement[bool] | None:
    wanted = sorted(str(value) for value in values if value)
    return table.c[column].in_(wanted) if wanted else None


def _line(care: Care, row: Mapping[str, Any]) -> Line:
    own = [(name, _text(row[name])) for name in care.own]
    others = [(name, mask_name(_text(row[name]))) for name in care.others]
    texts = tuple((name, text) for name, text in (*own, *others) if text)
    return Line(row.get(care.at) if care.at else None, texts)


def _text(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(_text(one) for one in value)
    return "" if value is None or isinstance(value, dict | bool) else str(value)
