"""PINs: which are too easy, and how long to wait after wrong ones."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from desk.core.errors import Refused

SHORTEST, LONGEST = 4, 8
# Luck and love numbers everybody tries first, and rows and columns of the keypad.
FAVOURITES = frozenset(
    "1314 5200 5201 5210 5211 5213 1688 6688 8866 6868 8686 6668 6866 8688 9527 1010 1001 1221 1122 2211 1123 1212 "
    "2580 0852 1470 0741 3690 0963 1590 7530 3570 147258 258369 147369 159357 159753 789456 456123 123789 "
    "520131 131452 520520 521521 168168 666888 888666 112233 332211 123321 654321 100200 110120 5201314 1314520 "
    "12341234 11223344 12344321 11112222 66668888 88886666 13145200".split()
)
WAITS_S = (30, 60, 120, 300, 900)
FREE_TRIES = 3  # for one operator
FREE_TRIES_DESK = 10  # for all operators of a desk together: nobody tries one PIN on everyone


def check_pin(pin: str) -> None:
    """Raises Refused: `pin.shape` (4-8 digits), `pin.easy` (a run, a pattern, a favourite), `pin.birthday`."""
    if not re.fullmatch(rf"[0-9]{{{SHORTEST},{LONGEST}}}", pin):
        raise Refused("pin.shape", shortest=SHORTEST, longest=LONGEST)
    if is_easy(pin):
        raise Refused("pin.easy")
    if looks_like_birthday(pin):
        raise Refused("pin.birthday")


def is_easy(pin: str) -> bool:
    """One digit over and over, a run up or down, a short part repeated, or a favourite."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    repeated = any(pin == pin[:n] * (len(pin) // n) for n in (1, 2, 3, 4) if len(pin) % n == 0 and n < len(pin))
    return steps in ({0}, {1}, {9}) or repeated or pin in FAVOURITES


def looks_like_birthday(pin: str) -> bool:
    """MMDD, a year 1920-2039, YYMMDD, YYYYMM or YYYYMMDD."""
    if len(pin) == 4:
        return _is_day(2000, pin) or _is_year(pin)
    if len(pin) == 6:
        return _is_day(2000, pin[2:]) or (_is_year(pin[:4]) and 1 <= int(pin[4:]) <= 12)
    return len(pin) == 8 and _is_year(pin[:4]) and _is_day(2000, pin[4:])


def wait_s(failures: int, free: int = FREE_TRIES) -> int:
    """Seconds to wait after so many wrong tries in a row: none for the first few, then 30 s growing to 15 min."""
    return WAITS_S[min(failures - free, len(WAITS_S) - 1)] if failures >= free else 0


def _is_year(text: str) -> bool:
    return 1920 <= int(text) <= 2039


def _is_day(year: int, month_day: str) -> bool:
    try:
        date(year, int(month_day[:2]), int(month_day[2:]))
    except ValueError:
        return False
    return True
