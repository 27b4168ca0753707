"""Faces in a picture and the vector of one face: YuNet looks twice, SFace turns an upright face into 128 numbers.

YuNet's five points follow a tilted head too little, so the face is turned upright by the first look and looked at again;
without it a head tilted by 15 degrees loses a tenth of its likeness. Belongs on one lane: the nets are not shared.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from desk.faces.models import Models, load
from desk.faces.rules import SHARP_PX, Face, Light, Point

Picture = NDArray[np.uint8]  # high x wide x 3: blue, green, red
Vector = NDArray[np.float32]  # 128 numbers of length 1

LONGEST = 640  # a face that fills a 720p frame is found here and not there; and it takes a quarter of the time
SCORE, OVERLAP, MOST = 0.6, 0.3, 50
ABOUT_AS_LARGE = 0.6  # of the largest face's height
SECOND, SECOND_FACE = 320, 200.0  # the second look: pixels of its square, and how tall the face stands in it


@dataclass(frozen=True)
class Look:
    """What one picture gave: every face, the largest first."""

    faces: tuple[Face, ...]
    wide: int
    high: int


class Engine:
    """Both nets, loaded once (about 0.3 s). Raises Trouble faces.model_missing or faces.model_altered."""

    def __init__(self, models: Models | None = None) -> None:
        found = models or load()
        with _calm():
            self._yunet = cv2.FaceDetectorYN.create(
                "onnx", _buffer(found.detector), _buffer(b""), (SECOND, SECOND), SCORE, OVERLAP, MOST
            )
            self._sface = cv2.FaceRecognizerSF.create("onnx", _buffer(found.embedder), _buffer(b""))

    def look(self, picture: Picture) -> Look:
        """Every face by one look: what the preview asks 8 times a second."""
        high, wide = picture.shape[:2]
        scale = min(1.0, LONGEST / max(high, wide))
        small = picture
        if scale < 1:
            size = (max(1, round(wide * scale)), max(1, round(high * scale)))
            small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
        faces = [_face(row / np.append(np.full(14, scale), 1.0)) for row in self._rows(small)]
        return Look(tuple(sorted(faces, key=lambda face: -face.height)), wide, high)

    def upright(self, picture: Picture, face: Face) -> Face:
        """The same face with the points of the second look; the first one's where the second finds nothing."""
        turn = _turned(face)
        crop = np.asarray(cv2.warpAffine(picture, turn, (SECOND, SECOND)), np.uint8)
        rows = self._rows(crop)
        if not len(rows):
            return face
        middle = SECOND / 2
        row = min(rows, key=lambda r: abs(r[0] + r[2] / 2 - middle) + abs(r[1] + r[3] / 2 - middle))
        back = cv2.invertAffineTransform(turn)
        points = np.hstack([row[4:14].reshape(5, 2), np.ones((5, 1))]) @ back.T
        return Face(face.left, face.top, face.width, face.height, _points(points), face.score)

    def embed(self, picture: Picture, face: Face) -> Vector:
        """The vector of a face whose points are those of `upright`."""
        row = np.zeros((1, 15), np.float32)
        row[0, :4] = face.left, face.top, face.width, face.height
        row[0, 4:14] = [value for point in face.points for value in point]
        aligned = self._sface.alignCrop(picture, row)
        return normed(np.asarray(self._sface.feature(aligned), np.float32).ravel())

    def subject(self, picture: Picture) -> tuple[Face, Vector] | None:
        """The face a picture is of, looked at twice, and its vector; None where there is no face.

        Of the faces that are about as large as the largest one, that nearest to the middle: somebody who walks by in front
        or stands beside is not meant.
        """
        look = self.look(picture)
        if not look.faces:
            return None
        large = [face for face in look.faces if face.height >= ABOUT_AS_LARGE * look.faces[0].height]
        face = self.upright(picture, min(large, key=lambda one: _off(one, look)))
        return face, self.embed(picture, face)

    def _rows(self, picture: Picture) -> NDArray[np.float64]:
        """Rows of x, y, width, height, five points, score."""
        self._yunet.setInputSize((picture.shape[1], picture.shape[0]))
        _, rows = self._yunet.detect(picture)
        return np.empty((0, 15)) if rows is None else np.asarray(rows, np.float64)


def normed(vector: Vector) -> Vector:
    """The vector at length 1; one of no length stays as it is."""
    length = float(np.linalg.norm(vector))
    return np.asarray(vector / length if length else vector, np.float32)


def light(picture: Picture, face: Face) -> Light:
    """How sharp and how bright a face is, measured on its own pixels at the size the recogniser sees."""
    gray = cv2.cvtColor(_cut(picture, face), cv2.COLOR_BGR2GRAY)
    size = (max(1, round(SHARP_PX * gray.shape[1] / gray.shape[0])), SHARP_PX)
    seen = cv2.resize(gray, size, interpolation=cv2.INTER_AREA)
    return Light(float(cv2.Laplacian(seen, cv2.CV_64F).var()), float(seen.mean()), float(seen.std()))


def _cut(picture: Picture, face: Face) -> Picture:
    top, left = max(0, round(face.top)), max(0, round(face.left))
    return picture[
        top : max(top + 1, round(face.top + face.height)), left : max(left + 1, round(face.left + face.width))
    ]


def _off(face: Face, look: Look) -> float:
    """How far from the middle of the picture, in pixels."""
    across, down = face.left + face.width / 2 - look.wide / 2, face.top + face.height / 2 - look.high / 2
    return math.hypot(across, down)


def _turned(face: Face) -> NDArray[np.float64]:
    """The map that sets the face upright in the middle of the second look's square."""
    (ax, ay), (bx, by) = face.points[0], face.points[1]
    roll = math.degrees(math.atan2(by - ay, bx - ax))
    centre = (face.left + face.width / 2, face.top + face.height / 2)
    turn = np.asarray(cv2.getRotationMatrix2D(centre, roll, SECOND_FACE / max(face.height, 1.0)), np.float64)
    turn[:, 2] += SECOND / 2 - np.asarray(centre)
    return turn


def _face(row: NDArray[np.float64]) -> Face:
    left, top, width, height = (float(value) for value in row[:4])
    return Face(left, top, width, height, _points(row[4:14].reshape(5, 2)), float(row[14]))


def _points(rows: NDArray[Any]) -> tuple[Point, ...]:
    return tuple((float(x), float(y)) for x, y in rows)


@contextmanager
def _calm() -> Iterator[None]:
    """OpenCV 5 warns of every net that its new engine knows one target only, which is the one we use."""
    logging = cv2.utils.logging
    before = logging.setLogLevel(logging.LOG_LEVEL_ERROR)
    try:
        yield
    finally:
        logging.setLogLevel(before)


def _buffer(file: bytes) -> NDArray[np.uint8]:
    return np.frombuffer(file, np.uint8) if file else np.empty(0, np.uint8)
