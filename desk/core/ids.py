"""Ids made at the desk: UUIDv7 (RFC 9562 section 5.7) as 32 hex characters, 16 bytes in the store."""

from __future__ import annotations

import secrets
from collections.abc import Callable

bits: Callable[[int], int] = secrets.randbits  # where the random part comes from; a simulation puts its own here


def new_id(now_ms: int) -> str:
    """A UUIDv7 for this moment. The random part comes from the operating system, so that a cloned disk makes others."""
    value = (now_ms & (2**48 - 1)) << 80 | 0x7 << 76 | bits(12) << 64 | 0b10 << 62 | bits(62)
    return f"{value:032x}"


def made_at(id_: str) -> int:
    """UTC milliseconds an id was made at."""
    return int(id_[:12], 16)


def is_id(text: str) -> bool:
    """True for 32 lower-case hex characters."""
    return len(text) == 32 and all(c in "0123456789abcdef" for c in text)
