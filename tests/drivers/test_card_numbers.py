"""Forms of a card's number: one card, one value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.cards.card_numbers import FORMS, canonical, same

numbers = st.integers(0, 2**32 - 1)


@pytest.mark.parametrize(("text", "form", "value"), [
    ("0006547886", "auto", "0063E9AE"), ("0006547886", "10d", "0063E9AE"), ("0063E9AE", "auto", "0063E9AE"),
    ("0063e9ae", "8h", "0063E9AE"), ("99,59822", "auto", "63E9AE"), ("099,59822", "3+5d", "63E9AE"),
    ("09959822", "8d", "63E9AE"), ("123,14706", "3+5d", "7B3972"), (" 0006547886\r", "auto", "0063E9AE"),
    ("9999999999", "10d", ""), ("256,00001", "3+5d", ""), ("99,65536", "3+5d", ""), ("12", "auto", ""),
    ("0063E9AG", "8h", ""), ("+123456789", "10d", ""), ("1_000_0000", "10d", ""), ("٠٠٠٦٥٤٧٨٨٦", "10d", ""),
    ("", "auto", ""), (",", "auto", ""), ("0006547886", "8h", ""),
])  # fmt: skip
def test_forms(text: str, form: str, value: str) -> None:
    assert canonical(text, form) == value


@given(numbers)
def test_all_forms_of_one_card_are_the_same_card(number: int) -> None:
    byte, word = number >> 16 & 0xFF, number & 0xFFFF
    written = {"10d": f"{number:010}", "8h": f"{number:08x}", "3+5d": f"{byte:03},{word:05}", "8d": f"{byte:03}{word:05}"}  # fmt: skip
    values = [canonical(text, form) for form, text in written.items()]
    assert all(same(one, other) for one in values for other in values)


@given(numbers, numbers)
def test_cards_that_differ_in_three_bytes_are_not_the_same(one: int, other: int) -> None:
    differ = one & 0xFFFFFF != other & 0xFFFFFF
    assert same(f"{one:08X}", f"{other & 0xFFFFFF:06X}") is not differ


def test_nothing_is_the_same_as_no_number() -> None:
    assert not same("", "")
    assert not same("", "0063E9AE")


@given(st.text(max_size=14), st.sampled_from(FORMS))
def test_no_text_breaks_it(text: str, form: str) -> None:
    value = canonical(text, form)
    assert value == "" or (len(value) in (6, 8) and int(value, 16) >= 0)
