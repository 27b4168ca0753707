"""Rows from elsewhere, bound by hand, end as the ordinary statements would leave them: every table, any columns."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import JSON, BigInteger, Boolean, Integer, LargeBinary, delete, insert

from desk import app
from desk.store import bulk
from desk.store.from_wire import required
from desk.store.kinds import synced_tables
from desk.store.schema import Base, Id
from desk.store.store import Store
from desk.store.unit import Unit

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6)
IDS = st.integers(1, 6).map(lambda n: f"{n:032x}")  # few: some meet
JSONS = (
    st.none() | st.booleans() | st.integers(-9, 9) | WORDS | st.lists(WORDS, max_size=2) | st.dictionaries(WORDS, WORDS)
)


def tables() -> list[type[Base]]:
    app.import_rooms()
    return [table for _, table in sorted(synced_tables().items())]


def values_of(column: Any) -> st.SearchStrategy[Any]:
    kind = column.type
    if isinstance(kind, JSON):
        return JSONS
    if isinstance(kind, Id):
        found: st.SearchStrategy[Any] = IDS
    elif isinstance(kind, LargeBinary):
        found = st.binary(max_size=4)
    elif isinstance(kind, Boolean):
        found = st.booleans()
    else:
        found = st.integers(-(2**63) + 1, 2**63 - 1) if isinstance(kind, BigInteger | Integer) else WORDS
    return st.none() | found if column.nullable else found


@st.composite
def rows(draw: st.DrawFn, table: type[Base]) -> list[dict[str, Any]]:
    """As syncing makes them: what must stand, and any of the rest."""
    columns = [column for column in table.__table__.columns if column.name not in ("num", "id")]
    found = []
    for _ in range(draw(st.integers(0, 6))):
        some = draw(st.sets(st.sampled_from([column.name for column in columns])))
        told = {column.name: draw(values_of(column)) for column in columns if column.name in some}
        found.append({**required(table), **told, "id": draw(IDS)})
    return found


def kept(u: Unit, table: type[Base]) -> list[tuple[Any, ...]]:
    """The bare values in the file, without what the columns make of them."""
    order = f"SELECT * FROM {table.__tablename__} ORDER BY num"
    found = [tuple(row) for row in u.conn.exec_driver_sql(order)]
    u.conn.execute(delete(table))
    return found


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_bound_by_hand_or_by_the_statement_is_one_thing(store: Store, data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(tables()))
    told = data.draw(rows(table))
    with store.unit() as u:
        u.conn.execute(delete(table))
        bulk.add_new(u.conn, table, told)
        by_hand = kept(u, table)
        for row in told:
            u.conn.execute(insert(table.__table__).prefix_with("OR IGNORE"), [row])  # type: ignore[arg-type]
        assert by_hand == kept(u, table)


def test_the_first_of_an_id_stays(store: Store) -> None:
    table = next(table for table in tables() if table.__tablename__ == "tally")
    with store.unit() as u:
        whole = {**required(table), "id": "a" * 32}
        bulk.add_new(u.conn, table, [{**whole, "n": 1}, {**whole, "n": 2}])
        (row,) = bulk.rows_of(u.conn, table, ["a" * 32])
    assert row["n"] == 1
