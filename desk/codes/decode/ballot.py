"""Many bad looks at one symbol make a good one: its modules are voted on over frames.

Moving glare, noise, and the bands of a flickering lamp or screen spoil other modules in each frame. A frame votes on a
module with the contrast it sees there, so burnt-out places abstain. Frames need no alignment: each is laid flat first.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desk.codes.decode.cells import elected, votes
from desk.codes.decode.mesh import Sheet
from desk.codes.decode.model import Floats, Gray

FORGET_MS = 1500  # without a look at it a symbol has left
FADE = 0.92  # a vote halves in eight frames: a code that was moved or changed takes over
ALIKE = 0.2  # votes on the same symbol agree at least so much, even through heavy noise
MOST_TALLIES = 4


@dataclass
class _Tally:
    sum: Floats
    frames: int
    at_ms: int


class Ballot:
    """The votes on the symbols in view."""

    def __init__(self) -> None:
        self._tallies: list[_Tally] = []

    def clear(self) -> None:
        self._tallies.clear()

    def vote(self, sheet: Sheet, at_ms: int) -> Gray | None:
        """Adds a frame's view of a symbol; the drawing of all votes on it, None while it is the only one."""
        self._tallies = [one for one in self._tallies if 0 <= at_ms - one.at_ms <= FORGET_MS]
        new = votes(sheet)
        tally = max(
            (one for one in self._tallies if one.sum.shape == new.shape), key=lambda t: _alike(t.sum, new), default=None
        )
        if tally is None or _alike(tally.sum, new) < ALIKE:
            self._tallies = [*self._tallies[1 - MOST_TALLIES :], _Tally(new, 1, at_ms)]
            return None
        tally.sum = tally.sum * FADE + new
        tally.frames += 1
        tally.at_ms = at_ms
        return elected(tally.sum)


def _alike(one: Floats, other: Floats) -> float:
    """Correlation of the data area: the patterns of the corners are in every symbol and prove nothing."""
    data = np.ones(one.shape, bool)
    data[:9, :9] = data[:9, -8:] = data[-8:, :9] = False
    a, b = one[data], other[data]
    scale = float(np.sqrt((a * a).sum() * (b * b).sum()))
    return float((a * b).sum()) / scale if scale > 0 else 0.0
