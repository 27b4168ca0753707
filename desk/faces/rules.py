"""What a face in a frame must be like before it counts, and which way it looks. Pure: numbers in, words out.

Points are YuNet's five, as a viewer sees them: the eye on the left, the eye on the right, nose tip, mouth's two corners.
Nothing else is ever read from a face: no mood, no age, no health.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

Point = tuple[float, float]

LEAST_PX = 60  # of the face's height: below it a likeness loses 5 % and more
LEAST_SCORE = 0.75  # YuNet's own; the first percentile of press photographs is 0.90
LEAST_SHARP = (
    20.0  # variance of the Laplacian at SHARP_PX: sharp portraits 290 to 1,400, blurred by sigma 1.5 px 19 to 42
)
SHARP_PX = 112  # a face is brought to this height before its sharpness is measured: what the recogniser sees
DARKEST, BRIGHTEST = 45.0, 215.0  # mean of the face's grey values, 0..255
LEAST_CONTRAST = 12.0  # their standard deviation: a burnt-out or fogged picture
MOST_YAW, MOST_PITCH, MOST_ROLL = 20.0, 20.0, 25.0  # degrees, for a frame that is kept
YAW_PER_EYE_DISTANCE = 1 / 0.0114  # degrees for a nose that stands one eye distance aside (FACES.md: 0.0114 a degree)
NOSE_DOWN = 0.56  # where a nose stands between eyes (0) and mouth (1) of a face that looks straight ahead
PITCH_PER_SHARE = 110.0  # degrees for a nose that stands one whole eye-mouth distance off that
EDGE = 0.02  # of the frame: a face nearer to its border is cut off


@dataclass(frozen=True)
class Face:
    """A face in pixels of the picture it was found in; left is the viewer's left."""

    left: float
    top: float
    width: float
    height: float
    points: tuple[Point, ...]
    score: float


@dataclass(frozen=True)
class Light:
    """What was measured on the face's own pixels."""

    sharp: float
    mean: float
    contrast: float


@dataclass(frozen=True)
class Pose:
    """Degrees. yaw > 0: the nose points to the viewer's right; pitch > 0: downwards; roll > 0: clockwise."""

    yaw: float
    pitch: float
    roll: float


class Hint(StrEnum):
    """What to say to whoever stands there; the first that applies is said. GOOD: the shutter may fall."""

    NOBODY = "nobody"
    SEVERAL = "several"
    CLOSER = "closer"
    INTO_THE_MIDDLE = "into_the_middle"
    DARK = "dark"
    BRIGHT = "bright"
    BLURRED = "blurred"
    COVERED = "covered"
    LOOK_AHEAD = "look_ahead"
    HEAD_UP = "head_up"
    HEAD_DOWN = "head_down"
    STRAIGHT = "straight"
    GOOD = "good"


def hint(faces: Sequence[Face], light: Light | None, wide: int, high: int) -> Hint:
    """What stands in the way of a frame of exactly one face; `light` belongs to the first face."""
    if not faces:
        return Hint.NOBODY
    if len(faces) > 1:
        return Hint.SEVERAL
    face = faces[0]
    return _where(face, wide, high) or (_light(light) if light else None) or _how(face) or Hint.GOOD


def pose(face: Face) -> Pose:
    """Which way a face looks, from its five points: good to some degrees, which is what a turn of the head needs."""
    left, right, nose, *mouth = face.points
    across = (right[0] - left[0], right[1] - left[1])
    eyes = math.hypot(*across) or 1.0
    unit = (across[0] / eyes, across[1] / eyes)
    down = (-unit[1], unit[0])
    middle = ((left[0] + right[0]) / 2, (left[1] + right[1]) / 2)
    lips = ((mouth[0][0] + mouth[1][0]) / 2, (mouth[0][1] + mouth[1][1]) / 2)
    tall = _along(lips, middle, down) or 1.0
    share = _along(nose, middle, down) / tall
    return Pose(
        _along(nose, middle, unit) / eyes * YAW_PER_EYE_DISTANCE,
        (share - NOSE_DOWN) * PITCH_PER_SHARE,
        math.degrees(math.atan2(across[1], across[0])),
    )


def _along(point: Point, start: Point, unit: Point) -> float:
    return (point[0] - start[0]) * unit[0] + (point[1] - start[1]) * unit[1]


def _where(face: Face, wide: int, high: int) -> Hint | None:
    if face.height < LEAST_PX:
        return Hint.CLOSER
    beside, above = wide * EDGE, high * EDGE
    inside = face.left >= beside and face.left + face.width <= wide - beside
    return None if inside and face.top >= above and face.top + face.height <= high - above else Hint.INTO_THE_MIDDLE


def _light(light: Light) -> Hint | None:
    if light.mean < DARKEST:
        return Hint.DARK
    if light.mean > BRIGHTEST or light.contrast < LEAST_CONTRAST:
        return Hint.BRIGHT
    return Hint.BLURRED if light.sharp < LEAST_SHARP else None


def _how(face: Face) -> Hint | None:
    looks = pose(face)
    if abs(looks.yaw) > MOST_YAW:
        return Hint.LOOK_AHEAD
    if abs(looks.pitch) > MOST_PITCH:
        return Hint.HEAD_UP if looks.pitch > 0 else Hint.HEAD_DOWN
    if abs(looks.roll) > MOST_ROLL:
        return Hint.STRAIGHT
    return Hint.COVERED if face.score < LEAST_SCORE else None
