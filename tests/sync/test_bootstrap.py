"""A snapshot whose room stumbles: the rows are in, and the room is told again by a mended program."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from sqlalchemy import select

from desk import app
from desk.people import reads, service
from desk.people.tables import Household
from desk.store import sync_rows
from desk.store.store import Store
from desk.store.tables_sync import SyncAside
from desk.store.unit import Unit
from desk.sync.bootstrap import Bootstrap
from desk.sync.engine import SYNC
from desk.sync.pieces import FIRST
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


def test_a_hub_put_back_to_before_what_a_snapshot_showed_is_noticed(two_desks: Pair) -> None:
    """The things of a page may be newer than where its snapshot begins: whoever has them must come to lines that end
    where the log ended then, or give them back."""
    a, b = two_desks.a, two_desks.b
    door = a.do(service.add_household, "3", "1", "1202")
    things = [thing for thing in a.things() if thing.eid == door]
    with b.store.reading() as r:
        scope = f"s:{r.site_id}"
    start, end = (0, sync_rows.scope_start(scope).hex()), (4, "44" * 16)
    Bootstrap(b.store, OnePage(SnapshotPage(start, "", things, end)), SYNC, {}).run(scope)
    assert gaps(b.store, scope, head=9) == [False, False]  # the lines up to there are still to come
    assert gaps(b.store, scope, head=5, came=(4, b"\x44" * 16)) == [False, False]  # they came
    Bootstrap(b.store, OnePage(SnapshotPage(start, "", things, (6, "66" * 16))), SYNC, {}).run(scope)
    assert gaps(b.store, scope, head=6, came=(6, b"\x67" * 16)) == [False, True]  # other lines came


def test_a_hub_that_ends_before_what_a_snapshot_showed_is_noticed(two_desks: Pair) -> None:
    store = two_desks.b.store
    with store.unit(SYNC) as u:
        scope = f"s:{u.site_id}"
        sync_rows.set_cursor(u, scope, 2, b"\x22" * 16)
        sync_rows.snapshot_made(u, scope, (5, b"\x55" * 16))
    assert gaps(store, scope, head=4) == [False, True]


def test_going_back_behind_a_snapshot_leaves_a_gap(two_desks: Pair) -> None:
    store = two_desks.b.store
    with store.unit(SYNC) as u:
        scope = f"s:{u.site_id}"
        sync_rows.set_cursor(u, scope, 2, b"\x22" * 16)
        sync_rows.snapshot_made(u, scope, (5, b"\x55" * 16))
        sync_rows.step_back(u, scope, 2, b"\x22" * 16)
        assert sync_rows.has_gap(u, scope)


def gaps(store: Store, scope: str, head: int, came: tuple[int, bytes] | None = None) -> list[bool]:
    """Whether a gap is noted before and after the question whether the log has come to the end of the snapshot."""
    with store.unit(SYNC) as u:
        if came:
            sync_rows.set_cursor(u, scope, *came)
        before = sync_rows.has_gap(u, scope)
        sync_rows.snapshot_overtaken(u, scope, head)
        return [before, sync_rows.has_gap(u, scope)]


def test_a_page_gives_way_to_whoever_wants_to_write(two_desks: Pair) -> None:
    a, b = two_desks.a, two_desks.b
    for room in range(FIRST * 2):
        a.do(service.add_household, "3", "1", str(room + 1))
    page = SnapshotPage((0, "00" * 16), "", [thing for thing in a.things() if thing.kind == "household"])
    with b.store.reading() as r:
        scope = f"s:{r.site_id}"
    order: list[str] = []

    def somebody() -> None:
        with b.store.unit(SYNC):
            order.append("somebody")

    waiting = threading.Thread(target=somebody)

    def merged(u: Unit, ids: Sequence[str]) -> None:
        order.append("piece")
        if waiting.ident is None:
            waiting.start()
            while not b.store.awaited:
                waiting.join(0.001)

    assert Bootstrap(b.store, OnePage(page), SYNC, {"household": merged}).run(scope) == FIRST * 2
    waiting.join()
    assert order[:2] == ["piece", "somebody"]
    assert set(order[2:]) == {"piece"}
    with b.store.reading() as r:
        assert len(r.conn.execute(select(Household.id)).scalars().all()) == FIRST * 2
