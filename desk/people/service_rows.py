"""Rows of people as the verbs share them: values worked out of names, search documents, facts of a binding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import exists, select

from desk.core.errors import Refused
from desk.people import names, pinyin, rooms, tokens
from desk.people.rules import clean_phone, clean_plates
from desk.people.tables import Binding, BindingEnd, Household, Person
from desk.store import search
from desk.store.search import DocKind, docid
from desk.store.unit import CHUNK, Reading, Unit

IS_OPEN = ~exists().where(BindingEnd.binding_id == Binding.id)  # the binding has not ended
_DOORS = (
    select(Binding.person_id, Household.building, Household.unit, Household.room)
    .join(Household, Household.id == Binding.household_id)
    .where(IS_OPEN, Household.deleted_at.is_(None))
    .order_by(Binding.from_at, Binding.num)
)


def household_values(place: rooms.Address) -> dict[str, Any]:
    return {"building": place.building, "unit": place.unit, "room": place.room, "sort_key": rooms.sort_key(place)}


def person_values(name: str, phone: str, plates: Iterable[str]) -> dict[str, Any]:
    """A person's row from what was typed. Raises Refused: people.name_*, people.phone_*, people.plate_odd."""
    clean, number = names.checked(name), clean_phone(phone)
    return {"name": clean, "phone": number, "plates": clean_plates(plates), **person_keys(clean, number)}


def person_keys(name: str, phone: str) -> dict[str, str]:
    """What residents are compared by, worked out of their values at each desk."""
    name = name[: names.MAX_NAME]
    return {"name_key": names.fold(name), "name_pinyin": " ".join(pinyin.syllables(name)), "phone_last4": phone[-4:]}


def person_document(name: str, phone: str, plates: Iterable[str], labels: Iterable[str]) -> str:
    return tokens.document(names=[name], phones=[phone], plates=plates, rooms=labels)


def index_person(u: Unit, person_id: str) -> None:
    """Write the search document of a person from the rows as they stand now. Raises Refused("store.gone")."""
    person_row(u, person_id)
    index_people(u, [person_id])


def index_people(u: Unit, person_ids: Sequence[str]) -> None:
    """Search documents of many residents from the rows as they stand; who is off the list is found no more."""
    gone, docs = [], []
    for start in range(0, len(person_ids), CHUNK):
        chunk = person_ids[start : start + CHUNK]
        doors = places_of(u, chunk)
        for row in u.conn.execute(select(Person.__table__).where(Person.id.in_(chunk))):
            doc = docid(DocKind.PERSON, row.num)
            if row.deleted_at is not None:
                gone.append(doc)
            else:
                docs.append((doc, person_document(row.name, row.phone, texts(row.plates), doors.get(row.id, ()))))
    u.unindex(*gone)
    search.put_many(u.conn, docs)


def texts(values: Any) -> list[str]:
    """A list of words as stored; anything else a newer program may have put there is left out."""
    return [value for value in values if isinstance(value, str)] if isinstance(values, list) else []


def person_row(u: Unit, person_id: str) -> Mapping[str, Any]:
    query = select(Person.__table__).where(Person.id == person_id, Person.deleted_at.is_(None))
    row = u.conn.execute(query).mappings().first()
    if row is None:
        raise Refused("store.gone", kind="person")
    return {str(key): value for key, value in row.items()}


def places(u: Unit, person_id: str) -> list[str]:
    """Labels of the doors a person is bound to now."""
    return places_of(u, [person_id]).get(person_id, [])


def places_of(r: Reading, person_ids: Sequence[str]) -> dict[str, list[str]]:
    """Person -> labels of their doors."""
    found: dict[str, list[str]] = {}
    for start in range(0, len(person_ids), CHUNK):
        bound = _DOORS.where(Binding.person_id.in_(person_ids[start : start + CHUNK]))
        for person_id, *parts in r.conn.execute(bound):
            found.setdefault(person_id, []).append(rooms.Address(*parts).label)
    return found


def bind_row(u: Unit, person_id: str, household_id: str, role: str, from_at: int) -> str:
    return u.add(Binding, **bind_values(u, person_id, household_id, role, from_at))


def bind_values(u: Unit, person_id: str, household_id: str, role: str, from_at: int) -> dict[str, Any]:
    return {
        "person_id": person_id, "household_id": household_id, "role": role, "from_at": from_at,
        "operator_id": u.actor.operator_id or None,
    }  # fmt: skip


def end_row(u: Unit, binding_id: str, reason: str, until_at: int) -> None:
    u.add(BindingEnd, **end_values(u, binding_id, reason, until_at))


def end_values(u: Unit, binding_id: str, reason: str, until_at: int) -> dict[str, Any]:
    return {
        "binding_id": binding_id, "until_at": until_at, "reason": reason, "operator_id": u.actor.operator_id or None,
    }  # fmt: skip
