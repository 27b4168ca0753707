"""Plantower dust sensors PMS5003 and PMSA003: frames of 32 bytes, a few commands (DEVICES 8). No I/O here."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import lru_cache

from drivers.api import Reading
from drivers.framing import MORE, NEVER
from drivers.several import SeveralDecoder

HEAD = b"BM"
VALUES, REPLY = 28, 4  # the two lengths a frame can have after its length field
WARM_UP_S = 30.0  # after waking the fan has not moved enough air yet
COMMANDS = {
    "read": (0xE2, 0),
    "passive": (0xE1, 0),
    "active": (0xE1, 1),
    "sleep": (0xE4, 0),
    "wake": (0xE4, 1),
}
UNIT = "ug/m3"


def encode(command: str) -> bytes:
    """The seven bytes of a command of COMMANDS. Raises KeyError."""
    code, value = COMMANDS[command]
    body = HEAD + bytes((code, 0, value))
    return body + sum(body).to_bytes(2, "big")


class PmsDecoder(SeveralDecoder):
    """Levels `pm1`, `pm2_5`, `pm10` as they are in the air; `warming_up` for a frame of zeros; replies to commands."""

    START = HEAD
    MAX = VALUES + 4

    def size(self, buffer: bytearray, at: int) -> int:
        if len(buffer) < at + 4:
            return MORE
        length = buffer[at + 2] << 8 | buffer[at + 3]
        return length + 4 if length in (VALUES, REPLY) else NEVER

    def parse_all(self, frame: bytes) -> Sequence[Reading] | None:
        if sum(frame[:-2]) != frame[-2] << 8 | frame[-1]:
            return None
        if len(frame) == REPLY + 4:
            return [Reading("reply", {"command": f"{frame[4]:02X}", "value": frame[5]})]
        if not any(frame[4:28]):
            return [Reading("status", {"code": "warming_up"})]
        return _levels(frame[10:16])  # the three words before are for factory air (CF=1)


@lru_cache(256)
def _levels(values: bytes) -> Sequence[Reading]:
    """The same few values come again and again."""
    pm1, pm2_5, pm10 = struct.unpack(">3H", values)
    return (
        Reading("level", {"quantity": "pm1", "value": pm1, "unit": UNIT}),
        Reading("level", {"quantity": "pm2_5", "value": pm2_5, "unit": UNIT}),
        Reading("level", {"quantity": "pm10", "value": pm10, "unit": UNIT}),
    )
