"""Every kind that travels says how it merges, who may see each field, and what its room does when it arrives."""

from __future__ import annotations

import pytest
from sqlalchemy import UniqueConstraint

from desk import app
from desk.store.kinds import kinds, synced_tables
from desk.store.schema import Base
from desk.store.store import Store
from desk.store.unit import REDACTION
from desk.wire.sharing import SYNCED, Merge, Sharing

app.import_rooms()
TABLES = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
# Kinds that need nothing when they arrive, each with its reason. Every other says it in its room's `received.py`.
NEEDS_NOTHING = {
    "code_scan": "read as it stands; no screen lists other desks' scans",
    "retention_run": "what another desk erased says nothing of this one",
}


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_table_says_how_it_merges_and_who_may_see_each_column(name: str) -> None:
    table = TABLES[name]
    assert Merge(table.__merge__) in Merge
    for column in table.__table__.columns:
        assert Sharing(column.info["cls"]) in Sharing, column.name


def test_every_synced_kind_is_received_or_needs_nothing() -> None:
    hooks = app.hooks()
    assert hooks.keys() - {REDACTION} <= synced_tables().keys()
    assert NEEDS_NOTHING.keys() <= synced_tables().keys()
    assert not NEEDS_NOTHING.keys() & hooks.keys()
    assert sorted(synced_tables().keys() - hooks.keys() - NEEDS_NOTHING.keys()) == []


@pytest.mark.parametrize("name", sorted(synced_tables()))
def test_nothing_but_the_id_is_unique_in_a_synced_table(name: str) -> None:
    """Two desks may write the same number before they meet; a unique constraint would stop the queue for ever."""
    table = synced_tables()[name].__table__
    unique = {tuple(c.name for c in one.columns) for one in table.constraints if isinstance(one, UniqueConstraint)}  # type: ignore[attr-defined]
    unique |= {tuple(c.name for c in one.columns) for one in table.indexes if one.unique}  # type: ignore[attr-defined]
    unique |= {(column.name,) for column in table.columns if column.unique}
    assert unique <= {("id",)}
    assert not table.foreign_keys, "a row may come before the one it names"  # type: ignore[attr-defined]


def test_nor_in_the_store_as_it_is_made(store: Store) -> None:
    with store.reading() as r:
        for name in synced_tables():
            for index in r.conn.exec_driver_sql(f"PRAGMA index_list({name})").mappings().all():
                if index["unique"]:
                    columns = r.conn.exec_driver_sql(f"PRAGMA index_info('{index['name']}')").mappings().all()
                    assert [column["name"] for column in columns] == ["id"], (name, index["name"])


def test_what_travels_is_a_fact_or_a_record() -> None:
    for kind in kinds():
        assert kind.merge in SYNCED
        assert kind.fields, f"{kind.name} travels without a field"
