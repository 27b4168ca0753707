"""What lock boards say, in one tongue: an acknowledgement, one door, all doors of a board."""

from __future__ import annotations

from drivers.api import Option, Reading, Value

WIRINGS = ("closed_when_locked", "closed_when_open")
WIRING = Option(
    "wiring", WIRINGS[0], (*WIRINGS, "none"), help="when the feedback contact of a lock is closed, if it has one"
)


def ack(board: int, lock: int, done: bool) -> Reading:
    """The board's answer to an open command. lock 0: all. It speaks of the command, not of the door."""
    return Reading("ack", {"board": board, "lock": lock, "done": done})


def door(board: int, lock: int, closed: bool, reported: bool = False) -> Reading:
    """The state of one door; reported: nobody asked."""
    return Reading("door", {"board": board, "lock": lock, "closed": closed, "reported": reported})


def doors(board: int, locks: int, closed_bits: int, present_bits: int | None = None) -> Reading:
    """The states of all doors: numbers of the closed ones, and of the compartments that hold something, if it sees.

    Bit 0 is lock 1.
    """
    fields: dict[str, Value] = {"board": board, "locks": locks, "closed": _numbers(closed_bits, locks)}
    if present_bits is not None:
        fields["present"] = _numbers(present_bits, locks)
    return Reading("doors", fields)


def _numbers(bits: int, locks: int) -> str:
    return ",".join(str(n + 1) for n in range(locks) if bits >> n & 1)


def numbers(text: str) -> frozenset[int]:
    """Back from "1,9,17"."""
    return frozenset(map(int, text.split(","))) if text else frozenset()
