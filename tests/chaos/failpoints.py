"""Dying at a named place: `GATEHOUSE_FAIL_AT=push.5_logged:3` ends a process the third time it gets there, as kill -9 does.

Only the programs of tests/chaos/victims.py and victim_hub.py listen to it; the product knows no such variable.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Mapping

VARIABLE = "GATEHOUSE_FAIL_AT"
WATCH = "?"  # as the place: say on stderr each place that is passed, and die nowhere
FailAt = Callable[[str], None]


def at(place: str, turn: int = 1) -> dict[str, str]:
    """What to add to a process's environment so that it dies there."""
    return {VARIABLE: f"{place}:{turn}"}


def watching() -> dict[str, str]:
    """What to add so that it says every place it passes."""
    return {VARIABLE: WATCH}


def from_environment(environment: Mapping[str, str] = os.environ, die: Callable[[], None] | None = None) -> FailAt:
    """The call to hand to whatever has failpoints. Raises ValueError for a variable that says nothing clear."""
    said = environment.get(VARIABLE, "")
    if not said:
        return lambda place: None
    if said == WATCH:
        return _say
    wanted, _, turn = said.rpartition(":")
    if not wanted or not turn.isdigit() or int(turn) < 1:
        raise ValueError(f"{VARIABLE}={said}")
    return _Bomb(wanted, int(turn), die or _die)


class _Bomb:
    """Counts how often its place was passed."""

    def __init__(self, place: str, turn: int, die: Callable[[], None]) -> None:
        self.place, self.left, self.die = place, turn, die

    def __call__(self, place: str) -> None:
        if place == self.place:
            self.left -= 1
            if self.left == 0:
                self.die()


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _say(place: str) -> None:
    sys.stderr.write(f"failpoint {place}\n")
    sys.stderr.flush()
