"""Verbs on households: doors added, corrected, taken off the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from desk.core.errors import Refused
from desk.people import rooms, tokens
from desk.people.rules import checked_address
from desk.people.service_rows import IS_OPEN, household_values, index_people
from desk.people.tables import Binding, Household
from desk.store import search
from desk.store.search import DocKind, docid
from desk.store.unit import CHUNK, Unit


def add_household(u: Unit, building: str, unit: str, room: str) -> str:
    """A new door; returns its id. Parts may carry their marks (`3栋`, `1单元`, `1202室`).

    Raises Refused: right.missing, people.room_missing, people.room_odd, people.household_exists.
    """
    u.actor.require("people.edit")
    place = checked_address(rooms.address(building, unit, room))
    _refuse_taken(u, place)
    eid = u.add(Household, **household_values(place))
    index_households(u, [eid])
    u.audit("household.added", "household", eid)
    u.changed("people")
    return eid


def edit_household(
    u: Unit, household_id: str, building: str, unit: str, room: str, seen: Mapping[str, str] | None = None
) -> None:
    """Correct a door; the documents of those who live there follow. Raises Refused as add_household, store.gone."""
    u.actor.require("people.edit")
    place = checked_address(rooms.address(building, unit, room))
    _refuse_taken(u, place, but=household_id)
    u.set(Household, household_id, seen, **household_values(place))
    index_households(u, [household_id])
    index_people(u, bound_to(u, [household_id]))
    u.audit("household.edited", "household", household_id)
    u.changed("people")


def remove_household(u: Unit, household_id: str) -> None:
    """Take a door off the list. Raises Refused("people.household_in_use", people=n) while anyone is bound to it."""
    u.actor.require("people.edit")
    bound = u.conn.scalars(select(Binding.id).where(Binding.household_id == household_id, IS_OPEN)).all()
    if bound:
        raise Refused("people.household_in_use", people=len(bound))
    u.drop(Household, household_id)
    index_households(u, [household_id])
    u.audit("household.removed", "household", household_id)
    u.changed("people")


def _refuse_taken(u: Unit, place: rooms.Address, but: str = "") -> None:
    taken = select(Household.id).where(
        Household.building == place.building,
        Household.unit == place.unit,
        Household.room == place.room,
        Household.deleted_at.is_(None),
    )
    if any(found != but for found in u.conn.scalars(taken).all()):
        raise Refused("people.household_exists")


def bound_to(u: Unit, household_ids: Sequence[str]) -> list[str]:
    """Who is bound to any of these doors now."""
    found: list[str] = []
    for start in range(0, len(household_ids), CHUNK):
        some = household_ids[start : start + CHUNK]
        bound = select(Binding.person_id).where(Binding.household_id.in_(some), IS_OPEN).order_by(Binding.num)
        found += u.conn.execute(bound).scalars()
    return list(dict.fromkeys(found))


def index_households(u: Unit, household_ids: Sequence[str]) -> None:
    """Search documents of doors as they stand; one that is off the list is found no more."""
    gone, docs = [], []
    for start in range(0, len(household_ids), CHUNK):
        some = household_ids[start : start + CHUNK]
        for row in u.conn.execute(select(Household.__table__).where(Household.id.in_(some))):
            doc = docid(DocKind.HOUSEHOLD, row.num)
            if row.deleted_at is not None:
                gone.append(doc)
            else:
                label = rooms.Address(row.building, row.unit, row.room).label
                docs.append((doc, tokens.document(rooms=[label])))
    u.unindex(*gone)
    search.put_many(u.conn, docs)
