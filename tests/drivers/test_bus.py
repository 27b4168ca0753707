"""The shared bus: actions before polls, one question at a time, a silent device slows nobody, a bug stays with its driver."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping

import pytest

from drivers import modbus
from drivers.api import Action, Decoder, Noise, Option, Options, Outcome, Reading, Result, State, Value
from drivers.asked import Acting, AskedDriver
from drivers.bus import Talk
from drivers.line import Backoff
from drivers.options import ECHO, PARITY, PORT, address, baud, poll_ms, timeout_ms
from drivers.relays.relay import LcusRelay, ModbusRelay
from drivers.sensors.xy_md02 import XyMd02
from drivers.simulated.climate import SimulatedClimate
from drivers.simulated.device import Several, SimulatedDevice
from drivers.simulated.memory import MemoryPlug
from drivers.simulated.player import Player
from drivers.simulated.relays import SimulatedRelayBoard
from drivers.wire import Ask, NoAnswer
from tests.conftest import LogWatch
from tests.drivers.conftest import Recorder

QUICK = {"poll_ms": 20, "timeout_ms": 80}
READY = (State.READY, "")


class Street:
    """One line with a relay board at 1 and a sensor at 2, drivers and ears as the test wants them."""

    def __init__(self) -> None:
        self.board = SimulatedRelayBoard(1, 8, 8)
        self.sensor = SimulatedClimate(2, modbus.READ_REGISTERS, 1)
        self.plug = MemoryPlug()
        self.player = Player(Several(self.board, self.sensor), self.plug)
        self.player.start()
        self.drivers: list[AskedDriver] = []

    def add(self, kind: Callable[..., AskedDriver], **options: object) -> tuple[AskedDriver, Recorder]:
        told = Recorder()
        given = {**QUICK, "port": self.plug.port, **options}
        driver = kind(given, told, Backoff(0.02, 0.05))
        self.drivers.append(driver)
        driver.start()
        return driver, told

    def close(self) -> None:
        stopped = [driver.stop() for driver in self.drivers]
        self.player.stop()
        assert all(stopped)


@pytest.fixture
def street() -> Iterator[Street]:
    street = Street()
    yield street
    street.close()


def ready(told: Recorder) -> None:
    told.until(lambda: bool(told.states) and told.states[-1] == READY)


def test_two_devices_share_a_port_and_one_thread(street: Street) -> None:
    _, relays = street.add(ModbusRelay)
    _, air = street.add(XyMd02, address=2)
    ready(relays)
    ready(air)
    air.until(lambda: Reading("level", {"quantity": "temperature", "value": 22.5, "unit": "C"}) in air.events)
    assert len([t for t in threading.enumerate() if t.name.startswith("driver-")]) == 1


def test_one_that_is_silent_is_lost_alone(street: Street) -> None:
    relay, relays = street.add(ModbusRelay)
    _, nobody = street.add(XyMd02, address=9)
    ready(relays)
    nobody.until(lambda: (State.LOST, "no_answer") in nobody.states)
    assert relay.act("on", {"channel": 1}).outcome is Outcome.DONE
    assert street.board.coils[0]
    assert State.LOST not in [state for state, _ in relays.states]


def test_a_device_that_comes_later_is_found(street: Street) -> None:
    _, late = street.add(XyMd02, address=2)
    street.sensor.address = 7
    late.until(lambda: late.states[-1] == (State.LOST, "no_answer"))
    street.sensor.address = 2
    ready(late)
    assert [state for state, _ in late.states][-2:] == [State.LOST, State.READY]


def test_the_last_to_leave_closes_the_port_and_a_new_one_opens_it(street: Street) -> None:
    first, one = street.add(ModbusRelay)
    second, two = street.add(XyMd02, address=2)
    ready(one)
    ready(two)
    assert first.stop()
    assert one.states[-1] == (State.STOPPED, "")
    assert second.standing.state is State.READY
    assert second.stop()
    assert not street.plug.ready()
    _, again = street.add(ModbusRelay)
    ready(again)


def test_another_speed_on_the_same_port_is_refused(street: Street) -> None:
    _, one = street.add(ModbusRelay)
    ready(one)
    other, two = street.add(XyMd02, address=2, baud=19200)
    assert two.states[-1] == (State.LOST, "port_settings")
    assert other.act.__self__ is other
    assert other.stop()


def test_relays_are_off_at_open_and_at_close(street: Street) -> None:
    street.board.coils[4] = True
    relay, told = street.add(ModbusRelay)
    ready(told)
    assert street.board.coils == [False] * 8
    assert relay.act("on", {"channel": 5}).outcome is Outcome.DONE
    assert street.board.coils[4]
    assert relay.stop()
    assert street.board.coils == [False] * 8


def test_an_echoing_adapter(street: Street) -> None:
    street.player.device = Echoing(street.board)
    relay, told = street.add(ModbusRelay, local_echo=True)
    ready(told)
    assert relay.act("on", {"channel": 2}).outcome is Outcome.DONE
    street.board.faults.add("refuse")
    assert relay.act("on", {"channel": 3}).code == "refused"


class Echoing(SimulatedDevice):
    """Hands back what was sent, then the answer."""

    def __init__(self, device: SimulatedDevice) -> None:
        super().__init__()
        self._device = device

    def hear(self, data: bytes) -> list[bytes]:
        return [data, *self._device.hear(data)]


def test_a_board_that_says_yes_and_does_nothing_is_found_out(street: Street) -> None:
    """The echo of a Modbus write is its only proof; the poll that follows tells how the relay really stands."""
    relay, told = street.add(ModbusRelay)
    ready(told)
    street.board.faults.add("refuse")
    result = relay.act("on", {"channel": 2})
    assert (result.outcome, result.code) == (Outcome.FAILED, "refused")
    assert not street.board.coils[1]


def test_actions_go_before_polls_and_one_at_a_time(street: Street) -> None:
    relay, told = street.add(ModbusRelay, poll_ms=20)
    ready(told)
    results: list[Outcome] = []
    threads = [
        threading.Thread(target=lambda n=n: results.append(relay.act("on", {"channel": n}).outcome))
        for n in range(1, 9)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert results == [Outcome.DONE] * 8
    assert street.board.coils == [True] * 8
    assert street.board.moves == 8


def test_what_could_not_be_sent_in_time_is_not_sent_at_all(street: Street) -> None:
    """The bus is kept busy by another device's slow answer; the action expires instead of coming as a surprise."""
    relay, told = street.add(ModbusRelay, timeout_ms=2000)
    ready(told)
    street.player.switch("mute")
    slow = threading.Thread(target=lambda: relay.act("on", {"channel": 1}, deadline_s=1.5))
    slow.start()
    told_at = len(street.player.heard)
    wait(lambda: len(street.player.heard) > told_at)
    other, _ = street.drivers[0], None
    result = other.act("on", {"channel": 2}, deadline_s=0.1)
    assert result.outcome is Outcome.FAILED
    assert result.code in ("busy", "expired")
    slow.join(10)
    assert modbus.write_coil(1, 1, modbus.ON) not in bytes(street.player.heard)


def test_a_held_line_is_stuck_not_lost(street: Street) -> None:
    relay, told = street.add(ModbusRelay, poll_ms=10_000)
    ready(told)
    told.until(lambda: len(told.events) >= 8)
    street.plug.held = True
    result = relay.act("on", {"channel": 1})
    assert (result.outcome, result.code) == (Outcome.UNKNOWN, "stuck")
    street.plug.held = False
    assert relay.act("on", {"channel": 1}).outcome is Outcome.DONE


def test_acting_from_a_report_does_not_hang(street: Street) -> None:
    results = []

    class Hasty(Recorder):
        def reading(self, event: Reading | Noise) -> None:
            if not results:
                results.append(driver.act("on", {"channel": 1}))
            super().reading(event)

    told = Hasty()
    driver = ModbusRelay({**QUICK, "port": street.plug.port}, told, Backoff(0.02, 0.05))
    street.drivers.append(driver)
    driver.start()
    told.until(lambda: bool(results))
    assert (results[0].outcome, results[0].code) == (Outcome.FAILED, "busy")


class Buggy(AskedDriver):
    """Fails at its second poll."""

    NAME = ""  # the registry does not find it
    OPTIONS = (PORT, baud(9600), PARITY, address(1, 1, 247), ECHO, poll_ms(20), timeout_ms(80), Option("x", 0, low=0))

    def hello(self, talk: Talk) -> None:
        pass

    def poll(self, talk: Talk) -> None:
        raise ZeroDivisionError

    @classmethod
    def decoder(cls, options: Options) -> Decoder:
        return modbus.AnswerDecoder()


class Crooked(ModbusRelay):
    """Cannot read the answer to an action."""

    NAME = ""

    def perform(self, action: Action, params: Mapping[str, Value], talk: Acting) -> Result:
        def stumble(reading: Reading) -> bool:
            raise ZeroDivisionError

        talk(Ask(modbus.write_coil(1, 0, modbus.ON), modbus.AnswerDecoder, stumble, acts=True))
        return Result(Outcome.DONE)


def test_a_bug_in_an_action_is_unknown_and_the_bus_goes_on(street: Street, log_watch: LogWatch) -> None:
    log_watch.expect("a driver failed at its turn")
    crooked, told = street.add(Crooked)
    relay, relays = street.add(ModbusRelay)
    ready(told)
    ready(relays)
    result = crooked.act("on", {"channel": 1})
    assert (result.outcome, result.code) == (Outcome.UNKNOWN, "driver_bug")
    assert relay.act("on", {"channel": 2}).outcome is Outcome.DONE


def test_a_bug_in_one_driver_is_told_and_the_others_go_on(street: Street, log_watch: LogWatch) -> None:
    log_watch.expect("a driver failed at its turn")
    _, told = street.add(Buggy)
    relay, relays = street.add(ModbusRelay)
    told.until(lambda: (State.LOST, "driver_bug") in told.states)
    ready(relays)
    assert relay.act("on", {"channel": 1}).outcome is Outcome.DONE


class Long(ModbusRelay):
    """An action of two moves with a pause between."""

    NAME = ""

    def perform(self, action: Action, params: Mapping[str, Value], talk: Acting) -> Result:
        self.switch(talk, 1, True)
        self.pause.set()
        assert self.go.wait(10)
        return self.switch(talk, 2, True)

    pause, go = threading.Event(), threading.Event()


def test_the_rest_of_an_action_does_not_come_after_a_new_start(street: Street) -> None:
    driver, told = street.add(Long)
    ready(told)
    results: list[Result] = []
    act = threading.Thread(target=lambda: results.append(driver.act("on", {"channel": 1}, deadline_s=8)))
    act.start()
    assert Long.pause.wait(10)
    street.plug.unplug()
    told.until(lambda: told.states[-1][0] is State.LOST)
    street.plug.plug_in()
    ready(told)
    Long.go.set()
    act.join(10)
    assert (results[0].outcome, results[0].code) == (Outcome.UNKNOWN, "not_ready")
    assert street.board.coils == [False] * 8
    assert modbus.write_coil(1, 1, modbus.ON) not in bytes(street.player.heard)


class Deafening(Recorder):
    """Whoever is told fails."""

    def state(self, state: State, reason: str) -> None:
        super().state(state, reason)
        if state is State.LOST and reason == "port_gone":
            raise RuntimeError("a bug above")


def test_after_a_bug_above_a_new_driver_gets_a_new_bus(street: Street, log_watch: LogWatch) -> None:
    log_watch.expect("a driver thread failed")
    driver = ModbusRelay({**QUICK, "port": street.plug.port}, told := Deafening(), Backoff(0.02, 0.05))
    driver.start()
    ready(told)
    street.plug.unplug()
    told.until(lambda: (State.LOST, "driver_bug") in told.states)
    street.plug.plug_in()
    _, again = street.add(ModbusRelay)
    ready(again)
    assert driver.stop()


def test_what_acts_cannot_be_made_to_repeat() -> None:
    with pytest.raises(ValueError, match="never repeated"):
        Ask(b"x", modbus.AnswerDecoder, again=1, acts=True)


def test_reads_are_repeated_once_writes_never(street: Street) -> None:
    relay, told = street.add(ModbusRelay, poll_ms=10_000)
    ready(told)
    told.until(lambda: len(told.events) >= 8)
    before = len(street.player.heard)
    street.player.switch("mute")
    assert relay.act("off", {"channel": 1}).outcome is Outcome.UNKNOWN
    assert bytes(street.player.heard[before:]).count(modbus.write_coil(1, 0, modbus.OFF)) == 1


def test_lcus_without_a_word_is_unproven_and_with_the_ff_query_proven() -> None:
    from drivers.simulated.relays import SimulatedLcus

    for feedback, outcome in (("no", Outcome.UNKNOWN), ("ff", Outcome.DONE), ("yes", Outcome.DONE)):
        plug = MemoryPlug()
        board = SimulatedLcus(2, feedback)
        with Player(board, plug):
            told = Recorder()
            option = "auto" if feedback != "yes" else "yes"
            driver = LcusRelay({**QUICK, "port": plug.port, "feedback": option}, told, Backoff(0.02, 0.05))
            driver.start()
            ready(told)
            result = driver.act("on", {"channel": 2})
            assert (result.outcome, result.code) == (outcome, "unproven" if feedback == "no" else "")
            assert wait(lambda board=board: board.relays == [False, True])
            assert driver.stop()
            assert wait(lambda board=board: board.relays == [False, False])


def test_probe_says_who_is_there_and_moves_nothing(street: Street) -> None:
    street.board.coils[0] = True
    port = {**QUICK, "port": street.plug.port}
    assert ModbusRelay.probe(port) == ""
    assert XyMd02.probe({**port, "address": 9}) == "no_answer"
    assert XyMd02.probe({**port, "port": "memory:none"}) == "port_gone"
    assert street.board.coils[0]
    assert not street.plug.ready()


def test_no_answer_is_an_exception_with_its_facts() -> None:
    none = NoAnswer("expired", sent=False)
    assert (none.why, none.sent, str(none)) == ("expired", False, "expired")


def wait(condition: Callable[[], bool], seconds: float = 3) -> bool:
    end_s = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end_s:
            return False
        threading.Event().wait(0.005)
    return True
