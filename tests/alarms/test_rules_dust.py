"""A spray begins only after minutes of bad air without a gap, and rests afterwards, whatever the readings and clocks do."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from desk.alarms.rules_dust import GAP_MS, SLICE_MS, Dust, DustNow, begun, fed, slices
from desk.core.clock import MINUTE_MS

DUSTS = st.builds(
    Dust, limit=st.just(75.0), minutes=st.integers(1, 10), seconds=st.integers(1, 60), rest_minutes=st.integers(5, 60)
)
# Steps between readings: seconds as they come, silences around the gap, a clock set back, one that stands still.
STEPS = st.one_of(
    st.integers(1, 30_000), st.sampled_from((0, -1, -3_600_000, GAP_MS, GAP_MS + 1, 3_600_000, 86_400_000))
)
READINGS = st.lists(st.tuples(STEPS, st.sampled_from((0.0, 74.9, 75.0, 75.1, 300.0))), max_size=200)
LONG = st.lists(st.tuples(st.integers(1_000, 60_000), st.sampled_from((75.1, 75.1, 75.1, 75.1, 60.0))), max_size=300)


def run(rule: Dust, readings: list[tuple[int, float]]) -> list[tuple[int, float, bool]]:
    """(when, what, whether a spray begins) of each reading."""
    now, at, told = DustNow(), 0, []
    for step, value in readings:
        at += step
        now, spray = fed(rule, now, at, value)
        told.append((at, value, spray))
    return told


@given(DUSTS, st.one_of(READINGS, LONG))
def test_before_each_spray_the_air_was_bad_for_minutes_without_a_gap(
    rule: Dust, readings: list[tuple[int, float]]
) -> None:
    told = run(rule, readings)
    for n in (n for n, (_, _, spray) in enumerate(told) if spray):
        since = n
        while since and told[since - 1][1] > rule.limit and 0 <= told[since][0] - told[since - 1][0] <= GAP_MS:
            since -= 1
        assert told[n][1] > rule.limit
        assert told[n][0] - told[since][0] >= rule.minutes * MINUTE_MS


@given(DUSTS, st.one_of(READINGS, LONG))
def test_between_two_sprays_lie_the_rest_and_the_minutes(rule: Dust, readings: list[tuple[int, float]]) -> None:
    """Counted in time that passed forwards: a clock set back makes no rest shorter."""
    passed, last = 0, None
    for (at, _, spray), (step, _) in zip(run(rule, readings), readings, strict=True):
        passed += max(0, step)
        if spray:
            assert last is None or passed - last >= rule.seconds * 1000 + rule.rest_minutes * MINUTE_MS, at
            last = passed


@settings(max_examples=25)
@given(DUSTS, st.integers(2_000, 20_000))
def test_bad_air_all_the_time_sprays_after_the_minutes_and_once_a_rest(rule: Dust, step: int) -> None:
    hours = 3
    told = run(rule, [(step, 200.0)] * (hours * 3_600_000 // step))
    sprays = [at for at, _, spray in told if spray]
    assert sprays[0] - step < rule.minutes * MINUTE_MS + step
    rest = max(rule.minutes * MINUTE_MS, rule.seconds * 1000 + rule.rest_minutes * MINUTE_MS)
    assert all(rest <= later - earlier <= rest + 2 * step for earlier, later in pairwise(sprays))
    assert len(sprays) >= hours * 3_600_000 // (rest + 2 * step)


@given(DUSTS, st.integers(500, 20_000))
def test_air_that_flaps_around_the_limit_never_sprays(rule: Dust, step: int) -> None:
    flaps = max(1, (rule.minutes * MINUTE_MS - 1) // step)
    readings = ([(step, 300.0)] * flaps + [(step, 75.0)]) * 5
    assert not any(spray for _, _, spray in run(rule, readings))


@given(DUSTS, st.one_of(st.none(), st.integers(0, 10**7)), st.integers(0, 10**7))
def test_what_is_left_of_a_rest_is_never_more_than_a_rest(rule: Dust, ran: int | None, wall: int) -> None:
    left, whole = begun(rule, ran, wall).rest_ms, rule.seconds * 1000 + rule.rest_minutes * MINUTE_MS
    assert 0 <= left <= whole
    if ran is None or wall >= ran + whole:
        assert left == 0
    elif wall <= ran:
        assert left == whole
    else:
        assert left == ran + whole - wall


@given(st.integers(-5, 600))
def test_a_spray_is_made_of_pulses_that_end_by_themselves(seconds: int) -> None:
    parts = slices(seconds)
    assert sum(parts) == max(0, seconds) * 1000
    assert all(0 < part <= SLICE_MS for part in parts)
