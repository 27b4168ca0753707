"""A proxy on the loopback that does to requests and answers what a bad line does; and a cable that can be pulled.

with FaultProxy(hub.port, dice(7, 0.3)) as line:
    desk.hub_url = line.url
    with line.unplugged(): ...
"""

from __future__ import annotations

import asyncio
import threading
import zlib
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from tests.chaos import http1
from tests.chaos.faults import Fault, Plan, What, smooth
from tests.chaos.http1 import Message

HOST = "127.0.0.1"
PIECE = 1024
LINE_LOST = (asyncio.IncompleteReadError, ConnectionError, TimeoutError)


@dataclass(frozen=True)
class Exchange:
    """One request as the proxy saw it. status: the hub's own, 0 when it never answered."""

    number: int
    method: str
    path: str
    fault: Fault
    status: int
    sent: int  # bytes of the request's body
    received: int  # bytes of the answer's body


class FaultProxy:
    """Runs on a thread of its own between `with` and its end. `keep`: remember all bodies for `traffic()`."""

    def __init__(self, upstream: int, plan: Plan = smooth, keep: bool = False, port: int = 0) -> None:
        self.upstream, self.plan, self.port = upstream, plan, port
        self.log: list[Exchange] = []
        self._keep, self._kept = keep, list[Message]()
        self._held: list[Message] = []
        self._count, self._plugged = 0, True
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="fault-proxy", daemon=True)
        self._tasks: set[asyncio.Task[Any]] = set()
        self._open: set[asyncio.StreamWriter] = set()

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    def __enter__(self) -> FaultProxy:
        self._thread.start()
        self._do(self._listen())
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._do(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    # --- the cable --------------------------------------------------------------------------------------------------

    def unplug(self) -> None:
        """Every open connection dies; new ones are cut off as soon as they come."""
        self._do(self._set_plugged(False))

    def plug(self) -> None:
        self._do(self._set_plugged(True))

    @contextmanager
    def unplugged(self) -> Iterator[None]:
        self.unplug()
        try:
            yield
        finally:
            self.plug()

    # --- what went over it ------------------------------------------------------------------------------------------

    def traffic(self) -> Iterator[bytes]:
        """Every body that went either way, unpacked, and every head: to look for what must not be there."""
        for message in tuple(self._kept):
            yield message.raw()
            if message.header(b"content-encoding") == b"gzip":
                with suppress(zlib.error):  # a cut one: its beginning has been looked at as it is
                    yield zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(message.body)

    # --- on the proxy's own thread ----------------------------------------------------------------------------------

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._serve, HOST, self.port, limit=http1.LONGEST_HEAD)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        self._server.close()
        await self._set_plugged(False)
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _set_plugged(self, plugged: bool) -> None:
        self._plugged = plugged
        if not plugged:
            for writer in tuple(self._open):
                writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self._open.add(writer)
        try:
            while self._plugged and await self._exchange(await http1.read(reader), writer):
                continue
        except LINE_LOST:
            pass
        except asyncio.CancelledError:
            pass  # the proxy ends
        finally:
            self._tasks.discard(task)
            self._open.discard(writer)
            writer.transport.abort() if not writer.is_closing() else None

    async def _exchange(self, request: Message, writer: asyncio.StreamWriter) -> bool:
        """One request; False when the connection is to die now."""
        self._count += 1
        method, path = request.first.decode("latin-1").split(" ")[:2]
        fault = self.plan(self._count, method, path)
        line = _Line(self, fault, self._count, method, path)
        return await line.carry(request, writer)

    async def ask(self, request: Message) -> Message:
        """One request to the hub on a connection of its own."""
        reader, writer = await asyncio.open_connection(HOST, self.upstream, limit=http1.LONGEST_HEAD)
        self._open.add(writer)
        try:
            writer.write(request.raw())
            await writer.drain()
            found = await http1.read(reader)
        finally:
            self._open.discard(writer)
            writer.transport.abort()
        if self._keep:
            self._kept += [request, found]
        return found


@dataclass
class _Line:
    """One exchange under way."""

    proxy: FaultProxy
    fault: Fault
    number: int
    method: str
    path: str

    async def carry(self, request: Message, writer: asyncio.StreamWriter) -> bool:
        what, amount = self.fault.what, self.fault.amount
        if what is What.STATUS:
            return await self._give(http1.answer(int(amount)), request, writer)
        if what in (What.DROP_REQUEST, What.LATE):
            self._note(request, None)
            self.proxy._held += [request] if what is What.LATE else []
            return False
        if what is What.DELAY:
            await asyncio.sleep(amount)
        found = await self._asked(request.cut() if what is What.CUT_REQUEST else request)
        return await self._answered(found, request, writer)

    async def _asked(self, request: Message) -> Message:
        found = await self.proxy.ask(request)
        held, self.proxy._held = self.proxy._held, []
        for old in held:  # what was held comes after what was sent later
            await self.proxy.ask(old)
        return await self.proxy.ask(request) if self.fault.what is What.TWICE else found

    async def _answered(self, found: Message, request: Message, writer: asyncio.StreamWriter) -> bool:
        what = self.fault.what
        if what is What.DROP_ANSWER:
            self._note(request, found)
            return False
        if what is What.CUT_ANSWER:
            self._note(request, found)
            writer.write(found.cut().raw(promised=len(found.body)))
            await writer.drain()
            writer.close()
            return False
        return await self._give(found.cut() if what is What.SHORT_ANSWER else found, request, writer)

    async def _give(self, found: Message, request: Message, writer: asyncio.StreamWriter) -> bool:
        self._note(request, found)
        raw = found.raw()
        if self.fault.what is not What.SLOW:
            writer.write(raw)
            await writer.drain()
            return True
        for start in range(0, len(raw), PIECE):
            writer.write(raw[start : start + PIECE])
            await writer.drain()
            await asyncio.sleep(PIECE / self.fault.amount)
        return True

    def _note(self, request: Message, found: Message | None) -> None:
        status = int(found.first.split(b" ")[1]) if found else 0
        received = len(found.body) if found else 0
        self.proxy.log.append(
            Exchange(self.number, self.method, self.path, self.fault, status, len(request.body), received)
        )
