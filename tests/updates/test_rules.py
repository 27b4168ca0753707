"""Versions, offers, quiet hours and the week."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.clock import DAY_MS, HOUR_MS, SiteTime
from desk.updates import rules
from desk.updates.rules import Offer
from tests.fakes.clock import START

TIME = SiteTime()
moments = st.integers(START, START + 400 * DAY_MS)


def offer(version: str, kind: str = "deb", security: bool = False) -> Offer:
    return Offer(version, f"x-{version}.{kind}", kind, 1, security)


@pytest.mark.parametrize(("lower", "higher"), [("0.9.2", "0.10.0"), ("1.0", "1.0.1"), ("1.9", "2")])
def test_versions_are_numbers_not_letters(lower: str, higher: str) -> None:
    assert rules.ordered(lower) < rules.ordered(higher)
    assert rules.ordered("1.0") == rules.ordered("1.0.0")


def test_the_newest_of_the_right_kind_and_only_if_newer() -> None:
    given_ = [offer("0.2.0"), offer("0.10.0"), offer("0.11.0", "setup")]
    found = rules.best(given_, "deb", "0.1.0")
    assert found is not None
    assert found.version == "0.10.0"
    assert rules.best(given_, "deb", "0.10.0") is None
    assert rules.best(given_, "deb", "0.12.0") is None, "an older version is never offered"


def test_a_security_update_that_was_skipped_still_counts() -> None:
    found = rules.best([offer("0.2.0", security=True), offer("0.3.0")], "deb", "0.1.0")
    assert found is not None
    assert found.security
    past = rules.best([offer("0.2.0", security=True), offer("0.3.0")], "deb", "0.2.0")
    assert past is not None
    assert not past.security


@pytest.mark.parametrize(
    ("file", "custom"),
    [
        ("a.deb", None), ("a.deb", {}), ("a.deb", {"version": "1.0", "kind": "rpm"}), ("a.deb", {"version": "x", "kind": "deb"}),
        ("../a.deb", {"version": "1.0", "kind": "deb"}), (".a.deb", {"version": "1.0", "kind": "deb"}),
        ("a/b.deb", {"version": "1.0", "kind": "deb"}),
    ],
)  # fmt: skip
def test_what_is_no_release_is_passed_over(file: str, custom: object) -> None:
    assert rules.offer_of(file, 1, custom) is None


@given(moments)
def test_the_next_quiet_hour_is_quiet_and_soon(at: int) -> None:
    found = rules.next_quiet(TIME, at)
    assert not rules.busy(TIME, found)
    assert HOUR_MS <= found - at <= 8 * HOUR_MS
    assert TIME.local(found).minute == 0


@given(moments)
def test_tomorrow_is_ten_in_the_morning_of_the_next_day(at: int) -> None:
    found = TIME.local(rules.tomorrow(TIME, at))
    assert found.hour == 10
    assert (found.date() - TIME.day(at)).days == 1


@given(moments, st.integers(0, 20 * DAY_MS), st.integers(0, 20 * DAY_MS))
def test_after_a_week_it_reminds_whatever_was_chosen(found_at: int, till: int, later: int) -> None:
    reminded = rules.reminds(found_at, found_at + till, found_at + later)
    assert reminded or later < min(till, rules.LONGEST_MS)
    if later >= rules.LONGEST_MS:
        assert reminded
        assert not rules.may_put_off(found_at, found_at + later + 1)
