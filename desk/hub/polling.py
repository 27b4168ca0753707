"""The long poll: a thousand desks wait here for news of their scopes, and one question a second serves them all.

A waiter is a future and a few numbers; it holds no thread and no database connection. What this process itself takes in
wakes its waiters at once; what another process took in is seen by the ticker.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from desk.hub.along import Along

LONGEST_S = 55.0  # proxies commonly cut at 60
TICK_S = 1.0
RECEIPT_S = 0.05
MOST = 20_000  # waiters of one process

Heads = Callable[[list[str]], Awaitable[Mapping[str, int]]]


class Full(Exception):
    """No more waiters in this process."""


@dataclass
class Listener:
    """Who waits. place: (seq, chain) of its site's log where it stands, when it would take what is new along with the
    news; page: that, once told."""

    device_id: str = ""
    place: tuple[int, str] | None = None
    page: bytes = b""


class _Waiter:
    __slots__ = ("known", "listener", "news")

    def __init__(self, known: Mapping[str, int], listener: Listener) -> None:
        self.known, self.listener = known, listener
        self.news: asyncio.Future[dict[str, int]] = asyncio.get_running_loop().create_future()

    def tell(self, heads: Mapping[str, int], new: Along | None = None) -> None:
        """A head that differs is news, also one that went back: then the hub was restored."""
        changed = {scope: heads[scope] for scope, seq in self.known.items() if heads.get(scope, seq) != seq}
        if not changed or self.news.done():
            return
        who = self.listener
        if new is not None and who.place == new.page.start and who.device_id in new.readers:
            who.page = new.packed
        self.news.set_result(changed)


class Waiters:
    """All waiters of this process. Everything is called from its event loop."""

    def __init__(self, heads: Heads, tick_s: float = TICK_S) -> None:
        self._heads, self.tick_s, self._good_s = heads, tick_s, 2 * tick_s
        self._by_scope: dict[str, set[_Waiter]] = defaultdict(set)
        self._fresh: set[str] = set()
        self._newest: dict[str, tuple[int, float]] = {}  # scope -> its head, and when that was so
        self._asking: asyncio.Task[None] | None = None
        self._closing = False
        self.count = 0

    async def wait(self, known: Mapping[str, int], seconds: float, listener: Listener | None = None) -> dict[str, int]:
        """The scopes whose newest number is not `known`, as soon as there are any; {} when the time is over."""
        if self.count >= MOST:
            raise Full
        waiter = _Waiter(known, listener or Listener())
        self._enter(waiter)
        try:
            if not self._nothing_new(known):
                await self._asked(known)  # entered first: nothing slips between asking and waiting
            if self._closing:
                return {}
            done, _ = await asyncio.wait({waiter.news}, timeout=min(seconds, LONGEST_S))
            return waiter.news.result() if done else {}
        finally:
            self._leave(waiter)

    def poke(self, place_id: str, head: int, new: Along | None = None) -> None:
        """This process has just taken something into the log of this site or district: `new`. To who wrote it, it is no
        news but a receipt, which comes a moment later: everybody else goes first."""
        by = new.by if new is not None else ""
        for scope in (f"s:{place_id}", f"d:{place_id}"):
            if scope in self._newest:
                self._newest[scope] = (head, asyncio.get_running_loop().time())
            for waiter in tuple(self._by_scope.get(scope, ())):
                if by and waiter.listener.device_id == by:
                    asyncio.get_running_loop().call_later(RECEIPT_S, waiter.tell, {scope: head}, new)
                else:
                    waiter.tell({scope: head}, new)

    async def _asked(self, known: Mapping[str, int]) -> None:
        """How these scopes stand now, told to their waiters; who comes while a question runs shares the next one."""
        self._fresh.update(known)
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask_fresh())
        await asyncio.shield(self._asking)

    async def _ask_fresh(self) -> None:
        while self._fresh:
            scopes, self._fresh = list(self._fresh), set()
            await self._ask(scopes)

    async def tick(self) -> None:
        """Once a second: what other processes took in."""
        scopes = [scope for scope, waiters in self._by_scope.items() if waiters]
        old = asyncio.get_running_loop().time() - self._good_s
        self._newest = {scope: known for scope, known in self._newest.items() if known[1] > old}
        if scopes:
            await self._ask(scopes)

    def _nothing_new(self, known: Mapping[str, int]) -> bool:
        """Whether this process has seen a moment ago that these scopes stand so: then the database need not be asked, and
        what another process takes in is seen by the ticker as ever."""
        old = asyncio.get_running_loop().time() - self._good_s
        seen = {scope: self._newest.get(scope, (-1, 0.0)) for scope in known}
        return all(seen[scope][0] == seq and seen[scope][1] > old for scope, seq in known.items())

    async def _ask(self, scopes: list[str]) -> None:
        asked = asyncio.get_running_loop().time()
        heads = await self._heads(scopes)
        for scope in scopes:
            if (
                scope in heads and self._newest.get(scope, (0, 0.0))[1] < asked
            ):  # else this process has taken something in meanwhile
                self._newest[scope] = (heads[scope], asked)
            self._tell(self._by_scope.get(scope, ()), heads)

    def close(self) -> None:
        """The process ends: everybody goes home with what they came with."""
        self._closing = True
        for waiters in self._by_scope.values():
            for waiter in waiters:
                if not waiter.news.done():
                    waiter.news.set_result({})

    def _tell(self, waiters: set[_Waiter] | tuple[()], heads: Mapping[str, int]) -> None:
        for waiter in tuple(waiters):
            waiter.tell(heads)

    def _enter(self, waiter: _Waiter) -> None:
        self.count += 1
        for scope in waiter.known:
            self._by_scope[scope].add(waiter)

    def _leave(self, waiter: _Waiter) -> None:
        self.count -= 1
        for scope in waiter.known:
            self._by_scope[scope].discard(waiter)
            if not self._by_scope[scope]:
                del self._by_scope[scope]
