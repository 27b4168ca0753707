"""What the people room makes of rows from other desks: keys to compare and sort by, and what is found by search."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desk.people import rooms
from desk.people.service_erased import blank_again, blank_people
from desk.people.service_forgotten import forget_as_told
from desk.people.service_households import bound_to, index_households
from desk.people.service_rows import index_people, person_keys
from desk.people.tables import Binding, BindingEnd, Household, Person
from desk.store.bulk import change_many, rows_of, values_of
from desk.store.unit import REDACTION, Unit


def households(u: Unit, household_ids: Sequence[str]) -> None:
    """Doors take their place in the order people count; who lives behind them is found by them."""
    keys = {
        row["id"]: {"sort_key": rooms.sort_key(rooms.Address(row["building"], row["unit"], row["room"]))}
        for row in rows_of(u.conn, Household, household_ids)
    }
    change_many(u.conn, Household, keys)
    index_households(u, household_ids)
    index_people(u, bound_to(u, household_ids))
    u.changed("people")


def persons(u: Unit, person_ids: Sequence[str]) -> None:
    rows = rows_of(u.conn, Person, person_ids)
    change_many(u.conn, Person, {row["id"]: person_keys(row["name"], row["phone"]) for row in rows})
    index_people(u, person_ids)
    blank_again(u, rows)
    u.changed("people")


def bindings(u: Unit, binding_ids: Sequence[str]) -> None:
    index_people(u, values_of(u.conn, Binding, binding_ids, "person_id"))
    u.changed("people")


def binding_ends(u: Unit, end_ids: Sequence[str]) -> None:
    """An end may come before the binding it ends; then that brings the person up to date."""
    bindings(u, values_of(u.conn, BindingEnd, end_ids, "binding_id"))


def consents(u: Unit, consent_ids: Sequence[str]) -> None:
    """Which act counts is worked out when it is asked (reads.consents), whatever the order they came in."""
    u.changed("people")


def forgotten(u: Unit, wish_ids: Sequence[str]) -> None:
    """Visitors asked elsewhere to be left out of the forms."""
    forget_as_told(u, wish_ids)


def erased(u: Unit, eids: Sequence[str]) -> None:
    """A resident was erased elsewhere: here as well. Other kinds are forgotten by this desk's own retention."""
    blank_people(u, eids)
    u.changed("people")


RECEIVED: Mapping[str, Callable[[Unit, Sequence[str]], None]] = {
    "household": households,
    "person": persons,
    "binding": bindings,
    "binding_end": binding_ends,
    "consent": consents,
    "visitor_forgotten": forgotten,
    REDACTION: erased,
}
