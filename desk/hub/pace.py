"""How fast one address may ask: a bucket that fills by itself (token bucket), kept in this process."""

from __future__ import annotations

from collections import OrderedDict

PER_S, BURST = 20.0, 120.0
MOST = 10_000  # addresses; the one not heard of for longest is forgotten


class Pace:
    """One bucket an address. Called from the event loop only."""

    def __init__(self, per_s: float = PER_S, burst: float = BURST) -> None:
        self._per_s, self._burst = per_s, burst
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, who: str, now_s: float) -> bool:
        """Take one from the bucket; False when it is empty. now_s: monotonic."""
        left, at = self._buckets.pop(who, (self._burst, now_s))
        left = min(self._burst, left + (now_s - at) * self._per_s)
        allowed = left >= 1
        self._buckets[who] = (left - 1 if allowed else left, now_s)
        if len(self._buckets) > MOST:
            self._buckets.popitem(last=False)
        return allowed
