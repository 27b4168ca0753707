from __future__ import annotations

import pytest

from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.core.errors import Refused
from desk.duty.rules_assignments import Held, Source, State
from desk.duty.rules_clock import Decision, Open, Step, decide, minute_of, shift_for

START = 1_796_000_000_000


def held(
    eid: str = "a", start: int = 0, hours: int = 3, state: State = State.PUBLISHED, out_at: int | None = None
) -> Held:
    at = START + start * MINUTE_MS
    return Held(eid, "m", "volunteer", at, at + hours * HOUR_MS, state, Source.ISSUE, None, out_at)


def at(minute: int) -> int:
    return START + minute * MINUTE_MS


def on(eid: str = "a", since: int = 0, end: int | None = 180) -> Open:
    return Open(eid, at(since), None if end is None else at(end))


def test_comes_for_the_shift_that_is_nearest() -> None:
    mine = [held(), held("b", 180)]
    assert decide(at(-50), None, mine) == Decision(Step.ON, on="a")
    assert decide(at(-70), None, mine) == Decision(Step.ON, on="")  # too early for any: a log
    assert decide(at(170), None, mine) == Decision(Step.ON, on="b")
    assert shift_for(at(10), [held(state=State.EXCUSED)]) == "a"  # came all the same
    assert shift_for(at(10), [held(state=State.SWAPPED), held("b", state=State.CANCELLED), held("c", out_at=5)]) == ""


def test_goes() -> None:
    assert decide(at(181), on(), [held()]) == Decision(Step.OFF, "a")
    assert decide(at(40), on("", end=None), []) == Decision(Step.OFF, "")


def test_the_same_scan_once_more() -> None:
    assert decide(at(1), on(), [held()]).step is Step.AGAIN
    assert decide(at(181), None, [held(out_at=at(180))], at(180)).step is Step.AGAIN
    assert decide(at(190), None, [held(out_at=at(180))], at(180)).step is Step.ON


def test_from_one_shift_into_the_next() -> None:
    mine = [held(), held("b", 180)]
    assert decide(at(182), on(), mine) == Decision(Step.OFF_ON, "a", "b")
    assert decide(at(100), on(), mine) == Decision(Step.OFF, "a")
    assert decide(at(182), on(), [held(), held("b", 300)]) == Decision(Step.OFF, "a")


def test_who_forgot_this_morning_comes_anew_in_the_afternoon() -> None:
    assert decide(at(360), on(), [held(), held("b", 360)]) == Decision(Step.ON, on="b")
    assert decide(at(13 * 60), on("", end=None), []) == Decision(Step.ON, on="")


def test_a_time_as_people_write_it() -> None:
    for text, minute in (
        ("9", 540),
        ("9:30", 570),
        ("0930", 570),
        ("9：30", 570),
        ("9点半", 570),
        ("14点", 840),
        ("24:00", 1440),
    ):
        assert minute_of(text) == minute
    for text in ("", "九点", "25:00", "9:75", "24:30", "abc", "-1"):
        with pytest.raises(Refused):
            minute_of(text)
