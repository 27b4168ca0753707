"""What people read out: the serial printed under a code, and the six digits under a pass. Neither opens anything alone."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Container
from itertools import pairwise

from desk.codes.payload import LETTER
from desk.codes.rules import Kind
from desk.core.errors import Trouble

SERIAL_LETTER = {**LETTER, Kind.PASS: "P"}
_LETTERS = frozenset(SERIAL_LETTER.values())
DIGITS = 6
GUESSES, GUESS_WINDOW_MS = 5, 10 * 60_000  # wrong tries a desk has in ten minutes
_TRIES = 200
# Damm's quasigroup of order 10 (H. M. Damm, 2004): catches every single wrong digit and every swap of neighbours.
_DAMM = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip


def damm(digits: str) -> str:
    """The check digit of a string of digits; of a string with its check digit it is "0"."""
    state = 0
    for digit in digits:
        state = int(_DAMM[state][int(digit)])
    return str(state)


def new_serial(kind: Kind, taken: Callable[[str], bool] | Container[str]) -> str:
    """A letter, eight random digits and a check digit: `H123456782`. Random, so that two desks need not agree first.

    taken: says whether a serial is in use here. Raises Trouble("codes.numbers_full").
    """
    return _draw(lambda: _serial(SERIAL_LETTER[kind]), taken)


def _serial(letter: str) -> str:
    body = f"{secrets.randbelow(10**8):08d}"
    return letter + body + damm(body)


def show_serial(serial: str) -> str:
    """`H123456782` -> `H 123 456 782`, as printed."""
    return f"{serial[0]} {serial[1:4]} {serial[4:7]} {serial[7:]}"


def read_serial(text: str) -> str | None:
    """The serial a person typed, blanks and dashes aside; None when it is none or its check digit is wrong."""
    tidy = "".join(char for char in text.upper() if char not in " -·\t\r\n")
    digits = tidy[1:]
    if len(tidy) != 10 or tidy[0] not in _LETTERS or not (digits.isascii() and digits.isdigit()):
        return None
    return tidy if damm(digits) == "0" else None


def new_digits(taken: Callable[[str], bool] | Container[str]) -> str:
    """Six digits no live pass has here, and none that anybody would try first. Raises Trouble("codes.numbers_full")."""
    return _draw(lambda: f"{secrets.randbelow(10**DIGITS):06d}", lambda d: is_obvious(d) or _has(taken, d))


def is_obvious(digits: str) -> bool:
    """111111, 123456, 654321, 121212, 123123 and the like."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(digits)}
    return len(set(digits)) <= 2 or steps <= {1} or steps <= {9} or digits[:3] == digits[3:]


def show_digits(digits: str) -> str:
    """`482915` -> `482 915`."""
    return f"{digits[:3]} {digits[3:]}"


def read_digits(text: str) -> str | None:
    """The six digits a person typed, or None."""
    tidy = "".join(text.split()).replace("-", "")
    return tidy if len(tidy) == DIGITS and tidy.isascii() and tidy.isdigit() else None


def wait_ms(wrong_at: list[int], now: int) -> int:
    """How long until the next guess, given the times of wrong ones. A time in the future (clock set back) counts as now."""
    recent = sorted(min(at, now) for at in wrong_at if at > now - GUESS_WINDOW_MS)
    return 0 if len(recent) < GUESSES else recent[-GUESSES] + GUESS_WINDOW_MS - now


def _has(taken: Callable[[str], bool] | Container[str], value: str) -> bool:
    return taken(value) if callable(taken) else value in taken


def _draw(make: Callable[[], str], taken: Callable[[str], bool] | Container[str]) -> str:
    for _ in range(_TRIES):
        value = make()
        if not _has(taken, value):
            return value
    raise Trouble("codes.numbers_full")
