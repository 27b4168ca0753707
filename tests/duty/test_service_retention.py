"""Forgetting: who left loses what no record of hours needs; reasons go; hours keep their name."""

from __future__ import annotations

from sqlalchemy import select

from desk.core.actor import Actor
from desk.core.clock import DAY_MS
from desk.duty import reads_team, service_retention, service_team
from desk.duty.service_team import About
from desk.duty.tables import DutyChange, ServiceRecord
from desk.store.store import Store
from desk.store.tables import Outbox
from tests.duty.worlds import small
from tests.fakes.clock import FakeClock


def test_who_left_is_forgotten_but_for_their_hours(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        served = service_team.add_member(u, About("王秀兰", phone="10400000123", note="怕狗"))
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
        bodies = b"".join(
            filter(None, r.conn.execute(select(Outbox.body).where(Outbox.eid.in_([served, never]))).scalars())
        )
    assert (found[served].name, found[served].phone, found[served].note) == ("王秀兰", "", "")
    assert (found[never].name, found[never].phone, found[never].label) == ("", "", "李老师")
    assert found[here].phone == "10400000125"
    assert bodies  # what stays was said anew


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
    clock.advance(91 * DAY_MS)
    with store.unit(actor) as u:
        assert service_retention.scrub_reasons(u, u.now - 90 * DAY_MS) == 1
        assert service_retention.scrub_reasons(u, u.now - 90 * DAY_MS) == 0
        row = u.conn.execute(select(DutyChange.__table__)).one()
    assert (row.kind, row.reason) == ("excuse", "")
