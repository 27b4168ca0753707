"""Days and times in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from desk.core.clock import DAY_MS, HOUR_MS, SiteTime
from ui import i18n, moments

AT = datetime(2026, 3, 5, 9, 7)


@pytest.fixture(autouse=True)
def _chinese_again() -> Iterator[None]:
    yield
    i18n.install("zh_CN")


def test_chinese_counts_months() -> None:
    i18n.install("zh_CN")
    assert moments.near(AT, today=True) == "09:07"
    assert moments.near(AT, today=False) == "03-05 09:07"
    assert moments.day(AT) == "2026-03-05"
    assert moments.moment(AT) == "2026-03-05 09:07"


def test_english_names_months() -> None:
    i18n.install("en_GB")
    assert moments.near(AT, today=True) == "09:07"
    assert moments.near(AT, today=False) == "5 Mar 09:07"
    assert moments.month_day(AT) == "5 Mar"
    assert moments.moment(AT) == "5 Mar 2026 09:07"


def test_a_moment_of_the_store_is_short_today_and_empty_for_none() -> None:
    time, now = SiteTime(), 1_795_046_400_000  # 2026-11-19 08:00 in Shanghai
    assert moments.told(time, now, now) == "08:00"
    assert moments.told(time, now - 2 * DAY_MS, now) == "11-17 08:00"
    assert moments.told(time, now - DAY_MS, now) == "昨天 08:00"
    assert moments.told(time, now + DAY_MS - 9 * HOUR_MS, now) == "23:00"  # by the calendar, not by 24 hours
    assert moments.told(time, now + DAY_MS, now) == "明天 08:00"
    i18n.install("en_GB")
    assert moments.told(time, now - DAY_MS, now) == "18 Nov 08:00"
    i18n.install("zh_CN")
    assert moments.teller(time, now)(None) == ""


def test_hours_of_the_whole_day_are_not_worth_saying() -> None:
    assert moments.hours(480, 1080) == "08:00-18:00"
    assert moments.hours(0, 1440) == ""


def test_a_month_is_named() -> None:
    assert moments.month("2026-11") == "2026年11月"
    i18n.install("en")
    assert moments.month("2026-02") == "Feb 2026"
