"""The check character of the resident identity card, against the standard's own example and every slip of one key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.reception.rules_id import resident_number

EXAMPLE = "11010519491231002X"  # printed in GB 11643-1999
INVENTED = "99010119000101000X"  # there is no region 99


def test_the_standards_own_example_holds() -> None:
    assert resident_number(EXAMPLE)
    assert resident_number(f" {EXAMPLE[:6]} {EXAMPLE[6:].lower()} ")


@given(st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(at: int, by: int) -> None:
    wrong = str((int(INVENTED[at]) + by) % 10)
    assert not resident_number(INVENTED[:at] + wrong + INVENTED[at + 1 :])


@pytest.mark.parametrize("at", range(17))
def test_two_neighbours_swapped_are_noticed(at: int) -> None:
    swapped = INVENTED[:at] + INVENTED[at + 1] + INVENTED[at] + INVENTED[at + 2 :]
    assert resident_number(swapped) is (swapped == INVENTED)


@pytest.mark.parametrize("text", ["", "1", EXAMPLE[:-1], EXAMPLE + "0", "９" * 18, "²" * 18, "A" * 18, "X" * 18])
def test_what_is_no_number_at_all(text: str) -> None:
    assert not resident_number(text)
