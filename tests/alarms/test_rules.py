"""How an alarm stands after its steps, in whatever order two desks wrote them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.alarms.rules import (
    ENDS,
    RINGS_FOR_MS,
    TWIN_MS,
    Does,
    Ring,
    RingsAt,
    Sort,
    Stand,
    Step,
    gravest,
    is_twin,
    reduce,
    rings_here,
    sort_of,
)

STEPS = st.lists(
    st.builds(Step, st.uuids().map(lambda one: one.hex), st.integers(1, 6), st.sampled_from(Does), st.integers(0, 9)),
    max_size=12,
    unique_by=lambda one: one.id,
)


@given(STEPS, st.randoms(), st.booleans())
def test_the_order_of_arrival_says_nothing(steps: list[Step], random: object, quiet: bool) -> None:
    shuffled = list(steps)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert reduce(shuffled, quiet) == reduce(steps, quiet)
    assert reduce([*steps, *steps][: len(steps)], quiet).next_step > max((one.step for one in steps), default=0)


@given(STEPS)
def test_who_presses_again_is_heard_whatever_was_done_before(steps: list[Step]) -> None:
    now = reduce(steps)
    again = reduce([*steps, Step("f" * 32, now.next_step, Does.AGAIN, 5)])
    assert again.stand is Stand.RINGING
    assert again.again == now.again + 1


@given(STEPS, st.sampled_from(sorted(ENDS)))
def test_a_close_closes_and_only_a_person_or_another_press_opens_again(steps: list[Step], end: Does) -> None:
    closed = [*steps, Step("e" * 32, reduce(steps).next_step, end, 5)]
    assert reduce(closed).stand is Stand.CLOSED
    after = reduce(closed).next_step
    for does in Does:
        stand = reduce([*closed, Step("f" * 32, after, does, 6)]).stand
        assert (stand is Stand.CLOSED) is (does not in (Does.AGAIN, Does.REOPENED))


@given(STEPS)
def test_nothing_but_a_person_ends_a_grave_alarm(steps: list[Step]) -> None:
    if not any(one.does in ENDS for one in steps):
        assert reduce(steps).stand is not Stand.CLOSED


def test_a_mute_device_that_is_back_is_over() -> None:
    back = [Step("a" * 32, 1, Does.OVER, 5)]
    assert reduce(back, quiet=True).stand is Stand.CLOSED
    assert reduce(back).stand is Stand.RINGING
    assert reduce(back).over_at == 5


@given(st.text(max_size=12))
def test_a_word_nobody_knows_is_an_alarm_all_the_same(word: str) -> None:
    assert sort_of(word) in frozenset(Sort)
    assert sort_of("button") is Sort.SOS
    assert sort_of("earthquake_of_2031") is Sort.UNSPECIFIED


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.sampled_from(("", "A", "B")), st.sampled_from(("", "A", "B")))
def test_one_press_heard_twice_is_one_number_and_close_together(at: int, other: int, mine: str, theirs: str) -> None:
    assert is_twin(at, mine, other, theirs) is (bool(mine) and mine == theirs and abs(at - other) <= TWIN_MS)


@pytest.mark.parametrize("gate", ["here", "there"])
@pytest.mark.parametrize("ring", list(Ring))
@pytest.mark.parametrize("late", [0, RINGS_FOR_MS, RINGS_FOR_MS + 1, -5])
def test_where_it_rings(gate: str, ring: Ring, late: int) -> None:
    """At its own gate for as long as it is open; at the named desk while it is fresh; a paused rule rings nowhere."""
    own, named = gate == "here", late <= RINGS_FOR_MS
    assert rings_here(gate, 1000, ring, "here", 1000 + late, RingsAt()) is (ring is not Ring.PAUSED and own)
    expected = ring is not Ring.PAUSED and (own or named)
    assert rings_here(gate, 1000, ring, "here", 1000 + late, RingsAt("here")) is expected


def test_people_go_before_doors() -> None:
    assert gravest([Sort.DOOR, Sort.SOS, Sort.SMOKE]) is Sort.SOS
    assert gravest([]) is None
    assert replace(Step("a" * 32, 1, Does.SEEN, 0), step=2).step == 2
