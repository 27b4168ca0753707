"""The four layouts of the text block, and the check digit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.cards.resident_text import check_digit, identity, resident_number_fits
from drivers.simulated.cards import Card

EXPECTED = {
    "mainland": {
        "name": "测试甲", "sex": "female", "ethnic": "01", "birth": "1948-03-17", "address": "虚构市样本区无名路1号2幢303室",
        "issuer": "虚构市公安局样本分局", "valid_from": "2012-06-01", "valid_to": "long_term", "number_fits": True,
    },
    "hk_macau_taiwan": {
        "name": "测试乙", "sex": "male", "birth": "1977-11-05", "valid_to": "2025-01-02", "pass_number": "H00000000",
        "issue_count": "01", "number_fits": True,
    },
    "foreign_2017": {
        "name_latin": "SAMPLE, PERSON OF NOWHERE", "name": "样本", "sex": "female", "birth": "1985-06-12",
        "number": "UTO000000000000", "nationality": "UTO", "valid_to": "2028-04-30", "version": "01",
        "issuer_code": "0000", "number_fits": True,
    },
    "foreign_2023": {
        "name_latin": "SPECIMEN, A NAME THAT IS LONGER THAN ONE FIELD", "name": "样例", "sex": "male",
        "birth": "1990-02-28", "renewals": "00", "nationality": "UTO", "valid_from": "2023-12-01",
        "earlier_link": "000", "number_fits": True,
    },
}  # fmt: skip


@pytest.mark.parametrize("layout", list(EXPECTED))
def test_every_layout(layout: str) -> None:
    card = Card(layout)
    told = identity(card.text)
    assert told.kind == "identity"
    assert told.fields["layout"] == layout
    assert told.fields["number"] == card.number
    assert {name: told.fields[name] for name in EXPECTED[layout]} == EXPECTED[layout]


@pytest.mark.parametrize("layout", list(EXPECTED))
def test_the_cards_of_the_simulator_are_nobodys(layout: str) -> None:
    number = Card(layout).number
    region = number[:6]
    given_out = {*range(11, 66), 71, 81, 82, 83}
    assert layout == "foreign_2017" or int(region[:2]) not in given_out
    assert layout != "foreign_2023" or region[1:3] == "00"
    assert layout != "foreign_2017" or number.startswith("UTO")


def test_cards_differ_by_serial() -> None:
    assert len({Card(serial=serial).number for serial in range(50)}) == 50


@pytest.mark.parametrize(("number", "fits"), [
    ("000000190001010006", False), ("00000019000101", False), ("", False), ("00000019000101000x", False),
    ("０" * 18, False),
])  # fmt: skip
def test_numbers_that_do_not_fit(number: str, fits: bool) -> None:
    assert resident_number_fits(number) is fits


@given(st.text("0123456789", min_size=17, max_size=17))
def test_exactly_one_check_digit_fits(digits: str) -> None:
    assert [last for last in "0123456789X" if resident_number_fits(digits + last)] == [check_digit(digits)]


@given(st.text("0123456789", min_size=17, max_size=17), st.integers(0, 16), st.integers(1, 9))
def test_a_digit_that_was_read_wrong_never_fits(digits: str, at: int, by: int) -> None:
    wrong = digits[:at] + str((int(digits[at]) + by) % 10) + digits[at + 1 :]
    assert not resident_number_fits(wrong + check_digit(digits))


def with_text(at: int, text: str) -> bytes:
    block = bytearray(Card().text)
    block[at : at + 2 * len(text)] = text.encode("utf-16-le")
    return bytes(block)


def test_dates_that_are_none_are_left_empty() -> None:
    assert identity(with_text(36, "19480230")).fields["birth"] == ""
    assert identity(with_text(36, "        ")).fields["birth"] == ""
    assert identity(with_text(36, "1948-3-7")).fields["birth"] == ""


def test_an_unknown_layout_is_not_guessed() -> None:
    assert identity(with_text(248, "Q")).fields == {"reason": "layout_unknown"}
    assert identity(Card().text[:200]).fields == {"reason": "text_short"}


def test_a_zero_for_the_flag_is_a_mainland_card() -> None:
    assert identity(with_text(248, "\0")).fields["layout"] == "mainland"


@given(st.binary(min_size=256, max_size=256))
def test_no_block_breaks_it(block: bytes) -> None:
    told = identity(block)
    assert told.kind in ("identity", "identity_failed")
    assert all(isinstance(value, str | bool) for value in told.fields.values())
