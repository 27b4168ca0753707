"""The tile that is chosen already."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.hearings.rules import LIFE, Category
from desk.hearings.rules_guess import guess


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("3 号楼门厅的灯不亮", Category.FACILITY),
        ("有人困在电梯里", Category.TRAPPED),
        ("电梯按钮坏了", Category.LIFT),
        ("楼上半夜太吵", Category.NOISE),
        ("楼道堆物", Category.HYGIENE),
        ("Rubbish in the stairwell", Category.HYGIENE),
        ("地下室冒烟", Category.FIRE),
        ("想问一下", None),
    ],
)
def test_words_tell_what_it_is_about(text: str, category: Category | None) -> None:
    assert guess(text) is category


@given(st.text(max_size=40))
def test_a_matter_of_life_is_never_overlooked(text: str) -> None:
    assert guess(text + "，着火了") in LIFE
