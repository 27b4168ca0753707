"""What lines of availability come to for one shift."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.errors import Refused
from desk.duty.rules import Says, days_of
from desk.duty.rules_availability import Free, Line, checked, free

SATURDAY = "2026-12-05"


def line(says: Says, **more: object) -> Line:
    return Line("ann", says, **more)  # type: ignore[arg-type]


def test_nothing_said_is_free() -> None:
    assert free([], SATURDAY, 540, 660) is Free.FREE


def test_who_named_times_cannot_at_others_of_the_month() -> None:
    only = [line(Says.CAN, from_day="2026-12-05", until_day="2026-12-05", start_min=480, end_min=720)]
    assert free(only, SATURDAY, 540, 660) is Free.FREE
    assert free(only, SATURDAY, 540, 780) is Free.NOT_OFFERED
    assert free(only, "2026-12-06", 540, 660) is Free.NOT_OFFERED
    assert free(only, "2027-01-05", 540, 660) is Free.FREE


def test_cannot_counts_for_any_minute_and_into_the_next_day() -> None:
    weekly = [line(Says.CANNOT, weekday=7, end_min=360)]
    assert free(weekly, SATURDAY, 540, 660) is Free.FREE
    assert free(weekly, SATURDAY, 23 * 60, 7 * 60) is Free.CANNOT
    assert free(weekly, "2026-12-06", 300, 420) is Free.CANNOT


def test_likes_counts_before_what_was_offered_but_after_cannot() -> None:
    likes = line(Says.LIKES, weekday=6)
    assert free([likes, line(Says.CAN, weekday=1)], SATURDAY, 540, 660) is Free.LIKES
    assert free([likes, line(Says.CANNOT, weekday=6)], SATURDAY, 540, 660) is Free.CANNOT


LINES = st.builds(
    Line, st.just("ann"), st.sampled_from(list(Says)), st.integers(0, 7), st.sampled_from(["", "2026-12-03"]),
    st.sampled_from(["", "2026-12-20"]), st.integers(0, 700), st.integers(701, 1440),
)  # fmt: skip


@given(st.lists(LINES, max_size=6), st.sampled_from(days_of("2026-12")), st.integers(0, 1439), st.integers(0, 1439))
def test_order_does_not_matter_and_cannot_always_wins(lines: list[Line], day: str, start: int, end: int) -> None:
    said = free(lines, day, start, end)
    assert free(list(reversed(lines)), day, start, end) is said
    assert free([*lines, line(Says.CANNOT)], day, start, end) is Free.CANNOT
    if not any(one.says == Says.CANNOT for one in lines):
        assert said is not Free.CANNOT


@pytest.mark.parametrize(
    ("wrong", "code"),
    [({"says": "maybe"}, "duty.says_wrong"), ({"weekday": 8}, "duty.says_wrong"), ({"from_day": "soon"}, "duty.day_wrong"),
     ({"from_day": "2026-12-02", "until_day": "2026-12-01"}, "duty.days_turned"), ({"start_min": 700, "end_min": 700}, "duty.hours_turned"),
     ({"end_min": 1441}, "duty.hours_turned")],
)  # fmt: skip
def test_what_a_line_may_not_say(wrong: dict[str, object], code: str) -> None:
    with pytest.raises(Refused) as no:
        checked(Line(**{"member_id": "ann", "says": "can", **wrong}))  # type: ignore[arg-type]
    assert no.value.code == code
