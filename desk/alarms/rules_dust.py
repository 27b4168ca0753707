"""PM2.5 over a limit for some minutes starts a spray of some seconds, and then it rests. Pure.

Time is a clock that does not jump (monotonic milliseconds); should it step back all the same, no time has passed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from desk.core.clock import MINUTE_MS

GAP_MS = 2 * MINUTE_MS  # sensors speak every few seconds: after a longer silence nobody knows how it was meanwhile
SLICE_MS = 5000  # the longest a relay is on at once: should this program die, it is off so soon


@dataclass(frozen=True)
class Dust:
    """limit: µg/m³, over it counts; minutes: for so long; seconds: the spray; rest_minutes: from its end to the next."""

    limit: float = 75.0
    minutes: int = 5
    seconds: int = 10
    rest_minutes: int = 60


@dataclass(frozen=True)
class DustNow:
    """over_ms: how long it has been over the limit without a gap, None while it is not; rest_ms: left of the rest."""

    at: int | None = None
    over_ms: int | None = None
    rest_ms: int = 0
    value: float = 0.0

    def resting(self) -> bool:
        return self.rest_ms > 0


def fed(rule: Dust, now: DustNow, at: int, value: float) -> tuple[DustNow, bool]:
    """After a reading: how it stands, and whether to spray. One reading at or below the limit begins the count anew."""
    passed = 0 if now.at is None else max(0, at - now.at)
    gap = now.at is None or passed > GAP_MS or at < now.at
    rest = max(0, now.rest_ms - passed)
    over: int | None = None
    if value > rule.limit:
        over = 0 if gap or now.over_ms is None else now.over_ms + passed
    after = DustNow(at, over, rest, value)
    if over is None or over < rule.minutes * MINUTE_MS or rest:
        return after, False
    return replace(after, over_ms=None, rest_ms=rule.seconds * 1000 + rule.rest_minutes * MINUTE_MS), True


def begun(rule: Dust, ran_at: int | None, wall: int) -> DustNow:
    """When the program starts: what is left of the rest after the last spray (wall times, UTC ms). A clock that was set
    back does not make the rest longer than it is, nor shorter than nothing."""
    if ran_at is None:
        return DustNow()
    whole = rule.seconds * 1000 + rule.rest_minutes * MINUTE_MS
    return DustNow(rest_ms=min(whole, max(0, ran_at + whole - wall)))


def slices(seconds: int) -> tuple[int, ...]:
    """A spray as pulses (ms) that each end by themselves."""
    whole = max(0, seconds) * 1000
    full, rest = divmod(whole, SLICE_MS)
    parts = [SLICE_MS] * full + ([rest] if rest else [])
    return tuple(parts)
