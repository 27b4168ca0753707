"""Places in the list of visits: a row's `num` follows the moment of entry, so that visits of another gate that come in
days later stand among those of their own day.

Numbers count tenths of a second, which leaves room between any two; search hits of a kind come in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable

from desk.core.clock import DAY_MS

BEGAN = 1_704_067_200_000  # 2024-01-01 UTC: no visit is older
STEP_MS = 100


def place(at: int) -> int:
    """The number a visit of this moment (UTC ms) would like."""
    return max(1, (at - BEGAN) // STEP_MS)


def next_place(at: int, newest: int) -> int:
    """The number of a visit that happens here and now: above every one so far, whatever a wall clock said before."""
    return max(place(at), newest + 1)


def wanted_places(moments: Iterable[tuple[str, int]], now: int) -> dict[str, int]:
    """Numbers for visits that came from elsewhere, (id, UTC ms) each: the order of their moments, none given twice.

    A moment more than a day ahead of this desk is a wrong clock, and stands where tomorrow will.
    """
    found, last = dict[str, int](), 0
    for visit_id, at in sorted(moments, key=lambda one: (one[1], one[0])):
        last = max(place(min(at, now + DAY_MS)), last + 1)
        found[visit_id] = last
    return found


def step_aside(places: dict[str, int], taken: set[int]) -> dict[str, int]:
    """Move those whose number is taken up to the next, in order; returns the ones that moved."""
    moved, last = dict[str, int](), 0
    for visit_id, num in sorted(places.items(), key=lambda one: one[1]):
        free = max(num, last + 1)
        while free in taken:
            free += 1
        if free != num:
            moved[visit_id] = free
        last = free
    return moved
