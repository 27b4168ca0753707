"""A person before a camera that the test plays: one of the licensed portraits, that turns its head when it is asked to.

The turn is made up: the portrait is laid on a ball, and the ball is turned. YuNet reads that as a turned head. So this also shows how far a made film goes: nothing here tells it from a person, and the product says so.
"""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from PySide6.QtGui import QImage

from desk.faces.engine import Engine, Picture
from desk.faces.rules import Face, pose
from desk.faces.rules_challenge import TURNED
from tests.faces.conftest import PORTRAITS
from ui.hardware.frames import Frame, gray_of_image
from ui.hardware.sources import Sink, Tell, now_ms

WIDE, HIGH = 640, 480
TALL = 0.52  # of the frame, the face
LEAST = TURNED + 2  # degrees of yaw that are seen
STEP = 20  # degrees, halfway
ROUND = (0.75, 0.85)  # of the face's width and height: the ball its head is taken for


class Person:
    """`ahead`: a frame as the camera would see it; `doing("left")`: the next one, left is the person's own."""

    def __init__(self, name: str, engine: Engine, turns: bool = True) -> None:
        read = cv2.imread(str(Path(PORTRAITS) / f"{name}.jpg"))
        assert read is not None
        picture = np.asarray(read, np.uint8)
        face = engine.look(picture).faces[0]
        scale = HIGH * TALL / face.height
        middle = (face.left + face.width / 2, face.top + face.height / 2)
        put = np.array([[scale, 0, WIDE / 2 - scale * middle[0]], [0, scale, HIGH / 2 - scale * middle[1]]])
        self.ahead: Picture = np.asarray(
            cv2.warpAffine(picture, put, (WIDE, HIGH), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE), np.uint8
        )
        seen = engine.look(self.ahead).faces[0]
        self._way, self._at = [self.ahead], 0  # pictures from the left to the right, and which one is shown
        if not turns:
            return
        left, right = _far_enough(engine, self.ahead, seen, 1), _far_enough(engine, self.ahead, seen, -1)
        between = [_turned(self.ahead, seen, degrees) for degrees in (STEP, -STEP)]
        self._way = [left, between[0], self.ahead, between[1], right]
        self._at = 2

    def doing(self, turn: str) -> Picture:
        """One frame on the way to what is asked: a head takes some time to turn."""
        wanted = {"left": 0, "right": len(self._way) - 1}.get(turn, len(self._way) // 2)
        self._at += (wanted > self._at) - (wanted < self._at)
        return self._way[self._at]


def _far_enough(engine: Engine, picture: Picture, face: Face, side: int) -> Picture:
    """Turned just so far that it counts; side 1: the nose goes to the viewer's right."""
    for degrees in range(30, 72, 3):
        made = _turned(picture, face, side * degrees)
        seen = engine.look(made).faces
        if len(seen) == 1 and side * pose(engine.upright(made, seen[0])).yaw >= LEAST:
            return made
    raise AssertionError("this portrait cannot be turned")


def _turned(picture: Picture, face: Face, degrees: float) -> Picture:
    """What is inside the head's outline lies on a ball, and the ball turns; > 0: the nose goes to the viewer's right."""
    y, x = np.mgrid[0 : picture.shape[0], 0 : picture.shape[1]].astype(np.float32)
    middle = (face.left + face.width / 2, face.top + face.height / 2)
    wide, high = face.width * ROUND[0], face.height * ROUND[1]
    across, down = (x - middle[0]) / wide, (y - middle[1]) / high
    depth = np.sqrt(np.clip(1 - across**2 - down**2, 0, None))
    turn = np.radians(degrees)
    before = np.clip(across * np.cos(turn) - depth * np.sin(turn), -1, 1)
    inside = across**2 + down**2 < 1
    source = np.where(inside, middle[0] + wide * before, x).astype(np.float32)
    return np.asarray(cv2.remap(picture, source, y, cv2.INTER_LINEAR), np.uint8)


class ColourPush:
    """A source with colours, whose frames are put in by hand."""

    name = "push"

    def __init__(self) -> None:
        self._sink: Sink | None = None
        self._tell: Tell | None = None
        self._image = QImage()

    def start(self, sink: Sink, tell: Tell) -> None:
        self._sink, self._tell = sink, tell
        tell("camera.working")

    def stop(self) -> None:
        self._sink = None

    def still(self) -> QImage | None:
        return None if self._image.isNull() else self._image

    def put(self, picture: Picture) -> None:
        """One frame, now."""
        high, wide = picture.shape[:2]
        self._image = QImage(picture.tobytes(), wide, high, 3 * wide, QImage.Format.Format_BGR888).copy()
        if self._sink is not None:
            self._sink(Frame(gray_of_image(self._image), now_ms()))

    def tell(self, code: str) -> None:
        """The camera says something of itself."""
        if self._tell is not None:
            self._tell(code)
