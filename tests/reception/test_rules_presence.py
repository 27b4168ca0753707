"""Who counts as inside: overstay rows, the folded line, the uncertain, the night, and what a machine may close."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.clock import DAY_MS, HOUR_MS, ClockQuality, SiteTime
from desk.reception.rules import VisitorType, VisitState
from desk.reception.rules_presence import (
    FORGOTTEN_AFTER_MS,
    Presence,
    Stay,
    due_at,
    may_auto_close,
    night_flag,
    presence,
)

TIME = SiteTime()
EIGHT = 1_795_046_400_000  # Thursday 08:00 in Shanghai
SURE, DOUBT = ClockQuality.TRUSTED, ClockQuality.UNCERTAIN


def stay(kind: VisitorType = VisitorType.GUEST, in_at: int = EIGHT, hours: float = 12, **extra: bool) -> Stay:
    return Stay(VisitState.ADMITTED, kind, in_at, in_at + round(hours * HOUR_MS), **extra)


@pytest.mark.parametrize(
    ("hours", "where"),
    [(0, Presence.INSIDE), (12, Presence.INSIDE), (13, Presence.UNREGISTERED), (23.9, Presence.UNREGISTERED),
     (24, Presence.UNCERTAIN), (95, Presence.UNCERTAIN), (96, Presence.GONE)],
)  # fmt: skip
def test_a_guest_folds_then_becomes_uncertain_then_leaves_the_roll(hours: float, where: Presence) -> None:
    assert presence(stay(), EIGHT + round(hours * HOUR_MS)) is where


@pytest.mark.parametrize("kind", [VisitorType.CONTRACTOR, VisitorType.WORKS])
def test_a_contractor_past_the_limit_is_a_row_until_someone_acts(kind: VisitorType) -> None:
    assert presence(stay(kind, hours=10), EIGHT + 11 * HOUR_MS) is Presence.OVERSTAY
    assert presence(stay(kind, hours=10), EIGHT + 9 * DAY_MS) is Presence.OVERSTAY


@pytest.mark.parametrize("who", [{"minor_alone": True}, {"watched": True}])
def test_a_lone_child_and_the_watch_list_raise_a_row(who: dict[str, bool]) -> None:
    assert presence(stay(**who), EIGHT + 13 * HOUR_MS) is Presence.OVERSTAY


def test_an_auto_closed_visit_stays_uncertain_for_three_days() -> None:
    closed = replace(stay(), state=VisitState.AUTO_CLOSED, auto_closed_at=EIGHT + DAY_MS)
    assert presence(closed, EIGHT + DAY_MS + 1) is Presence.UNCERTAIN
    assert presence(closed, EIGHT + DAY_MS + FORGOTTEN_AFTER_MS) is Presence.GONE


@given(st.sampled_from(list(VisitorType)), st.integers(0, 40 * DAY_MS), st.integers(0, 24))
def test_the_machine_never_closes_who_it_must_not(kind: VisitorType, later: int, hour: int) -> None:
    came = EIGHT + hour * HOUR_MS
    for extra in ({"overnight": True}, {"minor_alone": True}, {"watched": True}):
        assert not may_auto_close(stay(kind, came, **extra), came + later, SURE, TIME)
    assert not may_auto_close(stay(kind, came), came + later, DOUBT, TIME)
    within = stay(kind, came)
    assert not may_auto_close(within, min(came + later, within.due_at), SURE, TIME)


def test_a_day_guest_is_closed_after_the_limit_and_one_who_may_sleep_here_a_day_later() -> None:
    day = stay()
    assert may_auto_close(day, day.due_at + 1, SURE, TIME)
    evening = stay(in_at=EIGHT + 10 * HOUR_MS)  # 18:00, limit 06:00
    assert not may_auto_close(evening, evening.due_at + 4 * HOUR_MS, SURE, TIME)
    assert may_auto_close(evening, evening.due_at + DAY_MS + 1, SURE, TIME)


def test_a_contractor_s_row_is_shown_a_day_before_the_machine_closes_it() -> None:
    works = stay(VisitorType.CONTRACTOR, hours=10)
    assert not may_auto_close(works, works.due_at + DAY_MS, SURE, TIME)
    assert may_auto_close(works, works.due_at + DAY_MS + 1, SURE, TIME)


def test_the_night_flag_stands_from_eleven_to_five_for_those_who_did_not_say_they_stay() -> None:
    guest = stay(in_at=EIGHT + 12 * HOUR_MS)  # 20:00
    assert not night_flag(guest, EIGHT + 14 * HOUR_MS, TIME)
    assert night_flag(guest, EIGHT + 15 * HOUR_MS, TIME)
    assert night_flag(guest, EIGHT + 20 * HOUR_MS, TIME)
    assert not night_flag(guest, EIGHT + 21 * HOUR_MS, TIME)
    assert not night_flag(replace(guest, overnight=True), EIGHT + 15 * HOUR_MS, TIME)


def test_the_limit_follows_the_window_or_the_named_leaving() -> None:
    assert due_at(EIGHT, 12) == EIGHT + 12 * HOUR_MS
    assert due_at(EIGHT, 12, window_end=EIGHT + 2 * HOUR_MS) == EIGHT + 2 * HOUR_MS
    assert due_at(EIGHT, 12, window_end=EIGHT - 1) == EIGHT + 12 * HOUR_MS
    assert due_at(EIGHT, 12, stays_until=EIGHT + 3 * DAY_MS) == EIGHT + 3 * DAY_MS


@given(st.integers(-3 * DAY_MS, 3 * DAY_MS))
def test_a_clock_set_back_leaves_people_inside(jump: int) -> None:
    now = EIGHT + jump
    where = presence(stay(), now)
    assert where is Presence.INSIDE or now > EIGHT + 12 * HOUR_MS
