"""When a contact has really moved, and when its alarm is over: debounced, latched until somebody has seen it
(DEVICES 8)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """What is new about a contact. alarm: none of it, or whether it now stands."""

    channel: int
    closed: bool | None = None
    alarm: bool | None = None


class Contact:
    """One contact. normal: closed when all is well, so that a cut wire alarms too.

    It has moved when `steady` looks in a row say so. An alarm that latches stands until it is acknowledged, and then
    until the contact is normal again.
    """

    def __init__(self, channel: int, normal: bool, steady: int, latch: bool) -> None:
        self.channel, self.normal, self._steady, self._latch = channel, normal, steady, latch
        self.closed: bool | None = None
        self.alarm = False
        self._seen, self._times = normal, 0
        self._acknowledged = False

    def look(self, closed: bool) -> list[Change]:
        """One look at it."""
        self._times = self._times + 1 if closed is self._seen else 1
        self._seen = closed
        if closed is self.closed or self._times < self._steady:
            return []
        self.closed = closed
        return [Change(self.channel, closed=closed), *self._judged()]

    def acknowledge(self) -> list[Change]:
        """Somebody has seen the alarm."""
        self._acknowledged = self.alarm
        return self._judged()

    def _judged(self) -> list[Change]:
        wrong = self.closed is not None and self.closed is not self.normal
        stands = wrong or (self.alarm and self._latch and not self._acknowledged)
        if stands == self.alarm:
            return []
        self.alarm = stands
        self._acknowledged = False
        return [Change(self.channel, alarm=stands)]
