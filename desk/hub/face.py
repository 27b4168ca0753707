"""What one process of the hub holds to answer the network: the hub, its key, the gate, waiters, figures, and threads."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TypeVar

import anyio
import anyio.to_thread
from sqlalchemy import Connection

from desk.core.errors import Trouble
from desk.hub import accounts, blobs, enrolment, guards, members, nightly, signing_key, stats
from desk.hub.along import Along
from desk.hub.bodies import Room
from desk.hub.gate import Gate
from desk.hub.gates import TodayCounts
from desk.hub.hub import Hub
from desk.hub.metrics import Metrics
from desk.hub.nonces import MemoryNonces, Nonces, TableNonces
from desk.hub.pace import Pace
from desk.hub.polling import Waiters

log = logging.getLogger("desk.hub.face")
T = TypeVar("T")
FLUSH_S = 5.0
TIDY_S = 60.0


@dataclass(frozen=True)
class Where:
    """How the network reaches this hub. url: as desks and browsers type it; pin: SHA-256 of the public TLS key, hex, or
    ''; metrics_token: who shows it may read /metrics from elsewhere than this machine."""

    url: str
    pin: str = ""
    metrics_token: str = ""

    @property
    def secure(self) -> bool:
        """Browsers come by TLS, so cookies may insist on it."""
        return self.url.startswith("https:")


class Face:
    """The shared parts. `work` runs blocking work on a thread: writers are few (SQLite has one), readers beside them.

    one_of_many: other processes answer on the same port; then short questions of desks are answered where they came in.
    Handing one to a thread and back costs more than the question, and who waits meanwhile has the other processes.
    """

    def __init__(self, hub: Hub, where: Where, nonces: Nonces | None = None, *, one_of_many: bool = False) -> None:
        self.hub, self.where, self._one_of_many = hub, where, one_of_many
        alone = hub.db.dialect == "sqlite"
        self.key = signing_key.load_or_make(hub.db)
        self.nonces = nonces or (MemoryNonces(hub.now()) if alone else TableNonces(hub.db))
        self.gate = Gate(hub.db, self.nonces, hub.clock)
        self.metrics = Metrics()
        self.room = Room()
        self.waiters = Waiters(self.heads)
        # More threads than this only hand the interpreter's turn to each other, at every answer of the database.
        self._writers, self._readers = (
            anyio.CapacityLimiter(2 if alone else 3),
            anyio.CapacityLimiter(6 if alone else 2),
        )
        self._hashers = anyio.CapacityLimiter(2)  # a password takes 19 MiB while it is hashed
        self.pace = Pace()
        self.today = TodayCounts()
        self._loop: asyncio.AbstractEventLoop | None = None
        hub.on_grown(self._grown)

    def now(self) -> int:
        return self.hub.now()

    async def work(self, todo: Callable[[], T], *, writes: bool) -> T:
        """Run it on a thread. When its request is given up the work is still finished, and only then its place is free."""
        return await anyio.to_thread.run_sync(todo, limiter=self._writers if writes else self._readers)

    async def answer(self, todo: Callable[[], T], *, writes: bool) -> T:
        """As `work`, of something short that comes often."""
        return todo() if self._one_of_many else await self.work(todo, writes=writes)

    async def read(self, ask: Callable[[Connection], T]) -> T:
        return await self.work(lambda: self.hub.db.read(ask), writes=False)

    async def write(self, change: Callable[[Connection], T]) -> T:
        return await self.work(lambda: self.hub.db.write(change), writes=True)

    async def hash(self, check: Callable[[], bool]) -> bool:
        """A password looked at: slow on purpose, two at a time."""
        return await anyio.to_thread.run_sync(check, limiter=self._hashers)

    async def heads(self, scopes: list[str]) -> Mapping[str, int]:
        return await self.answer(lambda: self.hub.db.read(lambda conn: members.heads(conn, scopes)), writes=False)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """The ticker of long polls and the chores of this process; what was only noted is written at the end."""
        self._loop = asyncio.get_running_loop()
        chores = ((self.waiters.tick_s, self.waiters.tick), (FLUSH_S, self._flush), (TIDY_S, self._tidy))
        await self._tidy()
        tasks = [asyncio.create_task(self._every(seconds, chore)) for seconds, chore in chores]
        try:
            yield
        finally:
            self.waiters.close()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self._loop = None
            await self._flush()

    async def _every(self, seconds: float, chore: Callable[[], Awaitable[None]]) -> None:
        """Again and again; while the database is away the chore waits for its next turn."""
        while True:
            await asyncio.sleep(seconds)
            try:
                await chore()
            except Trouble as trouble:
                log.warning("chore put off: %s", trouble)

    async def _flush(self) -> None:
        await self.work(lambda: self.hub.seen.flush(self.hub.db), writes=True)

    async def _tidy(self) -> None:
        now_ms = self.now()
        figures = await self.read(lambda conn: stats.gauges(conn, now_ms))
        self.metrics.show(figures)
        await self.work(lambda: self.nonces.forget(now_ms), writes=True)
        for forget in (guards.forget, enrolment.forget, blobs.forget, accounts.forget):
            await self.write(lambda conn, forget=forget: forget(conn, now_ms))  # type: ignore[misc]
        if await self.work(lambda: nightly.due(self.hub), writes=True):
            await self.work(lambda: nightly.run(self.hub), writes=False)

    def close_soon(self) -> None:
        """The process was told to end: nobody waits any longer. From any thread."""
        if (loop := self._loop) is not None:
            loop.call_soon_threadsafe(self.waiters.close)

    def _grown(self, site_id: str, head: int, new: Along | None) -> None:
        """A log grew on some thread of this process: its waiters need not wait for the ticker."""
        if (loop := self._loop) is not None:
            loop.call_soon_threadsafe(self.waiters.poke, site_id, head, new)
