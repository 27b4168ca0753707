"""Codes in a still picture: the strongest chain of repairs, for as long as the budget allows."""

from __future__ import annotations

import time
from collections.abc import Callable

from desk.codes.decode.model import Found, Gray, nearest_first
from desk.codes.decode.reader import moved, read
from desk.codes.decode.views import Look, View, clahe, scaled

BUDGET_MS = 400.0
LOOKS: tuple[tuple[str, Look], ...] = (
    ("raw", View),
    ("clahe", lambda gray: View(clahe(gray))),
    ("up2", lambda gray: scaled(gray, 2.0)),
)


def decode_still(
    gray: Gray, budget_ms: float = BUDGET_MS, now_s: Callable[[], float] = time.perf_counter
) -> list[Found]:
    """Every code found, the one nearest to the middle first; an empty list when there is none.

    No new step is begun once `budget_ms` milliseconds have passed on the clock `now_s` (seconds).
    """
    begun = now_s()
    for name, look in LOOKS:
        spent_ms = (now_s() - begun) * 1000
        if spent_ms >= budget_ms and name != "raw":
            break
        view = look(gray)
        reads = read(view.gray, view.binarizer)
        if reads:
            ms = (now_s() - begun) * 1000
            found = [Found(r.text, r.raw, "QRCode", moved(r.position, view.back), name, ms) for r in reads]
            return nearest_first(found, gray.shape[1], gray.shape[0])
    return []
