"""A door at night: once for each opening, also for one that was left open."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desk.alarms.rules_hours import DAY_MIN, DoorNow, Hours, looked, moved

MINUTES = st.integers(0, DAY_MIN - 1)
HOURS = st.builds(Hours, MINUTES, MINUTES)
WORLD = st.lists(st.tuples(st.sampled_from((True, False, None)), MINUTES), max_size=60)


@given(HOURS, MINUTES)
def test_the_hours_and_those_between_share_the_day(hours: Hours, minute: int) -> None:
    other = Hours(hours.until_min, hours.from_min)
    if hours.from_min == hours.until_min:
        assert hours.holds(minute)
    else:
        assert hours.holds(minute) is not other.holds(minute)
        assert hours.holds(hours.from_min)
        assert not hours.holds(hours.until_min)


@given(HOURS, WORLD)
def test_each_opening_that_lies_in_the_hours_is_told_once(hours: Hours, world: list[tuple[bool | None, int]]) -> None:
    """None: nothing moved, time goes on. However often a contact says again that it is open, it is one opening."""
    now, is_open, told = DoorNow(), False, False
    for said, minute in world:
        now, alarm = looked(hours, now, minute) if said is None else moved(hours, now, said, minute)
        if said is not None:
            is_open, told = said, told and said
        assert alarm is (is_open and not told and hours.holds(minute))
        told = told or alarm


def test_a_door_nobody_has_heard_of_is_no_alarm() -> None:
    assert looked(Hours(0, 0), DoorNow(), 5) == (DoorNow(), False)
