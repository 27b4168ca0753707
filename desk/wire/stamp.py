"""The stamp of one write: its effective clock value and the tail of its operation's id; stamps sort as writes order.

`<25 characters of clock>.<last 8 of the operation id>`. The tail settles two writes with one clock value, which only a
copied disk makes. Stores of 0.1.0 hold bare clock values: they sort before the same value with a tail, as they should.
"""

from __future__ import annotations

TAIL = 8
NEVER = ""  # sorts before every stamp


def stamp(clock: str, op_id: str) -> str:
    """`clock`: text form of a hybrid clock value (the effective one once the hub gave it)."""
    return f"{clock}.{op_id[-TAIL:]}"


def clock_of(value: str) -> str:
    """The clock part of a stamp."""
    return value.partition(".")[0]


def effective(clock: str, hub_ms: int, newest: str = NEVER) -> str:
    """What the hub orders an operation by: its own clock value, but never later than the hub's now (SYNC 2.4).

    A desk a day ahead cannot win for a day. `newest`: the latest effective value in the log so far: a value that is held
    down still comes after everything its author can have seen, also within one millisecond.
    """
    if clock[:16] <= f"{hub_ms:012x}ffff":
        return clock
    following = int(newest[:16], 16) + 1 if newest else 0
    return min(clock, f"{max(hub_ms << 16, following):016x}{clock[16:]}")
