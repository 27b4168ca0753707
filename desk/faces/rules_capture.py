"""Which frames of a guided capture are kept, and whether they make a template. Pure: frames themselves never come here.

A cooperative person is asked for three frames a moment apart: the automatic shutter falls when everything is good for a while.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desk.faces.rules import Hint
from desk.faces.rules_match import LIKE_ANOTHER

FRAMES = 3  # at least; averaged templates of three reach 99.3 % where one reaches 94
STEADY_MS = 400  # everything good for so long, then the shutter falls
APART_MS = 800  # between two shutters, so that three frames are not one
LEAST_OF_ONE = 0.55  # frames of one enrolment resemble each other at least so much, or somebody else slipped in


class Outcome(StrEnum):
    """MORE: go on. DONE: a template can be made. OTHERS: two people were in the frames. DOUBLE: like somebody enrolled."""

    MORE = "more"
    DONE = "done"
    OTHERS = "others"
    DOUBLE = "double"


@dataclass(frozen=True)
class Capture:
    """How far it is: frames taken, since when everything is good (ms, -1: it is not), when the last was taken."""

    taken: int = 0
    good_since: int = -1
    last_at: int = -(10**9)

    @property
    def left(self) -> int:
        return max(0, FRAMES - self.taken)


def with_hint(so_far: Capture, hint: Hint, at: int) -> tuple[Capture, bool]:
    """One frame's hint; whether the shutter falls with it. at: ms of a clock that only goes forward."""
    if hint is not Hint.GOOD or not so_far.left:
        return replace(so_far, good_since=-1), False
    since = at if so_far.good_since < 0 else so_far.good_since
    if at - since < STEADY_MS or at - so_far.last_at < APART_MS:
        return replace(so_far, good_since=since), False
    return Capture(so_far.taken + 1, since, at), True


def outcome(taken: int, least_alike: float, nearest: Sequence[tuple[str, float]], person_id: str = "") -> Outcome:
    """What the frames came to. least_alike: of any two of them; nearest: people enrolled, with how like the mean is.

    person_id: whoever is enrolled anew is no double of themselves. A double is shown to a person, who decides: twins exist.
    """
    if taken < FRAMES:
        return Outcome.MORE
    if not least_alike >= LEAST_OF_ONE:
        return Outcome.OTHERS
    others = [likeness for person, likeness in nearest if person != person_id]
    return Outcome.DOUBLE if others and max(others) >= LIKE_ANOTHER else Outcome.DONE
