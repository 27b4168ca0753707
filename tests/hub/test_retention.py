"""Compaction: superseded bodies go, the chain holds, and nothing that stands or that a desk still needs is lost."""

from __future__ import annotations

import pytest

from desk.core.clock import DAY_MS
from desk.hub import reads, retention
from desk.hub.hub import Hub
from desk.hub.moving import check_chains
from desk.wire.answers import Hello, HelloAnswer, NoPage
from desk.wire.messages import Page
from tests.fakes.clock import FakeClock
from tests.hub.test_push import every_value, verified
from tests.hub.test_snapshot import run
from tests.hub.toys import ToyDesk, door


def said_hello(desk: ToyDesk) -> None:
    """The desk is at the end of the log and says so."""
    desk.page(*desk.pull().end)
    door(desk.hub, desk.caller, "hello", Hello(1, "0.2.0", 1, desk.incarnation, desk.clock.now_ms()), HelloAnswer)


def edited(desk: ToyDesk) -> None:
    """Three writes on one resident, of which the middle one is wholly superseded, and a visit."""
    made = desk.write("resident", phone="1", note="a")
    desk.write("resident", "set", made.eid, phone="2")
    desk.write("resident", "set", made.eid, phone="3")
    desk.write("visit", gate="南门")
    desk.push(len(desk.ops) - 4)


def bodies(desk: ToyDesk) -> list[bool]:
    found = desk.hub.db.read(lambda conn: conn.exec_driver_sql("SELECT body FROM op_log ORDER BY seq").all())
    return [row[0] is not None for row in found]


def test_what_every_desk_has_is_thinned_out_after_two_months(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    edited(desk)
    said_hello(desk)
    before = hub.db.read(lambda conn: reads.entities(conn, desk.site_id))
    assert retention.run(hub.db, clock.now_ms())[desk.site_id] == retention.Kept(0, 0, 0)
    clock.advance(61 * DAY_MS)
    assert retention.run(hub.db, clock.now_ms())[desk.site_id] == retention.Kept(4, 1, 0)
    assert bodies(desk) == [True, False, True, True]
    assert retention.run(hub.db, clock.now_ms())[desk.site_id] == retention.Kept(4, 0, 0)
    hub.rebuild(desk.site_id)
    assert hub.db.read(lambda conn: reads.entities(conn, desk.site_id)) == before
    assert check_chains(hub.db) == 4


def test_a_desk_that_has_not_read_it_holds_the_log_for_half_a_year(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    other = ToyDesk.enrolled(hub, clock, desk.site_id)
    edited(desk)
    said_hello(desk)
    clock.advance(100 * DAY_MS)
    said_hello(desk)
    assert retention.run(hub.db, clock.now_ms())[desk.site_id].floor == 0
    assert len(verified(other).lines) == 4
    clock.advance(81 * DAY_MS)
    assert retention.run(hub.db, clock.now_ms())[desk.site_id].floor == 4
    answer = other.first_page()
    assert isinstance(answer, NoPage)
    assert (answer.result, answer.floor) == ("snapshot", 4)
    assert len(run(other)) == 2


def test_a_later_edit_empties_an_early_one_when_its_turn_comes(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    made = desk.write("resident", phone="1")
    desk.push()
    clock.advance(50 * DAY_MS)
    desk.write("resident", "set", made.eid, phone="2")
    desk.push(1)
    said_hello(desk)
    clock.advance(30 * DAY_MS)
    assert retention.run(hub.db, clock.now_ms())[desk.site_id].bodies == 1, "superseded by a line above the floor"
    assert bodies(desk) == [False, True]


def test_a_desk_at_the_floor_goes_on_pulling(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    edited(desk)
    place = desk.pull().end
    said_hello(desk)
    clock.advance(400 * DAY_MS)
    desk.write("visit")
    desk.push(4)
    kept = retention.run(hub.db, clock.now_ms())[desk.site_id]
    assert (kept.floor, kept.bodies, kept.lines) == (4, 1, 1)
    page = desk.page(*place)
    assert isinstance(page, Page)
    assert [line.seq for line in page.lines] == [5]
    assert check_chains(hub.db) == 4
    assert desk.push(4).result == "ok"


@pytest.mark.parametrize("days", [179, 181])
def test_evidence_that_may_hold_personal_data_is_kept_half_a_year(
    hub: Hub, desk: ToyDesk, clock: FakeClock, days: int
) -> None:
    desk.ops.append(b'{"nonsense":"CANARY"}')
    desk.push()
    clock.advance(days * DAY_MS)
    retention.run(hub.db, clock.now_ms())
    left = hub.db.read(lambda conn: b"".join(every_value(conn)))
    assert (b"CANARY" in left) == (days < 180)
    assert hub.overview(desk.site_id).refused == 1


def test_a_district_is_read_by_the_desks_of_all_its_sites(hub: Hub, clock: FakeClock) -> None:
    from desk.core.ids import new_id
    from desk.hub.publish import Words
    from desk.hub.pull import start

    district = new_id(clock.now_ms())
    desks = [ToyDesk.enrolled(hub, clock, district_id=district) for _ in range(2)]
    hub.publish(district, [Words("resident", fields={"note": "台风"})])
    page = desks[0].page(0, start(f"d:{district}").hex(), scope=f"d:{district}")
    assert isinstance(page, Page)
    clock.advance(61 * DAY_MS)
    for desk in desks:
        desk.page(*page.end, scope=f"d:{district}")
        assert retention.run(hub.db, clock.now_ms())[district].floor == 0
        said_hello(desk)
    assert retention.run(hub.db, clock.now_ms())[district].floor == 1
