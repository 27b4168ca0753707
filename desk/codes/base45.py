"""Base45 (RFC 9285): bytes as the characters a QR code packs best. Strict both ways: one text per byte string."""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUE = {char: value for value, char in enumerate(ALPHABET)}


def encode(data: bytes) -> str:
    """Two bytes become three characters, a last single byte two (RFC 9285 section 4)."""
    out: list[str] = []
    for at in range(0, len(data) - 1, 2):
        high, rest = divmod(data[at] << 8 | data[at + 1], 45 * 45)
        mid, low = divmod(rest, 45)
        out += (ALPHABET[low], ALPHABET[mid], ALPHABET[high])
    if len(data) % 2:
        mid, low = divmod(data[-1], 45)
        out += (ALPHABET[low], ALPHABET[mid])
    return "".join(out)


def decode(text: str) -> bytes:
    """The bytes of `text`. Raises ValueError for a foreign character, a wrong length, or a value out of range."""
    if len(text) % 3 == 1:
        raise ValueError("length")
    try:
        values = [_VALUE[char] for char in text]
    except KeyError:
        raise ValueError("alphabet") from None
    out = bytearray()
    for at in range(0, len(values), 3):
        group = values[at : at + 3]
        number = sum(value * 45**place for place, value in enumerate(group))
        out += number.to_bytes(2 if len(group) == 3 else 1, "big") if number < 256 ** (len(group) - 1) else _too_big()
    return bytes(out)


def _too_big() -> bytes:
    raise ValueError("range")
