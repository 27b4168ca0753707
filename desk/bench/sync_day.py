"""Ordinary days of the demonstration's estate, done by its own services: visits, riders, goods, edits, hour by hour."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from desk.core.actor import Actor
from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS, SiteTime
from desk.core.errors import Refused
from desk.core.ids import new_id
from desk.demo import estate as residents
from desk.demo import past
from desk.demo.names import People
from desk.operators.rules import COMMAND, Role, actor_of
from desk.people import importing
from desk.people.reads_import import existing
from desk.people.rooms import Address
from desk.people.service import add_person
from desk.people.service_bindings import bind
from desk.reception import service as reception
from desk.reception.rules import Draft, OutSource, Proof, VisitorType
from desk.reception.service_seed import PastVisit
from desk.reception.views import AdmitRequest
from desk.store.store import Store
from desk.store.unit import Unit

GOODS_A_DAY, EDITS_A_DAY, UNLOCKED_A_DAY = 25, 3, 12
SHOPS = ("一箱水果", "文件袋", "保温饭盒", "鲜花一束", "药品一袋")
Act = tuple[int, Callable[[Unit], object]]


class Hands:
    """A clock that a benchmark moves, so that a month of work bears a month of times."""

    def __init__(self, now_ms: int) -> None:
        self._now = now_ms

    def now_ms(self) -> int:
        return self._now

    def monotonic_s(self) -> float:
        return self._now / 1000

    def move(self, now_ms: int) -> None:
        """Forward only."""
        self._now = max(self._now, now_ms)


@dataclass(frozen=True)
class Estate:
    """The doors of a store and the visitors who come to them."""

    homes: dict[Address, str]
    known: dict[VisitorType, list[past.Visitor]]
    people: People


def settle(store: Store, rng: random.Random, most: int = 0) -> Estate:
    """Bring the residents of the demonstration (most: only the first so many) into a fresh store."""
    people = People(rng)
    importing.bring_in(store, COMMAND, list(islice(residents.residents(rng, people), most or None)))
    with store.reading() as r:
        homes = existing(r).households
    doors = sorted(homes, key=lambda door: (door.building, door.unit, door.room))
    return Estate({door: homes[door] for door in doors}, past.visitors(rng, people, doors), people)


def work(store: Store, clock: Hands, where: Estate, rng: random.Random, days: int, most: int | None = None) -> int:
    """Do up to 29 days from the clock's now on, an action a unit, or `most` actions; returns how many were done."""
    guard, start = actor_of(new_id(clock.now_ms()), Role.GUARD.value), clock.now_ms()
    done = 0
    for at, act in sorted(_acts(where, rng, guard, start, days), key=lambda one: one[0]):
        if done == most:
            break
        clock.move(at)
        with store.unit(guard) as u:
            act(u)
        done += 1
    return done


def _acts(where: Estate, rng: random.Random, guard: Actor, start: int, days: int) -> Iterator[Act]:
    end = start + days * DAY_MS
    month = past.visits(
        rng, where.known, where.homes, start + (past.DAYS - 1) * DAY_MS, SiteTime()
    )  # from this midnight on
    for visit in month:
        if start <= visit.in_at < end:
            yield from _visit(visit, rng)
    for day in range(start, end, DAY_MS):
        yield from _passages(rng, day)
        yield from _goods(where, rng, day)
        yield from _edits(where, rng, day)


def _visit(visit: PastVisit, rng: random.Random) -> Iterator[Act]:
    visit_id = new_id(visit.in_at)
    draft = Draft(
        visit.visitor_type, visit.name, visit.phone or "0001", visit.plate, visit.company or "测试公司",
        visit.purpose_code, household_id=visit.household_id, party_size=visit.party_size,
    )  # fmt: skip
    request = AdmitRequest(visit_id, draft, rng.choice((Proof.PHONE, Proof.PHONE, Proof.INTERCOM)))
    yield visit.in_at, lambda u: reception.admit(u, request)
    if visit.out_at is not None:
        yield visit.out_at, lambda u: _leave(u, visit_id)


def _leave(u: Unit, visit_id: str) -> None:
    with suppress(Refused):  # came in again meanwhile and was closed then
        reception.checkout(u, visit_id, OutSource.DESK)


def _passages(rng: random.Random, day: int) -> Iterator[Act]:
    for kind, count in ((VisitorType.RIDER, past.RIDERS_A_DAY), (VisitorType.COURIER, past.COURIERS_A_DAY)):
        for _ in range(count):
            yield _hour(rng, day), _counted(kind)


def _counted(kind: VisitorType) -> Callable[[Unit], object]:
    return lambda u: reception.count(u, kind)


def _goods(where: Estate, rng: random.Random, day: int) -> Iterator[Act]:
    for _ in range(GOODS_A_DAY):
        goods, home, what = new_id(day), rng.choice(list(where.homes.values())), rng.choice(SHOPS)
        at = _hour(rng, day)
        yield at, _parked(goods, home, what)
        yield at + rng.randrange(HOUR_MS, 9 * HOUR_MS), _taken(goods)


def _parked(goods: str, home: str, what: str) -> Callable[[Unit], object]:
    return lambda u: reception.park(u, household_id=home, what=what, shelf="A1", goods_id=goods)


def _taken(goods: str) -> Callable[[Unit], object]:
    return lambda u: reception.hand_out(u, goods, taken_by="家人")


def _edits(where: Estate, rng: random.Random, day: int) -> Iterator[Act]:
    for _ in range(EDITS_A_DAY):
        name, phone, home = where.people.name(), where.people.phone(), rng.choice(list(where.homes.values()))
        yield _hour(rng, day), _moving_in(name, phone, home)
    for hour in range(UNLOCKED_A_DAY):
        yield day + hour * 2 * HOUR_MS, lambda u: u.audit("session.unlocked", how="pin")


def _moving_in(name: str, phone: str, home: str) -> Callable[[Unit], object]:
    def act(u: Unit) -> None:
        u.actor = COMMAND
        bind(u, add_person(u, name, phone), home, "family")

    return act


def _hour(rng: random.Random, day: int) -> int:
    """A moment between seven and ten in the evening."""
    return day + 7 * HOUR_MS + rng.randrange(15 * 60) * MINUTE_MS + rng.randrange(MINUTE_MS)
