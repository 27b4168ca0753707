"""One short value for everything of a kind: desk and hub compare them to find out that they hold the same (SYNC 2.7).

The sum, modulo 2**128, of a hash of each thing: the order does not matter, and two ends need not hold a list.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

import msgspec

SIZE = 16
_MOD = 1 << (8 * SIZE)


class DigestAsk(msgspec.Struct):
    """since_ms: facts whose id was made before it are left out on both ends."""

    scope: str
    since_ms: int = 0


class DigestAnswer(msgspec.Struct):
    """kinds: name -> (count, digest hex); what was erased is in neither. It holds at (seq, chain) of the log."""

    hub_ms: int
    seq: int
    chain: str
    kinds: dict[str, tuple[int, str]]


def of_fact(eid: bytes) -> int:
    """A fact is written once: that it is there says everything. eid: 16 bytes."""
    return _number(b"fact " + eid)


def of_record(eid: bytes, stamps: Mapping[str, str], deleted: str, revived: str) -> int:
    """A record is what its stamps say: the same stamps mean the same values."""
    told = "\n".join(f"{name}={stamps[name]}" for name in sorted(stamps))
    return _number(b"record " + eid + f"{deleted}\n{revived}\n{told}".encode())


class Sums:
    """Adds things up, kind by kind."""

    def __init__(self) -> None:
        self._sums: dict[str, tuple[int, int]] = {}

    def add(self, kind: str, number: int) -> None:
        count, total = self._sums.get(kind, (0, 0))
        self._sums[kind] = (count + 1, (total + number) % _MOD)

    def told(self) -> dict[str, tuple[int, str]]:
        """Kind -> (count, digest hex)."""
        return {kind: (count, f"{total:032x}") for kind, (count, total) in sorted(self._sums.items())}


def _number(data: bytes) -> int:
    return int.from_bytes(blake2b(data, digest_size=SIZE).digest(), "big")
