"""The count that asks for a filing, ends of a template, and codes people type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.errors import Refused
from desk.faces.rules_kept import Meter, clean_code, code_of, ends, held


@pytest.mark.parametrize(
    ("people", "meter", "left"),
    [
        (0, Meter.FREE, 100_000), (79_999, Meter.FREE, 20_001), (80_000, Meter.NEAR, 20_000), (94_999, Meter.NEAR, 5_001),
        (95_000, Meter.NEARER, 5_000), (99_999, Meter.NEARER, 1), (100_000, Meter.FILE_NOW, 0), (120_000, Meter.FILE_NOW, 0),
    ],
)  # fmt: skip
def test_the_meter(people: int, meter: Meter, left: int) -> None:
    found = held(people)
    assert (found.people, found.meter, found.left) == (people, meter, left)


def test_a_year_to_confirm_and_three_at_most() -> None:
    keep_until, confirm_by = ends(0)
    assert (keep_until // 86_400_000, confirm_by // 86_400_000) == (1095, 365)


@given(st.binary(min_size=16, max_size=16))
def test_a_code_survives_being_typed(digest: bytes) -> None:
    code = code_of(digest)
    assert len(code) == 14
    assert clean_code(code.lower().replace("-", "")) == code


@pytest.mark.parametrize(
    "typed", ["", "AAAA-BBBB", "0AAA-BBBB-CCCC", "AAAA-BBBB-CCCC-DDDD", "中文一二三四五六七八九十"]
)
def test_what_cannot_be_a_code(typed: str) -> None:
    with pytest.raises(Refused, match=r"faces\.code_shape"):
        clean_code(typed)
