"""Months, days, hours of shifts, overlap, rest, and what mix a shift needs."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.clock import HOUR_MS, MINUTE_MS, SiteTime
from desk.core.errors import Refused
from desk.duty import rules
from desk.duty.rules import Capacity, Need, Span

TIME = SiteTime()
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31)).map(date.isoformat)
MINUTES = st.integers(0, 1439)
SPANS = st.builds(lambda start, long: Span(start, start + long), st.integers(1, 10**9), st.integers(1, 10**8))


def test_a_month_has_its_days() -> None:
    assert len(rules.days_of("2026-02")) == 28
    assert len(rules.days_of("2028-02")) == 29
    assert rules.days_of("2026-12")[-1] == "2026-12-31"
    assert rules.month_after("2026-12") == "2027-01"
    assert rules.month_after("2026-01", -1) == "2025-12"
    assert rules.weekday_of("2026-11-22") == 7
    assert [rules.nth_of_weekday(f"2026-12-{n:02d}") for n in (1, 7, 8, 29)] == [1, 1, 2, 5]


@pytest.mark.parametrize("text", ["", "2026-13", "2026-00", "26-12", "2026-1", "2026-12-01", "9999-12x"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(Refused) as no:
        rules.month_checked(text)
    assert no.value.code == "duty.month_wrong"


@pytest.mark.parametrize("text", ["", "2026-02-29", "12-05", "tomorrow"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Refused) as no:
        rules.day_checked(text)
    assert no.value.code == "duty.day_wrong"


@given(DAYS, MINUTES, MINUTES)
def test_a_shift_lasts_what_its_hours_say(day: str, start: int, end: int) -> None:
    span = rules.span_of(TIME, day, start, end)
    assert span.minutes == rules.minutes_long(start, end)
    assert 0 < span.minutes <= 24 * 60
    assert TIME.day(span.start_at).isoformat() == day


def test_a_shift_over_a_change_of_clocks_lasts_what_the_wall_says() -> None:
    berlin = SiteTime("Europe/Berlin")
    assert rules.span_of(berlin, "2026-10-24", 23 * 60, 7 * 60).minutes == 9 * 60
    assert rules.span_of(berlin, "2026-03-28", 23 * 60, 7 * 60).minutes == 7 * 60


@given(SPANS, SPANS)
def test_overlap_is_mutual_and_leaves_no_gap(one: Span, other: Span) -> None:
    assert rules.overlap(one, other) == rules.overlap(other, one)
    assert rules.gap_ms(one, other) == rules.gap_ms(other, one)
    assert not (rules.overlap(one, other) and rules.gap_ms(one, other))


def test_shifts_that_touch_do_not_overlap() -> None:
    early, late = (rules.span_of(TIME, "2026-12-05", *hours) for hours in ((540, 660), (660, 780)))
    assert not rules.overlap(early, late)


@pytest.mark.parametrize(
    ("start", "end", "night"),
    [(540, 660, False), (360, 1320, False), (1320, 1380, True), (1380, 420, True), (0, 60, True), (359, 400, True)],
)
def test_night_is_from_ten_to_six(start: int, end: int, night: bool) -> None:
    assert rules.touches_night(start, end) is night
    assert rules.is_night(TIME, rules.span_of(TIME, "2026-12-05", start, end)) is night


def test_ten_hours_of_rest_after_a_night_and_only_then() -> None:
    night = rules.span_of(TIME, "2026-12-05", 23 * 60, 7 * 60)
    noon = rules.span_of(TIME, "2026-12-06", 12 * 60, 14 * 60)
    evening = rules.span_of(TIME, "2026-12-06", 17 * 60, 19 * 60)
    assert rules.too_little_rest(TIME, night, noon)
    assert rules.too_little_rest(TIME, noon, night)
    assert not rules.too_little_rest(TIME, night, evening)
    assert not rules.too_little_rest(TIME, noon, evening)


@given(st.lists(SPANS, max_size=12))
def test_the_longest_stretch_holds_every_shift_and_no_more_than_all(spans: list[Span]) -> None:
    longest = rules.longest_stretch_ms(spans)
    whole = max((s.end_at for s in spans), default=0) - min((s.start_at for s in spans), default=0)
    assert max((s.end_at - s.start_at for s in spans), default=0) <= longest <= whole


def test_half_an_hour_is_no_pause() -> None:
    first = Span(HOUR_MS, 5 * HOUR_MS)
    assert rules.longest_stretch_ms([first, Span(first.end_at + 30 * MINUTE_MS, 9 * HOUR_MS)]) == 8 * HOUR_MS
    assert rules.longest_stretch_ms([first, Span(first.end_at + 60 * MINUTE_MS, 9 * HOUR_MS)]) == 4 * HOUR_MS


def test_the_one_or_three() -> None:
    need = rules.ONE_OR_THREE_NEED
    assert rules.unmet([need], [Capacity.VOLUNTEER, Capacity.UNIT]) == (need,)
    assert rules.unmet([need], [Capacity.VOLUNTEER, Capacity.OWNERS]) == ()
    assert rules.needs_of(rules.mix_of([need])) == (need,)
    assert rules.needs_of([{"of": ["nobody"]}, {"of": ["unit"]}, "x", {}]) == (Need(("unit",)),)


@pytest.mark.parametrize(
    ("minor", "guardian", "allowed", "night", "may"),
    [(False, None, False, True, True), (True, 1, True, False, True), (True, None, True, False, False),
     (True, 1, False, False, False), (True, 1, True, True, False)],
)  # fmt: skip
def test_when_a_minor_may(minor: bool, guardian: int | None, allowed: bool, night: bool, may: bool) -> None:
    assert rules.minor_may(minor, guardian, allowed, night) is may
