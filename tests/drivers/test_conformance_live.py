"""What every driver promises on a line: faults, vanishing, coming back, stopping, and never moving anything twice.

All drivers keep a promise at the same time (tests/drivers/side_by_side.py): most of it is waiting for clocks.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

import pytest

from drivers import ports
from drivers.api import Driver, Outcome, Reading, State
from drivers.asked import AskedDriver
from drivers.simulated.memory import MemoryPlug
from drivers.simulated.player import FAULTS
from tests.drivers.case import Rig, SerialRig
from tests.drivers.conformance import cases, kinds, names
from tests.drivers.conftest import Recorder
from tests.drivers.side_by_side import Bench, side_by_side

NAMES = names()
SERIAL = [name for name in NAMES if cases()[name].rig is None]
ASKED = [name for name in SERIAL if issubclass(kinds()[name], AskedDriver)]
MOVING = [name for name in SERIAL if cases()[name].move is not None]
PAUSE = threading.Event()  # never set
READY, LOST = (State.READY, ""), State.LOST


@pytest.fixture(scope="module", autouse=True)
def sockets() -> Iterator[None]:
    """The computer's USB adapters are those of these tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ports.list_ports, "comports", SocketPlug.look)
        patch.setattr(ports, "FRESH_S", 0.0)
        yield


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
@side_by_side
def test_ready_readings_stop_and_stop_again(bench: Bench, name: str) -> None:
    rig = bench.rig()
    assert rig.driver.standing.state is State.STOPPED
    rig.driver.start()
    until_ready(bench.told)
    assert rig.driver.standing.state is State.READY
    assert rig.driver.standing.since > 0
    until_it_reads(rig, bench.told, bench.case.kinds)
    assert {e.kind for e in bench.told.events if isinstance(e, Reading)} <= set(rig.driver.CAPABILITIES)
    assert gone(rig.driver) < 1
    assert gone(rig.driver) < 0.1
    assert bench.states == [State.OPENING, State.READY, State.STOPPED]
    assert [line for line in bench.said if "ready" in line] == [f"{name}: ready"]


@pytest.mark.parametrize("name", NAMES)
@side_by_side
def test_vanish_while_reading_is_told_and_logged_once_each_way(bench: Bench, name: str) -> None:
    rig = bench.rig()
    rig.driver.start()
    until_ready(bench.told)
    rig.stimulate()
    rig.unplug()
    bench.told.until(lambda: bench.told.states[-1][0] is LOST)
    rig.plug_in()
    until_ready(bench.told)
    until_it_reads(rig, bench.told, bench.case.kinds)
    assert bench.states == [State.OPENING, State.READY, LOST, State.READY]
    assert len([line for line in bench.said if ": lost" in line]) == 1
    assert len([line for line in bench.said if ": ready" in line]) == 2


@pytest.mark.parametrize("name", ASKED)
@side_by_side
def test_vanish_while_a_question_is_written(bench: Bench, name: str) -> None:
    rig = bench.rig()
    rig.driver.start()
    until_ready(bench.told)
    rig.plug.cut(b"")
    bench.told.until(lambda: bench.told.states[-1][0] is LOST)
    rig.plug_in()
    until_ready(bench.told)
    until_it_reads(rig, bench.told, bench.case.kinds)
    assert bench.states == [State.OPENING, State.READY, LOST, State.READY]


@pytest.mark.parametrize("name", SERIAL)
@side_by_side
def test_back_under_another_name(bench: Bench, name: str) -> None:
    plug = SocketPlug()
    rig = bench.rig(plug)
    assert rig.driver.options["port"] == plug.port == f"usb:1a86:55d4:{plug.number}"
    rig.driver.start()
    until_ready(bench.told)
    rig.unplug()
    bench.told.until(lambda: bench.told.states[-1][0] is LOST)
    assert bench.told.states[-1][1] == "port_gone"
    plug.plug_in(f"{plug.name}-other")
    until_ready(bench.told)
    until_it_reads(rig, bench.told, bench.case.kinds)


@pytest.mark.parametrize("name", SERIAL)
@side_by_side
def test_faults_are_survived(bench: Bench, name: str) -> None:
    """Each of the usual faults for a moment, then all is well again, and the driver with it."""
    rig = bench.rig()
    rig.driver.start()
    until_ready(bench.told)
    for fault in FAULTS:
        rig.player.switch(fault)
        rig.stimulate()
        heard = len(rig.player.heard)
        wait(lambda heard=heard: len(rig.player.heard) > heard + 20 or bench.told.states[-1][0] is LOST, 0.12)
        rig.player.switch("")
        until_ready(bench.told)
        until_it_reads(rig, bench.told, bench.case.kinds)
    assert not [reason for _, reason in bench.told.states if reason == "driver_bug"]


@pytest.mark.parametrize("name", SERIAL)
@pytest.mark.parametrize("fault", ["", "mute", "flood", "half"])
@side_by_side
def test_it_stops_within_a_second_whatever_the_device_does(bench: Bench, name: str, fault: str) -> None:
    rig = bench.rig()
    if not fault:
        rig.unplug()  # stopped while it waits for a port
    rig.player.switch(fault)
    rig.driver.start()
    bench.told.until(lambda: len(bench.told.states) >= (1 if fault else 2))
    wait(lambda: len(rig.player.heard) > 0, 0.1)
    assert gone(rig.driver) < 1
    assert gone(rig.driver) < 0.1
    assert bench.told.states[-1] == (State.STOPPED, "")


@pytest.mark.parametrize("name", MOVING)
@side_by_side
def test_a_move_is_done_and_sent_once(bench: Bench, name: str) -> None:
    rig = bench.rig()
    rig.driver.start()
    until_ready(bench.told)
    result = rig.driver.act(*bench.case.move)
    assert result.outcome is (Outcome.DONE if bench.case.proven else Outcome.UNKNOWN), result
    assert sent(rig) == 1


@pytest.mark.parametrize("name", MOVING)
@pytest.mark.parametrize("fault", ["mute", "half", "garbage", "late"])
@side_by_side
def test_without_proof_a_move_is_unknown_and_never_repeated(bench: Bench, name: str, fault: str) -> None:
    rig = bench.rig()
    rig.driver.start()
    until_ready(bench.told)
    rig.player.switch(fault)
    result = rig.driver.act(*bench.case.move, deadline_s=0.6)
    if fault == "late" and result.outcome is Outcome.DONE:  # the answer came after all, within the deadline
        assert sent(rig) == 1
        return
    assert result.outcome is Outcome.UNKNOWN or (result.outcome is Outcome.FAILED and sent(rig) == 0), result
    assert sent(rig) <= 1
    rig.player.switch("")
    until_ready(bench.told)
    wait(lambda: False, 0.2)  # a repeat would come now
    assert sent(rig) <= 1


@pytest.mark.parametrize("name", MOVING)
@side_by_side
def test_a_move_on_a_line_that_is_gone_failed_and_does_not_come_later(bench: Bench, name: str) -> None:
    rig = bench.rig()
    rig.driver.start()
    until_ready(bench.told)
    rig.unplug()
    bench.told.until(lambda: bench.told.states[-1][0] is LOST)
    result = rig.driver.act(*bench.case.move)
    assert (result.outcome, result.code) == (Outcome.FAILED, "port_gone")
    rig.plug_in()
    until_ready(bench.told)
    wait(lambda: False, 0.2)
    assert sent(rig) == 0


@pytest.mark.parametrize("name", MOVING)
@side_by_side
def test_the_line_goes_while_a_move_is_written(bench: Bench, name: str) -> None:
    rig = bench.rig()
    rig.driver.start()
    until_ready(bench.told)
    rig.plug.cut(moving_bytes(rig))
    result = rig.driver.act(*bench.case.move)
    assert result.outcome is Outcome.UNKNOWN
    bench.told.until(lambda: LOST in bench.states)
    rig.plug_in()
    until_ready(bench.told)
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


class SocketPlug(MemoryPlug):
    """A USB adapter with a serial number of its own, whose device name is another after each plugging in."""

    made: ClassVar[list[SocketPlug]] = []

    def __init__(self) -> None:
        super().__init__()
        self.made.append(self)
        self.number = f"T{len(self.made)}-{self.name}"

    @property
    def port(self) -> str:
        """Drivers are told its address, not its name."""
        return f"usb:1a86:55d4:{self.number}"

    @classmethod
    def look(cls) -> list[Seen]:
        """As pyserial lists what is plugged in."""
        return [Seen(plug.name, plug.number) for plug in list(cls.made) if plug.name in plug.names()]


@dataclass
class Seen:
    device: str
    serial_number: str
    description: str = "n/a"
    vid: int = 0x1A86
    pid: int = 0x55D4
    location: str = "1-1"
