"""What can go wrong on a line, and plans that decide which request it happens to."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    """One thing that happens to one exchange."""

    NOTHING = "nothing"
    DROP_REQUEST = "drop_request"  # never reaches the hub
    DROP_ANSWER = "drop_answer"  # the hub did it, the desk sees the line go dead
    TWICE = "twice"  # the hub gets it twice, the desk sees the second answer
    LATE = "late"  # the line goes dead; the hub gets it after the next request
    CUT_REQUEST = "cut_request"  # half the body arrives, with a length that fits
    CUT_ANSWER = "cut_answer"  # half the body, then the line goes dead
    SHORT_ANSWER = "short_answer"  # half the body, with a length that fits
    DELAY = "delay"  # `amount` seconds before the request goes on
    SLOW = "slow"  # the answer's body at `amount` bytes a second
    STATUS = "status"  # `amount` as a status code, from the proxy; never reaches the hub


@dataclass(frozen=True)
class Fault:
    what: What = What.NOTHING
    amount: float = 0.0


NONE = Fault()
Plan = Callable[[int, str, str], Fault]  # (number of the request from 1, method, path) -> what happens to it

ROUGH = (
    Fault(What.DROP_REQUEST), Fault(What.DROP_ANSWER), Fault(What.TWICE), Fault(What.LATE), Fault(What.CUT_REQUEST),
    Fault(What.CUT_ANSWER), Fault(What.SHORT_ANSWER), Fault(What.DELAY, 0.05), Fault(What.SLOW, 200_000),
    Fault(What.STATUS, 503),
)  # fmt: skip


def smooth(number: int, method: str, path: str) -> Fault:
    """A plan without faults."""
    return NONE


def script(*faults: Fault) -> Plan:
    """These faults for the first requests, none afterwards."""

    def plan(number: int, method: str, path: str) -> Fault:
        return faults[number - 1] if number <= len(faults) else NONE

    return plan


def dice(seed: int, share: float, faults: Sequence[Fault] = ROUGH) -> Plan:
    """`share` (0..1) of the requests meet one of the faults; the same seed gives the same fault to the same number."""

    def plan(number: int, method: str, path: str) -> Fault:
        die = random.Random(seed * 1_000_003 + number)
        return die.choice(faults) if die.random() < share else NONE

    return plan
