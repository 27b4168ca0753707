"""The turn of the head that a picture held before the camera cannot make. Pure: poses in, what to say next out.

Ahead, to one side, ahead, to the other, ahead: which side comes first is drawn anew each time.
A flat picture that is turned keeps its nose where it is between its eyes, so its yaw hardly moves (the tests turn some). A
film that was made beforehand has even odds at the order: there is no passive check of a screen; a person at the desk looks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desk.faces.rules import Face, Hint, pose

AHEAD, TURNED = 10.0, 22.0  # degrees of yaw: within, and beyond
FRAMES = 2  # in a row that must say so
WHOLE_MS = 15_000  # from the first frame seen to the last turn
GAP_MS = 700  # longer without this one face and it may be another
JUMP = 0.6  # of the face's width, between two frames: further is another face
CHANGED_SIZE = 1.5  # times as tall or as small from one frame to the next


class Turn(StrEnum):
    """A step; LEFT and RIGHT are the person's own."""

    AHEAD = "ahead"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True)
class Challenge:
    """How far somebody is. steps: what is still to be done, first the next; begun_at, last_at: ms, 0 before the first face."""

    steps: tuple[Turn, ...]
    all_steps: tuple[Turn, ...]
    begun_at: int = 0
    last_at: int = 0
    held: int = 0
    face: Face | None = None
    again: int = 0  # how often it began anew: somebody walked off, or a face jumped

    @property
    def passed(self) -> bool:
        return not self.steps

    @property
    def wanted(self) -> Turn | None:
        """What to say now."""
        return self.steps[0] if self.steps else None


def challenge(left_first: bool) -> Challenge:
    """left_first: drawn by the caller from `secrets`, never by turns."""
    sides = (Turn.LEFT, Turn.RIGHT) if left_first else (Turn.RIGHT, Turn.LEFT)
    steps = (Turn.AHEAD, sides[0], Turn.AHEAD, sides[1], Turn.AHEAD)
    return Challenge(steps, steps)


def with_frame(so_far: Challenge, faces: Sequence[Face], at: int) -> Challenge:
    """One more frame. Two faces, another face, a long gap or too long a time begin it anew; passed stays passed."""
    if so_far.passed:
        return so_far
    if len(faces) > 1:
        return _anew(so_far)
    if not faces:
        gone = so_far.face is not None and at - so_far.last_at > GAP_MS
        return _anew(so_far) if gone else so_far
    face = faces[0]
    now = _anew(so_far) if _another(so_far, face, at) else so_far
    begun = now.begun_at if now.face is not None else at
    held = now.held + 1 if _does(now.steps[0], face) else 0
    done = held >= FRAMES
    return replace(now, steps=now.steps[done:], begun_at=begun, last_at=at, held=0 if done else held, face=face)


def hint(so_far: Challenge) -> Hint | Turn:
    """What to say: the next turn, or GOOD."""
    return so_far.wanted or Hint.GOOD


def _does(step: Turn, face: Face) -> bool:
    """The viewer's right is the left of who is looked at; the frame is not mirrored (a preview may be)."""
    yaw = pose(face).yaw
    if step is Turn.AHEAD:
        return abs(yaw) <= AHEAD
    return yaw >= TURNED if step is Turn.LEFT else yaw <= -TURNED


def _another(so_far: Challenge, face: Face, at: int) -> bool:
    before = so_far.face
    if before is None:
        return False
    if at - so_far.last_at > GAP_MS or at - so_far.begun_at > WHOLE_MS:
        return True
    away = max(
        abs(face.left + face.width / 2 - before.left - before.width / 2),
        abs(face.top + face.height / 2 - before.top - before.height / 2),
    )
    taller = max(face.height, before.height) / max(1e-9, min(face.height, before.height))
    return away > JUMP * before.width or taller > CHANGED_SIZE


def _anew(so_far: Challenge) -> Challenge:
    return Challenge(so_far.all_steps, so_far.all_steps, again=so_far.again + 1)
