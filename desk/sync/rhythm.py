"""When the next round is due: at once for a single change, quiet after further ones, at once when the hub has news,
later and later while it fails. Pure.

All moments are seconds of a clock that never goes back.
"""

from __future__ import annotations

from dataclasses import dataclass

NEVER = float("inf")


@dataclass(frozen=True)
class Rhythm:
    """quiet_s: after the last local change, when changes were taken up less than so long before the first; latest_s: after
    the first; idle_s: when nothing happens at all; poll_s: how
    long the hub is asked to hold its answer."""

    quiet_s: float = 1.0
    latest_s: float = 60.0
    idle_s: float = 240.0
    poll_s: int = 25


@dataclass(frozen=True)
class Patience:
    """How long to wait after a failure: first_s, doubled with each further one up to most_s."""

    first_s: float
    most_s: float

    def after(self, failures: int, luck: float) -> float:
        """luck: 0 .. 1; desks whose hub went away at one moment come back at different ones."""
        whole = min(self.most_s, self.first_s * 2.0 ** min(failures - 1, 20))
        return whole * (0.5 + luck / 2)


PATIENCE = {
    "sync.no_line": Patience(2, 60),
    "sync.hub_trouble": Patience(5, 300),
    "sync.not_a_hub": Patience(5, 120),
    "sync.tls": Patience(30, 300),
    "sync.pin": Patience(60, 600),
    "sync.not_believed": Patience(60, 600),
    "sync.unknown_here": Patience(300, 1800),
    "sync.too_old": Patience(600, 1800),
    "sync.revoked": Patience(3600, 3600),
    "sync.read_only": Patience(3600, 3600),
    "sync.not_linked": Patience(3600, 3600),
    "sync.other_process": Patience(3, 10),
    "store.busy": Patience(1, 10),
}
OTHERWISE = Patience(5, 300)


class Due:
    """The moments that count. Not for two threads at once: the runner holds its lock."""

    def __init__(self, rhythm: Rhythm, now: float) -> None:
        self.rhythm = rhythm
        self._wanted = now  # a round at start
        self._first_change = self._last_change = NEVER
        self._idle_from = now
        self._took_at = -NEVER  # when a round last took up changes
        self._not_before = 0.0
        self.failures = 0

    def changed(self, now: float) -> None:
        """Something was written here."""
        self._first_change = min(self._first_change, now)
        self._last_change = now

    def wanted(self, now: float) -> None:
        """A person asks, or the line may have changed: at once, whatever failed before."""
        self._wanted, self._not_before = min(self._wanted, now), 0.0

    def news(self, now: float) -> None:
        """The hub has something new."""
        self._wanted = min(self._wanted, now)

    def at(self) -> float:
        """When the next round is due."""
        return max(min(self._wanted, self._quiet(), self._idle_from + self.rhythm.idle_s), self._not_before)

    def _quiet(self) -> float:
        """A single change goes out at once; those that follow within the quiet time are gathered: nobody who writes line
        after line is to share the disk with a round for each."""
        if self._first_change - self._took_at >= self.rhythm.quiet_s:
            return self._first_change
        return min(self._last_change + self.rhythm.quiet_s, self._first_change + self.rhythm.latest_s)

    @property
    def pending(self) -> bool:
        """Whether more is due than the round of idle times."""
        return min(self._wanted, self._first_change) < NEVER

    @property
    def only_changes(self) -> bool:
        """Nothing but what was written here makes the next round due."""
        return self._wanted == NEVER and self._first_change < NEVER

    def began(self, now: float) -> None:
        """A round takes up everything that was due; what happens from now on counts for the next one."""
        if self._first_change < NEVER:
            self._took_at = now
        self._wanted = self._first_change = self._last_change = NEVER

    def ended_well(self, now: float) -> None:
        self._idle_from, self._not_before, self.failures = now, 0.0, 0

    def failed(self, now: float, code: str, luck: float, at_least_s: float = 0.0) -> float:
        """Note a failure; returns how long to wait. What was due stays due."""
        self.failures += 1
        wait = max(at_least_s, PATIENCE.get(code, OTHERWISE).after(self.failures, luck))
        self._wanted, self._not_before = now, now + wait
        return wait
