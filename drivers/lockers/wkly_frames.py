"""WKLY lock boards: `57 4B 4C 59 len board command data... xor`, len = the whole frame (DEVICES 5.2).

Medium evidence: one user reports no reply to open, so the driver believes the door, not the reply.
"""

from __future__ import annotations

from functools import lru_cache

from drivers.api import Reading
from drivers.framing import MORE, NEVER, FrameDecoder
from drivers.lockers.doors import WIRINGS, ack, door, doors
from drivers.sums import signed, xor

HEAD = b"WKLY"
OPEN, ASK, ASK_ALL, REPORT, OPEN_ALL = 0x82, 0x83, 0x84, 0x85, 0x86
DONE, CLOSED = 0x00, 0x01
LOCKS = 48
SMALLEST, LARGEST = 9, 10 + LOCKS


def encode_open(board: int, lock: int) -> bytes:
    return _framed(board, OPEN, bytes((lock,)))


def encode_open_all(board: int) -> bytes:
    return _framed(board, OPEN_ALL)


def encode_ask(board: int, lock: int) -> bytes:
    return _framed(board, ASK, bytes((lock,)))


def encode_ask_all(board: int) -> bytes:
    return _framed(board, ASK_ALL)


def _framed(board: int, command: int, data: bytes = b"") -> bytes:
    return signed(HEAD + bytes((len(data) + 8, board, command)) + data)


class Decoder(FrameDecoder):
    """Replies of the board. Our own requests, heard as an echo, are shorter than every reply and are no readings."""

    START = HEAD
    MAX = LARGEST

    def __init__(self, wiring: str = WIRINGS[0]) -> None:
        super().__init__()
        self._closed = 1 - CLOSED if wiring == "closed_when_open" else CLOSED

    def size(self, buffer: bytearray, at: int) -> int:
        if len(buffer) - at < 5:
            return MORE
        size = buffer[at + 4]
        return size if SMALLEST <= size <= LARGEST else NEVER

    def parse(self, frame: bytes) -> Reading | None:
        return _reading(frame, self._closed)


@lru_cache(4096)
def _reading(frame: bytes, closed: int) -> Reading | None:
    board, command, data = frame[5], frame[6], frame[7:-1]
    if xor(frame) or not _fits(command, data):
        return None
    if command == OPEN:  # it carries the state of the door too, at the moment the coil fired: too early to be believed
        return ack(board, data[1], data[0] == DONE)
    if command == OPEN_ALL:
        return ack(board, 0, data[0] == DONE)
    if command == ASK:
        return door(board, data[1], data[2] == closed)
    if command == REPORT:
        return door(board, data[0], data[1] == closed, reported=True)
    bits = sum(1 << n for n, state in enumerate(data[2:]) if state == closed)
    return doors(board, data[1], bits)


def _fits(command: int, data: bytes) -> bool:
    """Is it the reply this command has? States are 00 or 01, a lock is one the board can have."""
    if command in (OPEN, ASK):
        done = data[:1] == b"\x00" or command == OPEN
        return done and len(data) == 3 and 1 <= data[1] <= LOCKS and data[2] <= 1
    if command == REPORT:
        return len(data) == 2 and 1 <= data[0] <= LOCKS and data[1] <= 1
    if command == ASK_ALL:
        return len(data) >= 2 and data[0] == DONE and len(data) == 2 + data[1] and max(data[2:], default=0) <= 1
    return command == OPEN_ALL and len(data) == 1
