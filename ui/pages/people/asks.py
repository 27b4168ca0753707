"""What the people page asks the desk, on the disk-read lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desk.codes import reads_lists, serials
from desk.codes.rules import Kind, Status
from desk.core.actor import Actor
from desk.core.clock import SiteTime
from desk.people import reads as people
from desk.people import rooms
from desk.people.rooms import Address, sort_key
from desk.people.rules import HouseholdView, Resident, place_label
from desk.reception import reads as reception
from ui import moments
from ui.pages.people.model import Card, Found, Note, PersonLine

FOUND, DOORS, VISITS, PAGE = 24, 600, 5, 200
END = "\uffff"


@dataclass(frozen=True)
class Overview:
    households: int
    residents: int
    buildings: tuple[str, ...]


def overview(r: Any, actor: Actor) -> Overview:
    """How many there are, and the buildings for those who may browse."""
    counts = people.counts(r)
    return Overview(counts["households"], counts["residents"], buildings(r) if actor.may("people.browse") else ())


def buildings(r: Any) -> tuple[str, ...]:
    """Every building in the order people count."""
    found: list[str] = []
    after = ""
    while page := people.households(r, after, 1):
        found.append(page[0].address.building)
        after = _key(found[-1]) + END
    return tuple(found)


def _key(building: str) -> str:
    """What the sort keys of a building's doors begin with."""
    return sort_key(Address(building)).split("|")[0] + "|"


def doors_of(r: Any, actor: Actor, building: str) -> tuple[Found, ...]:
    """The doors of a building, for those who may browse."""
    actor.require("people.browse")
    found: list[HouseholdView] = []
    after = _key(building)
    while len(found) < DOORS and (page := people.households(r, after, PAGE)):
        found += [one for one in page if one.address.building == building]
        if page[-1].address.building != building:
            break
        after = sort_key(page[-1].address)
    return tuple(Found(one.id, one.label, people=one.people) for one in found)


def search(r: Any, actor: Actor, text: str) -> tuple[Found, ...]:
    """Households by their door, residents by name, pinyin, phone or plate; residents are masked."""
    doors: dict[str, Found] = {}
    if rooms.parse_part(text) is not None or any(char.isdigit() for char in text):
        exact = people.find_household(r, text)
        near = people.search_households(r, text, FOUND)
        for one in (exact, *near) if exact is not None else near:
            doors.setdefault(one.id, Found(one.id, one.label, people=one.people))
    found = [] if len(doors) == 1 else residents(r, actor, text)
    return (*doors.values(), *found)[:FOUND]


def residents(r: Any, actor: Actor, text: str, but: str = "") -> list[Found]:
    """Residents as typed so far, masked."""
    found = [one for one in people.search_residents(r, actor, text, FOUND) if one.id != but]
    homes = {one.id: one.ties[0].household_id for one in found if one.ties}
    labels = reads_lists.household_labels(r, set(homes.values()))
    return [
        Found(
            homes.get(one.id, ""),
            labels.get(homes.get(one.id, ""), ""),
            one.masked_name,
            one.masked_phone,
            person_id=one.id,
        )
        for one in found
    ]


def card(r: Any, actor: Actor, household_id: str, time: SiteTime) -> Card:
    """A household, opened: its residents masked, its door only as far as the floor. Raises Refused("store.gone")."""
    home = people.household(r, household_id)
    lines = tuple(_line(one, household_id) for one in people.residents_of(r, actor, household_id))
    codes = reads_lists.of_subject(r, household_id)
    indoor = next((one for one in codes if one.kind is Kind.INDOOR and one.status is Status.LIVE), None)
    open_door = not lines and actor.may("people.browse")  # nobody there whom the door would give away
    return Card(
        household_id, place_label(home.address, open_door), lines, serials.show_serial(indoor.serial) if indoor else "",
        (*_standing(r, household_id, time), *_permits(r, household_id, time), *_visits(r, household_id, time)),
    )  # fmt: skip


def _line(one: Resident, household_id: str) -> PersonLine:
    tie = next(tie for tie in one.ties if tie.household_id == household_id)
    return PersonLine(
        one.id, tie.binding_id, one.masked_name, tie.role, one.masked_phone, " ".join(one.masked_plates), tie.since
    )


def _standing(r: Any, household_id: str, time: SiteTime) -> list[Note]:
    return [
        Note(
            "standing",
            one.id,
            one.alias,
            f"visit.type.{one.visitor_type.value}",
            moments.month_day(time.local(one.until_at - 1)),
        )
        for one in reception.standing(r, household_id)
    ]


def _permits(r: Any, household_id: str, time: SiteTime) -> list[Note]:
    return [
        Note("permit", one.id, one.company, "visit.type.contractor", moments.month_day(time.local(one.until_at - 1)))
        for one in reception.permits(r, household_id)
    ]


def _visits(r: Any, household_id: str, time: SiteTime) -> list[Note]:
    return [
        Note(
            "visit",
            one.id,
            one.name,
            f"visit.type.{one.visitor_type.value}",
            moments.told(time, one.at, r.now),
        )
        for one in reception.recent_of(r, household_id, VISITS)
    ]
