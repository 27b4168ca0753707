"""Residents of two desks: found by what was changed elsewhere, entered twice, and erased for good."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import insert, select

from desk.operators.rules import Role, actor_of
from desk.people import reads, service
from desk.people.tables import Consent, Household, Person
from desk.store import sync_rows
from desk.store.search import DocKind, find
from desk.store.tables_sync import SyncConflict, SyncLog
from desk.store.unit import Unit
from desk.sync.reads import duplicates
from tests.sync.pair import Desk, Pair


def found(desk: Desk, text: str) -> list[str]:
    return [one.id for one in desk.ask(reads.search_residents, desk.actor, text)]


def test_an_edit_elsewhere_changes_what_a_resident_is_found_by(two_desks: Pair) -> None:
    person = two_desks.a.do(service.add_person, "张伟", "10400000001", ("沪A12345",))
    door = two_desks.a.do(service.add_household, "3", "1", "1202")
    two_desks.a.do(service.bind, person, door, "owner")
    two_desks.carry()
    assert found(two_desks.b, "zhangwei") == found(two_desks.b, "3-1-1202") == found(two_desks.b, "A12345") == [person]
    two_desks.b.do(service.edit_person, person, "欧阳伟", "10400000002")
    two_desks.b.do(service.edit_household, door, "4", "2", "303")
    two_desks.carry()
    assert found(two_desks.a, "ouyang") == found(two_desks.a, "4-2-303") == found(two_desks.a, "0002") == [person]
    assert found(two_desks.a, "zhang") == found(two_desks.a, "1202") == found(two_desks.a, "A12345") == []
    with two_desks.a.store.reading() as r:
        row = r.conn.execute(select(Person.__table__)).one()
        key = r.conn.execute(select(Household.sort_key)).scalar_one()
    with two_desks.b.store.reading() as r:
        assert (row.name_key, row.name_pinyin, row.phone_last4) == ("欧阳伟", "ou yang wei", "0002")
        assert key == r.conn.execute(select(Household.sort_key)).scalar_one()


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_a_tie_is_known_whatever_comes_first(two_desks: Pair, order: tuple[int, ...]) -> None:
    a = two_desks.a
    person = a.do(service.add_person, "张伟")
    door = a.do(service.add_household, "3", "1", "1202")
    left = a.do(service.add_household, "5", "", "101")
    a.do(service.unbind, a.do(service.bind, person, left, "owner"))
    a.do(service.bind, person, door, "owner")
    bodies = a.bodies()
    groups = [
        [b for b in bodies if f'"k":"{kind}"'.encode() in b]
        for kind in ("person", "household", "binding", "binding_end")
    ]
    for n in order:
        two_desks.b.receive(groups[n])
    assert found(two_desks.b, "3-1-1202") == [person]
    assert found(two_desks.b, "5-101") == []
    assert [one.label for one in two_desks.b.ask(reads.households_of, person)] == ["3-1-1202"]


def test_who_was_taken_off_the_list_is_found_no_more(two_desks: Pair) -> None:
    person = two_desks.a.do(service.add_person, "张伟")
    other = two_desks.a.do(service.add_person, "张维")
    door = two_desks.a.do(service.add_household, "3", "1", "1202")
    two_desks.carry()
    two_desks.a.do(service.merge, person, other)
    two_desks.a.do(service.remove_household, door)
    two_desks.carry()
    assert found(two_desks.b, "zhangwei") == [person]
    assert two_desks.b.ask(reads.search_households, "1202") == ()
    with two_desks.b.store.reading() as r:
        assert find(r.conn, '"1202"', DocKind.HOUSEHOLD, 9) == []


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_latest_act_counts_and_a_withdrawal_beats_a_consent(two_desks: Pair, order: tuple[int, ...]) -> None:
    person = two_desks.a.do(service.add_person, "张伟")
    two_desks.carry()
    at = two_desks.clock.now_ms()

    def act(u: Unit, act: str, when: int) -> None:
        u.add(Consent, person_id=person, purpose="face", act=act, notice_version="1", at=when)

    for what, when in (("given", at), ("withdrawn", at), ("given", at - 1)):
        two_desks.a.do(act, what, when)
    bodies = [b for b in two_desks.a.bodies() if b'"k":"consent"' in b]
    two_desks.b.receive([bodies[n] for n in order], page=1)
    assert two_desks.b.ask(reads.consents, person) == {"face": False}
    two_desks.b.do(act, "given", at + 1)
    two_desks.carry()
    assert two_desks.a.ask(reads.consents, person) == two_desks.b.ask(reads.consents, person) == {"face": True}


def values(desk: Desk, person: str) -> tuple[Any, ...]:
    with desk.store.reading() as r:
        row = r.conn.execute(select(Person.__table__).where(Person.id == person)).one()
    return (row.name, row.phone, row.plates, row.name_key, row.name_pinyin, row.phone_last4, row.deleted_at is None)


NOTHING = ("", "", [], "", "", "", False)


def test_who_was_erased_is_erased_at_every_desk_and_no_late_edit_brings_them_back(two_desks: Pair) -> None:
    a, b = two_desks.a, two_desks.b
    person = a.do(service.add_person, "赵消失", "10400000009", ("沪A00009",))
    two_desks.carry()
    b.do(service.edit_person, person, "赵消失", "10400000010")
    a.do(service.erase_person, person)
    erasure, late = a.bodies(), b.bodies()
    b.receive(erasure)
    a.receive(late)
    for desk in (a, b):
        assert values(desk, person) == NOTHING
        assert found(desk, "zhao") == found(desk, "0010") == []
        with desk.store.reading() as r:
            lost = r.conn.execute(select(SyncConflict.standing, SyncConflict.lost)).all()
            assert all(row.standing is None and row.lost is None for row in lost)
    b.receive(late)
    assert values(b, person) == NOTHING


def test_an_erasure_alone_is_enough(two_desks: Pair) -> None:
    """A hub tells nothing else of what was erased: not even that it was taken off the list."""
    person = two_desks.a.do(service.add_person, "赵消失", "10400000009")
    two_desks.carry()
    two_desks.a.do(service.erase_person, person)
    two_desks.b.receive([body for body in two_desks.a.bodies() if b'"k":"redaction"' in body])
    assert values(two_desks.b, person) == NOTHING
    assert two_desks.b.ask(reads.counts)["residents"] == 0


def test_what_was_pulled_of_an_erased_resident_goes_too(two_desks: Pair) -> None:
    person = two_desks.a.do(service.add_person, "赵消失", "10400000009")
    bodies = two_desks.a.bodies()
    two_desks.b.receive(bodies)
    with two_desks.b.store.unit() as u:
        row = {"scope": "s", "seq": 1, "op_id": person, "eid": person, "clock": "", "device": "", "chain": b"", "at": 0}
        u.conn.execute(insert(SyncLog).values(**row, body=bodies[0]))
    two_desks.a.do(service.erase_person, person)
    two_desks.b.receive(two_desks.a.bodies())
    with two_desks.b.store.reading() as r:
        assert r.conn.execute(select(SyncLog.body)).scalars().all() == [None]
        assert sync_rows.aside(r) == []


def test_doors_and_people_entered_at_both_desks_are_listed_and_every_desk_finds_the_same(two_desks: Pair) -> None:
    doors = []
    for desk, namesake in ((two_desks.a, "10400009991"), (two_desks.b, "10400009992")):
        two_desks.clock.advance(1000)
        doors.append(desk.do(service.add_household, "3", "1", "1202"))
        person = desk.do(service.add_person, "张伟", "10400000001")
        desk.do(service.bind, person, doors[-1], "owner")
        desk.do(service.add_person, "张伟", namesake)
    two_desks.carry()
    for desk in (two_desks.a, two_desks.b):
        assert desk.ask(reads.find_household, "3-1-1202").id == doors[0]
        door, people = desk.ask(duplicates, desk.actor)
        assert (door.kind, door.label, door.ids) == ("household", "3-1-1202", tuple(doors))
        assert (people.kind, people.label, len(people.ids)) == ("person", "张*", 2)
        technician = actor_of("0" * 31 + "9", Role.TECHNICIAN)
        assert [one.kind for one in desk.ask(duplicates, technician)] == ["household"]
    two_desks.a.do(service.merge, *two_desks.a.ask(duplicates, two_desks.a.actor)[1].ids)
    two_desks.carry()
    assert [one.kind for one in two_desks.b.ask(duplicates, two_desks.b.actor)] == ["household"]
