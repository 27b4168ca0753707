"""What an import would do, worked out against what the store holds. Pure: planned outside the unit, applied in one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from desk.people.import_values import SKIPPED, Entry, Issue
from desk.people.rooms import Address

UPDATE, SKIP = "update", "skip"


@dataclass(frozen=True)
class Bound:
    """A resident bound to a door, as the store has them."""

    person_id: str
    binding_id: str
    role: str
    phone: str
    plates: tuple[str, ...]


@dataclass
class Existing:
    """What the store holds. by_door: (household id, name key); by_phone: (name key, whole phone) -> person id."""

    households: dict[Address, str] = field(default_factory=dict)
    by_door: dict[tuple[str, str], Bound] = field(default_factory=dict)
    by_phone: dict[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True)
class NewPerson:
    """A resident to add, with the doors to bind them to."""

    entry: Entry
    doors: list[tuple[Address, str]]


@dataclass(frozen=True)
class Change:
    """A resident whose phone, plates or role the sheet says differently; role "" stays."""

    bound: Bound
    household_id: str
    phone: str
    plates: tuple[str, ...]
    role: str


@dataclass
class Plan:
    """Everything to be done, and what there is to tell about rows that need nothing."""

    households: list[Address] = field(default_factory=list)
    people: list[NewPerson] = field(default_factory=list)
    bindings: list[tuple[str, Address, str]] = field(default_factory=list)  # person already known, another door, role
    changes: list[Change] = field(default_factory=list)
    unchanged: int = 0
    issues: list[Issue] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.households or self.people or self.bindings or self.changes)


def make(entries: Iterable[Entry], existing: Existing, on_known: str = UPDATE) -> Plan:
    """Compare good rows with the store. The same file a second time gives an empty plan.

    Someone is known when a person of that name is bound to that door, or has that name and that whole phone number
    elsewhere (then they get another door). on_known: `update` takes over what the sheet says, `skip` reports the row.
    """
    plan = Plan()
    fresh: dict[tuple[str, str], NewPerson] = {}
    doors = set(existing.households)
    given: set[tuple[str, Address]] = set()
    for one in entries:
        if one.address not in doors:
            doors.add(one.address)
            plan.households.append(one.address)
        elif not one.name:
            plan.unchanged += 1
        if not one.name:
            continue
        bound = existing.by_door.get((existing.households.get(one.address, ""), one.name_key))
        if bound is not None:
            _known(plan, one, bound, existing.households[one.address], on_known)
            continue
        role, whose = one.role or "resident", (one.name_key, one.phone)
        person_id = existing.by_phone.get(whose) if one.phone else None
        if person_id is not None:
            if (person_id, one.address) not in given:
                given.add((person_id, one.address))
                plan.bindings.append((person_id, one.address, role))
        elif one.phone and whose in fresh:
            fresh[whose].doors.append((one.address, role))
        else:
            person = NewPerson(one, [(one.address, role)])
            plan.people.append(person)
            fresh[whose] = person
    return plan


def _known(plan: Plan, one: Entry, bound: Bound, household_id: str, on_known: str) -> None:
    phone = one.phone or bound.phone
    plates = tuple(dict.fromkeys((*bound.plates, *one.plates)))
    role = one.role if one.role and one.role != bound.role else ""
    if phone == bound.phone and plates == bound.plates and not role:
        plan.unchanged += 1
    elif on_known == SKIP:
        plan.issues.append(Issue(one.row, "", "", "people.row_known", SKIPPED))
    else:
        plan.changes.append(Change(bound, household_id, phone, plates, role))
