"""The demonstration's estate, made small, as one desk has it and as another gets it: by a snapshot, then by operations."""

from __future__ import annotations

import random
from dataclasses import is_dataclass
from typing import Any

import pytest
from sqlalchemy import func, select

from desk.core.clock import HOUR_MS, SiteTime
from desk.demo import build, estate, past
from desk.demo.today import CAMERA_TEXTS
from desk.people.tables import Binding, Household, Person
from desk.reception import reads, service
from desk.reception.tables import Tally, Visit, VisitEvent
from desk.records.reads_audit import verify
from tests.sync.day import screens
from tests.sync.gatehouse import Day
from tests.sync.pair import Desk, Pair


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """24 doors and a few visits a day instead of an estate of 3,450."""
    monkeypatch.setattr(estate, "_BLOCKS", ((2, ("1", "2"), 3, 2),))
    monkeypatch.setattr(past, "_A_DAY", tuple((kind, max(1, a_day // 12)) for kind, a_day in past._A_DAY))
    monkeypatch.setattr(past, "RIDERS_A_DAY", 5)


def of(desk: Desk) -> Day:
    """What to open and to look for."""
    with desk.store.reading() as r:
        visits = list(r.conn.execute(select(Visit.id).where(Visit.state != "draft").order_by(Visit.id)).scalars())
        people = list(r.conn.execute(select(Person.id).order_by(Person.id)).scalars())
        doors = list(r.conn.execute(select(Household.id).order_by(Household.id)).scalars())
        texts = list(r.setting(CAMERA_TEXTS))
    return Day(visits, people, doors, texts, desk.ask(reads.newest_open), desk.ask(lambda r: r.gate_id))


def loosely(value: Any) -> Any:
    """Rows of one unit stand in one moment: which of them comes first is each desk's own."""
    if isinstance(value, dict):
        return {name: loosely(one) for name, one in value.items()}
    if isinstance(value, list | tuple) and value and is_dataclass(value[0]):
        return sorted(map(repr, value))
    return [loosely(one) for one in value] if isinstance(value, list) else value


def counts(desk: Desk) -> dict[str, int]:
    with desk.store.reading() as r:
        tables = (Household, Person, Binding, Visit, VisitEvent, Tally)
        return {t.__tablename__: r.conn.execute(select(func.count()).select_from(t)).scalar_one() for t in tables}


@pytest.mark.parametrize("shuffled", [False, True])
def test_the_estate_is_the_same_at_the_other_desk(two_desks: Pair, small: None, shuffled: bool) -> None:
    two_desks.clock.advance(6 * HOUR_MS)
    made = build.fill(two_desks.a.store, SiteTime())
    assert made.visits > 300
    two_desks.clock.advance(1000)
    two_desks.a.do(service.open_call)
    things = two_desks.a.things()
    if shuffled:
        random.Random(5).shuffle(things)
    two_desks.b.take_in(things, page=300)
    day = of(two_desks.a)
    assert counts(two_desks.a) == counts(two_desks.b)
    mine, theirs = (loosely(screens(desk, day)) for desk in (two_desks.a, two_desks.b))
    assert {name: (mine[name], theirs[name]) for name in mine if mine[name] != theirs[name]} == {}
    two_desks.b.receive(two_desks.a.bodies())  # the log from where the snapshot began
    assert loosely(screens(two_desks.b, day)) == mine
    assert two_desks.b.ask(verify).whole
