"""The switch of an import: everything a plan says, in one short unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from desk.people import rooms, tokens
from desk.people.import_plan import Change, Plan
from desk.people.rooms import Address
from desk.people.service_rows import (
    bind_values,
    end_values,
    household_values,
    index_people,
    person_document,
    person_values,
)
from desk.people.tables import Binding, BindingEnd, Household, Person
from desk.store import search
from desk.store.search import DocKind, docid
from desk.store.unit import Unit

CHUNK = 500


@dataclass(frozen=True)
class Ready:
    """A plan with its rows and search documents made, so that the unit does nothing but write."""

    plan: Plan
    households: Sequence[tuple[dict[str, Any], str]]
    people: Sequence[tuple[dict[str, Any], str]]


def household_row(place: Address) -> tuple[dict[str, Any], str]:
    """Values and search document of a new door."""
    return household_values(place), tokens.document(rooms=[place.label])


def person_row_of(plan: Plan, index: int) -> tuple[dict[str, Any], str]:
    """Values and search document of the plan's `index`th new resident."""
    person = plan.people[index]
    values = person_values(person.entry.name, person.entry.phone, person.entry.plates)
    labels = [door.label for door, _ in person.doors]
    return values, person_document(values["name"], values["phone"], values["plates"], labels)


def apply(u: Unit, ready: Ready, households: Mapping[Address, str]) -> None:
    """Write a plan made at this moment's state. `households`: the doors that are there already. Needs people.import."""
    u.actor.require("people.import")
    plan = ready.plan
    ids = u.add_many(Household, [values for values, _ in ready.households])
    _index(u, DocKind.HOUSEHOLD, Household, ids, [document for _, document in ready.households])
    doors = {**households, **dict(zip(plan.households, ids, strict=True))}
    people = u.add_many(Person, [values for values, _ in ready.people])
    _index(u, DocKind.PERSON, Person, people, [document for _, document in ready.people])
    fresh = zip(people, plan.people, strict=True)
    u.add_many(
        Binding, [bind_values(u, eid, doors[door], role, u.now) for eid, one in fresh for door, role in one.doors]
    )
    u.add_many(Binding, [bind_values(u, who, doors[door], role, u.now) for who, door, role in plan.bindings])
    index_people(u, list(dict.fromkeys(who for who, _, _ in plan.bindings)))
    _change(u, plan.changes)
    u.audit(
        "people.imported",
        households=len(ids),
        people=len(people),
        bindings=len(plan.bindings),
        changed=len(plan.changes),
    )
    u.changed("people")


def _change(u: Unit, changes: Sequence[Change]) -> None:
    edited = {
        one.bound.person_id: {"phone": one.phone, "phone_last4": one.phone[-4:], "plates": list(one.plates)}
        for one in changes
        if (one.phone, one.plates) != (one.bound.phone, one.bound.plates)
    }
    u.set_many(Person, edited)
    index_people(u, list(edited))
    recast = [one for one in changes if one.role]
    u.add_many(BindingEnd, [end_values(u, one.bound.binding_id, "mistake", u.now) for one in recast])
    u.add_many(Binding, [bind_values(u, one.bound.person_id, one.household_id, one.role, u.now) for one in recast])


def _index(u: Unit, kind: DocKind, table: type[Household] | type[Person], ids: list[str], documents: list[str]) -> None:
    nums: dict[str, int] = {}
    for start in range(0, len(ids), CHUNK):
        asked = select(table.id, table.num).where(table.id.in_(ids[start : start + CHUNK]))
        nums.update((row[0], row[1]) for row in u.conn.execute(asked))
    if ids:
        search.put_many(u.conn, [(docid(kind, nums[eid]), text) for eid, text in zip(ids, documents, strict=True)])


def sort_doors(places: Sequence[Address]) -> list[Address]:
    """Doors in the order people count, so that `num` follows it in a fresh store."""
    return sorted(places, key=rooms.sort_key)
