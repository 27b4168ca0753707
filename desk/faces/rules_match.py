"""When a likeness is enough: thresholds by how many people are enrolled, look-alikes, and frames that must agree. Pure.

A stranger's chance grows with every enrolled person, so the threshold follows their number. Measured (FACES.md, two looks,
averaged templates of three pictures, 600 enrolled): a stranger was named in 3.74 % of tries at 0.45, 0.35 % at 0.50 and
0.02 % at 0.55; the slope beyond is that of 87 million pairs. Never a refusal: what is not sure asks for another way.
"""

from __future__ import annotations

import bisect
import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

MEASURED_WITH = 600
# likeness -> a stranger's chance against one enrolled person; past 0.55 by the pairs' slope (3.3e-6 to 4.2e-7 over 0.05)
CHANCE = ((0.45, 3.74e-2 / 600), (0.50, 3.5e-3 / 600), (0.55, 2e-4 / 600), (0.60, 2e-4 / 600 * 0.127))
LEAST, MOST = 0.48, 0.64
MARGIN = 0.06  # two residents nearer than this to one face are look-alikes: siblings came to 0.58 to 0.75
LIKE_ANOTHER = (
    0.45  # at enrolment: a template this near to another person's is shown to the operator as a possible double
)
AGREE, AMONG = 3, 5  # frames that must name one person, among the newest
STALE_MS = 1500  # a frame older than this no longer speaks


class Strictness(StrEnum):
    """The site's setting, in words; what it means is `stranger_chance`."""

    NORMAL = "normal"
    STRICT = "strict"


class Verdict(StrEnum):
    """ACCEPT: this person. ASK: look-alikes, a second factor decides. UNKNOWN: nobody known; another way, never a refusal."""

    ACCEPT = "accept"
    ASK = "ask"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Answer:
    """What one face came to. person_id: for ACCEPT only; rivals: of ASK, for checking a second factor, never for showing."""

    verdict: Verdict
    score: float
    person_id: str = ""
    rivals: tuple[str, ...] = ()


def stranger_chance(strictness: Strictness) -> float:
    """The share of strangers that may be taken for somebody: 1 in 285, strict 1 in 5,000."""
    return 3.5e-3 if strictness is Strictness.NORMAL else 2e-4


def threshold(people: int, strictness: Strictness = Strictness.NORMAL) -> float:
    """The least likeness that names somebody among so many."""
    wanted = math.log(stranger_chance(strictness) / max(people, 1))
    known = [(-math.log(chance), likeness) for likeness, chance in CHANCE]
    at = min(max(bisect.bisect_left(known, (-wanted, 0.0)), 1), len(known) - 1)
    (x0, y0), (x1, y1) = known[at - 1], known[at]
    return min(max(y0 + (-wanted - x0) / (x1 - x0) * (y1 - y0), LEAST), MOST)


def decide(nearest: Sequence[tuple[str, float]], least: float) -> Answer:
    """`nearest`: the likest people with their likeness, best first, one entry a person; two are enough."""
    if not nearest or not nearest[0][1] >= least:  # a likeness that is no number is nobody
        return Answer(Verdict.UNKNOWN, nearest[0][1] if nearest else 0.0)
    person, score = nearest[0]
    near = tuple(other for other, likeness in nearest if likeness > score - MARGIN)
    if len(near) > 1:
        return Answer(Verdict.ASK, score, rivals=near)
    return Answer(Verdict.ACCEPT, score, person)


@dataclass(frozen=True)
class Agreement:
    """What the newest frames said; a frame of several faces or of none says nothing and is not added."""

    frames: tuple[tuple[int, Answer], ...] = ()

    def with_frame(self, at: int, answer: Answer) -> Agreement:
        """at: ms of a clock that only goes forward."""
        kept = [frame for frame in self.frames if at - frame[0] <= STALE_MS]
        return Agreement((*kept, (at, answer))[-AMONG:])

    def verdict(self) -> Answer | None:
        """The answer AGREE frames share, or None while they do not; frames that name two people name nobody."""
        answers = [answer for _, answer in self.frames]
        named = {answer.person_id for answer in answers if answer.verdict is Verdict.ACCEPT}
        if len(named) > 1:
            return None
        for verdict in Verdict:
            same = [answer for answer in answers if answer.verdict is verdict]
            if len(same) >= AGREE:
                return max(same, key=lambda answer: answer.score)
        return None
