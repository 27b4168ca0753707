"""The text block of a resident identity card: 256 bytes UTF-16LE in four layouts, told apart by one letter (DEVICES 1.6).

What is read here is personal: the values are in a mapping that never shows them when it is printed or logged.
"""

from __future__ import annotations

import re
from datetime import date

from drivers.api import Reading, Value
from drivers.personal import Personal

TEXT_SIZE = 256
FLAG_AT = 248
LONG_TERM = "长期"
PADDING = " \0\u3000"
FOREIGN_2017 = re.compile(r"[A-Z]{3}\d{12}")
WEIGHTS = tuple(2**power % 11 for power in range(17, 0, -1))  # GB 11643-1999, MOD 11-2
SEXES = {"0": "unknown", "1": "male", "2": "female", "9": "unstated"}  # GB/T 2261.1

Layout = tuple[tuple[str, int, int], ...]  # field, offset, length in bytes

MAINLAND: Layout = (
    ("name", 0, 30), ("sex", 30, 2), ("ethnic", 32, 4), ("birth", 36, 16), ("address", 52, 70), ("number", 122, 36),
    ("issuer", 158, 30), ("valid_from", 188, 16), ("valid_to", 204, 16),
)  # fmt: skip
HK_MACAU_TAIWAN: Layout = (*MAINLAND, ("pass_number", 220, 18), ("issue_count", 238, 4))
FOREIGN_I: Layout = (
    ("name_latin", 0, 120), ("sex", 120, 2), ("number", 122, 30), ("nationality", 152, 6), ("name", 158, 30),
    ("valid_from", 188, 16), ("valid_to", 204, 16), ("birth", 220, 16), ("version", 236, 4), ("issuer_code", 240, 8),
)  # fmt: skip
FOREIGN_Y: Layout = (
    ("name", 0, 30), ("sex", 30, 2), ("renewals", 32, 4), ("birth", 36, 16), ("name_latin", 52, 70),
    ("number", 122, 36), ("valid_from", 188, 16), ("valid_to", 204, 16), ("name_latin_2", 220, 22),
    ("nationality", 242, 6), ("earlier_link", 250, 6),
)  # fmt: skip
LAYOUTS: dict[str, tuple[str, Layout]] = {
    "": ("mainland", MAINLAND),
    "J": ("hk_macau_taiwan", HK_MACAU_TAIWAN),
    "I": ("foreign_2017", FOREIGN_I),
    "Y": ("foreign_2023", FOREIGN_Y),
}


def identity(text: bytes) -> Reading:
    """The card as a Reading `identity`; `identity_failed` with a reason for a block of no known layout.

    Fields: layout, name, sex (`male`, `female`, `unknown`, `unstated`), birth, valid_from, valid_to (ISO dates, `""` for
    what is none, `long_term`), number, number_fits (check digit or form), and what else that layout has.
    """
    if len(text) < TEXT_SIZE:
        return Reading("identity_failed", {"reason": "text_short"})
    flag = text[FLAG_AT : FLAG_AT + 2].decode("utf-16-le", "replace").strip(PADDING)
    if flag not in LAYOUTS:
        return Reading("identity_failed", {"reason": "layout_unknown"})
    layout, fields = LAYOUTS[flag]
    values: dict[str, Value] = {name: words(text[at : at + size]) for name, at, size in fields}
    return Reading("identity", Personal({"layout": layout, **_plain(values, layout), "photo_dropped": True}))


def resident_number_fits(number: str) -> bool:
    """Whether 18 characters end in the right check digit (MOD 11-2); says nothing of region and birth."""
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        return False
    return number[17] == check_digit(number[:17])


def check_digit(digits: str) -> str:
    """The eighteenth character for the first seventeen."""
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True))
    return "10X98765432"[total % 11]


def _plain(values: dict[str, Value], layout: str) -> dict[str, Value]:
    """The same with codes and dates in their plain form."""
    if "name_latin_2" in values:  # the rest of a long name, cut at 35 characters
        values["name_latin"] = f"{values['name_latin']}{values.pop('name_latin_2')}"
    number = str(values["number"]).upper()
    fits = bool(FOREIGN_2017.fullmatch(number)) if layout == "foreign_2017" else resident_number_fits(number)
    dates: dict[str, Value] = {name: _date(str(values[name])) for name in ("birth", "valid_from", "valid_to")}
    sex = SEXES.get(str(values["sex"]), "unknown")
    return {**values, **dates, "sex": sex, "number": number, "number_fits": fits}


def words(raw: bytes) -> str:
    """A text of the card without its padding."""
    text = raw.decode("utf-16-le", "replace")
    return "".join(char for char in text if char >= " ").strip(PADDING)


def _date(text: str) -> str:
    if text == LONG_TERM:
        return "long_term"
    try:
        return date.fromisoformat(text).isoformat() if re.fullmatch("[0-9]{8}", text) else ""
    except ValueError:
        return ""
