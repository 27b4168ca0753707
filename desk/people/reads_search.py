"""Asking the index in portions, until enough rows pass the check of what was typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from desk.people.query import Query
from desk.store import search
from desk.store.search import DocKind
from desk.store.unit import Reading

T = TypeVar("T")
PORTIONS = (1, 4, 16)  # times the rows wanted; the later ones only where the index alone cannot decide


def collect(r: Reading, asked: Query, kind: DocKind, limit: int, load: Callable[[Sequence[int]], list[T]]) -> list[T]:
    """Rows of a kind that match, newest first, at most `limit`. `load` gives the rows of some numbers that stand the check."""
    found: list[T] = []
    before: int | None = None
    for portion in PORTIONS if asked.needs_check else PORTIONS[:1]:
        take = limit * portion
        nums = search.find(r.conn, asked.match, kind, take, before)
        found += load(nums) if nums else []
        if len(found) >= limit or len(nums) < take:
            break
        before = nums[-1]
    return found[:limit]
