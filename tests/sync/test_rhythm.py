"""When a round is due."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desk.sync.rhythm import OTHERWISE, PATIENCE, Due, Patience, Rhythm

LUCK = st.floats(0, 1)


def fresh(now: float = 100.0) -> Due:
    due = Due(Rhythm(), now)
    due.began(now)
    due.ended_well(now)
    return due


def test_at_start_at_once() -> None:
    assert Due(Rhythm(), 5.0).at() == 5.0


def test_a_single_change_goes_out_at_once() -> None:
    due = fresh()
    due.changed(100.0)
    assert due.at() == 100.0
    due.began(100.0)
    due.ended_well(100.1)
    due.changed(101.0)
    assert due.at() == 101.0, "the one before was a quiet second ago"
    assert due.pending


def writing(now: float = 100.0) -> Due:
    """Somebody wrote just now, and that is on its way."""
    due = fresh(now)
    due.changed(now)
    due.began(now)
    due.ended_well(now)
    return due


def test_further_ones_a_second_after_the_last() -> None:
    due = writing()
    due.changed(100.5)
    assert due.at() == 101.5
    due.changed(101.2)
    assert due.at() == 102.2


def test_a_round_that_took_up_no_change_counts_for_nothing() -> None:
    due = fresh()
    due.news(100.0)
    due.began(100.0)
    due.ended_well(100.0)
    due.changed(100.2)
    assert due.at() == 100.2


def test_never_later_than_a_minute_after_the_first() -> None:
    due = writing()
    for tenth in range(1, 1000):
        due.changed(100.0 + tenth / 10)
    assert due.at() == 160.1


@given(st.lists(st.floats(0.01, 3.0), min_size=1, max_size=40))
def test_no_more_than_one_round_in_a_quiet_time(gaps: list[float]) -> None:
    """However somebody writes: rounds of changes begin at least the quiet time apart, and none waits beyond the latest."""
    due, now, began = fresh(), 100.0, list[float]()
    for gap in gaps:
        due.changed(now)
        first = now
        while due.at() <= now + gap:
            began.append(max(now, due.at()))
            due.began(began[-1])
            due.ended_well(began[-1])
        assert due.at() <= max(first, now) + Rhythm().latest_s or not due.pending
        now += gap
    assert all(after - before >= Rhythm().quiet_s - 1e-6 for before, after in pairwise(began))


def test_news_and_a_person_do_not_wait_for_quiet() -> None:
    due = writing()
    due.changed(100.1)
    due.news(100.2)
    assert due.at() == 100.2


def test_idle_it_still_asks_now_and_then() -> None:
    due = fresh()
    assert due.at() == 100.0 + Rhythm().idle_s
    assert not due.pending


def test_a_failure_is_waited_out_by_changes_and_news_but_not_by_a_person() -> None:
    due = fresh()
    due.began(100.0)
    wait = due.failed(100.0, "sync.no_line", 1.0)
    due.changed(100.0)
    due.news(100.0)
    assert due.at() == 100.0 + wait
    due.wanted(100.5)
    assert due.at() <= 100.5


def test_what_was_due_before_a_failure_stays_due() -> None:
    due = fresh()
    due.changed(100.0)
    due.began(100.0)
    due.failed(101.0, "sync.no_line", 0.0)
    assert due.pending


def test_a_good_round_forgets_the_failures() -> None:
    due = fresh()
    for _ in range(5):
        due.failed(100.0, "sync.no_line", 1.0)
    due.ended_well(100.0)
    assert due.failed(100.0, "sync.no_line", 1.0) == PATIENCE["sync.no_line"].first_s


def test_the_hub_may_ask_for_more_time() -> None:
    assert fresh().failed(100.0, "sync.hub_trouble", 0.0, at_least_s=120.0) == 120.0


@given(st.sampled_from([*PATIENCE.values(), OTHERWISE]), st.integers(1, 10_000), LUCK)
def test_waiting_grows_and_has_an_end(patience: Patience, failures: int, luck: float) -> None:
    wait = patience.after(failures, luck)
    assert patience.first_s / 2 <= wait <= patience.most_s
    assert patience.after(failures + 1, luck) >= wait


def test_desks_do_not_come_back_all_at_once() -> None:
    waits = {round(PATIENCE["sync.no_line"].after(6, number / 100)) for number in range(100)}
    assert len(waits) > 20
