"""Amber, sound, late; minutes that count by day and by night; a wall clock that was set back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.clock import HOUR_MS, MINUTE_MS, SiteTime
from desk.core.errors import Refused
from desk.hearings.rules import DEFAULT_LIMITS, LIFE, Category, Limits, checked_limits, limits_of, receivers_of, text_of
from desk.hearings.rules_clocks import Beat, Level, Stage, due_at, level_due, minutes_left, resolve_at, stage

TIME = SiteTime()
NOON = TIME.at(date(2026, 11, 20), 12)


def test_the_stages_of_a_clock() -> None:
    due = NOON + 6 * HOUR_MS
    moments = {0: Stage.FINE, 299: Stage.FINE, 300: Stage.AMBER, 344: Stage.AMBER, 345: Stage.ALARM, 360: Stage.OVER}
    assert {n: stage(due, None, NOON + n * MINUTE_MS) for n in moments} == moments
    assert stage(due, NOON, due) is Stage.NONE
    assert stage(None, None, due) is Stage.NONE


@given(st.integers(-100_000, 100_000))
def test_minutes_left_count_begun_minutes_and_then_those_since(ms: int) -> None:
    left = minutes_left(NOON + ms, NOON)
    assert left * MINUTE_MS >= ms > (left - 1) * MINUTE_MS


@given(st.integers(0, 2000), st.integers(5, 3000))
def test_round_the_clock_is_plain_time(late_min: int, first_min: int) -> None:
    at = NOON + late_min * MINUTE_MS
    assert due_at(at, Limits(first_min), TIME) == at + first_min * MINUTE_MS


def test_hours_of_duty_hold_the_clock_at_night() -> None:
    limits = Limits(360, from_min=8 * 60, until_min=20 * 60)
    assert due_at(NOON, limits, TIME) == NOON + 6 * HOUR_MS
    evening = TIME.at(date(2026, 11, 20), 18)
    assert due_at(evening, limits, TIME) == TIME.at(date(2026, 11, 21), 12)
    night = TIME.at(date(2026, 11, 20), 23)
    assert due_at(night, limits, TIME) == TIME.at(date(2026, 11, 21), 14)


def test_hours_over_midnight() -> None:
    limits = Limits(120, from_min=22 * 60, until_min=6 * 60)
    assert due_at(TIME.at(date(2026, 11, 20), 5), limits, TIME) == TIME.at(date(2026, 11, 20), 23)


@given(st.integers(0, 3 * 1440), st.integers(5, 3000), st.integers(0, 1439), st.integers(0, 1439))
def test_hours_of_duty_never_shorten(at_min: int, first: int, start: int, end: int) -> None:
    at = NOON + at_min * MINUTE_MS
    assert due_at(at, Limits(first, from_min=start, until_min=end), TIME) >= at + first * MINUTE_MS


def test_levels_rise_with_silence_and_with_coming_back() -> None:
    assert level_due(NOON, None, 0, NOON - 1) == Level.PROPERTY
    assert level_due(NOON, None, 0, NOON) == Level.COMMUNITY
    assert level_due(NOON, None, 0, NOON + 24 * HOUR_MS) == Level.SUB_DISTRICT
    assert level_due(NOON, None, 1, NOON) == Level.SUB_DISTRICT
    assert level_due(NOON, NOON, 0, NOON + 99 * HOUR_MS) == Level.PROPERTY
    assert level_due(None, NOON, 3, NOON) == Level.SUB_DISTRICT


def test_a_wall_set_back_brings_no_minutes_back() -> None:
    beat = Beat(NOON, 100.0)
    assert beat.steady(NOON - HOUR_MS, 160.0) == NOON + MINUTE_MS
    assert beat.steady(NOON + HOUR_MS, 160.0) == NOON + HOUR_MS
    assert beat.jumped(NOON - HOUR_MS, 160.0)
    assert beat.jumped(NOON + HOUR_MS, 160.0)
    assert not beat.jumped(NOON + MINUTE_MS, 160.0)


def test_limits_are_the_sites_own_where_it_said_so() -> None:
    assert limits_of({}, Category.NOISE).first_min == 360
    assert limits_of({"noise": {"first_min": 30, "until_min": "x"}}, Category.NOISE) == Limits(30)
    assert limits_of({"noise": 5}, Category.NOISE) == DEFAULT_LIMITS[Category.NOISE]
    assert all(DEFAULT_LIMITS[category].first_min < 360 for category in LIFE)
    assert resolve_at(NOON, Limits(resolve_h=24)) == NOON + 24 * HOUR_MS


@pytest.mark.parametrize(
    "limits", [Limits(first_min=4), Limits(first_min=20_000), Limits(resolve_h=0), Limits(until_min=1441)]
)
def test_limits_nobody_means_are_refused(limits: Limits) -> None:
    with pytest.raises(Refused, match=r"matter\.limits"):
        checked_limits(limits)


def test_words_are_trimmed_and_have_an_end() -> None:
    assert text_of("  灯不亮 \n  两天了  ") == "灯不亮\n  两天了"
    with pytest.raises(Refused, match=r"matter\.too_long"):
        text_of("字" * 2001)


def test_receivers_are_read_as_far_as_they_make_sense() -> None:
    assert [one.label for one in receivers_of([{"member": "m", "label": "王老师"}, 3])] == ["王老师"]
    assert receivers_of(None) == ()
