"""Ids made at the desk: UUIDv7 (RFC 9562 section 5.7) as 32 hex characters, 16 bytes in the store."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from hashlib import blake2b

bits: Callable[[int], int] = secrets.randbits  # where the random part comes from; a simulation puts its own here


def new_id(now_ms: int) -> str:
    """A UUIDv7 for this moment. The random part comes from the operating system, so that a cloned disk makes others."""
    value = (now_ms & (2**48 - 1)) << 80 | 0x7 << 76 | bits(12) << 64 | 0b10 << 62 | bits(62)
    return f"{value:032x}"


def derived_id(at_ms: int, *parts: str) -> str:
    """The id every desk gives to one thing, without having met: UUIDv7 in shape, 48 bits of a moment, a hash of the parts.

    at_ms: a moment that belongs to the thing (the start of a shift), UTC milliseconds. No part holds a line feed.
    """
    digest = int.from_bytes(blake2b("\n".join(parts).encode(), digest_size=10).digest(), "big")
    value = (at_ms & (2**48 - 1)) << 80 | 0x7 << 76 | (digest >> 62 & 0xFFF) << 64 | 0b10 << 62 | digest & (2**62 - 1)
    return f"{value:032x}"


def made_at(id_: str) -> int:
    """UTC milliseconds an id was made at."""
    return int(id_[:12], 16)


def is_id(text: str) -> bool:
    """True for 32 lower-case hex characters."""
    return len(text) == 32 and all(c in "0123456789abcdef" for c in text)
