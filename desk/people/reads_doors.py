"""Doors for a picker: a household by its room however it is written, or by a resident's name or pinyin."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from desk.core.actor import Actor
from desk.core.masking import mask_room
from desk.people import reads, rooms
from desk.people.tables import Household
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
