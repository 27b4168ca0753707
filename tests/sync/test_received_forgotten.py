"""A visitor who asked at one gate to be left out of the forms is forgotten at the other, whatever came in which order."""

from __future__ import annotations

from dataclasses import replace

from desk.core.clock import MINUTE_MS
from desk.core.ids import new_id
from desk.people import reads as people_reads
from desk.people import service as people
from desk.reception import service
from desk.reception.rules import Draft, Proof, VisitorType
from desk.reception.views import AdmitRequest
from tests.sync.pair import Desk, Pair

NAME, PHONE = "欧阳测试", "10400000001"


def admit(desk: Desk, pair: Pair, name: str = NAME) -> None:
    door = desk.ask(people_reads.search_households, "3-1-1202")[0].id
    draft = replace(Draft(VisitorType.GUEST, name, household_id=door), phone=PHONE)
    desk.do(service.admit, AdmitRequest(new_id(pair.clock.now_ms()), draft, Proof.PHONE))
    pair.clock.advance(MINUTE_MS)


def known(desk: Desk, name: str = NAME) -> list[str]:
    return [one.id for one in desk.ask(people_reads.search_visitors, desk.actor, name)]


def forget(desk: Desk, pair: Pair) -> None:
    (visitor,) = known(desk)
    assert desk.do(people.forget_visitor, visitor)
    pair.clock.advance(MINUTE_MS)


def begun(pair: Pair) -> Pair:
    pair.a.do(people.add_household, "3", "1", "1202")
    pair.carry()
    return pair


def test_who_is_forgotten_at_one_gate_is_at_the_other(two_desks: Pair) -> None:
    pair = begun(two_desks)
    admit(pair.a, pair)
    admit(pair.a, pair, "李娜娜")
    pair.carry()
    assert len(known(pair.b)) == len(known(pair.b, "李娜娜")) == 1
    forget(pair.b, pair)
    pair.a.heard.clear()
    pair.carry()
    assert known(pair.a) == known(pair.b) == []
    assert len(known(pair.a, "李娜娜")) == len(known(pair.b, "李娜娜")) == 1
    assert "people" in pair.a.heard


def test_a_visit_that_comes_late_brings_nobody_back(two_desks: Pair) -> None:
    pair = begun(two_desks)
    admit(pair.b, pair)
    admit(pair.a, pair)  # not heard of at b before the wish
    forget(pair.b, pair)
    pair.carry()
    assert known(pair.a) == known(pair.b) == []


def test_who_comes_again_is_remembered_again(two_desks: Pair) -> None:
    pair = begun(two_desks)
    admit(pair.b, pair)
    forget(pair.b, pair)
    admit(pair.a, pair)
    pair.carry(shuffle=3, twice=True)
    assert len(known(pair.a)) == len(known(pair.b)) == 1
