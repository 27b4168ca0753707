from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS, SiteTime
from desk.duty.rules import span_of
from desk.duty.rules_assignments import Hours
from desk.duty.rules_hours import (
    HARMLESS,
    Act,
    Close,
    Credit,
    Event,
    Flag,
    Recorded,
    Worked,
    credit,
    hours_text,
    on_since,
    standing,
    without_shift,
    worked,
)

START = 1_796_000_000_000
SHIFT = Hours("s" * 32, START, START + 3 * HOUR_MS)
LATER = START + 10 * DAY_MS


def event(kind: str, minute: float, eid: str = "", shift: Hours | None = SHIFT, **more: object) -> Event:
    """minute: after the start of the shift."""
    at = START + round(minute * MINUTE_MS)
    return Event(eid or f"{kind}{minute}", kind, at, "m" * 32, shift.id if shift else "", **more)  # type: ignore[arg-type]


def done(*events: Event, shift: Hours = SHIFT, now: int = LATER, beside: tuple[Event, ...] = ()) -> Worked | None:
    return worked(shift, events, now, beside)


def facts(found: Worked | None) -> tuple[int, set[Flag], Close]:
    assert found is not None
    return found.minutes, set(found.flags), found.close


@pytest.mark.parametrize(
    ("came", "went", "minutes", "flags"),
    [
        (0, 180, 180, set()),
        (-40, 180, 180, set()),  # early is not credited
        (25, 180, 155, {Flag.LATE}),  # late counts from arrival
        (5, 180, 175, set()),
        (0, 130, 130, {Flag.LEFT_EARLY}),
        (0, 190, 180, set()),  # a word at the door
        (0, 240, 240, {Flag.STAYED}),  # relief did not come: it counts once somebody has said so
        (0.5, 60.9, 60, {Flag.LEFT_EARLY}),  # whole minutes, never more than there were
    ],
)
def test_from_coming_to_going(came: float, went: float, minutes: int, flags: set[Flag]) -> None:
    assert facts(done(event("in", came), event("out", went))) == (minutes, flags, Close.CLOCK)


def test_nobody_clocked_off() -> None:
    still = event("in", 3)
    assert worked(SHIFT, [still], SHIFT.end_at + 59 * MINUTE_MS) is None
    found = done(still)
    assert facts(found) == (177, {Flag.FORGOT}, Close.AUTO)
    assert found is not None
    assert found.end_at == SHIFT.end_at
    assert credit(found.close, found.flags, []) is Credit.WAITS


def test_a_going_a_day_later_closes_nothing() -> None:
    assert facts(done(event("in", 0), event("out", 26 * 60))) == (180, {Flag.FORGOT}, Close.AUTO)


def test_clocked_off_and_never_on() -> None:
    assert facts(done(event("out", 175))) == (175, {Flag.NO_IN}, Close.AUTO)


def test_twice_on_and_twice_off_the_first_holds() -> None:
    found = done(event("in", 0), event("in", 20), event("out", 150), event("out", 170))
    assert facts(found) == (150, {Flag.DOUBLE, Flag.LEFT_EARLY}, Close.CLOCK)


def test_a_pause_is_not_service() -> None:
    found = done(event("in", 0), event("out", 60), event("in", 90), event("out", 180))
    assert facts(found) == (150, {Flag.PAUSE}, Close.CLOCK)


def test_came_and_went_before_it_began() -> None:
    assert done(event("in", -50), event("out", -10)) is None


def test_a_time_somebody_told_waits_even_of_oneself() -> None:
    found = done(event("in", 30, said_at=START), event("out", 180))
    assert facts(found) == (180, {Flag.SAID}, Close.CLOCK)
    assert Flag.SAID not in HARMLESS


def test_a_shift_of_31_hours_waits() -> None:
    long = replace(SHIFT, end_at=START + 31 * HOUR_MS)
    found = done(event("in", 0, shift=long), event("out", 31 * 60, shift=long), shift=long)
    assert facts(found) == (31 * 60, {Flag.LONG}, Close.CLOCK)
    assert found is not None
    assert credit(found.close, found.flags, []) is Credit.WAITS


def test_a_shift_cancelled_after_work_began() -> None:
    found = done(event("in", 0), event("out", 60), shift=replace(SHIFT, cancelled=True))
    assert facts(found) == (60, {Flag.CANCELLED, Flag.LEFT_EARLY}, Close.CLOCK)


def test_a_shift_that_is_gone_leaves_the_hours() -> None:
    [found] = without_shift([event("in", 0), event("out", 60)], LATER, gone=True)
    assert (found.minutes, found.flags, found.shift_id) == (60, (Flag.GONE,), SHIFT.id)


def test_by_a_clock_in_doubt_and_by_somebody_else() -> None:
    found = done(event("in", 0, doubtful=True), event("out", 180, by_self=False))
    assert facts(found) == (180, {Flag.DOUBT, Flag.FRIEND}, Close.CLOCK)


def test_a_device_whose_clock_is_wrong_gives_nothing_away() -> None:
    """It says they went before they came: what is left is guessed, and waits."""
    found = done(event("in", 5, doubtful=True), event("out", -300, doubtful=True))
    assert found is not None
    assert Flag.DOUBT in found.flags
    assert credit(found.close, found.flags, []) is Credit.WAITS


def test_an_event_that_was_taken_back_counts_for_nothing() -> None:
    void = event("void", 61, corrects="wrong")
    found = done(event("in", 0), event("out", 60, "wrong"), void, event("out", 180))
    assert facts(found) == (180, set(), Close.CLOCK)


def other(kind: str, minute: float, who: str = "f") -> Event:
    return replace(event(kind, minute, f"{who}{kind}{minute}", method="code", device_id="d"), member_id=who * 32)


def test_two_cards_from_one_pocket() -> None:
    mine = (event("in", 0, method="code", device_id="d"), event("out", 180, method="code", device_id="d"))
    both = (other("in", 0.1), other("out", 180.1))
    assert facts(done(*mine, beside=both))[1] == {Flag.CARRIED}
    assert facts(done(*mine, beside=(other("in", 0.1), other("out", 182))))[1] == set()
    assert facts(done(*mine, beside=(other("in", 0.1), other("out", 180.1, "g"))))[1] == set()


def test_without_a_shift() -> None:
    events = [event("in", 0, shift=None), event("out", 100, shift=None), event("in", 2000, shift=None)]
    first, second = without_shift(events, LATER)
    assert (first.minutes, first.flags, first.close) == (100, (Flag.NO_SHIFT,), Close.CLOCK)
    assert (second.minutes, set(second.flags), second.close) == (0, {Flag.NO_SHIFT, Flag.FORGOT}, Close.AUTO)
    assert len(without_shift(events, START + 2100 * MINUTE_MS)) == 1  # they are still at it


def test_who_is_on() -> None:
    assert on_since([event("in", 0), event("out", 10)]) is None
    assert on_since([event("in", 0), event("out", 10), event("in", 20)]) == event("in", 20)


ZONES = ("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe")


@given(
    zone=st.sampled_from(ZONES),
    day=st.dates(date(2026, 1, 2), date(2027, 12, 30)),
    start=st.integers(0, 1439),
    length=st.integers(1, 1439),
)
def test_overnight_and_over_a_change_of_clocks_the_minutes_are_those_that_passed(
    zone: str, day: date, start: int, length: int
) -> None:
    span = span_of(SiteTime(zone), day.isoformat(), start, (start + length) % 1440)
    if span.minutes <= 0:
        return  # within the hour that is skipped
    shift = Hours("s" * 32, span.start_at, span.end_at)
    came = Event("a", "in", span.start_at - 60_000, "m" * 32, shift.id)
    went = Event("b", "out", span.end_at + 60_000, "m" * 32, shift.id)
    found = worked(shift, [went, came], span.end_at + DAY_MS)
    assert found is not None
    assert found.minutes == span.minutes
    assert abs(found.minutes - length) in (0, 30, 60)  # the clock of the wall may jump, time does not


def test_the_night_the_clocks_change() -> None:
    berlin = SiteTime("Europe/Berlin")
    longer = span_of(berlin, "2026-10-24", 22 * 60, 6 * 60)
    shorter = span_of(berlin, "2026-03-28", 22 * 60, 6 * 60)
    for span, minutes in ((longer, 9 * 60), (shorter, 7 * 60)):
        shift = Hours("s" * 32, span.start_at, span.end_at)
        events = [Event("a", "in", span.start_at, "m", shift.id), Event("b", "out", span.end_at, "m", shift.id)]
        found = worked(shift, events, span.end_at + DAY_MS)
        assert found is not None
        assert found.minutes == minutes


EVENTS = st.lists(
    st.builds(
        lambda kind, minute, eid, by_self, doubtful: event(kind, minute, f"e{eid}", by_self=by_self, doubtful=doubtful),
        st.sampled_from(["in", "out"]),
        st.integers(-200, 1500),
        st.integers(0, 10**9),
        st.booleans(),
        st.booleans(),
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)


@settings(max_examples=300)
@given(events=EVENTS, data=st.data())
def test_every_order_and_every_repetition_gives_the_same(events: list[Event], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(events))
    again = shuffled + data.draw(st.lists(st.sampled_from(events), max_size=4)) if events else shuffled
    assert worked(SHIFT, again, LATER) == worked(SHIFT, events, LATER)
    alone = [replace(one, shift_id="") for one in events]
    assert without_shift([replace(one, shift_id="") for one in again], LATER) == without_shift(alone, LATER)


@settings(max_examples=300)
@given(events=EVENTS)
def test_nothing_is_credited_that_nobody_was_there_for(events: list[Event]) -> None:
    found = worked(SHIFT, events, LATER)
    if found is None:
        return
    assert 0 <= found.minutes <= (found.end_at - found.start_at) // MINUTE_MS
    assert found.start_at >= SHIFT.start_at
    if credit(found.close, found.flags, []) is Credit.COUNTS:  # what counts by itself has a coming and a going
        assert found.end_at <= SHIFT.end_at
        assert set(found.flags) <= HARMLESS
        assert not any(one.doubtful or not one.by_self for one in events if one.id in found.clock_ids)
    if Flag.FORGOT in found.flags or Flag.NO_IN in found.flags:
        assert found.close is Close.AUTO


def record(eid: str, **more: object) -> Recorded:
    first = Recorded(eid, "m", "s", START, START + HOUR_MS, 60, "clock", clock_ids=("a", "b"))
    return replace(first, **more)  # type: ignore[arg-type]


def test_of_two_records_of_one_shift_the_one_that_knew_more_holds() -> None:
    guessed = record("1", close="auto", clock_ids=("a",))
    told = record("2")
    assert standing([guessed, told]) == standing([told, guessed]) == [told]


def test_a_correction_holds_before_what_a_clock_says_later() -> None:
    guessed = record("1", close="auto", clock_ids=("a",))
    corrected = record("2", close="correction", supersedes="1", clock_ids=("a",))
    told = record("3", supersedes="1")
    assert standing([told, guessed, corrected]) == [corrected]


def test_two_logs_of_one_day_are_two_records() -> None:
    logs = [record("1", shift_id="", clock_ids=(), close="log"), record("2", shift_id="", clock_ids=(), close="log")]
    assert standing(logs) == logs


@given(
    st.permutations(
        [
            record("1", close="auto", clock_ids=("a",)),
            record("2"),
            record("3", close="correction", supersedes="2", at=9),
            record("4", close="correction", supersedes="1", at=8),
        ]
    )
)
def test_what_stands_does_not_hang_on_the_order(records: list[Recorded]) -> None:
    assert [one.id for one in standing(records)] == ["3"]


def test_the_last_word_holds() -> None:
    assert credit("clock", (), []) is Credit.COUNTS
    assert credit("clock", ("late",), []) is Credit.COUNTS
    assert credit("clock", ("friend",), []) is Credit.WAITS
    assert credit("log", (), []) is Credit.WAITS
    said = [(1, "a", Act.VERIFIED), (3, "c", Act.REFUSED), (2, "b", Act.ASKED)]
    assert credit("auto", ("forgot",), said) is Credit.REFUSED
    assert credit("auto", ("forgot",), said[:1]) is Credit.COUNTS


def test_hours_as_they_are_printed() -> None:
    assert [hours_text(n) for n in (0, 60, 150, 100, 600)] == ["0", "1", "2.5", "1.67", "10"]
