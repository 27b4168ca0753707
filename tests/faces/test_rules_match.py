"""Thresholds follow the number of people; look-alikes ask; frames must agree."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.faces.rules_match import (
    MARGIN,
    MOST,
    Agreement,
    Answer,
    Strictness,
    Verdict,
    decide,
    threshold,
)

YES = Answer(Verdict.ACCEPT, 0.8, "a")
OTHER = Answer(Verdict.ACCEPT, 0.9, "b")
NO = Answer(Verdict.UNKNOWN, 0.2)


def test_the_measured_points() -> None:
    assert threshold(600) == pytest.approx(0.50)
    assert threshold(600, Strictness.STRICT) == pytest.approx(0.55)
    assert 0.54 < threshold(6_900) < 0.56
    assert threshold(10) == pytest.approx(0.48)


@given(st.integers(0, 10_000), st.integers(0, 10_000), st.sampled_from(Strictness))
def test_more_people_never_lower_it(fewer: int, more: int, how: Strictness) -> None:
    fewer, more = sorted((fewer, more))
    assert 0.48 <= threshold(fewer, how) <= threshold(more, how) <= MOST
    assert threshold(more) <= threshold(more, Strictness.STRICT)


def test_one_is_named_and_look_alikes_are_asked() -> None:
    assert decide([("a", 0.7), ("b", 0.7 - MARGIN - 0.01)], 0.5) == Answer(Verdict.ACCEPT, 0.7, "a")
    twins = decide([("a", 0.7), ("b", 0.66), ("c", 0.3)], 0.5)
    assert (twins.verdict, twins.person_id, twins.rivals) == (Verdict.ASK, "", ("a", "b"))


def test_a_rival_below_the_threshold_asks_too() -> None:
    assert decide([("a", 0.51), ("b", 0.49)], 0.5).verdict is Verdict.ASK


def test_nobody_is_named_below_it_or_for_what_is_no_number() -> None:
    assert decide([("a", 0.49)], 0.5) == Answer(Verdict.UNKNOWN, 0.49)
    assert decide([], 0.5).verdict is Verdict.UNKNOWN
    assert decide([("a", math.nan)], 0.5).verdict is Verdict.UNKNOWN


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from([YES, OTHER, NO])), max_size=20))
def test_nobody_is_named_by_fewer_than_three_frames_or_beside_another(frames: list[tuple[int, Answer]]) -> None:
    at, told = 0, Agreement()
    for wait, answer in frames:
        at += wait
        told = told.with_frame(at, answer)
        found = told.verdict()
        if found is not None and found.verdict is Verdict.ACCEPT:
            newest = [one for when, one in told.frames if at - when <= 1500]
            assert newest.count(Answer(Verdict.ACCEPT, found.score, found.person_id)) >= 3
            assert {one.person_id for one in newest} <= {found.person_id, ""}


def test_old_frames_fall_silent() -> None:
    told = Agreement().with_frame(0, YES).with_frame(10, YES).with_frame(2000, YES)
    assert told.verdict() is None
    assert told.with_frame(2100, YES).with_frame(2200, YES).verdict() == YES
