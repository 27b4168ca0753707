"""Guided capture: the shutter falls by itself, three times, a moment apart; then doubles and mixed people are told."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.faces.rules import Hint
from desk.faces.rules_capture import APART_MS, FRAMES, STEADY_MS, Capture, Outcome, outcome, with_hint


def played(hints: list[tuple[int, Hint]]) -> list[int]:
    """When the shutter fell."""
    so_far, fell = Capture(), []
    for at, hint in hints:
        so_far, taken = with_hint(so_far, hint, at)
        if taken:
            fell.append(at)
    return fell


def test_a_cooperative_person_is_done_in_seconds() -> None:
    fell = played([(at, Hint.GOOD) for at in range(0, 10_000, 125)])
    assert len(fell) == FRAMES
    assert fell[-1] < 3_000


def test_one_bad_frame_begins_the_steady_time_anew() -> None:
    assert played([(0, Hint.GOOD), (300, Hint.BLURRED), (450, Hint.GOOD), (700, Hint.GOOD)]) == []
    assert played([(0, Hint.GOOD), (300, Hint.BLURRED), (450, Hint.GOOD), (850, Hint.GOOD)]) == [850]


@given(
    st.lists(
        st.tuples(st.integers(1, 500), st.sampled_from([Hint.GOOD, Hint.GOOD, Hint.GOOD, Hint.SEVERAL])), max_size=80
    )
)
def test_never_more_frames_nor_closer_nor_in_an_unsteady_moment(steps: list[tuple[int, Hint]]) -> None:
    at, hints = 0, []
    for wait, hint in steps:
        at += wait
        hints.append((at, hint))
    fell = played(hints)
    assert len(fell) <= FRAMES
    assert all(later - sooner >= APART_MS for sooner, later in pairwise(fell))
    for when in fell:
        assert all(hint is Hint.GOOD for moment, hint in hints if when - STEADY_MS < moment <= when)


@pytest.mark.parametrize(
    ("taken", "alike", "nearest", "said"),
    [
        (2, 0.9, [], Outcome.MORE),
        (3, 0.9, [], Outcome.DONE),
        (3, 0.4, [], Outcome.OTHERS),
        (3, math.nan, [], Outcome.OTHERS),
        (3, 0.9, [("other", 0.3)], Outcome.DONE),
        (3, 0.9, [("other", 0.7)], Outcome.DOUBLE),
        (3, 0.9, [("self", 0.9), ("other", 0.3)], Outcome.DONE),
        (3, 0.9, [("self", 0.9), ("twin", 0.7)], Outcome.DOUBLE),
    ],
)
def test_what_the_frames_came_to(taken: int, alike: float, nearest: list[tuple[str, float]], said: Outcome) -> None:
    assert outcome(taken, alike, nearest, "self") is said
