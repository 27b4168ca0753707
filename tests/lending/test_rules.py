"""What is lent, until when, and when somebody is reminded: over everything that can come."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.lending.rules import (
    ASKING,
    LATE_MS,
    LEAST_MS,
    LONGEST_MS,
    NEVER,
    SOON_MS,
    Bar,
    Kept,
    Part,
    Stage,
    Thing,
    Used,
    against,
    asks,
    bars,
    end_condition,
    mine_now,
    parts_of,
    stage,
    still_missing,
    stops,
    used_of,
    usual_ms,
)
from desk.lending.rules_asset import AssetClass, AssetKind, Condition

NOW, DAY = 1_800_000_000_000, "2026-11-22"
moments = st.integers(NOW - 3 * DAY_MS, NOW + 3 * DAY_MS)
kepts = st.lists(
    st.builds(
        lambda key, start, length, mine: Kept(f"{key:032x}", start, start + length, mine),
        st.integers(0, 99), moments, st.integers(MINUTE_MS, DAY_MS), st.booleans(),
    ), max_size=5, unique_by=lambda one: one.id,
)  # fmt: skip
things = st.builds(
    Thing, st.sampled_from(AssetClass), st.sampled_from(Condition), st.booleans(), st.booleans(), st.booleans(),
    st.sampled_from(("", "2026-11-21", "2026-11-22")), st.just((Part("碘伏", 2, "2026-01-01"),)) | st.just(()),
    st.integers(0, 3), kepts.map(tuple),
)  # fmt: skip
used = st.lists(st.builds(Used, st.sampled_from("甲乙丙"), st.integers(-1, 5)), max_size=6)


@given(st.sampled_from(AssetKind), st.integers(0, 10**7))
def test_a_thing_is_lent_for_ten_minutes_to_thirty_days(kind: AssetKind, minutes: int) -> None:
    assert LEAST_MS <= usual_ms(kind, minutes) <= LONGEST_MS
    assert usual_ms(kind, 90) == 90 * MINUTE_MS


@given(things, st.integers(MINUTE_MS, DAY_MS), st.sets(st.sampled_from(Bar)))
def test_an_emergency_goes_over_everything_but_what_cannot_be(thing: Thing, length: int, over: set[Bar]) -> None:
    found = bars(thing, NOW, NOW + length, DAY)
    assert list(found) == [bar for bar in Bar if bar in found]  # hardest first, none twice
    assert set(stops(found, (), emergency=True)) == set(found) & NEVER
    assert set(stops(found, over, emergency=False)) == (set(found) - over) | (set(found) & NEVER)


@given(things, st.integers(MINUTE_MS, DAY_MS))
def test_each_thing_that_speaks_against_it_is_said(thing: Thing, length: int) -> None:
    found = bars(thing, NOW, NOW + length, DAY)
    gives = thing.cls is AssetClass.CONSUMABLE
    assert (Bar.RETIRED in found) is thing.retired
    assert (Bar.OUT in found) is thing.out
    assert (Bar.AWAY in found) is not thing.here
    assert (Bar.NONE_LEFT in found) is (gives and thing.left < 1)
    assert (Bar.INSPECTION in found) is (thing.inspection_due == "2026-11-21")
    assert (Bar.EXPIRED in found) is bool(thing.parts)
    wrong = {Bar(one.value) for one in Condition if one is not Condition.OK} & set(found)
    assert wrong == (set() if gives or thing.condition is Condition.OK else {Bar(thing.condition.value)})
    assert (Bar.RESERVED in found) is any(
        not one.mine and one.from_at < NOW + length and one.until_at > NOW for one in thing.kept
    )


@given(kepts, st.integers(MINUTE_MS, DAY_MS))
def test_the_right_reservation_is_picked(kept: list[Kept], length: int) -> None:
    other, mine = against(kept, NOW, NOW + length), mine_now(kept, NOW)
    assert other is None or (not other.mine and other.from_at < NOW + length and other.until_at > NOW)
    assert mine is None or (mine.mine and mine.from_at - 2 * HOUR_MS <= NOW < mine.until_at)
    if other is not None:
        assert all(other.from_at <= one.from_at for one in kept if not one.mine and one.until_at > NOW)


@given(st.integers(-4 * HOUR_MS, 30 * HOUR_MS), st.none() | st.integers(0, 20 * HOUR_MS))
def test_reminders_come_at_half_an_hour_before_two_hours_after_and_with_the_next_shift(
    past: int, shift: int | None
) -> None:
    due = NOW - past
    starts = None if shift is None else due + shift
    found = stage(due, NOW, starts)
    assert (found is Stage.FINE) is (past < -SOON_MS)
    assert (found is Stage.SOON) is (-SOON_MS <= past < 0)
    assert (found is Stage.DUE) is (0 <= past < LATE_MS)
    assert (found is Stage.SHIFT) is (past >= LATE_MS and shift is not None and past >= shift)
    assert stage(due, NOW + 1, starts) >= found  # never back


@given(st.sampled_from(Stage), st.integers(0, 4))
def test_each_stage_asks_once(found: Stage, reminded: int) -> None:
    assert asks(found, reminded) is (found in ASKING and reminded < found)
    assert not asks(found, found)


@given(used, used)
def test_what_is_missing_is_what_went_and_was_not_put_back(gone: list[Used], filled: list[Used]) -> None:
    left = {one.name: one.used for one in still_missing(gone, filled)}
    for name in "甲乙丙":
        went = sum(max(0, one.used) for one in gone if one.name == name)
        put = sum(max(0, one.used) for one in filled if one.name == name)
        assert left.get(name, 0) == max(0, went - put)


@given(st.sampled_from(Condition), used.map(still_missing), st.booleans(), st.booleans())
def test_a_kit_that_lacks_something_is_never_ready(
    said: Condition, missing: tuple[Used, ...], hygiene: bool, wiped: bool
) -> None:
    found = end_condition(said, missing, hygiene, wiped)
    if missing:
        assert found is not Condition.OK
    elif said is Condition.OK:
        assert found is (Condition.DIRTY if hygiene and not wiped else Condition.OK)
    if said in (Condition.DAMAGED, Condition.LOST):
        assert found is said


@given(st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(("name", "used", "want", "until")) | st.text(), inner)))  # fmt: skip
def test_whatever_another_program_wrote_is_read(raw: object) -> None:
    for one in (*used_of(raw), *parts_of(raw)):
        assert isinstance(one.name, str)
