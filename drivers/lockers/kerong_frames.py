"""KERONG lock boards: CU16 (RS-485 19200 8N1, 16 locks) and CU48 (48 locks); sum at the end (DEVICES 5.3).

Requests are seen with several authors; no reply was ever recorded, so bit 1 = locked stays a setting.
"""

from __future__ import annotations

from functools import lru_cache

from drivers.api import Reading
from drivers.framing import MORE, NEVER, FrameDecoder
from drivers.lockers.doors import WIRINGS, ack, doors
from drivers.sums import summed

STX, ETX = 0x02, 0x03
# CU16: high nibble of the address is the board, low nibble the lock 0-15
STATUS, UNLOCK, STATUS_OF_ALL, UNLOCK_ALL, IS_STATUS = 0x30, 0x31, 0x32, 0x33, 0x35
CU16_LOCKS, CU16_BOARDS, CU16_SIZE = 16, 15, 9
# CU48: the lock, 0-47, has a byte of its own
CU48_STATUS, CU48_OPEN, CU48_OK, CU48_FAILED = 0x60, 0x61, 0x75, 0x00
CU48_LOCKS, CU48_STATES, CU48_ACK_SIZE = 48, 6, 6


def encode_cu16_open(board: int, lock: int) -> bytes:
    """board 0-15, lock 1-16."""
    return summed(bytes((STX, board << 4 | lock - 1, UNLOCK, ETX)))


def encode_cu16_open_all(board: int) -> bytes:
    return summed(bytes((STX, board << 4, UNLOCK_ALL, ETX)))


def encode_cu16_ask(board: int) -> bytes:
    return summed(bytes((STX, board << 4, STATUS, ETX)))


def encode_cu16_ask_boards() -> bytes:
    """All boards of the line at once. How they answer was never seen, so the desk asks one after the other."""
    return summed(bytes((STX, 0, STATUS_OF_ALL, ETX)))


class Cu16Decoder(FrameDecoder):
    """The nine bytes of a status reply: states of locks 1-8 and 9-16, eyes of 1-8 and 9-16."""

    START = bytes((STX,))
    MAX = CU16_SIZE

    def __init__(self, wiring: str = WIRINGS[0]) -> None:
        super().__init__()
        self._high_is_closed = wiring != "closed_when_open"

    def size(self, buffer: bytearray, at: int) -> int:
        if len(buffer) - at < 3:
            return MORE
        return CU16_SIZE if buffer[at + 2] == IS_STATUS else NEVER

    def parse(self, frame: bytes) -> Reading | None:
        return _cu16(frame, self._high_is_closed)


@lru_cache(4096)
def _cu16(frame: bytes, high_is_closed: bool) -> Reading | None:
    if frame[7] != ETX or sum(frame[:8]) & 0xFF != frame[8]:
        return None
    locks, eyes = frame[3] | frame[4] << 8, frame[5] | frame[6] << 8
    return doors(frame[1] >> 4, CU16_LOCKS, locks if high_is_closed else ~locks, eyes)


def encode_cu48_open(board: int, lock: int) -> bytes:
    """board 0-255, lock 1-48."""
    return summed(bytes((STX, board, lock - 1, CU48_OPEN, ETX)))


def encode_cu48_ask(board: int) -> bytes:
    return summed(bytes((STX, board, 0, CU48_STATUS, ETX)))


class Cu48Decoder(FrameDecoder):
    """`02 board lock 75 00 sum` after an open, `02 board 00 75 06 six-bytes sum` after a question."""

    START = bytes((STX,))
    MAX = CU48_ACK_SIZE + CU48_STATES

    def __init__(self, wiring: str = WIRINGS[0]) -> None:
        super().__init__()
        self._high_is_closed = wiring != "closed_when_open"

    def size(self, buffer: bytearray, at: int) -> int:
        if len(buffer) - at < 5:
            return MORE
        lock, status, extra = buffer[at + 2 : at + 5]
        if lock >= CU48_LOCKS or status not in (CU48_OK, CU48_FAILED):
            return NEVER
        if extra == CU48_STATES and status == CU48_OK:
            return CU48_ACK_SIZE + CU48_STATES
        return CU48_ACK_SIZE if extra == 0 else NEVER

    def parse(self, frame: bytes) -> Reading | None:
        return _cu48(frame, self._high_is_closed)


@lru_cache(4096)
def _cu48(frame: bytes, high_is_closed: bool) -> Reading | None:
    if sum(frame[:-1]) & 0xFF != frame[-1]:
        return None
    board, lock, status = frame[1:4]
    if len(frame) == CU48_ACK_SIZE:
        return ack(board, lock + 1, done=status == CU48_OK)
    bits = int.from_bytes(frame[5:-1], "little")
    return doors(board, CU48_LOCKS, bits if high_is_closed else ~bits)
