"""A scanner that is not there: what it would send for each code, whole or with one of the usual faults."""

from __future__ import annotations

from collections.abc import Iterator

FAULTS = ("", "mute", "late", "garbage", "half", "vanish")
LATE_S = 3.0


def chunks(text: str, fault: str = "", end: bytes = b"\r") -> Iterator[tuple[float, bytes | None]]:
    """(seconds to wait, bytes to send) for one code; None instead of bytes: the line goes away and comes back."""
    body = text.encode()
    if fault == "mute":
        return
    if fault == "vanish":
        yield 0.0, body[: len(body) // 2]
        yield 0.3, None
    elif fault == "half":
        yield 0.0, body[: len(body) // 2]
    elif fault == "garbage":
        yield 0.0, b"\x00\xff\xfe" + bytes(byte ^ 0x80 for byte in body) + end
        yield 0.3, body + end
    else:
        yield LATE_S if fault == "late" else 0.0, body + end
