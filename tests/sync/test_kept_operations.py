"""A desk of today reads what desks of older versions wrote; an older desk leaves aside what it does not know yet."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desk import app
from desk.core.clock import DAY_MS
from desk.hub import doors
from desk.hub.db import open_sqlite
from desk.hub.hub import Hub
from desk.hub.push import Caller
from desk.hub.schema import prepare
from desk.store import sync_rows
from desk.store.kinds import synced_tables
from desk.store.store import Store
from desk.store.tables_sync import SyncLink
from desk.store.wire_rows import wire_columns
from desk.sync.engine import Engine
from desk.sync.transport import Answer
from desk.wire.kinds_list import KINDS
from tests.conftest import KEY
from tests.fakes.clock import FakeClock
from tests.hub.toys import ToyDesk
from tests.stores.keep_operations import BATCH, FOLDER, seal_of
from tests.sync.pair import another_desk

VERSIONS = sorted(path.stem for path in FOLDER.glob("*.seal"))
NEWEST = VERSIONS[-1]


class Line:
    """The doors of a hub, without a line between."""

    def __init__(self, hub: Hub, caller: Caller) -> None:
        self.hub, self.caller = hub, caller

    def ask(self, door: str, body: bytes) -> Answer:
        return Answer(*doors.answer(self.hub, self.caller, door, body))


class Site:
    """A site whose hub has the kept operations of a version; its desks have the site's key."""

    def __init__(self, store: Store, folder: Path, clock: FakeClock, version: str) -> None:
        clock.set(clock.now_ms() + 400 * DAY_MS)
        self.store, self.clock = store, clock
        with store.unit() as u:
            u.put_secret("site-seal", seal_of(version))
            u.conn.execute(SyncLink.__table__.insert().values(one=1, hub_key=bytes(32)))
            self.site_id = u.site_id
        self.db = open_sqlite(folder / "hub.db", KEY)
        prepare(self.db)
        self.hub = Hub(self.db, KINDS, clock)
        wrote = ToyDesk.enrolled(self.hub, clock, self.site_id)
        wrote.ops = (FOLDER / f"{version}.ndjson").read_bytes().splitlines()
        for base in range(0, len(wrote.ops), BATCH):
            assert wrote.push(base, base + BATCH).refused == []
        self.ops = wrote.ops

    def engine(self, store: Store, tables: Mapping[str, Any] | None = None) -> Engine:
        with store.reading() as r:
            caller = Caller(r.site_id, r.device_id)
        self.hub.admit(caller.site_id, caller.device_id)
        return Engine(store, Line(self.hub, caller), self.clock, app.hooks(), tables=tables)


@pytest.fixture
def site(request: pytest.FixtureRequest, store: Store, tmp_path: Path, clock: FakeClock) -> Iterator[Site]:
    found = Site(store, tmp_path, clock, request.param)
    yield found
    found.db.close()


def older(version: str) -> dict[str, Any]:
    """The tables a desk of a version had."""
    known = json.loads((FOLDER / f"{version}.kinds.json").read_text(encoding="utf-8"))["kinds"]
    return {name: table for name, table in synced_tables().items() if name in known}


def rows(store: Store) -> dict[str, Any]:
    """All that travels, by kind and id."""
    with store.reading() as r:
        return {
            f"{name} {row['id']}": {column: row[column] for column in wire_columns(table)}
            for name, table in synced_tables().items()
            for row in r.conn.execute(select(table.__table__)).mappings()
            if name != "audit_line"  # each desk's engine writes its own
        }


@pytest.mark.parametrize("site", VERSIONS, indirect=True)
def test_a_desk_of_today_takes_in_all_of_it(site: Site) -> None:
    assert site.engine(site.store).once().taken >= len(site.ops)
    with site.store.reading() as r:
        assert sync_rows.aside(r) == []


@pytest.mark.parametrize("site", [NEWEST], indirect=True)
def test_a_desk_of_the_version_before_keeps_what_it_does_not_know_for_its_upgrade(
    site: Site, tmp_path: Path, clock: FakeClock
) -> None:
    site.store.checkpoint()
    other = another_desk(site.store.path, tmp_path / "older.db", clock)
    site.engine(site.store).once()
    known = older("0.2.0")
    old = site.engine(other, known)
    old.once()
    with other.reading() as r:
        waiting = {row["code"] for row in sync_rows.aside(r)}
        count = len(sync_rows.aside(r))
    ops = [json.loads(body) for body in site.ops]
    gone = {eid for op in ops if op["k"] == "redaction" for eid in op["f"].get("eids", ())}
    unknown = [op for op in ops if op["k"] not in {*known, "redaction"} and op["eid"] not in gone]
    assert (waiting, count) == ({"sync.newer_kind"}, len(unknown))
    assert count > 100
    today = site.engine(other)
    assert today.upgraded() == count
    today.once()
    site.engine(site.store).once()
    with other.reading() as r:
        own = f"gate {r.gate_id}"  # put into its store by hand
    assert {name: row for name, row in rows(other).items() if name != own} == rows(site.store)
    with other.reading() as r:
        assert sync_rows.aside(r) == []
    other.close()
