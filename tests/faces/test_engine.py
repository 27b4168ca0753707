"""The engine on six portraits: known scores, tilted heads, and what is no face."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from desk.faces.engine import Engine, Picture, Vector, light
from desk.faces.rules import Hint, hint, pose

SAME = {("person_a_1", "person_a_2"): 0.6076, ("person_b_1", "person_b_2"): 0.7531}
NEARLY = 0.02  # what another processor's rounding of a quantised net may change


def vector(engine: Engine, picture: Picture) -> Vector:
    found = engine.subject(picture)
    assert found is not None
    return found[1]


@pytest.fixture(scope="module")
def vectors(engine: Engine, portraits: dict[str, Picture]) -> dict[str, Vector]:
    return {name: vector(engine, picture) for name, picture in portraits.items()}


def test_known_pairs_give_known_scores(vectors: dict[str, Vector]) -> None:
    for (one, other), score in SAME.items():
        assert float(vectors[one] @ vectors[other]) == pytest.approx(score, abs=NEARLY)
    strangers = [
        float(vectors[one] @ vectors[other])
        for one in vectors
        for other in vectors
        if one < other and (one, other) not in SAME
    ]
    assert len(strangers) == 13
    assert max(strangers) < 0.26


def test_every_vector_has_length_one(vectors: dict[str, Vector]) -> None:
    assert all(v.shape == (128,) and float(v @ v) == pytest.approx(1, abs=1e-5) for v in vectors.values())


@pytest.mark.parametrize("degrees", [-20, 20])
def test_a_tilted_head_stays_itself(
    engine: Engine, portraits: dict[str, Picture], vectors: dict[str, Vector], degrees: int
) -> None:
    for name, picture in portraits.items():
        high, wide = picture.shape[:2]
        turn = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 1)
        tilted = np.asarray(cv2.warpAffine(picture, turn, (wide, high)), np.uint8)
        assert float(vector(engine, tilted) @ vectors[name]) > 0.85


def test_the_second_look_is_why(engine: Engine, portraits: dict[str, Picture], vectors: dict[str, Vector]) -> None:
    picture = portraits["person_a_1"]
    high, wide = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), -20, 1)
    tilted = np.asarray(cv2.warpAffine(picture, turn, (wide, high)), np.uint8)
    face = engine.look(tilted).faces[0]
    once = float(engine.embed(tilted, face) @ vectors["person_a_1"])
    assert float(vector(engine, tilted) @ vectors["person_a_1"]) > once + 0.05


def test_what_is_no_face(engine: Engine, portraits: dict[str, Picture]) -> None:
    assert engine.subject(np.zeros((720, 1280, 3), np.uint8)) is None
    assert engine.subject(np.full((480, 640, 3), 255, np.uint8)) is None
    noise = np.random.default_rng(1).integers(0, 256, (480, 640, 3), np.uint8)
    assert engine.subject(noise) is None
    tiny = cv2.resize(portraits["person_b_1"], (18, 23), interpolation=cv2.INTER_AREA)
    frame = np.full((480, 640, 3), 127, np.uint8)
    frame[200:223, 300:318] = tiny
    faces = engine.look(frame).faces
    assert hint(faces, None, 640, 480) in {Hint.NOBODY, Hint.CLOSER}


def test_two_faces_in_one_frame(engine: Engine, portraits: dict[str, Picture]) -> None:
    frame = np.full((480, 640, 3), 127, np.uint8)
    frame[40:440, 10:310] = cv2.resize(portraits["person_b_1"], (300, 400), interpolation=cv2.INTER_AREA)
    frame[40:440, 330:630] = cv2.resize(portraits["impostor_1"], (300, 400), interpolation=cv2.INTER_AREA)
    faces = engine.look(frame).faces
    assert len(faces) == 2
    assert hint(faces, light(frame, faces[0]), 640, 480) is Hint.SEVERAL


def test_light_and_sharpness_are_measured_on_the_face(engine: Engine, portraits: dict[str, Picture]) -> None:
    for picture in portraits.values():
        high, wide = picture.shape[:2]

        def said(changed: Picture, wide: int = wide, high: int = high) -> Hint:
            faces = engine.look(changed).faces[:1]
            return hint(faces, light(changed, faces[0]) if faces else None, wide, high)

        assert said(picture) is Hint.GOOD
        assert said(np.asarray(picture * 0.2, np.uint8)) in {Hint.DARK, Hint.NOBODY}
        face = engine.look(picture).faces[0]
        blurred = np.asarray(cv2.GaussianBlur(picture, (0, 0), face.height / 112 * 3), np.uint8)
        assert said(blurred) in {Hint.BLURRED, Hint.NOBODY}


def test_the_pose_of_a_mirrored_face_is_mirrored(engine: Engine, portraits: dict[str, Picture]) -> None:
    picture = portraits["person_a_2"]  # looks a little aside
    found, mirrored = engine.subject(picture), engine.subject(np.ascontiguousarray(picture[:, ::-1]))
    assert found is not None
    assert mirrored is not None
    assert abs(pose(found[0]).yaw) > 5
    assert pose(found[0]).yaw == pytest.approx(-pose(mirrored[0]).yaw, abs=6)


def test_the_face_a_picture_is_of_stands_in_the_middle(engine: Engine, portraits: dict[str, Picture]) -> None:
    one, beside = (_tall(engine, portraits[name], px) for name, px in (("person_a_1", 100), ("impostor_1", 130)))
    wide = one.shape[1] + 2 * beside.shape[1]
    frame = np.full((max(one.shape[0], beside.shape[0]), wide, 3), 128, np.uint8)
    for picture, left in ((one, beside.shape[1]), (beside, beside.shape[1] + one.shape[1])):
        frame[: picture.shape[0], left : left + picture.shape[1]] = picture
    assert [round(face.height, -1) for face in engine.look(frame).faces[:2]] == [130, 100]
    found, alone = engine.subject(frame), engine.subject(portraits["person_a_1"])
    assert found is not None
    assert alone is not None
    assert float(found[1] @ alone[1]) > 0.9
    beside = _tall(
        engine, portraits["impostor_1"], 260
    )  # so much larger that the one in the middle is in the background
    frame = np.full((beside.shape[0], one.shape[1] + 2 * beside.shape[1], 3), 128, np.uint8)
    frame[: one.shape[0], beside.shape[1] : beside.shape[1] + one.shape[1]] = one
    frame[:, beside.shape[1] + one.shape[1] :] = beside
    found = engine.subject(frame)
    assert found is not None
    assert float(found[1] @ alone[1]) < 0.3


def _tall(engine: Engine, picture: Picture, px: int) -> Picture:
    """The portrait with its face so tall."""
    scale = px / engine.look(picture).faces[0].height
    size = (round(picture.shape[1] * scale), round(picture.shape[0] * scale))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
