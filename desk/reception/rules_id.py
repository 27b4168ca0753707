"""Numbers of identity documents: only that of the resident identity card can be checked by a published standard."""

from __future__ import annotations

LENGTH = 18
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


def resident_number(number: str) -> bool:
    """Whether this is a whole citizen identity number: 17 digits and their check character (GB 11643-1999, which takes
    ISO 7064 MOD 11-2). A slip of one character, or two neighbours swapped, is always noticed."""
    number = "".join(number.upper().split())
    if len(number) != LENGTH or not number.isascii() or not number[:-1].isdigit():
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return CHECKS[total % 11] == number[-1]
