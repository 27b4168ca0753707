"""A page is taken in with one wait for the disk, and no longer than until somebody else wants to write."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest
from sqlalchemy import func, select

from desk.core.actor import Actor
from desk.core.ids import new_id
from desk.reception.tables import Tally
from desk.store import blob_rows, outbox, sync_rows
from desk.store.store import Store
from desk.store.tables import Gate
from desk.store.unit import Unit
from desk.sync.receiving import Receiver
from desk.sync.transport import FIND, OK, PULL, REWIND, Answer
from desk.wire import chain
from desk.wire.answers import FindAnswer, NoPage, PullAsk, pack, unpack
from desk.wire.hlc import Hlc
from desk.wire.messages import Logged, Page, pack_page
from desk.wire.ops import Op

LINES = 1000
NOBODY = Actor("", "sync", frozenset())


class OnePage:
    """A hub whose log has LINES riders in it."""

    def __init__(self, scope: str) -> None:
        start = value = sync_rows.scope_start(scope)
        lines = []
        for seq in range(1, LINES + 1):
            clock = str(Hlc(1_790_000_000_000 + seq, 0, "00000000"))
            fields = {"at": seq, "clock_quality": "trusted", "gate_id": "a" * 32, "kind": "rider", "n": 1}
            body = Op(new_id(seq), clock, "tally", "add", new_id(seq), "", seq, fields).canonical()
            lines.append(Logged(seq, _id_of(body), clock, "b" * 32, body))
            value = chain.link(value, clock.encode() + b" " + body)
        self.body = pack_page(Page(scope, (0, start.hex()), (LINES, value.hex()), LINES, tuple(lines)))

    def ask(self, door: str, body: bytes) -> Answer:
        assert door == PULL
        return Answer(OK, self.body)


def _id_of(body: bytes) -> str:
    at = body.index(b'"id":"')
    return body[at + 6 : at + 38].decode()


def _scope(store: Store) -> str:
    with store.reading() as r:
        return f"s:{r.site_id}"


def _applied(store: Store) -> int:
    with store.reading() as r:
        return int(r.conn.execute(select(func.count()).select_from(Tally)).scalar_one())


def test_a_page_is_one_unit_while_nobody_waits(store: Store) -> None:
    pieces: list[int] = []
    units: list[Unit] = []

    def hook(u: Unit, ids: Sequence[str]) -> None:
        pieces.append(len(ids))
        units.append(u)

    scope = _scope(store)
    taken = Receiver(store, OnePage(scope), NOBODY, {"tally": hook}).pull(scope)
    assert (taken.lines, taken.more, sum(pieces), _applied(store)) == (LINES, False, LINES, LINES)
    assert len(pieces) > 1
    assert len({id(u) for u in units}) == 1


@pytest.mark.timeout(60)
def test_who_waits_to_write_is_let_in_between(store: Store) -> None:
    scope, seen, threads = _scope(store), list[int](), list[threading.Thread]()

    def write() -> None:
        with store.unit() as u:
            seen.append(sync_rows.cursor(u, scope)[0])

    def hook(u: Unit, ids: Sequence[str]) -> None:
        if not threads:
            threads.append(threading.Thread(target=write))
            threads[0].start()
            while not store.awaited:
                threads[0].join(0.001)

    taken = Receiver(store, OnePage(scope), NOBODY, {"tally": hook}).pull(scope)
    threads[0].join()
    assert (taken.lines, _applied(store)) == (LINES, LINES)
    assert 0 < seen[0] < LINES


class GoneBack:
    """A hub put back from a copy of before it knew anything."""

    def ask(self, door: str, body: bytes) -> Answer:
        if door == PULL:
            return Answer(REWIND, pack(NoPage("rewind", 0)))
        assert door == FIND
        return Answer(OK, pack(FindAnswer(-1, 0)))


def test_a_hub_that_went_back_is_asked_for_its_files_again(store: Store) -> None:
    scope = _scope(store)
    Receiver(store, OnePage(scope), NOBODY, {}).pull(scope)
    with store.unit() as u:
        blob_rows.queue(u, "a" * 64, "picture", 5, blob_rows.DOWN)
        blob_rows.queue(u, "b" * 64, "picture", 5, blob_rows.DOWN)
        blob_rows.ended(u, "a" * 64)
    assert Receiver(store, GoneBack(), NOBODY, {}).pull(scope).rewound
    with store.reading() as r:
        assert {row.digest[0]: row.way for row in blob_rows.waiting(r)} == {"a": blob_rows.UP, "b": blob_rows.DOWN}


class Told:
    """A hub whose log has these lines, one in a page: (operation id, clock, body)."""

    def __init__(self, scope: str, *said: tuple[str, str, bytes]) -> None:
        value, self.pages = sync_rows.scope_start(scope), list[bytes]()
        for seq, (op_id, clock, body) in enumerate(said, 1):
            start, value = value, chain.link(value, clock.encode() + b" " + body)
            line = Logged(seq, op_id, clock, "b" * 32, body)
            page = Page(scope, (seq - 1, start.hex()), (seq, value.hex()), len(said), (line,))
            self.pages.append(pack_page(page))

    def ask(self, door: str, body: bytes) -> Answer:
        assert door == PULL
        return Answer(OK, self.pages[unpack(PullAsk, body).seq])


def test_what_lost_against_an_own_write_wins_once_the_hub_counts_that_earlier(store: Store) -> None:
    """A desk's clock runs ahead; its line had a value of the hub from before that was restored, and is kept behind."""
    with store.unit() as u:
        gate = u.add(Gate, name="一门")
    with store.unit() as u:
        u.set(Gate, gate, name="二门")
    with store.reading() as r:
        mine, now = outbox.batch(r, outbox.end(r)[1] - 1, 10, 1 << 20).lines[0], r.now
    by_then, before = (str(Hlc(now - ago, 0, "00000000")) for ago in (1000, 2000))
    other = Op(new_id(now), by_then, "gate", "set", gate, "", now - 1000, {"name": "三门"}).canonical()
    scope = _scope(store)
    told = Told(scope, (_id_of(other), by_then, other), (_id_of(mine.body), before, mine.body))
    receiver, names = Receiver(store, told, NOBODY, {}), list[str]()
    for _ in told.pages:
        receiver.pull(scope)
        with store.reading() as r:
            names.append(r.conn.execute(select(Gate.name).where(Gate.id == gate)).scalar_one())
    assert names == ["二门", "三门"]
