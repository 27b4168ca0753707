"""A snapshot whose room stumbles: the rows are in, and the room is told again by a mended program."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from desk import app
from desk.people import reads, service
from desk.people.tables import Household
from desk.store.tables_sync import SyncAside
from desk.store.unit import Unit
from desk.sync.bootstrap import Bootstrap
from desk.sync.engine import SYNC
from desk.sync.transport import Answer
from desk.sync.upgrading import take_up
from desk.wire.answers import SnapshotPage, pack
from tests.conftest import LogWatch
from tests.sync.pair import Pair


class OnePage:
    """A hub that has one page to give."""

    def __init__(self, page: SnapshotPage) -> None:
        self._page = page

    def ask(self, door: str, body: bytes) -> Answer:
        assert door == "snapshot"
        return Answer(200, pack(self._page))


def stumbles(u: Unit, ids: Sequence[str]) -> None:
    raise ValueError("a room with a mistake")


def test_a_room_that_stumbles_is_told_again_after_the_upgrade(two_desks: Pair, log_watch: LogWatch) -> None:
    log_watch.expect("rows of household came and their room failed: ValueError")
    a, b = two_desks.a, two_desks.b
    door = a.do(service.add_household, "3", "1", "1202")
    things = [thing for thing in a.things() if thing.eid == door]
    page = SnapshotPage((0, "00" * 16), "", things)
    store = b.store
    with store.reading() as r:
        scope = f"s:{r.site_id}"
    hooks = app.hooks()
    assert Bootstrap(store, OnePage(page), SYNC, {**hooks, "household": stumbles}).run(scope) == 1
    with store.reading() as r:
        assert r.conn.execute(select(SyncAside.code)).scalars().all() == ["sync.room_failed"]
        assert r.conn.execute(select(Household.sort_key)).scalar_one() == ""
    assert take_up(store, SYNC, hooks) == 1
    assert [one.id for one in b.ask(reads.search_households, "3-1-1202")] == [door]
    with store.reading() as r:
        assert r.conn.execute(select(SyncAside.code)).scalars().all() == []
