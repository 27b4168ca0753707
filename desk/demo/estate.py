"""The invented estate: 3,450 doors in 35 buildings, about 9,000 people behind them, as families live."""

from __future__ import annotations

import random
from collections.abc import Iterator

from desk.demo.names import People
from desk.people import names, rooms
from desk.people.import_values import Entry
from desk.people.rooms import Address

# buildings, units ("" for a tower without), floors, doors a floor: 576 + 1,944 + 930 = 3,450 doors
_BLOCKS = ((12, ("1", "2", "3", "4"), 6, 2), (18, ("1", "2"), 18, 3), (5, ("",), 31, 6))
_SIZES = ((0, 4), (1, 14), (2, 30), (3, 29), (4, 16), (5, 5), (6, 2))  # people behind a door, per cent


def doors() -> list[Address]:
    """Every door of the estate, in the order people count."""
    found, building = [], 0
    for count, units, floors, a_floor in _BLOCKS:
        for _ in range(count):
            building += 1
            found += [
                Address(str(building), unit, f"{floor}{door:02d}")
                for unit in units for floor in range(1, floors + 1) for door in range(1, a_floor + 1)
            ]  # fmt: skip
    return sorted(found, key=rooms.sort_key)


def residents(rng: random.Random, people: People) -> Iterator[Entry]:
    """A row for everyone, as a sheet of the estate office would have it; an empty flat is a row without a name."""
    sizes, weights = [size for size, _ in _SIZES], [weight for _, weight in _SIZES]
    row = 1
    for address in doors():
        for name, role, phone, plates in _family(rng, people, rng.choices(sizes, weights)[0]):
            row += 1
            yield Entry(row, address, name, names.fold(name), phone, plates, role)


def _family(rng: random.Random, people: People, size: int) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """(name, role, phone, plates) of those behind one door, no name twice."""
    if size == 0:
        yield "", "", "", ()
        return
    rents = rng.random() < 0.18
    age = rng.choices(("old", "mid", "young"), (34, 56, 10))[0]
    first = people.name(age=age)
    plates = (people.plate(),) if rng.random() < 0.42 else ()
    yield first, "tenant" if rents else "owner", people.phone() if rng.random() < 0.92 else "", plates
    seen = {first}
    family = first[:1] if "·" not in first and not first.isascii() else ""
    for i in range(1, size):
        name = people.name(*_relation(rng, family, age, i))
        if name not in seen:
            seen.add(name)
            grown = i == 1 or rng.random() < 0.4
            role = "tenant" if rents else ("helper" if rng.random() < 0.02 else "family")
            yield name, role, people.phone() if grown and rng.random() < 0.7 else "", ()


def _relation(rng: random.Random, family: str, age: str, i: int) -> tuple[str, str]:
    """(family name or "", age) of the i-th other person: spouse, then children, then parents."""
    if i == 1:
        return "", age
    if i in (2, 3):
        return family, {"old": "mid", "mid": "young", "young": "young"}[age]
    return rng.choice((family, "")), "old"
