"""Forgetting: who left loses what no record of hours needs; reasons and words go; hours and what was decided keep."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from desk.core.actor import Actor
from desk.core.clock import DAY_MS, SiteTime
from desk.core.errors import Refused
from desk.duty import (
    reads_certificates,
    reads_hours,
    reads_team,
    service_certificates,
    service_hours,
    service_retention,
    service_team,
)
from desk.duty.reads_hours import RecordView
from desk.duty.rules_availability import Line
from desk.duty.rules_certificate import State
from desk.duty.rules_hours import Credit
from desk.duty.service_team import About
from desk.duty.tables import CertificateAct, DutyChange, ServiceAct, ServiceRecord
from desk.store.store import Store
from desk.store.tables import Outbox
from desk.store.unit import REDACTION
from desk.wire.ops import Op, parse
from tests.duty.worlds import World, small
from tests.fakes.clock import FakeClock


def lines(store: Store, eid: str) -> list[Op]:
    """What this desk still tells of a thing."""
    with store.reading() as r:
        found = r.conn.execute(select(Outbox.body).where(Outbox.eid == eid, Outbox.body.is_not(None)))
        return [parse(body) for body in found.scalars()]


def erased(store: Store) -> set[str]:
    """Things the hub and every desk were told to erase for good."""
    with store.reading() as r:
        bodies = r.conn.execute(select(Outbox.body).where(Outbox.kind == REDACTION)).scalars()
        return {eid for body in bodies if body for eid in parse(body).f["eids"]}


def test_who_left_is_forgotten_but_for_their_hours(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        served = service_team.add_member(u, About("王秀兰", phone="10400000123", note="怕狗", most_a_month=3))
        never = service_team.add_member(u, About("李志强", phone="10400000124"))
        here = service_team.add_member(u, About("周敏", phone="10400000125"))
        u.add(
            ServiceRecord, member_id=served, start_at=u.now, end_at=u.now + 60_000, minutes=1, capacity="volunteer",
            content="门岗", close_source="clock", at=u.now, gate_id=u.gate_id,
        )  # fmt: skip
        for one in (served, never):
            service_team.let_go(u, one)
    clock.advance(181 * DAY_MS)
    with store.unit(actor) as u:
        assert service_retention.scrub_members(u, u.now - 180 * DAY_MS) == 2
        assert service_retention.scrub_members(u, u.now - 180 * DAY_MS) == 0
    with store.reading() as r:
        found = {one.id: one for one in reads_team.members(r, left=True)}
    assert (found[served].name, found[served].phone, found[served].note) == ("王秀兰", "", "")
    assert (found[never].name, found[never].phone, found[never].label) == ("", "", "李老师")
    assert found[here].phone == "10400000125"
    # The hub lets nothing back that was erased: who served must not be among those, and is said anew with every field.
    assert erased(store) == {never}
    assert lines(store, never) == []
    [again] = lines(store, served)
    assert again.f.keys() >= {"name", "phone", "label", "capacity", "insured_until", "most_a_month", "left_at"}
    with store.unit(actor) as u, pytest.raises(Refused):
        service_team.take_back(u, never)
    with store.unit(actor) as u:
        service_team.take_back(u, served)


def test_held_members_are_left_alone(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        eid = service_team.add_member(u, About("王秀兰"))
        service_team.let_go(u, eid)
    clock.advance(DAY_MS)
    with store.unit(actor) as u:
        assert service_retention.scrub_members(u, u.now, {eid}) == 0


def test_reasons_go_and_what_was_said_stays(store: Store, actor: Actor, clock: FakeClock) -> None:
    world = small(store, actor)
    world.put("2026-12-05", "王秀兰")
    world.publish()
    world.say("excuse", world.shift("2026-12-05").id, world.who["王秀兰"], "感冒")
    with store.unit(actor) as u:
        always = service_team.say(u, Line(world.who["李志强"], "cannot", weekday=2, reason="透析"))
        past = service_team.say(u, Line(world.who["李志强"], "cannot", 0, "2026-11-01", "2026-11-09", reason="住院"))
    clock.advance(91 * DAY_MS)
    with store.unit(actor) as u:
        later = service_team.say(u, Line(world.who["王秀兰"], "cannot", weekday=3, reason="带孙子"))
    with store.unit(actor) as u:
        assert service_retention.scrub_reasons(u, u.now - 90 * DAY_MS) == 3
        assert service_retention.scrub_reasons(u, u.now - 90 * DAY_MS) == 0
        row = u.conn.execute(select(DutyChange.__table__)).one()
        said = {one.id: one for each in reads_team.lines(u).values() for one in each}
    assert (row.kind, row.reason) == ("excuse", "")
    assert {eid: said[eid].reason for eid in (always, past, later)} == {always: "", past: "", later: "带孙子"}
    assert erased(store) == {row.id, past}  # a line that still holds stays at the hub
    assert [op.f["weekday"] for op in lines(store, always)] == [2]


# --- what was said of hours and certificates -----------------------------------------------------------------------


@pytest.fixture
def world(store: Store, actor: Actor, clock: FakeClock) -> World:
    """Three logs of one evening: refused, questioned and corrected, questioned and open."""
    made = small(store, actor)
    clock.set(SiteTime().at(date(2026, 12, 10), 20))
    hour = clock.now_ms() - 10 * 3_600_000
    with store.unit(actor) as u:
        ids = [
            service_hours.log(u, service_hours.Log(made.who[name], hour, hour + 3_600_000, "搬器材"))
            for name in ("王秀兰", "李志强", "陈国华")
        ]
    with store.unit(actor) as u:
        service_hours.refuse(u, ids[0], "那天没来")
        service_hours.ask(u, ids[1], "我做到九点")
        service_hours.ask(u, ids[2], "我做到十点")
    clock.advance(1000)
    with store.unit(actor) as u:
        service_hours.correct(u, ids[1], hour, hour + 7_200_000, "看了照片")
    return made


def credits_of(world: World) -> dict[str, tuple[Credit, str, str]]:
    names = {eid: name for name, eid in world.who.items()}
    with world.store.reading() as r:
        found: list[RecordView] = reads_hours.records(r)
    return {names[one.member_id]: (one.credit, one.said, one.reason) for one in found}


def test_words_of_a_dispute_go_and_what_was_decided_stays(world: World, actor: Actor, clock: FakeClock) -> None:
    before = credits_of(world)
    clock.advance(367 * DAY_MS)
    for _ in range(2):  # twice is once
        with world.store.unit(actor) as u:
            service_retention.scrub_words(u, u.now - 366 * DAY_MS)
    assert credits_of(world) == {
        "王秀兰": (Credit.REFUSED, "", ""),
        "李志强": (Credit.COUNTS, "", "看了照片"),  # the reason of a correction belongs to the record
        "陈国华": before["陈国华"],  # nobody has answered yet
    }
    with world.store.reading() as r:
        rows = r.conn.execute(select(ServiceAct.__table__)).all()
    gone = erased(world.store)
    again = [row for row in rows if row.id not in gone]
    assert len(gone) == 2
    assert {row.reason for row in rows if row.id in gone} == {""}
    assert sorted(row.kind for row in again) == [
        "asked",
        "asked",
        "refused",
        "verified",
    ]  # all the hub keeps says it too


def test_words_of_the_year_are_left_alone_and_so_are_held_ones(world: World, actor: Actor, clock: FakeClock) -> None:
    clock.advance(367 * DAY_MS)
    with world.store.unit(actor) as u:
        whole = list(u.conn.execute(select(ServiceRecord.id)).scalars())
        assert service_retention.scrub_words(u, u.now - 368 * DAY_MS) == 0
        assert service_retention.scrub_words(u, u.now - 366 * DAY_MS, whole) == 0


def test_why_a_certificate_was_withdrawn_goes_and_withdrawn_it_stays(
    world: World, actor: Actor, clock: FakeClock
) -> None:
    days: Any = ("2026-12-01", "2026-12-10")
    with world.store.unit(actor) as u:
        issued = service_certificates.statement(u, world.who["李志强"], *days).id
        asked = service_certificates.apply(u, world.who["李志强"], *days, purpose="落户")
    clock.advance(1000)
    with world.store.unit(actor) as u:
        service_certificates.withdraw(u, issued, "名字写错")
        service_certificates.refuse(u, asked, "材料不齐")
    clock.advance(3 * 366 * DAY_MS + DAY_MS)
    for _ in range(2):
        with world.store.unit(actor) as u:
            service_retention.scrub_certificates(u, u.now - 3 * 366 * DAY_MS)
    with world.store.reading() as r:
        found = {one.id: one for one in reads_certificates.certificates(r)}
        rows = r.conn.execute(select(CertificateAct.__table__)).all()
    assert {eid: (one.state, one.reason, one.purpose) for eid, one in found.items()} == {
        issued: (State.WITHDRAWN, "", ""), asked: (State.REFUSED, "", ""),
    }  # fmt: skip
    assert found[issued].minutes == 120
    left = [row.kind for row in rows if row.id not in erased(world.store)]
    assert {"withdrawn", "refused", "applied"} <= set(left)
    assert not any(row.reason or row.asked.get("purpose") for row in rows)
    with world.store.reading() as r:
        assert reads_certificates.check(r, found[issued].code).proof == "withdrawn"
