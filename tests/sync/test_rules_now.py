"""The strip never lies: states from ages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.sync.rules_now import LONG_MS, QUIET_MS, Ages, State, is_bad, judge

NOW = 1_800_000_000_000
GOOD = Ages(NOW, agreed_at=NOW - MINUTE_MS, pulled_at=NOW - MINUTE_MS)

moments = st.none() | st.integers(NOW - 40 * 24 * HOUR_MS, NOW)
ages = st.builds(
    Ages, st.just(NOW), st.booleans(), st.booleans(), st.booleans(), st.integers(0, 3), moments, moments, moments, moments,
    moments, st.integers(0, NOW),
)  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "state"),
    [
        ({}, State.AGREED),
        ({"linked": False}, State.ALONE),
        ({"linked": False, "waiting": 40}, State.ALONE),
        ({"revoked": True}, State.REVOKED),
        ({"too_old": True}, State.TOO_OLD),
        ({"agreed_at": None, "pulled_at": None}, State.NEVER),
        ({"agreed_at": None}, State.AGREED),
        ({"agreed_at": NOW - QUIET_MS, "pulled_at": NOW - QUIET_MS}, State.NO_LINE),
        ({"agreed_at": NOW - HOUR_MS}, State.AGREED),
        ({"waiting": 1, "oldest_at": NOW - MINUTE_MS}, State.SENDING),
        ({"waiting": 1, "oldest_at": NOW - HOUR_MS}, State.STUCK),
        ({"copied_at": NOW - HOUR_MS}, State.COPIED),
        ({"copied_at": NOW - HOUR_MS, "noted_at": NOW}, State.AGREED),
        ({"went_back_at": NOW - HOUR_MS}, State.WENT_BACK),
    ],
)
def test_states(changed: dict[str, object], state: State) -> None:
    assert judge(replace(GOOD, **changed)) is state  # type: ignore[arg-type]


@given(ages)
def test_agreed_is_never_said_of_what_is_not(a: Ages) -> None:
    if judge(a) is State.AGREED:
        assert a.linked
        assert a.waiting == 0
        assert a.heard_at is not None
        assert NOW - a.heard_at < QUIET_MS


@given(ages)
def test_a_silent_line_is_never_called_sending(a: Ages) -> None:
    if judge(a) in (State.SENDING, State.STUCK):
        assert a.heard_at is not None
        assert NOW - a.heard_at < QUIET_MS
        assert a.waiting


def test_some_hours_without_a_line_are_an_ordinary_day() -> None:
    assert not is_bad(State.NO_LINE, HOUR_MS)
    assert is_bad(State.NO_LINE, LONG_MS)
    assert is_bad(State.NO_LINE, None)
    assert is_bad(State.STUCK, MINUTE_MS)
    assert not is_bad(State.ALONE, None)
