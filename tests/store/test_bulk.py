"""Many rows at once, in and out, as the ordinary statements would have them."""

from __future__ import annotations

from sqlalchemy import select

from desk.reception.tables import Visit
from desk.store import bulk
from desk.store.store import Store

ROW = {
    "num": 7, "id": "a" * 32, "state": "admitted", "open_state": "admitted", "next_step": 2, "at": 5, "visitor_type": "guest",
    "party_size": 1, "minor_alone": True, "overnight": False, "name": "欧阳", "phone": "", "plate": "", "company": "",
    "purpose_code": "", "purpose": "", "items_in": "", "items_out": "", "badge_no": "", "note": "", "declined": ["phone"],
    "id_kind": "none", "id_masked": "", "id_hash": "", "household_id": "b" * 32, "building": "", "unit": "", "room": "",
    "pass_serial": "", "proof": "none", "override_reason": "", "out_source": "", "clock_quality": "trusted",
    "person_id": None,
}  # fmt: skip


def test_rows_come_back_as_they_went_in(store: Store) -> None:
    with store.unit() as u:
        bulk.insert_many(u.conn, Visit, [ROW, {**ROW, "num": 3, "id": "c" * 32, "household_id": None}])
        first, second = bulk.rows_of(u.conn, Visit, ["a" * 32, "e" * 32, "c" * 32])
    assert (first["id"], second["id"]) == ("c" * 32, "a" * 32), "as they came here"
    assert {name: second[name] for name in ROW} == ROW
    assert first["household_id"] is None


def test_put_writes_over_the_row_of_an_id_and_leaves_no_other(store: Store) -> None:
    with store.unit() as u:
        bulk.insert_many(u.conn, Visit, [ROW])
        bulk.put_many(u.conn, Visit, [{**ROW, "num": 9, "name": "慕容"}, {**ROW, "num": 7, "id": "d" * 32}])
        rows = u.conn.execute(select(Visit.num, Visit.id, Visit.name).order_by(Visit.num)).all()
    assert [tuple(row) for row in rows] == [(7, "d" * 32, "欧阳"), (9, "a" * 32, "慕容")]


def test_some_columns_of_many_rows_and_one_column_of_them(store: Store) -> None:
    ids = [f"{n:032x}" for n in range(1, 1203)]
    with store.unit() as u:
        bulk.insert_many(u.conn, Visit, [{**ROW, "num": n, "id": eid} for n, eid in enumerate(ids, 1)])
        bulk.change_many(u.conn, Visit, {ids[0]: {"person_id": "f" * 32}, ids[1]: {"person_id": None}})
        assert bulk.values_of(u.conn, Visit, ids, "person_id") == ["f" * 32, None]
        assert bulk.values_of(u.conn, Visit, ids, "id") == ids


def test_nothing_is_nothing(store: Store) -> None:
    with store.unit() as u:
        bulk.insert_many(u.conn, Visit, [])
        bulk.put_many(u.conn, Visit, [])
        bulk.change_many(u.conn, Visit, {})
        assert bulk.rows_of(u.conn, Visit, []) == bulk.values_of(u.conn, Visit, [], "id") == []
