"""What people of the simulation do with the clock, their hours, the papers about them, and the handover."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from sqlalchemy import select

from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.duty import (
    reads_certificates,
    reads_handover,
    reads_hours,
    reads_team,
    service_certificates,
    service_clock,
    service_handover,
    service_hours,
    service_items,
)
from desk.duty.rules_clock import Method
from desk.duty.rules_handover import Answer, Body, Count, Group, How, Topic
from desk.duty.service_handover import Signer
from desk.duty.service_hours import Log
from desk.duty.service_settle import settle_due
from desk.duty.tables import ClockEvent
from desk.store.unit import Unit
from tests.sync.rooms_duty import member_of, shift_of

ISSUER = {"name": "锦绣苑居民委员会", "head": "周明远", "handler": "陈国华", "contact": "1040 0000 0119"}
PAPERS = {"id_kind": "居民身份证", "id_no": "310104190001010019"}
_K = ClockEvent.__table__.c


def scan(u: Unit, rng: Random) -> None:
    service_clock.scan(u, member_of(u, rng), rng.choice((Method.CODE, Method.DESK)))


def clock(u: Unit, rng: Random) -> None:
    """For a shift of theirs or another's, or none; perhaps later than it was."""
    who, said = member_of(u, rng), rng.choice((None, u.now - rng.randrange(180) * MINUTE_MS))
    if rng.random() < 0.5:
        shift = rng.choice(("", shift_of(u, rng).id))
        service_clock.clock_on(u, who, shift, Method.PIN, said)
    else:
        service_clock.clock_off(u, who, Method.PIN, said)


def wrong_name(u: Unit, rng: Random) -> None:
    mine = select(_K.id).where(_K.device_id == u.device_id, _K.kind != "void").order_by(_K.id.desc()).limit(3)
    found = list(u.conn.execute(mine).scalars())
    if found:
        service_clock.take_back(u, [rng.choice(found)])


def forgotten(u: Unit, rng: Random) -> None:
    settle_due(u)


def log(u: Unit, rng: Random) -> None:
    end = u.now - rng.randrange(600) * MINUTE_MS
    service_hours.log(u, Log(member_of(u, rng), end - HOUR_MS, end, "搬运器材", "小区各处", "张阿姨"))


def look(u: Unit, rng: Random) -> object:
    found = sorted(reads_hours.records(u), key=lambda one: one.id)
    if not found:
        return log(u, rng)
    one = rng.choice(found)
    act = rng.randrange(4)
    if act == 0:
        return service_hours.verify(u, [one.id])
    if act == 1:
        return service_hours.refuse(u, one.id, "没有来")
    if act == 2:
        return service_hours.ask(u, one.id, "少算了")
    end = one.end_at - rng.randrange(90) * MINUTE_MS
    return service_hours.correct(u, one.id, min(one.start_at, end - HOUR_MS), end, "按签到表")


def paper(u: Unit, rng: Random) -> None:
    found = sorted(reads_certificates.certificates(u), key=lambda one: one.id)
    day = reads_team.site_time(u).day(u.now)
    if not found or rng.random() < 0.3:
        days = ((day - timedelta(days=90)).isoformat(), day.isoformat())
        who = rng.choice([one.member_id for one in reads_hours.records(u) if one.counts] or [member_of(u, rng)])
        service_certificates.apply(u, who, *days, purpose="评优")
        return
    one = rng.choice(found).id
    act = rng.randrange(5)
    if act == 0:
        service_certificates.accept(u, one)
    elif act == 1:
        service_certificates.issue(u, one, ISSUER, PAPERS)
    elif act == 2:
        service_certificates.post(u, one)
    elif act == 3:
        service_certificates.withdraw(u, one, "算错了")
    else:
        service_certificates.refuse(u, one, "不在册")


def hand_over(u: Unit, rng: Random) -> None:
    items = tuple(
        Count(i.item_id, i.name, i.expected, i.expected) for i in (x.count() for x in reads_handover.items(u))
    )
    body = Body((Group(Topic.GOODS, 2),), {Topic.GOODS.value: Answer(note="水果一箱")}, items)
    by = Signer(rng.choice((How.PIN, How.CODE)), member_of(u, rng))
    if rng.random() < 0.6:
        service_handover.make(u, body, by, rng.choice(("", shift_of(u, rng).id)))
    else:
        service_handover.hold_over(u, shift_of(u, rng).id, by, body)


def take_over(u: Unit, rng: Random) -> None:
    waits = reads_handover.waiting(u)
    if waits is not None:
        service_handover.accept(u, waits.id, Signer(How.CODE, member_of(u, rng)), "都在")


def keys(u: Unit, rng: Random) -> None:
    known = reads_handover.items(u)
    if len(known) < 2:
        service_items.add_item(u, "大门钥匙", 3, "key")
    else:
        service_items.edit_item(u, rng.choice(known).id, "对讲机", rng.randrange(1, 5))


ACTS = (
    (6, scan), (5, clock), (2, wrong_name), (2, forgotten), (2, log), (4, look), (2, paper), (3, hand_over),
    (3, take_over), (1, keys),
)  # fmt: skip
