"""Many rows at once say the same to the outbox as one by one."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.store import outbox
from desk.store.store import Store
from desk.store.tables import Gate, Outbox
from desk.wire.stamp import stamp

NAMES = [f"门{i}" for i in range(1200)]


def bodies(store: Store) -> list[dict[str, object]]:
    with store.reading() as r:
        return [json.loads(body) for body in r.conn.execute(select(Outbox.body).order_by(Outbox.num)).scalars()]


def test_added_rows_have_their_operations(store: Store, actor: Actor) -> None:
    before = len(bodies(store))
    with store.unit(actor) as u:
        ids = u.add_many(Gate, [{"name": name, "phone": ""} for name in NAMES])
        u.add(Gate, name="北门", phone="")
    ops = bodies(store)[before:]
    assert [op["eid"] for op in ops[:-1]] == ids
    assert {key: value for key, value in ops[0].items() if key in ("k", "act", "txn")} == {
        key: value for key, value in ops[-1].items() if key in ("k", "act", "txn")
    }
    with store.reading() as r:
        rows = r.conn.execute(select(Gate.__table__).where(Gate.id.in_([ids[0], ops[-1]["eid"]]))).mappings().all()
        assert [set(row["versions"]) for row in rows] == [{"name", "phone"}] * 2
        assert outbox.first_break(r) is None


def test_changed_rows_say_only_what_changed(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        ids = u.add_many(Gate, [{"name": name, "phone": "1"} for name in NAMES])
    before = len(bodies(store))
    with store.unit(actor) as u:
        u.set_many(Gate, {eid: {"name": NAMES[0], "phone": "2"} for eid in ids})
    ops = bodies(store)[before:]
    assert ops[0]["f"] == {"phone": "2"}
    assert ops[1]["f"] == {"name": NAMES[0], "phone": "2"}
    assert len(ops) == len(NAMES)
    with store.reading() as r:
        rows = r.conn.execute(select(Gate.__table__).where(Gate.id.in_(ids[:2])).order_by(Gate.num)).mappings().all()
    assert [(row["name"], row["phone"]) for row in rows] == [(NAMES[0], "2")] * 2
    assert rows[0]["versions"]["name"] < rows[0]["versions"]["phone"] == stamp(ops[0]["hlc"], ops[0]["id"])
    with store.unit(actor) as u:
        u.set_many(Gate, {eid: {"name": NAMES[0], "phone": "2"} for eid in ids})
    assert len(bodies(store)) == before + len(NAMES)


def test_one_missing_record_stops_all(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        kept, gone = u.add_many(Gate, [{"name": "一"}, {"name": "二"}])
        u.drop(Gate, gone)
    with pytest.raises(Refused, match=r"store\.gone"), store.unit(actor) as u:
        u.set_many(Gate, {kept: {"name": "三"}, gone: {"name": "三"}})
    with store.reading() as r:
        assert r.conn.scalar(select(Gate.name).where(Gate.id == kept)) == "一"
