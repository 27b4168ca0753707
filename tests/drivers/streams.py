"""Ways to feed a decoder, and what every decoder of frames must bear."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from drivers.api import Decoder, Noise, Reading

Event = Reading | Noise
LONG_S = 60.0


def whole(decoder: Decoder, data: bytes) -> list[Event]:
    """Fed at once, then a long pause."""
    return [*decoder.feed(data), *decoder.idle(LONG_S)]


def bytewise(decoder: Decoder, data: bytes) -> list[Event]:
    """Fed byte by byte, then a long pause."""
    fed = (decoder.feed(data[at : at + 1]) for at in range(len(data)))
    return [*chain.from_iterable(fed), *decoder.idle(LONG_S)]


def cut(decoder: Decoder, data: bytes, at: int) -> list[Event]:
    """Fed in two pieces, then a long pause."""
    return [*decoder.feed(data[:at]), *decoder.feed(data[at:]), *decoder.idle(LONG_S)]


def readings(events: Sequence[Event]) -> list[Reading]:
    """Those that are no noise."""
    return [event for event in events if isinstance(event, Reading)]


def flips(frame: bytes) -> list[bytes]:
    """The frame with each of its bits turned."""
    number, size = int.from_bytes(frame, "big"), len(frame)
    return [(number ^ (1 << bit)).to_bytes(size, "big") for bit in range(8 * size)]


def assert_steady(
    make: Callable[[], Decoder], frame: bytes, noise: bytes = b"\x00\x13\xff\x7f", halves: bool = True
) -> list[Reading]:
    """One frame says the same at once, cut anywhere, amid noise, behind a half of itself, and twice in a row.

    halves: off where frames have neither check nor end to know a half by. Returns what it says.
    """
    said = readings(whole(make(), frame))
    assert said
    assert readings(bytewise(make(), frame)) == said
    for at in range(len(frame)):
        assert readings(cut(make(), frame, at)) == said
        behind = readings(whole(make(), frame[:at] + frame))
        assert behind == said or not halves, f"lost behind its own first {at} bytes"
    assert readings(whole(make(), noise + frame + noise)) == said
    assert readings(whole(make(), frame + frame)) == said * 2
    return said


def assert_checked(make: Callable[[], Decoder], frame: bytes) -> None:
    """No frame with one bit turned says anything, and none hides the good one behind it."""
    said = readings(whole(make(), frame))
    for wrong in flips(frame):
        assert not readings(whole(make(), wrong))
        assert readings(whole(make(), wrong + frame)) == said
