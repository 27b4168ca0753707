"""Options with their limits, what a repr gives away, and the standing of a driver with why and since when."""

from __future__ import annotations

import logging

import pytest

from drivers.api import Action, Decoder, Driver, DriverError, Option, Options, Outcome, Reading, State, complete
from drivers.options import address, baud, poll_ms
from drivers.scanners.serial_line import Decoder as LineDecoder
from tests.drivers.conftest import Recorder

KNOWN = (
    Option("ms", 700, low=100, high=2000),
    Option("scale", 1.0, low=0.5),
    Option("on", True),
    Option("port", "", required=True),
)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, "option.missing"),
        ({"port": "x", "ms": 99}, "option.limit"),
        ({"port": "x", "ms": "2001"}, "option.limit"),
        ({"port": "x", "scale": "0.4"}, "option.limit"),
        ({"port": "x", "scale": "much"}, "option.type"),
        ({"port": "x", "on": "perhaps"}, "option.type"),
        ({"port": "x", "speed": 3}, "option.unknown"),
    ],
)
def test_what_does_not_fit_is_refused(given: Options, code: str) -> None:
    with pytest.raises(DriverError) as refused:
        complete(KNOWN, given)
    assert refused.value.code == code


def test_texts_become_numbers_and_defaults_fill_in() -> None:
    assert complete(KNOWN, {"port": "x", "ms": "100", "scale": "2", "on": "no"}) == {
        "ms": 100, "scale": 2.0, "on": False, "port": "x",
    }  # fmt: skip
    assert complete(KNOWN, {}, partial=True)["port"] == ""


def test_ready_made_options_have_limits() -> None:
    for option in (address(1, 1, 247), poll_ms(500)):
        with pytest.raises(DriverError):
            complete((option,), {option.name: (option.high or 0) + 1})
    with pytest.raises(DriverError):
        complete((baud(9600),), {"baud": 12345})


def test_a_reading_does_not_show_what_it_says() -> None:
    assert "甲" not in repr(Reading("identity", {"name": "测试甲"}))


class Toy(Driver):
    """Says what the test wants; has no name, so the registry does not find it."""

    ACTIONS = (Action("blink", (Option("times", 1, low=1, high=9),)),)
    FRAMES = (Action("ask"),)

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return LineDecoder()

    @classmethod
    def frame(cls, action: str, params: Options, options: Options) -> bytes:
        return b"ask" if action == "ask" else b"*" * int(params["times"])

    @classmethod
    def probe(cls, options: Options) -> str:
        return ""

    def start(self) -> None: ...

    def stop(self, timeout_s: float = 1.0) -> bool:
        return True


def test_frames_are_checked_before_they_are_made() -> None:
    assert Toy.encode("blink", {"times": "3"}) == b"***"
    assert Toy.encode("ask", {}) == b"ask"
    for action, params, code in (("blink", {"times": 10}, "option.limit"), ("wink", {}, "action.unknown")):
        with pytest.raises(DriverError) as refused:
            Toy.encode(action, params)
        assert refused.value.code == code


def test_what_it_asks_by_itself_is_no_action() -> None:
    driver = Toy({}, Recorder())
    for action in ("ask", "wink"):
        with pytest.raises(DriverError):
            driver.act(action)


def test_standing_says_why_and_since_when_and_each_change_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "drivers.state")
    told = Recorder()
    driver = Toy({}, told)
    assert driver.standing.state is State.STOPPED
    for state, reason in ((State.READY, ""), (State.READY, ""), (State.LOST, "port_gone"), (State.LOST, "port_gone")):
        driver.told.state(state, reason)
    lost = driver.standing
    driver.told.state(State.LOST, "port_taken")
    assert (driver.standing.reason, driver.standing.since) == ("port_taken", lost.since)
    assert told.states == [(State.READY, ""), (State.LOST, "port_gone"), (State.LOST, "port_taken")]
    assert len(caplog.records) == 3


def test_outcomes_are_words() -> None:
    assert [str(outcome) for outcome in Outcome] == ["done", "failed", "unknown"]
