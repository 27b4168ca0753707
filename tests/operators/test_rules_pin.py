"""Which PINs are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.errors import Refused
from desk.operators.rules_pin import check_pin, wait_s


def code_of(pin: str) -> str:
    with pytest.raises(Refused) as refused:
        check_pin(pin)
    assert pin not in str(refused.value) or not pin  # never repeat what was typed
    return refused.value.code


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4", "１２３４", "12 34", "-123", "٠١٢٣"])
def test_shape(pin: str) -> None:
    assert code_of(pin) == "pin.shape"


@pytest.mark.parametrize("pin", ["0000", "1111", "1234", "4321", "9876", "7890", "123456", "12345678", "1212", "123123", "565656", "1314", "5201314", "2580"])  # fmt: skip
def test_easy(pin: str) -> None:
    assert code_of(pin) == "pin.easy"


@pytest.mark.parametrize("pin", ["0229", "1105", "1953", "2024", "531105", "195311", "19531105"])
def test_birthdays(pin: str) -> None:
    assert code_of(pin) == "pin.birthday"


@pytest.mark.parametrize("pin", ["7042", "8351", "93617", "482059", "19531399", "7039482", "60417352"])
def test_good(pin: str) -> None:
    check_pin(pin)


def is_open(pin: str) -> bool:
    try:
        check_pin(pin)
    except Refused:
        return False
    return True


def test_most_four_digit_pins_stay_open() -> None:
    assert 9_200 < sum(is_open(f"{n:04d}") for n in range(10_000)) < 9_500


@given(st.integers(0, 50), st.integers(1, 10))
def test_waits_never_shrink(failures: int, free: int) -> None:
    assert wait_s(failures, free) <= wait_s(failures + 1, free) <= 900
    assert (wait_s(failures, free) == 0) == (failures < free)
