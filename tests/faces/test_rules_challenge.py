"""The turn of the head: who turns passes; a flat picture, two people, or another face does not."""

from __future__ import annotations

import math
from dataclasses import replace

import cv2
import numpy as np
import pytest

from desk.faces.engine import Engine, Picture
from desk.faces.rules import Face, Hint, pose
from desk.faces.rules_challenge import Challenge, Turn, challenge, hint, with_frame


def face(yaw: float, left: float = 200, width: float = 150) -> Face:
    """A face that looks aside by so many degrees; its points as pose() reads them."""
    x, eyes = left + width / 2, width * 0.42
    nose = (x + yaw * 0.0114 * eyes, 300.0)
    points = ((x - eyes / 2, 265.0), (x + eyes / 2, 265.0), nose, (x - 20, 330.0), (x + 20, 330.0))
    return Face(left, 200, width, 200, points, 0.95)


def played(so_far: Challenge, yaws: list[float], at: int = 0) -> Challenge:
    for yaw in yaws:
        at += 125
        so_far = with_frame(so_far, [face(yaw)], at)
    return so_far


BOTH_WAYS = [0.0, 0, 5, 15, 30, 30, 12, 2, 0, -10, -28, -30, -5, 0, 0]


def test_the_poses_of_made_faces() -> None:
    assert pose(face(25)).yaw == pytest.approx(25, abs=0.1)


def test_whoever_turns_both_ways_passes_when_it_is_the_way_asked() -> None:
    begun = challenge(left_first=True)
    assert hint(begun) is Turn.AHEAD
    assert played(begun, BOTH_WAYS).passed
    assert hint(played(begun, BOTH_WAYS)) is Hint.GOOD
    assert not played(challenge(left_first=False), BOTH_WAYS).passed
    assert played(challenge(left_first=False), [-yaw for yaw in BOTH_WAYS]).passed


def test_every_step_says_what_is_next() -> None:
    so_far = challenge(left_first=True)
    assert played(so_far, [0, 0]).wanted is Turn.LEFT
    assert played(so_far, [0, 0, 30, 30]).wanted is Turn.AHEAD
    assert played(so_far, [0, 0, 30, 30, 0, 0]).wanted is Turn.RIGHT


def test_one_frame_aside_is_no_turn() -> None:
    assert played(challenge(left_first=True), [0, 0, 30, 0, 30, 0, 30, 0]).wanted is Turn.LEFT


@pytest.mark.parametrize(
    "change",
    [
        {"faces": [face(0), face(0, left=420)]},  # somebody joins in
        {"faces": [face(0, left=420)]},  # a face that jumped is another
        {"faces": [face(0, width=150)], "later": 1000},  # away for a second
        {"faces": [replace(face(0), height=350.0)]},
    ],
)
def test_it_begins_anew(change: dict[str, object]) -> None:
    so_far = played(challenge(left_first=True), [0, 0, 30, 30])
    faces, later = change["faces"], change.get("later", 125)
    assert isinstance(faces, list)
    assert isinstance(later, int)
    anew = with_frame(so_far, faces, so_far.last_at + later)
    assert anew.steps == anew.all_steps
    assert anew.again == 1


def test_a_moment_without_a_face_is_forgiven_and_too_long_is_not() -> None:
    so_far = played(challenge(left_first=True), [0, 0])
    assert with_frame(so_far, [], so_far.last_at + 300) == so_far
    assert with_frame(so_far, [], so_far.last_at + 800).face is None
    slow = so_far
    for at in range(500, 16_000, 500):
        slow = with_frame(slow, [face(0)], at)
    assert slow.again == 1


def test_passed_stays_passed() -> None:
    done = played(challenge(left_first=True), BOTH_WAYS)
    assert with_frame(done, [face(0), face(0)], done.last_at + 9000) is done


def turned(picture: Picture, degrees: float) -> Picture:
    """The print of a picture, turned about its upright axis before a camera two of its widths away."""
    high, wide = picture.shape[:2]
    angle, far = math.radians(degrees), 2.0 * wide
    corners = []
    for x, y in ((-wide / 2, -high / 2), (wide / 2, -high / 2), (wide / 2, high / 2), (-wide / 2, high / 2)):
        deep = far + x * math.sin(angle)
        corners.append((wide / 2 + x * math.cos(angle) * far / deep, high / 2 + y * far / deep))
    before = np.asarray([(0, 0), (wide, 0), (wide, high), (0, high)], np.float32)
    turn = cv2.getPerspectiveTransform(before, np.asarray(corners, np.float32))
    return np.asarray(cv2.warpPerspective(picture, turn, (wide, high), borderValue=(127, 127, 127)), np.uint8)


@pytest.mark.parametrize("name", ["person_a_2", "person_b_1", "impostor_2"])  # the first looks aside on the print
def test_a_print_that_is_turned_does_not_pass(engine: Engine, portraits: dict[str, Picture], name: str) -> None:
    small = np.asarray(cv2.resize(portraits[name], (360, 450), interpolation=cv2.INTER_AREA), np.uint8)
    seen: list[list[Face]] = []
    for degrees in range(0, 61, 10):
        for shown in (turned(small, degrees), turned(small, -degrees)):
            seen.append([engine.upright(shown, one) for one in engine.look(shown).faces[:1]])
    to_one, to_other = seen[::2], seen[1::2]
    swing = [*to_one, *to_one[::-1], *to_other, *to_other[::-1], to_one[0]]
    for left_first in (True, False):
        so_far = challenge(left_first)
        for step, faces in enumerate([*swing, *swing]):
            so_far = with_frame(so_far, faces, 125 * (step + 1))
        assert not so_far.passed
    assert any(seen)
