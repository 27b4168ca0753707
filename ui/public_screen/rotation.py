"""Whose turn it is on the screen: keeps its place when the pictures change. No Qt, no clock."""

from __future__ import annotations

from collections.abc import Sequence

from ui.public_screen.model import Turn


class Rotation:
    """`take(turns)` whenever they change, `step()` when the time of the one that stands is over."""

    def __init__(self) -> None:
        self._turns: tuple[Turn, ...] = ()
        self._at = 0

    @property
    def now(self) -> Turn | None:
        return self._turns[self._at] if self._turns else None

    @property
    def place(self) -> tuple[int, int]:
        """Which of how many."""
        return self._at, len(self._turns)

    def take(self, turns: Sequence[Turn]) -> None:
        """New pictures: the one that stands stays, and what was taken away gives place to the one after it."""
        standing = self.now
        self._turns = tuple(turns)
        keys = [turn.key for turn in self._turns]
        if standing is not None and standing.key in keys:
            self._at = keys.index(standing.key)
        else:
            self._at = self._at % len(keys) if keys else 0

    def step(self) -> bool:
        """The next one; False when there is only one, and nothing need be drawn."""
        if len(self._turns) < 2:
            return False
        self._at = (self._at + 1) % len(self._turns)
        return True
