"""The number of a 125 kHz card as readers and printers write it: one value, several forms (DEVICES 7)."""

from __future__ import annotations

FORMS = ("auto", "10d", "8h", "8d", "3+5d")


def canonical(text: str, form: str = "auto") -> str:
    """The number as hex: eight digits, or six when the form carries three bytes only. `""` when it does not fit the form.

    10d: four bytes as ten digits. 8h: four bytes as hex. 3+5d: `123,14706`, a byte and a word. 8d: the same as eight
    digits. auto: by length and comma, eight characters being 8h; a reader that writes 8d must be told so.
    """
    text = text.strip().upper()
    if form == "auto":
        form = "3+5d" if "," in text else {10: "10d", 8: "8h"}.get(len(text), "")
    if form == "3+5d" and "," in text:
        byte, _, word = text.partition(",")
        return _three(byte, word)
    if form == "8d" and len(text) == 8:
        return _three(text[:3], text[3:])
    if form == "8h" and len(text) == 8:
        return _number(text, 16, 4)
    return _number(text, 10, 4) if form == "10d" and len(text) == 10 else ""


def same(one: str, other: str) -> bool:
    """Whether two canonical numbers are of one card: compared as far as both go, from the end."""
    shorter = min(len(one), len(other))
    return shorter >= 6 and one[-shorter:] == other[-shorter:]


def _three(byte: str, word: str) -> str:
    high, low = _number(byte, 10, 1), _number(word, 10, 2)
    return high + low if high and low else ""


def _number(text: str, base: int, size: int) -> str:
    if not text.isascii() or not text.isalnum():
        return ""
    try:
        value = int(text, base)
    except ValueError:
        return ""
    return f"{value:0{2 * size}X}" if value < 256**size else ""
