"""The small checksums of small boards."""

from __future__ import annotations


def xor(data: bytes | bytearray) -> int:
    """The exclusive-or of all bytes."""
    value = 0
    for byte in data:
        value ^= byte
    return value


def signed(body: bytes) -> bytes:
    """With the exclusive-or behind it."""
    return body + bytes((xor(body),))


def summed(body: bytes) -> bytes:
    """With the low byte of the sum behind it."""
    return body + bytes((sum(body) & 0xFF,))
