"""A month of invented visits: who comes when, how long they stay, and who leaves without a word."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS, SiteTime
from desk.demo.names import People
from desk.people.rooms import Address
from desk.reception.rules import TYPE_RULES, Proof, VisitorType
from desk.reception.service_seed import PastVisit

DAYS = 30
# Visits a day by type: an estate of 3,450 households.
_A_DAY = (
    (VisitorType.GUEST, 175), (VisitorType.DOMESTIC, 52), (VisitorType.CONTRACTOR, 44), (VisitorType.WORKS, 9),
    (VisitorType.AGENT, 10), (VisitorType.OFFICIAL, 6), (VisitorType.OTHER, 6),
)  # fmt: skip
_STAY_H = {
    VisitorType.GUEST: (0.5, 5.0), VisitorType.DOMESTIC: (1.5, 4.5), VisitorType.CONTRACTOR: (0.5, 7.0),
    VisitorType.WORKS: (3.0, 9.0), VisitorType.AGENT: (0.2, 1.2), VisitorType.OFFICIAL: (0.3, 2.0),
    VisitorType.OTHER: (0.1, 1.0),
}  # fmt: skip
_HOURS = (1, 0, 0, 0, 0, 1, 3, 6, 14, 13, 11, 8, 6, 8, 10, 10, 9, 10, 11, 10, 7, 4, 2, 1)
_MEALS = (3, 1, 1, 0, 0, 1, 3, 8, 12, 10, 14, 60, 55, 22, 12, 12, 18, 48, 58, 36, 22, 14, 9, 5)
_PARCELS = (0, 0, 0, 0, 0, 0, 0, 2, 6, 8, 7, 4, 2, 3, 5, 6, 4, 3, 1, 0, 0, 0, 0, 0)
_COMPANIES = {
    VisitorType.DOMESTIC: "洁净家政 安心家政 邻里保洁 好阿姨服务",
    VisitorType.CONTRACTOR: "安居装饰 匠心家装 速修水电 宽带维护 空调维修 管道疏通",
    VisitorType.WORKS: "城建维修 电梯维保 绿化养护 外墙施工",
    VisitorType.AGENT: "友邻房产 安家中介",
    VisitorType.OFFICIAL: "街道办 居委会 派出所 燃气公司 供电所",
}
_PURPOSES = {
    VisitorType.GUEST: ("family",), VisitorType.DOMESTIC: ("cleaning", "care"), VisitorType.WORKS: ("repair",),
    VisitorType.CONTRACTOR: ("repair", "renovation"), VisitorType.AGENT: ("viewing",), VisitorType.OFFICIAL: ("duty",),
    VisitorType.OTHER: ("other", "meeting"),
}  # fmt: skip
_RIDERS, _COURIERS = ("美团", "饿了么", "京东", ""), ("顺丰", "中通", "圆通", "京东", "邮政", "")
RIDERS_A_DAY, COURIERS_A_DAY = 700, 28


@dataclass(frozen=True)
class Visitor:
    """Someone invented who comes to one door, once or again and again."""

    kind: VisitorType
    name: str
    phone: str
    plate: str
    company: str
    door: Address


def visitors(rng: random.Random, people: People, doors: Sequence[Address]) -> dict[VisitorType, list[Visitor]]:
    """The month's visitors by type: guests come every few days or once, helpers two or three times a week."""
    shares = {VisitorType.GUEST: 12, VisitorType.DOMESTIC: 5, VisitorType.OTHER: 15}
    return {
        kind: [_visitor(rng, people, kind, rng.choice(doors)) for _ in range(a_day * shares.get(kind, 6))]
        for kind, a_day in _A_DAY
    }


def _visitor(rng: random.Random, people: People, kind: VisitorType, door: Address) -> Visitor:
    phone = people.phone() if rng.random() < 0.75 else ""
    plate = people.plate() if rng.random() < 0.22 else ""
    companies = _COMPANIES.get(kind, "").split()
    return Visitor(kind, people.name(), phone, plate, rng.choice(companies) if companies else "", door)


def visits(
    rng: random.Random, known: dict[VisitorType, list[Visitor]], homes: dict[Address, str], now: int, time: SiteTime
) -> list[PastVisit]:
    """Thirty days of visits up to now, oldest first, with enough inside now to show, at whatever hour."""
    first = time.day_start(now - (DAYS - 1) * DAY_MS)
    found = []
    for day in range(DAYS):
        start = first + day * DAY_MS
        busy = (1.25 if time.local(start).isoweekday() > 5 else 1.0) * rng.uniform(0.85, 1.15)
        for kind, a_day in _A_DAY:
            for _ in range(round(a_day * busy)):
                at = start + rng.choices(range(24), _HOURS)[0] * HOUR_MS + rng.randrange(HOUR_MS)
                if at < now:
                    found.append(_visit(rng, _who(rng, known[kind]), homes, at, now))
    found += [_recent(rng, known, homes, now) for _ in range(14)]
    return sorted(found, key=lambda one: one.in_at)


def _who(rng: random.Random, known: list[Visitor]) -> Visitor:
    """Regulars come more often: the first of the list most."""
    return known[min(int(rng.expovariate(3.5) * len(known)), len(known) - 1)]


def _visit(
    rng: random.Random, who: Visitor, homes: dict[Address, str], at: int, now: int, stay: int | None = None
) -> PastVisit:
    shortest, longest = _STAY_H[who.kind]
    left = at + (stay or int(rng.triangular(shortest, longest, shortest + (longest - shortest) / 3) * HOUR_MS))
    due = at + int(TYPE_RULES[who.kind].limit_h * HOUR_MS)
    silent = rng.random() < (0.25 if who.kind is VisitorType.GUEST else 0.06)  # guests rarely say that they go
    gone = left < now and not silent
    closed = None if gone or due + 12 * HOUR_MS >= now else due + 12 * HOUR_MS
    return PastVisit(
        at, left if gone else None, due, who.kind, who.name, who.phone, who.plate, who.company,
        rng.choice(_PURPOSES[who.kind]), rng.choices((1, 2, 3, 4), (70, 20, 7, 3))[0] if not who.company else 1,
        homes[who.door], who.door.building, who.door.unit, who.door.room,
        rng.choices((Proof.PHONE, Proof.INTERCOM, Proof.CODE, Proof.PREREG), (50, 28, 15, 7))[0],
        rng.choice(("desk", "desk", "visitor", "camera-QR")) if gone else "", closed,
    )  # fmt: skip


def _recent(
    rng: random.Random, known: dict[VisitorType, list[Visitor]], homes: dict[Address, str], now: int
) -> PastVisit:
    kind = rng.choice((VisitorType.GUEST, VisitorType.GUEST, VisitorType.DOMESTIC, VisitorType.CONTRACTOR))
    at = now - rng.randrange(5 * MINUTE_MS, 150 * MINUTE_MS)
    return _visit(rng, rng.choice(known[kind]), homes, at, now, stay=4 * HOUR_MS)


def passages(rng: random.Random, now: int, time: SiteTime) -> Iterator[tuple[int, VisitorType, str]]:
    """The fast lane's month: riders at meal times, couriers in the day; (at, kind, platform), oldest first."""
    first = time.day_start(now - (DAYS - 1) * DAY_MS)
    for day in range(DAYS):
        found = []
        for kind, a_day, hours, platforms in (
            (VisitorType.RIDER, RIDERS_A_DAY, _MEALS, _RIDERS),
            (VisitorType.COURIER, COURIERS_A_DAY, _PARCELS, _COURIERS),
        ):
            for hour in rng.choices(range(24), hours, k=round(a_day * rng.uniform(0.85, 1.15))):
                at = first + day * DAY_MS + hour * HOUR_MS + rng.randrange(HOUR_MS)
                if at < now:
                    found.append((at, kind, rng.choice(platforms)))
        yield from sorted(found)
