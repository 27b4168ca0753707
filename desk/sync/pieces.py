"""How much of a page is written between two looks at who else waits to write: as much as a person does not notice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

TURN_MS = 20  # after so long at most syncing looks whether somebody else wants to write: shorter than a person notices
LEAST, FIRST, MOST = 10, 50, 1000


class Pieces:
    """Sizes that follow what the last piece took. turn_ms: what one may take."""

    def __init__(self, turn_ms: int = TURN_MS) -> None:
        self._most, self._turn_ms = FIRST, turn_ms

    def size(self, left: int) -> int:
        """Of the next piece, when so many are left: the rest goes in pieces of one size."""
        return -(-left // -(-left // self._most))

    @contextmanager
    def timed(self, count: int) -> Iterator[None]:
        """Around the writing of a piece of so many."""
        began = monotonic()
        yield
        self._most = fitting(count, self._most, (monotonic() - began) * 1000 / self._turn_ms)


def fitting(count: int, most: int, turns: float) -> int:
    """How many a piece may have, after one of so many took so many times what it may."""
    if turns > 1:
        return max(LEAST, int(count / turns))
    return min(MOST, max(most, 2 * count if turns < 0.5 else int(count / turns)))
