"""The hub's pictures: merged by the one rule, whatever order lines come in; claims, ledgers, clashes."""

from __future__ import annotations

import itertools

import pytest

from desk.core.ids import new_id
from desk.hub import reads
from desk.hub.hub import Hub
from desk.wire.merge import Entity
from desk.wire.messages import Line
from desk.wire.stamp import stamp
from tests.fakes.clock import FakeClock
from tests.hub.toys import ToyDesk


def thing(hub: Hub, desk: ToyDesk, eid: str) -> Entity:
    found = hub.db.read(lambda conn: reads.entities(conn, desk.site_id))
    return next(entity for (held, _), entity in found.items() if held.hex() == eid)


def test_fields_are_merged_one_by_one(hub: Hub, desk: ToyDesk) -> None:
    made = desk.write("resident", phone="1040000001", note="老")
    desk.push()
    later = desk.write("resident", "set", made.eid, note="新", base={"note": stamp(made.hlc, made.id)})
    desk.push(1)
    found = thing(hub, desk, made.eid)
    assert found.fields == {"phone": "1040000001", "note": "新"}
    assert found.stamps == {"phone": stamp(made.hlc, made.id), "note": stamp(later.hlc, later.id)}
    assert hub.overview(desk.site_id).clashes == 0


def test_two_people_changed_one_field(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    other = ToyDesk.enrolled(hub, clock, desk.site_id)
    made = desk.write("resident", phone="1040000001")
    seen = {"phone": stamp(made.hlc, made.id)}
    desk.push()
    desk.write("resident", "set", made.eid, phone="1040000002", base=seen)
    clock.advance(1)
    other.write("resident", "set", made.eid, phone="1040000003", base=seen)
    other.push()
    desk.push(1)
    assert thing(hub, desk, made.eid).fields["phone"] == "1040000003"
    assert hub.overview(desk.site_id).clashes == 1


def test_a_late_edit_brings_nothing_back(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    made = desk.write("resident", phone="1040000001")
    desk.write("resident", "del", made.eid)
    clock.advance(1)
    desk.write("resident", "set", made.eid, phone="1040000002")
    desk.push()
    assert thing(hub, desk, made.eid).gone
    clock.advance(1)
    desk.write("resident", "undel", made.eid)
    desk.push(3)
    found = thing(hub, desk, made.eid)
    assert (found.gone, found.fields) == (False, {"phone": "1040000002"})


def test_any_order_of_lines_comes_to_the_same(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    for order in itertools.permutations(range(4)):
        eid = new_id(clock.now_ms())
        ops = []
        for act, fields in (("add", {"phone": "1"}), ("set", {"phone": "2"}), ("del", {}), ("set", {"note": "3"})):
            clock.advance(1)
            ops.append(desk.op("resident", act, eid, **fields))
        for index in order:
            desk.offer([Line(ops[index].canonical())])
        found = thing(hub, desk, eid)
        assert (found.fields, found.gone) == ({"phone": "2", "note": "3"}, True), order
        assert found.deleted == stamp(ops[2].hlc, ops[2].id)


# --- ledgers ----------------------------------------------------------------------------------------------------------


def test_a_balance_is_the_sum_of_its_entries(hub: Hub, desk: ToyDesk) -> None:
    for account, amount in (("a", 10), ("b", 5), ("a", -3), ("a", 1)):
        desk.write("points", account=account, amount=amount)
    desk.push(0, 2)
    desk.push(2)
    desk.push(0)
    assert hub.db.read(lambda conn: reads.balances(conn, desk.site_id, "points")) == {"a": 8, "b": 5}


@pytest.mark.parametrize("amount", ["10", 1.5, True, None, [1]])
def test_an_entry_without_a_number_moves_nothing(hub: Hub, desk: ToyDesk, amount: object) -> None:
    desk.write("points", account="a", amount=amount)
    assert desk.push().acked == 1
    assert hub.db.read(lambda conn: reads.balances(conn, desk.site_id, "points")) == {}


# --- scarce things ----------------------------------------------------------------------------------------------------


def test_two_open_claims_are_both_kept_and_make_a_task(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    other = ToyDesk.enrolled(hub, clock, desk.site_id)
    first = desk.write("loan", item="轮椅 1")
    clock.advance(1)
    second = other.write("loan", item="轮椅 1")
    other.push()
    assert tasks(hub, desk) == []
    desk.push()
    assert tasks(hub, desk) == [second.eid]
    desk.write("loan", releases=first.eid)
    desk.push(1)
    assert tasks(hub, desk) == [], "the second has become the holder"
    assert len(hub.db.read(lambda conn: reads.tasks(conn, desk.site_id, all_of_them=True))) == 1


def tasks(hub: Hub, desk: ToyDesk) -> list[str]:
    return [task.eid for task in hub.db.read(lambda conn: reads.tasks(conn, desk.site_id))]


def test_claims_and_releases_in_any_order(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    open_tasks = []
    for order in itertools.permutations(range(4)):
        item = f"轮椅 {order}"
        ops = []
        for _ in range(3):
            clock.advance(1)
            ops.append(desk.op("loan", "add", item=item))
        ops.append(desk.op("loan", "add", item=item, releases=ops[0].eid))
        for index in order:
            desk.offer([Line(ops[index].canonical())])
        open_tasks.append(ops[2].eid)  # the first is back, the second holds it
        assert sorted(tasks(hub, desk)) == sorted(open_tasks), order


# --- erasing ----------------------------------------------------------------------------------------------------------


def test_erasing_reaches_the_log_the_picture_and_what_comes_later(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    made = desk.write("resident", phone="CANARY1")
    kept = desk.write("resident", phone="1040000009")
    desk.push()
    desk.write("resident", "set", made.eid, phone="CANARY2")
    desk.write("redaction", "redact", eids=[made.eid])
    desk.write("resident", "set", made.eid, phone="CANARY3")
    answer = desk.push(2)
    assert (answer.acked, answer.refused) == (5, [])
    page = desk.pull()
    assert [bool(line.body) for line in page.lines] == [False, True, False, True, False]
    assert [bool(line.chain) for line in page.lines] == [True, False, True, False, True]
    clock.advance(1000)
    desk.write("resident", "add", made.eid, phone="CANARY4")
    desk.push(5)
    from tests.hub.test_push import every_value

    everything = hub.db.read(lambda conn: b"".join(every_value(conn)))
    assert b"CANARY" not in everything
    assert thing(hub, desk, kept.eid).fields == {"phone": "1040000009"}


def test_an_erasing_line_that_comes_first_holds_as_well(hub: Hub, desk: ToyDesk) -> None:
    made = desk.op("resident", "add", phone="1040000001")
    desk.write("redaction", "redact", eids=[made.eid])
    desk.push()
    desk.offer([Line(made.canonical())])
    assert [bool(line.body) for line in desk.pull().lines] == [True, False]


@pytest.mark.parametrize("eids", [[], "abc", [1], ["x"], None])
def test_an_erasing_line_without_proper_ids_is_refused(desk: ToyDesk, eids: object) -> None:
    desk.write("redaction", "redact", eids=eids)
    assert [no.code for no in desk.push().refused] == ["wire.malformed"]


def test_the_balance_of_an_erased_entry_is_taken_back(hub: Hub, desk: ToyDesk) -> None:
    made = desk.write("points", account="a", amount=10)
    desk.write("points", account="a", amount=2)
    desk.push()
    desk.write("redaction", "redact", eids=[made.eid])
    desk.push(2)
    assert hub.db.read(lambda conn: reads.balances(conn, desk.site_id, "points")) == {"a": 2}
