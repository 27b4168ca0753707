"""Bodies on their way in and out: read with a limit, unpacked as a stream so that a zip bomb never unfolds, packed."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

from desk.wire.messages import MAX_BYTES, BadMessage

SENT_LIMIT = MAX_BYTES + 64 * 1024  # gzip of noise is a little longer than the noise
GZIP = zlib.MAX_WBITS | 16
LEVEL = 5  # an operation takes about 72 B; 9 takes three times as long for 1 B less
SMALL = 400  # bytes below which packing is not worth the work


class Busy(Exception):
    """So much is being read at this moment that one more body would not fit in the memory set aside for it."""


class Room:
    """The memory that all bodies together may take while they are read and unpacked; bytes."""

    def __init__(self, limit: int = 96 * 1024 * 1024) -> None:
        self._left = limit

    @contextmanager
    def hold(self, size: int) -> Iterator[None]:
        """Raises Busy at once when it does not fit. One event loop calls this: no lock."""
        if size > self._left:
            raise Busy
        self._left -= size
        try:
            yield
        finally:
            self._left += size


async def read(stream: AsyncIterator[bytes], limit: int = SENT_LIMIT) -> bytes:
    """The whole body as sent. Raises BadMessage("wire.too_large") as soon as it is longer than `limit`."""
    parts, size = [], 0
    async for part in stream:
        size += len(part)
        if size > limit:
            raise BadMessage("wire.too_large")
        parts.append(part)
    return b"".join(parts)


def unpack(body: bytes, encoding: str, limit: int = MAX_BYTES) -> bytes:
    """The body as meant. encoding: the Content-Encoding field. Raises BadMessage; never makes more than `limit` bytes."""
    if encoding.strip().lower() in ("", "identity"):
        if len(body) > limit:
            raise BadMessage("wire.too_large")
        return body
    if encoding.strip().lower() != "gzip":
        raise BadMessage("wire.encoding")
    unfolding = zlib.decompressobj(GZIP)
    try:
        plain = unfolding.decompress(body, limit + 1)
    except zlib.error:
        raise BadMessage("wire.malformed") from None
    if len(plain) > limit:
        raise BadMessage("wire.too_large")
    if not unfolding.eof or unfolding.unused_data:
        raise BadMessage("wire.malformed")  # cut off, or something hangs on behind
    return plain


def pack(body: bytes, accepted: str) -> tuple[bytes, str]:
    """(bytes to send, Content-Encoding or ''). accepted: the asker's Accept-Encoding field."""
    if len(body) < SMALL or "gzip" not in accepted.lower():
        return body, ""
    folding = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP)
    return folding.compress(body) + folding.flush(), "gzip"
