"""Doors for a picker: a household by its room however it is written, or by a resident's name or pinyin."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, literal, select

from desk.core.actor import Actor
from desk.core.masking import mask_room
from desk.people import reads, rooms
from desk.people.service_rows import IS_OPEN
from desk.people.tables import Binding, Household, Person
from desk.store.unit import Reading

DOORS = 8
_H = Household.__table__.c


@dataclass(frozen=True)
class Door:
    """A household to pick. label: whole when the room itself was typed, masked when found by a person; who: the
    resident's masked name then."""

    id: str
    label: str
    who: str = ""


def find_doors(r: Reading, actor: Actor, text: str, limit: int = DOORS) -> tuple[Door, ...]:
    """As typed so far. By name only for those who may read people; the exact room stands first."""
    found: dict[str, Door] = {}
    if rooms.parse_part(text) is not None or any(c.isdigit() for c in text):
        exact = reads.find_household(r, text)
        for one in (*((exact,) if exact is not None else ()), *reads.search_households(r, text, limit)):
            found.setdefault(one.id, Door(one.id, one.label))
    elif actor.may("people.read"):
        for resident in reads.search_residents(r, actor, text, limit):
            for tie in resident.ties:
                found.setdefault(tie.household_id, Door(tie.household_id, tie.place, resident.masked_name))
    return tuple(found.values())[:limit]


def door(r: Reading, household_id: str) -> Door:
    """A household by its id, its door masked; an empty label when it is gone."""
    row = r.conn.execute(select(_H.building, _H.unit, _H.room).where(_H.id == household_id)).first()
    return Door(household_id, mask_room(row.building, row.unit, row.room) if row is not None else "")


def homes_named(r: Reading, text: str) -> dict[str, frozenset[str]]:
    """Residents whose whole name stands in a text without blanks, with the numbers of the rooms they live in now.

    For the lint of what is to hang in public; nobody is shown the answer, so no right is needed.
    """
    plain = func.replace(Person.name, " ", "")
    asked = (
        select(Person.name, _H.room)
        .join(Binding, Binding.person_id == Person.id)
        .join(Household, _H.id == Binding.household_id)
        .where(IS_OPEN, Person.deleted_at.is_(None), func.length(plain) > 1, func.instr(literal(text), plain) > 0)
    )
    found: dict[str, set[str]] = {}
    for row in r.conn.execute(asked):
        found.setdefault(row.name.replace(" ", ""), set()).add(row.room)
    return {name: frozenset(rooms_) for name, rooms_ in found.items()}
