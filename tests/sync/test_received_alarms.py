"""Alarms of two desks: whoever is taken off the list is gone at both, and a press between two closings is not lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from desk.alarms import reads, rights, service
from desk.alarms.rules import RingsAt, Sort, Stand
from desk.alarms.tables import Wearer
from desk.erasing import erased_wearers
from desk.people import service as people
from desk.store.tables import Outbox
from tests.sync.day_alarms import BUTTON
from tests.sync.pair import Desk, Pair

PRESS = service.Heard(Sort.SOS, "sos:841904", "d" * 32, "接收器", number="841904")
NAME = BUTTON.name


def by_machine(desk: Desk, verb: Any, *args: Any) -> Any:
    with desk.store.unit(rights.MACHINE) as u:
        return verb(u, *args)


def values(desk: Desk) -> list[tuple[Any, ...]]:
    with desk.store.reading() as r:
        table = Wearer.__table__.c
        return [tuple(row) for row in r.conn.execute(select(table.name, table.number, table.door, table.calls))]


def bodies(desk: Desk) -> bytes:
    with desk.store.reading() as r:
        found = r.conn.execute(select(Outbox.body).where(Outbox.kind == "wearer")).scalars()
        return b"".join(bytes(body or b"") for body in found)


@pytest.mark.parametrize("late", [False, True])
def test_who_is_taken_off_the_list_leaves_nothing_at_either_desk(two_desks: Pair, late: bool) -> None:
    """late: the other desk changes them meanwhile, and says so afterwards."""
    a, b = two_desks.a, two_desks.b
    worn = a.do(service.save_wearer, BUTTON)
    two_desks.carry()
    assert [one.name for one in b.ask(reads.wearers)] == [NAME]
    a.do(service.drop_wearer, worn)
    if late:
        b.do(service.save_wearer, replace(BUTTON, note="新的话"), worn)
    two_desks.carry()
    two_desks.carry()
    for desk in (a, b):
        assert desk.ask(reads.wearers) == []
        assert values(desk) == [("", "", "", [])]


def test_a_resident_who_is_erased_wears_nothing_any_more(two_desks: Pair) -> None:
    a = two_desks.a
    person = a.do(people.add_person, NAME, "", ())
    a.do(service.save_wearer, replace(BUTTON, person_id=person))
    assert a.ask(erased_wearers) == []
    a.do(people.erase_person, person)
    assert a.ask(erased_wearers) == [person]
    a.do(lambda u: service.forget_wearers(u, erased_wearers(u)))
    assert values(a) == [("", "", "", [])]
    assert NAME.encode() not in bodies(a)


@pytest.mark.parametrize("shuffle", [None, 1, 2])
def test_two_who_close_it_and_one_who_presses_between(two_desks: Pair, shuffle: int | None) -> None:
    a, b = two_desks.a, two_desks.b
    alarm = by_machine(a, service.raise_alarm, PRESS).alarm_id
    two_desks.carry()
    b.do(service.close, alarm, "人没事")
    by_machine(a, service.raise_alarm, PRESS)
    a.do(service.seen, alarm)
    two_desks.carry(shuffle, twice=True)
    assert a.ask(reads.card, alarm) == b.ask(reads.card, alarm)
    assert a.ask(reads.open_alarms) == b.ask(reads.open_alarms)


def test_an_alarm_of_another_gate_rings_at_the_named_desk(two_desks: Pair) -> None:
    a, b = two_desks.a, two_desks.b
    there = b.ask(lambda r: r.gate_id)
    by_machine(a, service.raise_alarm, PRESS)
    two_desks.carry()
    same_gate = a.ask(lambda r: r.gate_id) == there
    assert bool(b.ask(reads.ringing)) is same_gate
    a.do(service.save_rings_at, RingsAt(there, "值班室", "1040 0000 0110"))
    two_desks.carry()
    (row,) = b.ask(reads.ringing)
    assert row.stand is Stand.RINGING
    b.do(service.seen, row.id)
    two_desks.carry()
    assert a.ask(reads.ringing)[0].now.seen_gate == there
