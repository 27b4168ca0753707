"""The listener: an alarm is answered only when it was taken, and only those on the list are heard."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from drivers.alarms import watch_line
from drivers.alarms.gps_watch import GpsWatch, address_of
from drivers.alarms.watch_messages import encode
from drivers.api import DriverError, Noise, Reading, State
from drivers.line import Backoff
from drivers.simulated.calling import CallingPlug
from drivers.simulated.player import Player
from drivers.simulated.sos import SimulatedWatch
from tests.conftest import LogWatch
from tests.drivers.conftest import Recorder

PAUSE = threading.Event()  # never set
WHO, OTHER = "0000000015", "0000000099"
ALARM = encode("3G", WHO, "AL,221126,100203,V,0.0,N,0.0,E,0,0,0,0,90,80,0,0,00010000,0,0")
ANSWER = encode("3G", WHO, "AL")


class Store(Recorder):
    """A desk that takes its time, or cannot store."""

    def __init__(self) -> None:
        super().__init__()
        self.may_end, self.began = threading.Event(), threading.Event()
        self.may_end.set()
        self.fails = False

    def reading(self, event: Reading | Noise) -> None:
        self.began.set()
        assert self.may_end.wait(5)
        if self.fails and isinstance(event, Reading) and event.kind == "alarm":
            raise OSError("the store is busy with 0000000015")
        super().reading(event)

    @property
    def alarms(self) -> list[Reading]:
        return [e for e in self.events if isinstance(e, Reading) and e.kind == "alarm"]


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return f"127.0.0.1:{free.getsockname()[1]}"


@pytest.fixture
def watch(port: str, store: Store) -> Iterator[GpsWatch]:
    driver = GpsWatch({"port": port, "allow": f"{WHO},0000000016"}, store, Backoff(first_s=0.02, top_s=0.05))
    driver.start()
    store.until(lambda: (State.READY, "") in store.states)
    yield driver
    store.may_end.set()
    assert driver.stop(), "the thread outlived its stop"
    assert store.states[-1] == (State.STOPPED, "")


def eventually(condition: Callable[[], bool]) -> None:
    end_s = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end_s
        PAUSE.wait(0.005)


def connect(port: str) -> socket.socket:
    return socket.create_connection(address_of(port), 5)


def heard(line: socket.socket, timeout_s: float = 5) -> bytes:
    line.settimeout(timeout_s)
    try:
        return line.recv(200)
    except TimeoutError:
        return b"(silence)"
    except ConnectionError:
        return b""


def test_an_alarm_is_answered_after_it_was_taken_and_not_before(watch: GpsWatch, port: str, store: Store) -> None:
    store.may_end.clear()
    with connect(port) as line:
        line.sendall(ALARM)
        assert store.began.wait(5)
        assert heard(line, 0.3) == b"(silence)"
        assert store.alarms == []
        store.may_end.set()
        assert heard(line) == ANSWER
    assert [alarm.fields["sort"] for alarm in store.alarms] == ["sos"]


def test_an_alarm_that_could_not_be_stored_is_not_answered_and_comes_again(
    watch: GpsWatch, port: str, store: Store, log_watch: LogWatch
) -> None:
    log_watch.expect("was not taken")
    store.fails = True
    with connect(port) as line:
        line.sendall(ALARM)
        assert heard(line) == b""  # hung up: the watch will call again
    store.fails = False
    with connect(port) as line:
        line.sendall(ALARM)
        assert heard(line) == ANSWER
    assert len(store.alarms) == 1
    assert WHO not in " ".join(record.getMessage() for record in log_watch.records)


def test_a_repetition_is_answered_and_not_told_again(watch: GpsWatch, port: str, store: Store) -> None:
    for _ in range(3):
        with connect(port) as line:
            line.sendall(ALARM)
            assert heard(line) == ANSWER
    assert len(store.alarms) == 1


def test_a_watch_says_an_alarm_until_it_is_answered(
    watch: GpsWatch, port: str, store: Store, log_watch: LogWatch
) -> None:
    """The simulated watch on the network: nobody stores, the desk hangs up, it calls again, then it is content."""
    log_watch.expect("was not taken")
    store.fails = True
    device = SimulatedWatch(WHO, repeat_s=0.05)
    with Player(device, CallingPlug(port)) as player:
        store.until(lambda: any(isinstance(e, Reading) and e.kind == "alive" for e in store.events))
        player.command("sos")
        eventually(lambda: len(log_watch.records) > 1)
        assert device.look()["unanswered"]
        store.fails = False
        eventually(lambda: not device.look()["unanswered"])
    assert device.answers[-1] == "AL"
    assert len(store.alarms) == 1


def test_who_is_not_on_the_list_is_not_heard(watch: GpsWatch, port: str, store: Store) -> None:
    with connect(port) as line:
        line.sendall(ALARM.replace(WHO.encode(), OTHER.encode()))
        assert heard(line) == b""
    store.until(lambda: Noise("not_allowed", 0) in store.events)
    assert not [event for event in store.events if isinstance(event, Reading)]


def test_an_empty_list_allows_nobody(port: str, store: Store) -> None:
    driver = GpsWatch({"port": port}, store)
    driver.start()
    try:
        store.until(lambda: (State.READY, "") in store.states)
        with connect(port) as line:
            line.sendall(ALARM)
            assert heard(line) == b""
    finally:
        assert driver.stop()
    assert not store.alarms


def test_every_watch_on_its_own_connection(watch: GpsWatch, port: str, store: Store) -> None:
    with connect(port) as one, connect(port) as two, connect(port) as babble:
        babble.sendall(b"[[[" * 100 + b"GET / HTTP/1.1\r\n\r\n")
        one.sendall(ALARM[:30])
        two.sendall(encode("ZJ", "0000000016", "LK,0,0,44", "0001"))
        assert heard(two) == encode("ZJ", "0000000016", "LK", "0001")
        one.sendall(ALARM[30:])
        assert heard(one) == ANSWER
    assert [alarm.fields["who"] for alarm in store.alarms] == [WHO]


def test_babble_without_end_is_hung_up_on(watch: GpsWatch, port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch_line, "MOST_NOISE", 20_000)
    with connect(port) as line:
        try:
            for _ in range(20):
                line.sendall(b"x" * 4096)
        except ConnectionError:
            pass
        assert heard(line) == b""


def test_a_connection_that_does_not_say_who_it_is_is_closed(
    watch: GpsWatch, port: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch_line, "UNKNOWN_S", 0.05)
    with connect(port) as line:
        assert heard(line) == b""


def test_too_many_connections_are_turned_away(watch: GpsWatch, port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch_line, "MOST_PEERS", 1)
    with connect(port) as line:
        line.sendall(encode("3G", WHO, "LK"))
        assert heard(line) == encode("3G", WHO, "LK")
        with connect(port) as more:
            assert heard(more) == b""
        line.sendall(ALARM)
        assert heard(line) == ANSWER


def test_a_port_that_is_taken_says_so_and_is_tried_again(port: str, store: Store) -> None:
    with socket.create_server(address_of(port)):
        assert GpsWatch.probe({"port": port}) == "port_taken"
        driver = GpsWatch({"port": port, "allow": WHO}, store, Backoff(first_s=0.02, top_s=0.05))
        driver.start()
        store.until(lambda: (State.LOST, "port_taken") in store.states)
    try:
        store.until(lambda: store.states[-1] == (State.READY, ""))
        with connect(port) as line:
            line.sendall(ALARM)
            assert heard(line) == ANSWER
    finally:
        assert driver.stop()


def test_addresses() -> None:
    assert GpsWatch.probe({"port": "203.0.113.77:8001"}) == "port_gone"
    for wrong in ("8001", ":8001", "here:", "here:x", "here:70000", ""):
        with pytest.raises(DriverError):
            address_of(wrong)
