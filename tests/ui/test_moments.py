"""Days and times in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

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
