"""A unit of work writes rows, operations, audit and search together, or nothing."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.core.events import Bus, Changed
from desk.store import outbox, search
from desk.store.store import Store
from desk.store.tables import AuditLine, Gate, Outbox
from desk.wire.stamp import stamp
from tests.fakes.clock import FakeClock


def lines(store: Store) -> list[dict[str, object]]:
    with store.reading() as r:
        return [json.loads(body) for body in r.conn.execute(select(Outbox.body).order_by(Outbox.seq)).scalars()]


def test_a_record_is_written_with_its_operation_and_chain(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        gate = u.add(Gate, name="北门", phone="000-1")
        u.audit("gate.added", "gate", gate)
    ops = lines(store)[-2:]
    assert [op["act"] for op in ops] == ["add", "add"]
    assert ops[0]["f"] == {"name": "北门", "phone": "000-1"}
    assert ops[0]["tx"] == ops[1]["tx"]
    assert ops[0]["txn"] == 2
    assert ops[0]["hlc"] < ops[1]["hlc"]
    with store.reading() as r:
        assert outbox.first_break(r) is None


def test_nothing_stays_of_a_unit_that_fails(store: Store, actor: Actor, bus: Bus) -> None:
    heard: list[object] = []
    bus.subscribe(heard.append)
    before = lines(store)

    def fail() -> None:
        with store.unit(actor) as u:
            u.add(Gate, name="西门")
            u.index(search.docid(search.DocKind.VISIT, 1), "西门")
            u.changed("gates")
            raise Refused("test.no")

    with pytest.raises(Refused):
        fail()
    assert lines(store) == before
    assert heard == []
    with store.reading() as r:
        assert search.find(r.conn, '"西门"', search.DocKind.VISIT, 5) == []


def test_set_writes_only_what_changed_and_what_was_seen(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        gate = u.add(Gate, name="北门", phone="000-1")
    with store.unit(actor) as u:
        u.set(Gate, gate, name="北门", phone="000-2")
    op = lines(store)[-1]
    assert op["f"] == {"phone": "000-2"}
    assert op["base"] == {"phone": stamp(lines(store)[-2]["hlc"], lines(store)[-2]["id"])}


def test_a_dropped_record_refuses_further_changes(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        gate = u.add(Gate, name="北门")
        u.drop(Gate, gate)

    def change() -> None:
        with store.unit(actor) as u:
            u.set(Gate, gate, name="东门")

    with pytest.raises(Refused, match=r"store\.gone"):
        change()


def test_changed_topics_are_told_after_the_commit(store: Store, actor: Actor, bus: Bus) -> None:
    heard: list[object] = []
    bus.subscribe(heard.append)
    with store.unit(actor) as u:
        u.add(Gate, name="北门")
        u.changed("gates")
        assert heard == []
    assert heard == [Changed(frozenset({"gates", "outbox"}))]


def test_the_clock_value_never_goes_back_when_the_wall_does(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        u.add(Gate, name="一")
    clock.set(clock.now_ms() - 86_400_000)
    with store.unit(actor) as u:
        u.add(Gate, name="二")
        assert u.clock_quality == "uncertain"
    first, second = lines(store)[-2:]
    assert str(second["hlc"]) > str(first["hlc"])
    assert int(str(second["at"])) < int(str(first["at"]))


def test_erased_bodies_leave_a_chain_that_still_verifies(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        gate = u.add(Gate, name="要删的")
        u.add(Gate, name="留下的")
    with store.unit(actor) as u:
        assert outbox.redact(u, [gate]) == 1
    with store.reading() as r:
        assert outbox.first_break(r) is None
        bodies = r.conn.execute(select(Outbox.body)).scalars().all()
    assert not [b for b in bodies if b and "要删的".encode() in b]


def test_a_changed_body_is_found(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        u.add(Gate, name="北门")
    with store.unit(actor) as u:
        num = u.conn.execute(select(Outbox.num).order_by(Outbox.num.desc())).scalars().first()
        u.conn.exec_driver_sql("UPDATE outbox SET body = body || ' ' WHERE num = ?", (num,))
    with store.reading() as r:
        assert outbox.first_break(r) == num


def test_a_reading_cannot_write(store: Store) -> None:
    from desk.core.errors import Trouble

    def write() -> None:
        with store.reading() as r:
            r.conn.exec_driver_sql("DELETE FROM gate")

    with pytest.raises(Trouble, match=r"store\.read_only"):
        write()


def test_audit_lines_chain(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        u.audit("one")
        u.audit("two", why="x")
    with store.reading() as r:
        rows = r.conn.execute(select(AuditLine.prev_hash, AuditLine.hash).order_by(AuditLine.num)).all()
    assert rows[-1].prev_hash == rows[-2].hash


def test_a_store_at_rest_takes_up_again_at_once(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        u.add(Gate, name="歇前")
        store.rest()
        u.add(Gate, name="歇时")
    store.rest()
    with store.reading() as r:
        assert {"歇前", "歇时"} <= set(r.conn.execute(select(Gate.name)).scalars())
