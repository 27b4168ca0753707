"""What an alarm is, how grave, and how it stands after what was done about it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk.core.clock import MINUTE_MS

TWIN_MS = 2 * MINUTE_MS  # two receivers hear one press: what lies so close together is one call for help
RINGS_FOR_MS = 30 * MINUTE_MS  # what comes from another gate later than this is read, and rings no more
TEXT_LONGEST = 500


class Sort(StrEnum):
    """What is told. Those of drivers (`button` is an SOS), and what the desk makes of a door at night."""

    SOS = "sos"
    FALL = "fall"
    UNSPECIFIED = "unspecified"  # a watch says alarm and not why: somebody may have called
    TAKEN_OFF = "taken_off"
    LOW_BATTERY = "low_battery"
    LEFT_AREA = "left_area"
    ENTERED_AREA = "entered_area"
    DOOR = "door"
    MANHOLE = "manhole"
    SMOKE = "smoke"
    WATER = "water"
    CONTACT = "contact"
    AFTER_HOURS = "after_hours"
    DEVICE_FAULT = "device_fault"


PERSONAL = frozenset({Sort.SOS, Sort.FALL, Sort.UNSPECIFIED, Sort.TAKEN_OFF, Sort.LEFT_AREA})  # somebody wears it
QUIET = frozenset({Sort.TAKEN_OFF, Sort.LOW_BATTERY, Sort.ENTERED_AREA, Sort.DEVICE_FAULT})  # a line, no full alarm
_SAID = {"button": Sort.SOS, "": Sort.UNSPECIFIED}


class Ring(StrEnum):
    """How it was told at the desk. PAUSED: the rule that would have rung stood still; kept all the same."""

    CHIME = "chime"
    SILENT = "silent"
    PAUSED = "paused"


class Does(StrEnum):
    """A step of an alarm. AGAIN: pressed once more; OVER: the contact is as it should be, the device is back."""

    SEEN = "seen"
    CALLED = "called"
    DID = "did"
    AGAIN = "again"
    OVER = "over"
    CLOSED = "closed"
    FALSE_ALARM = "false_alarm"
    REOPENED = "reopened"


class Answered(StrEnum):
    """What came of a call."""

    REACHED = "reached"
    COMING = "coming"
    NO_ANSWER = "no_answer"


class Stand(StrEnum):
    RINGING = "ringing"  # nobody has seen to it
    TAKEN = "taken"
    CLOSED = "closed"


ENDS = frozenset({Does.CLOSED, Does.FALSE_ALARM})


@dataclass(frozen=True)
class Step:
    """One step. step orders those of one alarm; two desks may write the same number: then the id decides."""

    id: str
    step: int
    does: Does
    at: int
    whom: str = ""
    answered: Answered | None = None
    text: str = ""
    gate_id: str = ""
    operator_id: str | None = None


@dataclass(frozen=True)
class AlarmNow:
    """seen_at: when somebody first took it, since it last rang; over_at: the contact is normal again."""

    stand: Stand
    next_step: int
    seen_at: int | None = None
    seen_gate: str = ""
    over_at: int | None = None
    closed_at: int | None = None
    false_alarm: bool = False
    again: int = 0
    last_again: int | None = None


def sort_of(said: str) -> Sort:
    """What a driver calls it. A word nobody knows is an alarm all the same."""
    if said in _SAID:
        return _SAID[said]
    return Sort(said) if said in frozenset(Sort) else Sort.UNSPECIFIED


def ordered(steps: Iterable[Step]) -> list[Step]:
    return sorted(steps, key=lambda one: (one.step, one.id))


def reduce(steps: Iterable[Step], quiet: bool = False) -> AlarmNow:
    """How the alarm stands after these steps, in whatever order they came.

    Who presses again after it was closed calls again. A quiet one (a mute device) is over when it is over.
    """
    whole = ordered(steps)
    now = AlarmNow(Stand.RINGING, max((one.step for one in whole), default=0) + 1)
    for one in whole:
        now = _after(now, one, quiet)
    return now


def _after(now: AlarmNow, one: Step, quiet: bool) -> AlarmNow:
    values = dict(vars(now))
    if one.does is Does.AGAIN:
        last = max(one.at, now.last_again or one.at)
        values |= {"stand": Stand.RINGING, "again": now.again + 1, "last_again": last, "over_at": None} | _NOT_CLOSED
    elif one.does is Does.OVER:
        values |= {"over_at": one.at}
        if quiet and now.stand is not Stand.CLOSED:
            values |= {"stand": Stand.CLOSED, "closed_at": one.at}
    elif one.does is Does.REOPENED:
        values |= {"stand": Stand.TAKEN} | _NOT_CLOSED
    elif one.does in ENDS:
        if now.stand is not Stand.CLOSED:
            values |= {"stand": Stand.CLOSED, "closed_at": one.at, "false_alarm": one.does is Does.FALSE_ALARM}
    elif now.stand is Stand.RINGING:  # seen, called or done: somebody is at it
        values |= {"stand": Stand.TAKEN, "seen_at": one.at, "seen_gate": one.gate_id}
    return AlarmNow(**values)


_NOT_CLOSED = {"closed_at": None, "false_alarm": False}


def is_twin(at: int, number: str, other_at: int, other_number: str) -> bool:
    """Whether two alarms are one call for help, heard by two receivers."""
    return bool(number) and number == other_number and abs(at - other_at) <= TWIN_MS


@dataclass(frozen=True)
class RingsAt:
    """Where alarms of unstaffed gates ring. gate_id: the named staffed desk, "" for none; who, phone: whom to ring up
    where there is no line."""

    gate_id: str = ""
    who: str = ""
    phone: str = ""


def rings_here(alarm_gate: str, at: int, ring: Ring, here: str, now: int, named: RingsAt) -> bool:
    """Whether an open alarm stands over the screen of this desk: its own gate's always, others' at the named desk only
    while they are fresh. What a paused rule kept silent rings nowhere."""
    if ring is Ring.PAUSED:
        return False
    return alarm_gate == here or (named.gate_id == here and now - at <= RINGS_FOR_MS)


def gravest(sorts: Sequence[Sort]) -> Sort | None:
    """The one to look at first: people before doors."""
    order = list(Sort)
    return min(sorts, key=order.index, default=None)
