"""Places in the list of visits: in the order of their moments, and none given twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desk.core.clock import DAY_MS
from desk.reception.rules_order import BEGAN, STEP_MS, next_place, place, step_aside, wanted_places
from desk.store.search import NUM_MASK

NOW = BEGAN + 1000 * DAY_MS
MOMENTS = st.dictionaries(st.text("abc", min_size=1, max_size=4), st.integers(NOW - 40 * STEP_MS, NOW), max_size=30)


def test_a_place_follows_the_moment_and_fits_the_search_documents_for_centuries() -> None:
    assert place(BEGAN + 5 * STEP_MS) == 5
    assert place(0) == 1
    assert place(BEGAN + 200 * 366 * DAY_MS) < NUM_MASK


def test_what_happens_here_stands_above_all_before_whatever_the_clock_said() -> None:
    assert next_place(NOW, 7) == place(NOW)
    assert next_place(NOW - DAY_MS, place(NOW)) == place(NOW) + 1


def test_a_clock_years_ahead_elsewhere_does_not_stand_above_everything_for_years() -> None:
    assert wanted_places([("a", NOW + 900 * DAY_MS)], NOW) == {"a": place(NOW + DAY_MS)}


@given(MOMENTS)
def test_wanted_places_are_in_order_and_each_is_one_s_own(moments: dict[str, int]) -> None:
    places = wanted_places(moments.items(), NOW)
    assert places.keys() == moments.keys()
    assert len(set(places.values())) == len(places)
    by_place = sorted(places, key=lambda one: places[one])
    assert by_place == sorted(moments, key=lambda one: (moments[one], one))


@given(MOMENTS, st.sets(st.integers(place(NOW) - 60, place(NOW) + 60)))
def test_who_finds_a_place_taken_steps_aside_in_order(moments: dict[str, int], taken: set[int]) -> None:
    places = wanted_places(moments.items(), NOW)
    before = sorted(places, key=lambda one: places[one])
    moved = step_aside(places, taken)
    assert all(moved[one] > places[one] for one in moved)
    places |= moved
    assert not taken & set(places.values())
    assert len(set(places.values())) == len(places)
    assert sorted(places, key=lambda one: places[one]) == before
