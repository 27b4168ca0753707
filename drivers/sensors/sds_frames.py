"""Nova dust sensor SDS011: ten bytes a second, commands of nineteen (DEVICES 8, control protocol V1.3). No I/O here."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import lru_cache

from drivers.api import Reading
from drivers.framing import MORE, NEVER
from drivers.several import SeveralDecoder

TAIL = 0xAB
VALUES, REPLY = 0xC0, 0xC5
MODE, QUERY, SLEEP, PERIOD = 2, 4, 6, 8
ANY = 0xFFFF  # addresses every sensor on the line
UNIT = "ug/m3"


def encode(command: int, *values: int, address: int = ANY) -> bytes:
    """A command frame; values: what follows the command's number, zeros after them."""
    body = bytes((command, *values)).ljust(13, b"\0") + address.to_bytes(2, "big")
    return b"\xaa\xb4" + body + bytes((sum(body) & 0xFF, TAIL))


class SdsDecoder(SeveralDecoder):
    """Levels `pm2_5` and `pm10`, and replies to commands."""

    START = b"\xaa"
    MAX = 10

    def size(self, buffer: bytearray, at: int) -> int:
        if len(buffer) < at + 2:
            return MORE
        return 10 if buffer[at + 1] in (VALUES, REPLY) else NEVER

    def parse_all(self, frame: bytes) -> Sequence[Reading] | None:
        if frame[9] != TAIL or sum(frame[2:8]) & 0xFF != frame[8]:
            return None
        if frame[1] == REPLY:
            return [Reading("reply", {"command": f"{frame[2]:02X}", "set": bool(frame[3]), "value": frame[4]})]
        return _levels(frame[2:6])


@lru_cache(256)
def _levels(values: bytes) -> Sequence[Reading]:
    """The same few values come again and again."""
    pm2_5, pm10 = struct.unpack("<2H", values)
    return (
        Reading("level", {"quantity": "pm2_5", "value": pm2_5 / 10, "unit": UNIT}),
        Reading("level", {"quantity": "pm10", "value": pm10 / 10, "unit": UNIT}),
    )
