"""The common "8A/80" lock board: boards 1-99 on RS-485 9600 8N1, locks 1-24, exclusive-or at the end (DEVICES 5.1).

Two firmwares, two wirings: which level means "locked" is a setting, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from drivers.api import Reading
from drivers.framing import MORE, NEVER, FrameDecoder
from drivers.lockers.doors import WIRINGS, ack, door, doors
from drivers.sums import signed, xor

OPEN, ASK, REPORT = 0x8A, 0x80, 0x81
DO_OPEN, DO_ASK = 0x11, 0x33
HIGH, LOW = 0x11, 0x00
ALL = 0
BOARDS, LOCKS = 99, 24
ONE_SIZE, ALL_SIZE = 5, 7
Ear = Callable[[], FrameDecoder]
HEADS = re.compile(rb"[\x80\x81\x8a]")


def encode_open(board: int, lock: int) -> bytes:
    """Open one lock, or every lock of the board with lock 0."""
    return signed(bytes((OPEN, board, lock, DO_OPEN)))


def encode_ask(board: int, lock: int) -> bytes:
    """Ask for the state of one lock, or of all with lock 0."""
    return signed(bytes((ASK, board, lock, DO_ASK)))


class Decoder(FrameDecoder):
    """Answers and reports of the board.

    The two answers to a question share their head and carry no length, so whoever asked says which one it awaits:
    `one` or `all`. `auto`, for captures, takes the short one where both would fit.
    """

    MAX = ALL_SIZE

    def __init__(self, wiring: str = WIRINGS[0], answer: str = "auto") -> None:
        super().__init__()
        self._high_is_closed, self._answer = wiring != "closed_when_open", answer

    def find(self, buffer: bytearray, at: int) -> int:
        found = HEADS.search(buffer, at)
        return found.start() if found else -1

    def size(self, buffer: bytearray, at: int) -> int:
        left = len(buffer) - at
        if left < ONE_SIZE:
            return MORE
        if not 1 <= buffer[at + 1] <= BOARDS:
            return NEVER
        if buffer[at] != ASK or self._answer == "one":
            return ONE_SIZE
        if self._answer == "auto" and buffer[at + 2] != ALL and _is_one(bytes(buffer[at : at + ONE_SIZE])):
            return ONE_SIZE
        return ALL_SIZE

    def parse(self, frame: bytes) -> Reading | None:
        return _reading(frame, self._high_is_closed)


def _is_one(frame: bytes) -> bool:
    head, board, lock, state, check = frame
    return lock <= LOCKS and state in (LOW, HIGH) and head ^ board ^ lock ^ state == check


@lru_cache(4096)
def _reading(frame: bytes, high_is_closed: bool) -> Reading | None:
    head, board, lock, state = frame[:4]
    if len(frame) == ALL_SIZE:
        bits = frame[4] | frame[3] << 8 | frame[2] << 16
        right = frame[5] == DO_ASK and xor(frame) == 0
        return doors(board, LOCKS, bits if high_is_closed else ~bits) if right else None
    if not _is_one(frame):
        return None
    closed = (state == HIGH) == high_is_closed
    if head == OPEN:  # the state after the try: still closed means it did not open
        return ack(board, lock, done=not closed)
    if head == REPORT:  # firmware with reports: 00 locked, 11 opened (DEVICES 5.1)
        return door(board, lock, closed=state == LOW, reported=True)
    return door(board, lock, closed)
