"""What every driver promises on a line: faults, vanishing, coming back, stopping, and never moving anything twice."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from drivers import ports
from drivers.api import Driver, Outcome, Reading, State, Told
from drivers.asked import AskedDriver
from drivers.simulated.memory import MemoryPlug
from drivers.simulated.player import FAULTS
from tests.drivers.case import Rig, SerialRig
from tests.drivers.conformance import cases, kinds, names
from tests.drivers.conftest import Recorder

NAMES = names()
SERIAL = [name for name in NAMES if cases()[name].rig is None]
MOVING = [name for name in SERIAL if cases()[name].move is not None]
PAUSE = threading.Event()  # never set
READY, LOST = (State.READY, ""), State.LOST


@pytest.fixture
def rigs(told: Recorder) -> Iterator[Callable[..., SerialRig]]:
    """Makes a driver with its simulator; all of it is gone after the test."""
    made: list[Rig] = []

    def make(name: str, plug: MemoryPlug | None = None, told: Told = told) -> Rig:
        case = cases()[name]
        made.append(case.rig(told) if case.rig else SerialRig(kinds()[name], case, told, plug))
        return made[-1]

    yield make
    for rig in made:
        rig.close()


def states(told: Recorder) -> list[State]:
    return [state for state, _ in told.states]


def until_ready(told: Recorder) -> None:
    told.until(lambda: bool(told.states) and told.states[-1] == READY)


def until_it_reads(rig: Rig, told: Recorder, kinds_wanted: tuple[str, ...]) -> None:
    """It gives a reading of each kind from now on, within a few tries: the first may still be spoilt."""
    since = len(told.events)
    end_s = time.monotonic() + 8
    while not set(kinds_wanted) <= {e.kind for e in told.events[since:] if isinstance(e, Reading)}:
        assert time.monotonic() < end_s, f"no reading of {kinds_wanted}: {told.events[since:][:20]} {told.states}"
        rig.stimulate()
        seen = len(told.events)
        try:
            told.until(lambda seen=seen: len(told.events) > seen, 0.4)
        except AssertionError:
            continue


def gone(driver: Driver) -> float:
    """Seconds its stop took."""
    began_s = time.monotonic()
    assert driver.stop(), "the thread outlived its stop"
    return time.monotonic() - began_s


@pytest.mark.parametrize("name", NAMES)
def test_ready_readings_stop_and_stop_again(
    name: str, rigs: Callable[..., Rig], told: Recorder, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "drivers.state")
    rig = rigs(name)
    assert rig.driver.standing.state is State.STOPPED
    rig.driver.start()
    until_ready(told)
    assert rig.driver.standing.state is State.READY
    assert rig.driver.standing.since > 0
    until_it_reads(rig, told, cases()[name].kinds)
    assert {e.kind for e in told.events if isinstance(e, Reading)} <= set(rig.driver.CAPABILITIES)
    assert gone(rig.driver) < 1
    assert gone(rig.driver) < 0.1
    assert states(told) == [State.OPENING, State.READY, State.STOPPED]
    assert [r.getMessage() for r in caplog.records if "ready" in r.getMessage()] == [f"{name}: ready"]


@pytest.mark.parametrize("name", NAMES)
def test_vanish_while_reading_is_told_and_logged_once_each_way(
    name: str, rigs: Callable[..., Rig], told: Recorder, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "drivers.state")
    rig = rigs(name)
    rig.driver.start()
    until_ready(told)
    rig.stimulate()
    rig.unplug()
    told.until(lambda: told.states[-1][0] is LOST)
    rig.plug_in()
    until_ready(told)
    until_it_reads(rig, told, cases()[name].kinds)
    assert states(told) == [State.OPENING, State.READY, LOST, State.READY]
    said = [r.getMessage() for r in caplog.records]
    assert len([line for line in said if ": lost" in line]) == 1
    assert len([line for line in said if ": ready" in line]) == 2


@pytest.mark.parametrize("name", [n for n in SERIAL if issubclass(kinds()[n], AskedDriver)])
def test_vanish_while_a_question_is_written(name: str, rigs: Callable[..., SerialRig], told: Recorder) -> None:
    rig = rigs(name)
    rig.driver.start()
    until_ready(told)
    rig.plug.cut(b"")
    told.until(lambda: told.states[-1][0] is LOST)
    rig.plug_in()
    until_ready(told)
    until_it_reads(rig, told, cases()[name].kinds)
    assert states(told) == [State.OPENING, State.READY, LOST, State.READY]


@pytest.mark.parametrize("name", SERIAL)
def test_back_under_another_name(
    name: str, rigs: Callable[..., SerialRig], told: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    socket = OneSocket()
    monkeypatch.setattr(ports.list_ports, "comports", socket.look)
    monkeypatch.setattr(ports, "FRESH_S", 0.0)
    rig = rigs(name, plug=socket.plug)
    assert rig.driver.options["port"] == OneSocket.ADDRESS
    rig.driver.start()
    until_ready(told)
    rig.unplug()
    told.until(lambda: told.states[-1][0] is LOST)
    assert told.states[-1][1] == "port_gone"
    socket.plug.plug_in(f"{socket.plug.name}-other")
    until_ready(told)
    until_it_reads(rig, told, cases()[name].kinds)


@pytest.mark.parametrize("name", SERIAL)
def test_faults_are_survived(name: str, rigs: Callable[..., SerialRig], told: Recorder) -> None:
    """Each of the usual faults for a moment, then all is well again, and the driver with it."""
    rig = rigs(name)
    rig.driver.start()
    until_ready(told)
    for fault in FAULTS:
        rig.player.switch(fault)
        rig.stimulate()
        heard = len(rig.player.heard)
        wait(lambda heard=heard: len(rig.player.heard) > heard + 20 or told.states[-1][0] is LOST, 0.12)
        rig.player.switch("")
        until_ready(told)
        until_it_reads(rig, told, cases()[name].kinds)
    assert not [reason for _, reason in told.states if reason == "driver_bug"]


@pytest.mark.parametrize("name", SERIAL)
@pytest.mark.parametrize("fault", ["", "mute", "flood", "half"])
def test_it_stops_within_a_second_whatever_the_device_does(
    name: str, fault: str, rigs: Callable[..., SerialRig], told: Recorder
) -> None:
    rig = rigs(name)
    if not fault:
        rig.unplug()  # stopped while it waits for a port
    rig.player.switch(fault)
    rig.driver.start()
    told.until(lambda: len(told.states) >= (1 if fault else 2))
    wait(lambda: len(rig.player.heard) > 0, 0.1)
    assert gone(rig.driver) < 1
    assert gone(rig.driver) < 0.1
    assert told.states[-1] == (State.STOPPED, "")


@pytest.mark.parametrize("name", MOVING)
def test_a_move_is_done_and_sent_once(name: str, rigs: Callable[..., SerialRig], told: Recorder) -> None:
    rig = rigs(name)
    rig.driver.start()
    until_ready(told)
    result = rig.driver.act(*cases()[name].move)
    assert result.outcome is (Outcome.DONE if cases()[name].proven else Outcome.UNKNOWN), result
    assert sent(rig) == 1


@pytest.mark.parametrize("name", MOVING)
@pytest.mark.parametrize("fault", ["mute", "half", "garbage", "late"])
def test_without_proof_a_move_is_unknown_and_never_repeated(
    name: str, fault: str, rigs: Callable[..., SerialRig], told: Recorder
) -> None:
    rig = rigs(name)
    rig.driver.start()
    until_ready(told)
    rig.player.switch(fault)
    result = rig.driver.act(*cases()[name].move, deadline_s=0.6)
    if fault == "late" and result.outcome is Outcome.DONE:  # the answer came after all, within the deadline
        assert sent(rig) == 1
        return
    assert result.outcome is Outcome.UNKNOWN or (result.outcome is Outcome.FAILED and sent(rig) == 0), result
    assert sent(rig) <= 1
    rig.player.switch("")
    until_ready(told)
    wait(lambda: False, 0.2)  # a repeat would come now
    assert sent(rig) <= 1


@pytest.mark.parametrize("name", MOVING)
def test_a_move_on_a_line_that_is_gone_failed_and_does_not_come_later(
    name: str, rigs: Callable[..., SerialRig], told: Recorder
) -> None:
    rig = rigs(name)
    rig.driver.start()
    until_ready(told)
    rig.unplug()
    told.until(lambda: told.states[-1][0] is LOST)
    result = rig.driver.act(*cases()[name].move)
    assert (result.outcome, result.code) == (Outcome.FAILED, "port_gone")
    rig.plug_in()
    until_ready(told)
    wait(lambda: False, 0.2)
    assert sent(rig) == 0


@pytest.mark.parametrize("name", MOVING)
def test_the_line_goes_while_a_move_is_written(name: str, rigs: Callable[..., SerialRig], told: Recorder) -> None:
    rig = rigs(name)
    rig.driver.start()
    until_ready(told)
    rig.plug.cut(moving_bytes(rig))
    result = rig.driver.act(*cases()[name].move, deadline_s=0.6)
    assert result.outcome is Outcome.UNKNOWN
    told.until(lambda: LOST in states(told))
    rig.plug_in()
    until_ready(told)
    wait(lambda: False, 0.2)
    assert sent(rig) == 0


def moving_bytes(rig: SerialRig) -> bytes:
    """What in the stream to the device is the move."""
    action, params = rig.case.move
    return rig.case.moving or rig.driver.encode(action, params, rig.driver.options)


def sent(rig: SerialRig) -> int:
    return bytes(rig.player.heard).count(moving_bytes(rig))


def wait(condition: Callable[[], bool], seconds: float) -> bool:
    """Whether it came true in time."""
    end_s = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end_s:
            return False
        PAUSE.wait(0.005)
    return True


@dataclass
class Seen:
    device: str
    description: str = "n/a"
    vid: int | None = 0x1A86
    pid: int | None = 0x55D4
    serial_number: str | None = "T1"
    location: str | None = "1-1"


class OneSocket:
    """A USB adapter with a serial number, whose device name is another after each plugging in."""

    ADDRESS = "usb:1a86:55d4:T1"

    def __init__(self) -> None:
        self.plug = AddressedPlug()

    def look(self) -> list[Seen]:
        return [Seen(self.plug.name)] if self.plug.name in self.plug.names() else []


class AddressedPlug(MemoryPlug):
    """Told to drivers by its address, not its name."""

    @property
    def port(self) -> str:
        return OneSocket.ADDRESS
