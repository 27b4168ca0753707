"""Periods, when erasing waits, and the corpus of things a spreadsheet might calculate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.clock import DAY_MS, HOUR_MS
from desk.records.rules import FORMULA_STARTS, PERIODS, LastRun, postponed, spreadsheet_text

NOW = 1_795_000_000_000


def test_periods_of_the_law() -> None:
    assert PERIODS["visitor"].days == PERIODS["photo"].days == PERIODS["plate"].days == 30
    assert PERIODS["consent"].shortest >= 3 * 365
    assert PERIODS["disclosure"].shortest >= 3 * 365
    assert PERIODS["security_log"].shortest >= 184
    assert all(period.fits(period.days) for period in PERIODS.values())


@pytest.mark.parametrize(
    ("last", "uncertain", "expected"),
    [
        (None, False, ("", None)),
        (LastRun(NOW - DAY_MS), False, ("", None)),
        (LastRun(NOW - DAY_MS), True, ("clock_uncertain", NOW)),
        (LastRun(NOW - 4 * DAY_MS), False, ("clock_jumped", NOW)),
        (LastRun(NOW - 400 * DAY_MS), False, ("clock_jumped", NOW)),
        (LastRun(NOW - HOUR_MS, "clock_jumped", NOW - HOUR_MS), False, ("clock_jumped", NOW - HOUR_MS)),
        (LastRun(NOW - HOUR_MS, "clock_jumped", NOW - 12 * HOUR_MS), False, ("", None)),
        (LastRun(NOW - HOUR_MS, "clock_uncertain", NOW - HOUR_MS), False, ("", None)),
    ],
)
def test_when_erasing_waits(last: LastRun | None, uncertain: bool, expected: tuple[str, int | None]) -> None:
    assert postponed(NOW, last, uncertain) == expected


CORPUS = [
    "=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")',
    "=IMPORTXML(CONCAT(A1))", "+8610400000000", "-", "＝1+1", "＋1", "－1", "＠x", "|calc", "%0A=1", "\u3000=1", "\x00=1",
]  # fmt: skip


@pytest.mark.parametrize("text", CORPUS)
def test_nothing_of_the_corpus_stays_a_formula(text: str) -> None:
    kept = spreadsheet_text(text)
    assert not kept.lstrip().startswith(FORMULA_STARTS)


@pytest.mark.parametrize("text", ["王桂芳", "沪A12345", "3-1-1202", "138****5678", "a=b", "x@y", "", "𠮷田"])
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert spreadsheet_text(text) == text


@given(st.text(st.characters(), max_size=50))
def test_any_text_can_be_stored_and_never_calculates(text: str) -> None:
    kept = spreadsheet_text(text)
    assert not kept.lstrip().startswith(FORMULA_STARTS)
    kept.encode("utf-8")
    assert not set(kept) & {"\x00", "\x0b", "\ufffe", "\uffff"}


def test_a_very_long_cell_is_cut() -> None:
    assert len(spreadsheet_text("=" * 100_000)) <= 16_383
