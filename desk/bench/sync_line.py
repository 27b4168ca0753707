"""A thousand desks on one event loop: HTTP/1.1 with signed requests on plain streams, one request at a time a line.

The program's own client is desk.sync; this one exists to cost a benchmark little beside the hub it loads.
"""

from __future__ import annotations

import asyncio
import time
import zlib
from dataclasses import dataclass, field
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desk.wire.signing import sign

SMALL = 400
GZIP = zlib.MAX_WBITS | 16
LEVEL = 5
LINES = b"application/octet-stream"


@dataclass(frozen=True)
class Who:
    """A device that the hub knows."""

    site_id: str
    device_id: str
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate, repr=False)


@dataclass
class Counted:
    """What went over all lines. Bytes are bodies as sent."""

    requests: int = 0
    sent: int = 0
    received: int = 0

    def begin(self) -> None:
        self.requests = self.sent = self.received = 0


class Said(NamedTuple):
    """An answer with its body unpacked. lines: it is a page of a log."""

    status: int
    body: bytes
    lines: bool


class Line:
    """One connection of one device, opened when it is needed and again after it broke."""

    def __init__(self, host: str, port: int, who: Who, counted: Counted) -> None:
        self.host, self.port, self.who, self.counted = host, port, who, counted
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def post(self, door: str, body: bytes) -> Said:
        """Raises OSError, IncompleteReadError."""
        return await self._ask("POST", f"/sync/v1/{door}", body)

    async def poll(self, wait_s: int, scope: str, seq: int, chain: str) -> Said:
        return await self._ask("GET", f"/sync/v1/poll?wait={wait_s}&{scope}={seq}&chain={chain}", b"")

    def close(self) -> None:
        if self._streams is not None:
            self._streams[1].transport.abort()
            self._streams = None

    async def _ask(self, method: str, target: str, body: bytes) -> Said:
        head, packed = _request(self.who, f"{self.host}:{self.port}", method, target, body)
        self.counted.requests += 1
        self.counted.sent += len(packed)
        try:
            return await self._exchange(head + packed)
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            self.close()
            raise

    async def _exchange(self, raw: bytes) -> Said:
        if self._streams is None:
            self._streams = await asyncio.open_connection(self.host, self.port)
        reader, writer = self._streams
        writer.write(raw)
        await writer.drain()
        status, fields = _head(await reader.readuntil(b"\r\n\r\n"))
        body = await reader.readexactly(int(fields.get(b"content-length", b"0")))
        self.counted.received += len(body)
        if fields.get(b"content-encoding") == b"gzip":
            body = zlib.decompress(body, GZIP)
        if fields.get(b"connection", b"").lower() == b"close":
            self.close()
        return Said(status, body, fields.get(b"content-type") == LINES)


def _request(who: Who, host: str, method: str, target: str, body: bytes) -> tuple[bytes, bytes]:
    """(head, body) of a signed request."""
    packed, fields = _packed(body)
    fields |= sign(who.key, who.site_id, who.device_id, method, target, packed, time.time_ns() // 1_000_000)
    head = [f"{method} {target} HTTP/1.1", f"Host: {host}", "Accept-Encoding: gzip"]
    head += [f"{name}: {value}" for name, value in fields.items()]
    if body:
        head.append(f"Content-Length: {len(packed)}")
    return "\r\n".join([*head, "", ""]).encode(), packed


def _head(raw: bytes) -> tuple[int, dict[bytes, bytes]]:
    """(status, fields by lower-case name)."""
    first, *lines = raw.rstrip(b"\r\n").split(b"\r\n")
    fields = {name.lower(): value.strip() for name, _, value in (line.partition(b":") for line in lines)}
    return int(first.split(b" ")[1]), fields


def _packed(body: bytes) -> tuple[bytes, dict[str, str]]:
    if len(body) < SMALL:
        return body, {}
    folding = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP)
    return folding.compress(body) + folding.flush(), {"Content-Encoding": "gzip"}
