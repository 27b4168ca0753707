"""Serials and six digits: read out, typed back, and guessed at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.codes import serials
from desk.codes.rules import Kind
from desk.core.errors import Trouble

BODY = st.text("0123456789", min_size=8, max_size=8)


def test_damm_example() -> None:
    assert serials.damm("572") == "4"
    assert serials.damm("5724") == "0"


@given(BODY, st.integers(0, 8), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_caught(body: str, at: int, digit: str) -> None:
    whole = body + serials.damm(body)
    wrong = whole[:at] + digit + whole[at + 1 :]
    assert (serials.read_serial("H" + wrong) is None) == (wrong != whole)


@given(BODY, st.integers(0, 7))
def test_swapped_neighbours_are_caught(body: str, at: int) -> None:
    whole = body + serials.damm(body)
    swapped = whole[:at] + whole[at + 1] + whole[at] + whole[at + 2 :]
    assert (serials.read_serial("D" + swapped) is None) == (swapped != whole)


@pytest.mark.parametrize("kind", list(Kind))
def test_shown_and_read_back(kind: Kind) -> None:
    serial = serials.new_serial(kind, ())
    assert serials.read_serial(serials.show_serial(serial).lower()) == serial
    assert len(serials.show_serial(serial)) == 13


@pytest.mark.parametrize("text", ["", "H", "X123456782", "H12345678", "H1234567A2", "H１２３４５６７８２"])
def test_no_serial(text: str) -> None:
    assert serials.read_serial(text) is None


def test_taken_numbers_are_drawn_again() -> None:
    drawn: list[str] = []

    def taken(serial: str) -> bool:
        drawn.append(serial)
        return len(drawn) < 5

    assert serials.new_serial(Kind.PASS, taken) == drawn[-1]
    with pytest.raises(Trouble) as none_left:
        serials.new_digits(lambda _: True)
    assert none_left.value.code == "codes.numbers_full"


@pytest.mark.parametrize("digits", ["111111", "123456", "987654", "121212", "456456", "890123", "000001"])
def test_obvious_digits_are_never_drawn(digits: str) -> None:
    assert serials.is_obvious(digits)


def test_ordinary_digits() -> None:
    assert not serials.is_obvious("482915")
    assert all(not serials.is_obvious(serials.new_digits(())) for _ in range(200))
    assert serials.read_digits(serials.show_digits("048291")) == "048291"
    assert serials.read_digits("04829") is None
    assert serials.read_digits("٠٤٨٢٩١") is None


@given(st.lists(st.integers(0, 2_000_000), max_size=30), st.integers(0, 2_000_000))
def test_never_more_than_five_wrong_in_ten_minutes(at: list[int], now: int) -> None:
    wait = serials.wait_ms(at, now)
    recent = [one for one in at if one > now - serials.GUESS_WINDOW_MS]
    assert (wait > 0) == (len(recent) >= serials.GUESSES)
    assert wait <= serials.GUESS_WINDOW_MS
    later = [min(one, now) for one in at if min(one, now) > now + wait - serials.GUESS_WINDOW_MS]
    assert len(later) < serials.GUESSES
