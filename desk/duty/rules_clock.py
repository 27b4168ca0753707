"""What one scan means: on duty, off duty, off one shift and on the next, or the same scan again. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.core.errors import Refused
from desk.duty.rules_assignments import AHEAD, Held, State
from desk.duty.rules_hours import FORGOTTEN_MS, LOG_MAX_MS

BEFORE_MS = HOUR_MS  # so long before a shift one may clock on for it
AGAIN_MS = 2 * MINUTE_MS  # a second scan within this is the same wish
NEXT_MS = 30 * MINUTE_MS  # a shift that begins this soon after another is gone into at once


class Method(StrEnum):
    """How somebody clocked. The values are stored."""

    CODE = "code"
    PIN = "pin"
    DESK = "desk"


class Step(StrEnum):
    ON = "on"
    OFF = "off"
    OFF_ON = "off_on"
    AGAIN = "again"  # nothing to write


@dataclass(frozen=True)
class Open:
    """What somebody is on duty by. end_at: of the shift, None without one."""

    shift_id: str
    since: int
    end_at: int | None = None

    def forgotten(self, now: int) -> bool:
        """Too long ago to be still at it: they went home without a word."""
        if self.end_at is None:
            return now - self.since > LOG_MAX_MS
        return now > self.end_at + FORGOTTEN_MS


@dataclass(frozen=True)
class Decision:
    """What to write. off: of the shift they are in; on: shift id of the one they begin ("" without)."""

    step: Step
    off: str = ""
    on: str = ""


def decide(now: int, on_by: Open | None, mine: Sequence[Held], last_off: int | None = None) -> Decision:
    """What a scan of this member's code means now.

    mine: their assignments around now; last_off: when they last clocked off.
    """
    if on_by is None or on_by.forgotten(now):
        if on_by is None and last_off is not None and 0 <= now - last_off < AGAIN_MS:
            return Decision(Step.AGAIN)
        return Decision(Step.ON, on=shift_for(now, mine))
    if 0 <= now - on_by.since < AGAIN_MS:
        return Decision(Step.AGAIN, off=on_by.shift_id, on=on_by.shift_id)
    following = _following(now, on_by, mine)
    if following:
        return Decision(Step.OFF_ON, on_by.shift_id, following)
    return Decision(Step.OFF, on_by.shift_id)


def shift_for(now: int, mine: Sequence[Held]) -> str:
    """Which of their shifts somebody begins who comes now: the nearest that runs or begins within the hour, or none."""
    able = [one for one in mine if _may_begin(one) and one.start_at - BEFORE_MS <= now < one.end_at]
    return min(able, key=lambda one: (abs(one.start_at - now), one.shift_id)).shift_id if able else ""


def minute_of(text: str) -> int:
    """`9`, `9:30`, `0930` or `9点半` as minutes of the day. Refused("hours.time_wrong")."""
    tidy = text.strip().replace("：", ":").replace("点半", ":30").replace("点", ":").rstrip(":")
    hours, _, minutes = tidy.partition(":")
    if not minutes and len(tidy) in (3, 4):
        hours, minutes = tidy[:-2], tidy[-2:]
    if not (hours.isdigit() and (minutes or "0").isdigit() and int(hours) <= 24 and int(minutes or 0) < 60):
        raise Refused("hours.time_wrong")
    found = int(hours) * 60 + int(minutes or 0)
    if found > 24 * 60:
        raise Refused("hours.time_wrong")
    return found


def _may_begin(one: Held) -> bool:
    """Excused and come all the same is welcome; swapped out is somebody else's shift, and a cancelled one is none."""
    return one.out_at is None and one.state not in (State.SWAPPED, State.CANCELLED)


def _following(now: int, on_by: Open, mine: Sequence[Held]) -> str:
    if on_by.end_at is None or now < on_by.end_at - NEXT_MS:
        return ""
    soon = [
        one
        for one in mine
        if one.shift_id != on_by.shift_id
        and one.state in AHEAD
        and on_by.end_at <= one.start_at + MINUTE_MS
        and one.start_at - NEXT_MS <= now < one.end_at
    ]
    return min(soon, key=lambda one: one.start_at).shift_id if soon else ""
