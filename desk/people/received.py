"""What the people room makes of rows from other desks: keys to compare and sort by, and what is found by search."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, select, update

from desk.people import rooms
from desk.people.service_erased import blank_again, blank_people
from desk.people.service_households import bound_to, index_households
from desk.people.service_rows import index_people, person_keys
from desk.people.tables import Binding, BindingEnd, Household, Person
from desk.store.schema import Base
from desk.store.unit import CHUNK, REDACTION, Unit


def households(u: Unit, household_ids: Sequence[str]) -> None:
    """Doors take their place in the order people count; who lives behind them is found by them."""
    keys = {
        row["id"]: {"sort_key": rooms.sort_key(rooms.Address(row["building"], row["unit"], row["room"]))}
        for row in _rows(u, Household, household_ids)
    }
    _derive(u, Household, keys)
    index_households(u, household_ids)
    index_people(u, bound_to(u, household_ids))
    u.changed("people")


def persons(u: Unit, person_ids: Sequence[str]) -> None:
    rows = list(_rows(u, Person, person_ids))
    _derive(u, Person, {row["id"]: person_keys(row["name"], row["phone"]) for row in rows})
    index_people(u, person_ids)
    blank_again(u, rows)
    u.changed("people")


def bindings(u: Unit, binding_ids: Sequence[str]) -> None:
    index_people(u, list(dict.fromkeys(row["person_id"] for row in _rows(u, Binding, binding_ids))))
    u.changed("people")


def binding_ends(u: Unit, end_ids: Sequence[str]) -> None:
    """An end may come before the binding it ends; then that brings the person up to date."""
    bindings(u, list(dict.fromkeys(row["binding_id"] for row in _rows(u, BindingEnd, end_ids))))


def consents(u: Unit, consent_ids: Sequence[str]) -> None:
    """Which act counts is worked out when it is asked (reads.consents), whatever the order they came in."""
    u.changed("people")


def erased(u: Unit, eids: Sequence[str]) -> None:
    """A resident was erased elsewhere: here as well. Other kinds are forgotten by this desk's own retention."""
    blank_people(u, eids)
    u.changed("people")


def _rows(u: Unit, table: type[Base], ids: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    rows = table.__table__
    for start in range(0, len(ids), CHUNK):
        for row in u.conn.execute(select(rows).where(rows.c.id.in_(ids[start : start + CHUNK]))).mappings().all():
            yield {str(name): value for name, value in row.items()}


def _derive(u: Unit, table: type[Base], keys: Mapping[str, Mapping[str, str]]) -> None:
    if keys:
        rows = [{"which_id": eid, **values} for eid, values in keys.items()]
        names = [name for name in rows[0] if name != "which_id"]
        statement = update(table).where(table.__table__.c.id == bindparam("which_id"))
        u.conn.execute(statement.values({name: bindparam(name) for name in names}), rows)


RECEIVED: Mapping[str, Callable[[Unit, Sequence[str]], None]] = {
    "household": households,
    "person": persons,
    "binding": bindings,
    "binding_end": binding_ends,
    "consent": consents,
    REDACTION: erased,
}
