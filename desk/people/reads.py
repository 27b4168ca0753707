"""Queries on people: masked views for screens, doors for the visit form, visitors who came before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import RowMapping, Select, func, select

from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.core.masking import mask_name, mask_phone
from desk.people import query
from desk.people.reads_search import collect
from desk.people.reads_visitors import match_visitor, search_visitors
from desk.people.rooms import Address, parse_part, sort_key
from desk.people.rules import GIVEN, HouseholdView, PersonDraft, Resident, Tie, masked_plates, place_label
from desk.people.service_rows import IS_OPEN
from desk.people.tables import Binding, Consent, Household, Person
from desk.store import search
from desk.store.schema import oldest_first
from desk.store.search import DocKind
from desk.store.unit import Reading

__all__ = [
    "browse", "consents", "counts", "draft", "find_household", "household", "households", "households_of", "match_visitor",
    "resident", "residents_of", "search_households", "search_residents", "search_visitors",
]  # fmt: skip
PAGE = 50
DOORS = 400  # fetched before they are sorted: more than a building has


def search_residents(r: Reading, actor: Actor, text: str, limit: int = PAGE) -> tuple[Resident, ...]:
    """Residents found by name, pinyin, phone, plate or room, newest first, masked. Raises Refused("right.missing")."""
    actor.require("people.read")
    asked = query.parse(text)
    if not asked.match:
        return ()

    def load(nums: Sequence[int]) -> list[Mapping[Any, Any]]:
        rows: list[Mapping[Any, Any]] = list(
            _people(r, select(Person.__table__).where(Person.num.in_(nums)).order_by(Person.num.desc()))
        )
        if not asked.needs_check:
            return rows
        ties = _ties(r, [row["id"] for row in rows], full=True)
        return [row for row in rows if asked.check(*_full_texts(row, ties.get(row["id"], [])))]

    return _views(r, actor, collect(r, asked, DocKind.PERSON, limit, load))


def browse(r: Reading, actor: Actor, after: int = 0, limit: int = PAGE) -> tuple[Resident, ...]:
    """A page of all residents by `num` (keyset: give the last one's `num` as `after`). Needs people.browse."""
    actor.require("people.browse")
    page = select(Person.__table__).where(Person.num > after).order_by(Person.num).limit(limit)
    return _views(r, actor, _people(r, page))


def resident(r: Reading, actor: Actor, person_id: str) -> Resident:
    """One resident, masked. Raises Refused("right.missing" | "store.gone")."""
    actor.require("people.read")
    rows = _people(r, select(Person.__table__).where(Person.id == person_id))
    if not rows:
        raise Refused("store.gone", kind="person")
    return _views(r, actor, rows)[0]


def residents_of(r: Reading, actor: Actor, household_id: str) -> tuple[Resident, ...]:
    """Who is bound to a household now, masked, in the order they were bound."""
    actor.require("people.read")
    bound = select(Binding.person_id).where(Binding.household_id == household_id, IS_OPEN)
    rows = _people(r, select(Person.__table__).where(Person.id.in_(bound)).order_by(*oldest_first(Person)))
    return _views(r, actor, rows)


def draft(r: Reading, actor: Actor, person_id: str) -> PersonDraft:
    """Full values of one resident. Needs people.edit and people.reveal. Screens use service.open_draft, which is audited."""
    actor.require("people.edit")
    actor.require("people.reveal")
    rows = _people(r, select(Person.__table__).where(Person.id == person_id))
    if not rows:
        raise Refused("store.gone", kind="person")
    row = rows[0]
    return PersonDraft(row["id"], row["name"], row["phone"], tuple(row["plates"]), dict(row["versions"]))


def search_households(r: Reading, text: str, limit: int = PAGE) -> tuple[HouseholdView, ...]:
    """Doors as typed so far (`3-1-12`, `3栋1202`, `1202`), in the order people count. No right needed: no person in it."""
    asked = query.parse(text)
    if not asked.match:
        return ()
    nums = search.find(r.conn, asked.match, DocKind.HOUSEHOLD, max(limit, DOORS))
    found = _households(r, select(Household.__table__).where(Household.num.in_(nums)))
    if asked.needs_check:
        found = [one for one in found if asked.check(one.label)]
    return tuple(sorted(found, key=lambda one: sort_key(one.address))[:limit])


def find_household(r: Reading, text: str) -> HouseholdView | None:
    """The one door an address names exactly (`3栋1单元1202室`, `3-1-1202`; `3-1202` when only one fits), or None."""
    place = parse_part(text)
    if place is None or not place.is_whole:
        return None
    asked = select(Household.__table__).where(Household.building == place.building, Household.room == place.room)
    asked = asked.order_by(Household.id)  # should two desks have entered one door: the older entry
    found = _households(r, asked.where(Household.unit == place.unit) if place.unit else asked)
    exact = [one for one in found if one.address == place]
    return exact[0] if exact else (found[0] if len(found) == 1 else None)


def household(r: Reading, household_id: str) -> HouseholdView:
    """One door by id. Raises Refused("store.gone")."""
    found = _households(r, select(Household.__table__).where(Household.id == household_id))
    if not found:
        raise Refused("store.gone", kind="household")
    return found[0]


def households(r: Reading, after: str = "", limit: int = PAGE) -> tuple[HouseholdView, ...]:
    """A page of doors in the order people count; `after`: rooms.sort_key of the last one's address."""
    page = select(Household.__table__).where(Household.sort_key > after).order_by(Household.sort_key).limit(limit)
    return tuple(_households(r, page))


def households_of(r: Reading, person_id: str) -> tuple[HouseholdView, ...]:
    """Where a person lives now."""
    bound = select(Binding.household_id).where(Binding.person_id == person_id, IS_OPEN)
    return tuple(
        _households(r, select(Household.__table__).where(Household.id.in_(bound)).order_by(Household.sort_key))
    )


def consents(r: Reading, person_id: str) -> dict[str, bool]:
    """Purpose -> whether a consent stands: the latest act counts, of two at one moment the withdrawal, at every desk."""
    acts = select(Consent.purpose, Consent.act).where(Consent.person_id == person_id)
    return {row.purpose: row.act == GIVEN for row in r.conn.execute(acts.order_by(Consent.at, Consent.act != GIVEN))}


def counts(r: Reading) -> dict[str, int]:
    """How many households and residents there are."""

    def number(table: type[Household] | type[Person]) -> int:
        return int(r.conn.scalar(select(func.count()).select_from(table).where(table.deleted_at.is_(None))) or 0)

    return {"households": number(Household), "residents": number(Person)}


# --- inside ---------------------------------------------------------------------------------------------------------


def _people(r: Reading, asked: Select[Any]) -> list[RowMapping]:
    return list(r.conn.execute(asked.where(Person.deleted_at.is_(None))).mappings())


def _views(r: Reading, actor: Actor, rows: Sequence[Mapping[Any, Any]]) -> tuple[Resident, ...]:
    ties = _ties(r, [row["id"] for row in rows], actor.may("people.browse"))
    return tuple(
        Resident(
            row["id"], row["num"], mask_name(row["name"]), mask_phone(row["phone"]), masked_plates(row["plates"]),
            tuple(ties.get(row["id"], ())),
        )
        for row in rows
    )  # fmt: skip


def _ties(r: Reading, person_ids: Sequence[str], full: bool) -> dict[str, list[Tie]]:
    asked = (
        select(Binding.__table__, Household.building, Household.unit, Household.room)
        .join(Household, Household.id == Binding.household_id)
        .where(Binding.person_id.in_(person_ids), IS_OPEN, Household.deleted_at.is_(None))
        .order_by(Binding.from_at, Binding.num)
    )
    found: dict[str, list[Tie]] = {}
    for row in r.conn.execute(asked):
        place = place_label(Address(row.building, row.unit, row.room), full)
        found.setdefault(row.person_id, []).append(Tie(row.id, row.household_id, place, row.role, row.from_at))
    return found


def _full_texts(row: Mapping[Any, Any], ties: Sequence[Tie]) -> list[str]:
    return [row["name"], row["phone"], *row["plates"], *(tie.place for tie in ties)]


def _households(r: Reading, asked: Select[Any]) -> list[HouseholdView]:
    rows = list(r.conn.execute(asked.where(Household.deleted_at.is_(None))).mappings())
    bound = (
        select(Binding.household_id, func.count(Binding.person_id.distinct()))
        .where(Binding.household_id.in_([row["id"] for row in rows]), IS_OPEN)
        .group_by(Binding.household_id)
    )
    people = {row[0]: row[1] for row in r.conn.execute(bound)}
    return [
        HouseholdView(
            row["id"], row["num"], Address(row["building"], row["unit"], row["room"]), people.get(row["id"], 0)
        )
        for row in rows
    ]
