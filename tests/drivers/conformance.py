"""What every driver promises about bytes, as plain functions: the suite and the fuzz command both use them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from drivers import registry
from drivers.api import Decoder, Driver, Noise, Options, Reading, complete
from tests.drivers.case import Case, all_cases

QUIET_S = 3600.0
Event = Reading | Noise


@cache
def kinds() -> dict[str, type[Driver]]:
    return registry.find()


@cache
def cases() -> dict[str, Case]:
    return all_cases()


def names(framed: bool = False) -> list[str]:
    """Drivers with a case; framed: those that decode frames."""
    return sorted(name for name in kinds() if name in cases() and (cases()[name].frames or not framed))


def decoder(name: str, options: Options | None = None) -> Decoder:
    kind = kinds()[name]
    given = cases()[name].options if options is None else options
    return kind.decoder(complete(kind.OPTIONS, given, partial=True))


def decoded(name: str, pieces: Iterable[bytes], options: Options | None = None) -> list[Event]:
    """All events of these pieces, nothing more coming after them."""
    one = decoder(name, options)
    events = [event for piece in pieces for event in one.feed(piece)]
    return [*events, *one.idle(QUIET_S)]


def readings(events: Iterable[Event]) -> list[Reading]:
    return [event for event in events if isinstance(event, Reading)]


def read(name: str, *pieces: bytes) -> list[Reading]:
    return readings(decoded(name, pieces))


def single(data: bytes) -> list[bytes]:
    """Byte by byte."""
    return [data[i : i + 1] for i in range(len(data))]


def flips(frame: bytes) -> Iterator[bytes]:
    """The frame with each one of its bits turned."""
    for at in range(len(frame)):
        for bit in range(8):
            yield frame[:at] + bytes((frame[at] ^ (1 << bit),)) + frame[at + 1 :]


def plain(reading: Reading) -> dict[str, Any]:
    return {"kind": reading.kind, **reading.fields}


def held(thing: object, depth: int = 3) -> int:
    """About how many bytes and things a decoder keeps."""
    if isinstance(thing, bytes | bytearray | str):
        return len(thing)
    if isinstance(thing, list | tuple | set | dict):
        return len(thing)
    inside = getattr(thing, "__dict__", {})
    return sum(held(value, depth - 1) for value in inside.values()) if depth else 0
