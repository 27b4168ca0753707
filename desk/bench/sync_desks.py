"""Throw-away desks of one site, linked to a hub as enrolment would leave them."""

from __future__ import annotations

import gc
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import delete, event, insert, select, update

from desk import app
from desk.bench import invented
from desk.bench.sync_line import Who
from desk.core.clock import Clock, SystemClock
from desk.core.events import Bus
from desk.core.ids import new_id
from desk.store.engine import open_engine
from desk.store.store import Founding, Store
from desk.store.tables import Outbox, Secret, SyncSelf
from desk.store.tables_sync import SyncLink
from desk.sync import http
from desk.sync.engine import Engine
from desk.sync.http import HttpTransport
from desk.sync.lock import Lock
from desk.sync.rhythm import Rhythm
from desk.sync.rounds import Myself, Rounds
from desk.sync.runner import Runner
from desk.sync.transport import Transport
from desk.wire import chain

FILE = "bench.db"


@dataclass(frozen=True)
class BenchDesk:
    """A desk: its store, and who it is at the hub."""

    store: Store
    who: Who

    @property
    def scope(self) -> str:
        return f"s:{self.who.site_id}"

    @contextmanager
    def line(self, url: str) -> Iterator[HttpTransport]:
        """The program's own way to a hub (or to a proxy before it)."""
        found = HttpTransport(url, "", http.Who(self.who.site_id, self.who.device_id, self.who.key), SystemClock())
        try:
            yield found
        finally:
            found.close()

    @contextmanager
    def running(self, url: str, rhythm: Rhythm) -> Iterator[Runner]:
        """Syncing by itself with this hub, as the program does it."""
        with self.store.unit() as u:
            u.conn.execute(update(SyncSelf).values(hub_url=url))
        lock = Lock(self.store.path.parent)
        made = Runner(
            lambda: Rounds(self.store, SystemClock(), app.hooks(), Myself("bench")), SystemClock(), self.store.bus,
            lock, rhythm,
        )  # fmt: skip
        try:
            yield made
        finally:
            made.stop()

    def engine(self, transport: Transport) -> Engine:
        return Engine(self.store, transport, SystemClock(), app.hooks(), name="bench")


def first(folder: Path, clock: Clock | None = None, bus: Bus | None = None) -> BenchDesk:
    """A new site's first desk."""
    store = Store.found(
        folder / FILE, invented.KEY, clock or SystemClock(), Founding("测试苑", "南门", throwaway=True), bus
    )
    return _linked(store)


def reopened(folder: Path, bus: Bus | None = None) -> BenchDesk:
    """A desk that `first` or `another` made here before."""
    return known(Store(folder / FILE, invented.KEY, SystemClock(), bus))


def another(desk: BenchDesk, folder: Path, bus: Bus | None = None) -> BenchDesk:
    """A further desk of the same site, as it is right after joining: the site's keys, and nothing of what others wrote.

    `desk` must not have begun to work yet: its file is copied.
    """
    desk.store.checkpoint()
    shutil.copyfile(desk.store.path, folder / FILE)
    now = time.time_ns() // 1_000_000
    device, life = new_id(now), new_id(now)
    engine = open_engine(folder / FILE, invented.KEY)
    with engine.begin() as conn:
        clock = conn.execute(select(SyncSelf.hlc_last)).scalar_one()
        mine = {"device_id": device, "incarnation": life, "last_seq": 0, "last_hash": chain.start(life)}
        conn.execute(update(SyncSelf).values(**mine, hlc_last=clock[:17] + device[-8:]))
        conn.execute(delete(Outbox))
        fresh = Ed25519PrivateKey.generate().private_bytes_raw()
        conn.execute(update(Secret).where(Secret.name == http.DEVICE_KEY).values(value=fresh))
    engine.dispose()
    return reopened(folder, bus)


def _linked(store: Store) -> BenchDesk:
    with store.unit() as u:
        u.conn.execute(delete(SyncLink))
        u.conn.execute(insert(SyncLink).values(one=1, hub_key=bytes(32)))
        u.put_secret(http.DEVICE_KEY, Ed25519PrivateKey.generate().private_bytes_raw())
    return known(store)


def known(store: Store) -> BenchDesk:
    """The desk whose store this is."""
    with store.reading() as r:
        key = Ed25519PrivateKey.from_private_bytes(r.secret(http.DEVICE_KEY))
        return BenchDesk(store, Who(r.site_id, r.device_id, key))


def hurried(store: Store) -> None:
    """Do not wait for the disk from now on: for building what is measured later, by a store opened anew."""
    engine = store._writer

    @event.listens_for(engine, "checkout")
    def _hurry(connection: Any, record: Any, proxy: Any) -> None:
        connection.execute("PRAGMA synchronous = OFF")


@contextmanager
def collecting() -> Iterator[None]:
    """Garbage as the program's window collects it (ui.garbage): once a second, all of it every tenth time, never where
    an allocation happens to cross the threshold."""
    over = threading.Event()

    def tick() -> None:
        turn = 0
        while not over.wait(1.0):
            turn += 1
            gc.collect(2 if turn % 10 == 0 else 1)

    gc.collect()
    gc.freeze()
    gc.disable()
    thread = threading.Thread(target=tick, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        gc.enable()
        gc.unfreeze()


def push_all(engine: Engine) -> int:
    """Everything that waits, batch after batch; returns how many operations."""
    count = 0
    while engine.sender.anything():
        count += engine.sender.push().lines
    return count


def pull_all(engine: Engine, scope: str, seen: Callable[[int], None] = lambda lines: None) -> int:
    """Everything the hub has; returns how many operations."""
    count = 0
    while True:
        one = engine.receiver.pull(scope)
        count += one.lines
        seen(one.lines)
        if not one.more:
            return count
