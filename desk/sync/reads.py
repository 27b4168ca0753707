"""What two desks may have entered each for itself before they heard of each other, for the page of syncing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import and_, func, select

from desk.core.actor import Actor
from desk.core.masking import mask_name
from desk.people.rooms import Address
from desk.people.service_rows import places_of
from desk.people.tables import Household, Person
from desk.store.unit import Reading

_H, _P = Household.__table__.c, Person.__table__.c
MOST = 200


@dataclass(frozen=True)
class Twice:
    """One thing that stands here several times. kind: `household` or `person`; label: the door, or a masked name.

    ids: the oldest first, which is the one every desk finds by its door.
    """

    kind: str
    label: str
    ids: tuple[str, ...]


def duplicates(r: Reading, actor: Actor, limit: int = MOST) -> tuple[Twice, ...]:
    """Doors entered twice, and, for who may read people, residents of one name with one phone or behind one door."""
    people = _people(r, limit) if actor.may("people.read") else ()
    return (*_doors(r, limit), *people)


def _doors(r: Reading, limit: int) -> tuple[Twice, ...]:
    parts = (_H.building, _H.unit, _H.room)
    twice = (
        select(*parts).where(_H.deleted_at.is_(None)).group_by(*parts).having(func.count() > 1).limit(limit).subquery()
    )
    same = and_(*(twice.c[part.name] == part for part in parts))
    rows = r.conn.execute(
        select(_H.id, *parts).join(twice, same).where(_H.deleted_at.is_(None)).order_by(_H.sort_key, *parts, _H.id)
    )
    groups = groupby(rows, lambda row: Address(row.building, row.unit, row.room))
    return tuple(Twice("household", place.label, tuple(row.id for row in group)) for place, group in groups)


def _people(r: Reading, limit: int) -> tuple[Twice, ...]:
    names = select(_P.name_key).where(_P.deleted_at.is_(None), _P.name_key != "")
    twice = names.group_by(_P.name_key).having(func.count() > 1)
    query = select(_P.id, _P.name, _P.name_key, _P.phone).where(_P.name_key.in_(twice), _P.deleted_at.is_(None))
    rows = r.conn.execute(query.order_by(_P.name_key, _P.id)).mappings().all()
    doors = places_of(r, [row["id"] for row in rows])
    found = [
        Twice("person", mask_name(same[0]["name"]), tuple(row["id"] for row in same))
        for _, group in groupby(rows, lambda row: row["name_key"])
        for same in _alike(list(group), doors)
    ]
    return tuple(found[:limit])


def _alike(namesakes: Sequence[Mapping[Any, Any]], doors: Mapping[str, Sequence[str]]) -> list[list[Mapping[Any, Any]]]:
    """Of people with one name, those who share a phone or a door with another: two entries of one person."""
    groups: list[tuple[set[str], list[Mapping[Any, Any]]]] = []
    for row in namesakes:
        marks = {*doors.get(row["id"], ()), *([f"tel {row['phone']}"] if row["phone"] else [])}
        meets = [group for group in groups if group[0] & marks]
        merged = (marks.union(*(held for held, _ in meets)), [*(one for _, held in meets for one in held), row])
        groups = [group for group in groups if group not in meets] + [merged]
    return [rows for _, rows in groups if len(rows) > 1]
