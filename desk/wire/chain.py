"""The hash chain over a device's operations: hash[n] = BLAKE2b-128(hash[n-1] || canonical bytes of op n)."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

SIZE = 16


def start(incarnation: str) -> bytes:
    """hash[0] of one life of a device."""
    return blake2b(b"gatehouse incarnation " + incarnation.encode(), digest_size=SIZE).digest()


def link(previous: bytes, body: bytes) -> bytes:
    return blake2b(previous + body, digest_size=SIZE).digest()


def first_break(previous: bytes, lines: Iterable[tuple[int, bytes | None, bytes]]) -> int | None:
    """The sequence number of the first line whose hash does not follow, or None.

    Lines are (seq, body, hash); a body of None was erased by retention: its hash is kept and carried on.
    """
    for seq, body, digest in lines:
        if body is not None and link(previous, body) != digest:
            return seq
        previous = digest
    return None
