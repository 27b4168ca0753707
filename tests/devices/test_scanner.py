"""The scanner's role: codes come through as they were, health is told once each way, a replaced driver is silent."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from desk.core.errors import Refused
from desk.core.events import Bus, Event, HealthChanged
from desk.devices.scanner import Health, Scanner
from drivers.api import Driver, State, Told, Value
from drivers.line import Backoff
from drivers.scanners.serial_line import SerialLineScanner
from drivers.simulated.ports import PtyPlug

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals are a Unix thing")


class World:
    """What the desk heard, to be waited on."""

    def __init__(self, bus: Bus) -> None:
        self.scans: list[tuple[str, str, bytes]] = []
        self.health: list[tuple[str, bool]] = []
        self._news = threading.Condition()
        bus.subscribe(self._event)

    def seen(self, text: str, source: str, raw: bytes) -> None:
        with self._news:
            self.scans.append((text, source, raw))
            self._news.notify_all()

    def _event(self, event: Event) -> None:
        assert isinstance(event, HealthChanged)
        assert event.subject == "scanner"
        with self._news:
            self.health.append((event.code, event.ok))
            self._news.notify_all()

    def until(self, condition: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(condition, 10), (self.scans, self.health)


def make(options: Mapping[str, Value], told: Told) -> Driver:
    return SerialLineScanner(options, told, Backoff(first_s=0.02, top_s=0.05))


@pytest.fixture
def world(bus: Bus) -> World:
    return World(bus)


@pytest.fixture
def scanner(world: World, bus: Bus) -> Iterator[Scanner]:
    scanner = Scanner(make, world.seen, bus)
    yield scanner
    scanner.stop()


@pytest.fixture
def plug(tmp_path: Path) -> Iterator[PtyPlug]:
    with PtyPlug(tmp_path / "scanner") as plug:
        yield plug


def test_codes_come_through(scanner: Scanner, world: World, plug: PtyPlug) -> None:
    scanner.use(plug.port)
    world.until(lambda: ("device.ready", True) in world.health)
    plug.send(b"ABC123\r" + "来访".encode("gb18030") + b"\r\xff\xff\r")
    world.until(lambda: len(world.scans) == 3)
    assert world.scans == [("ABC123", "serial", b""), ("来访", "serial", "来访".encode("gb18030")), ("", "serial", b"\xff\xff")]  # fmt: skip


def test_lost_once_ready_once(scanner: Scanner, world: World, plug: PtyPlug) -> None:
    scanner.use(plug.port)
    world.until(lambda: ("device.ready", True) in world.health)
    plug.unplug()
    world.until(lambda: ("device.port_gone", False) in world.health)
    assert not scanner.health.ok
    plug.plug_in()
    world.until(lambda: world.health[-1] == ("device.ready", True))
    assert [code for code, _ in world.health] == ["device.ready", "device.port_gone", "device.ready"]
    plug.send(b"AGAIN\r")
    world.until(lambda: ("AGAIN", "serial", b"") in world.scans)


def test_off_is_off(scanner: Scanner, world: World, plug: PtyPlug) -> None:
    assert scanner.health == Health("device.off")
    scanner.use("")
    assert world.health == []
    scanner.use(plug.port)
    world.until(lambda: ("device.ready", True) in world.health)
    scanner.use("")
    assert scanner.health == Health("device.off")
    assert world.health[-1] == ("device.off", True)


def test_another_port_takes_over(scanner: Scanner, world: World, plug: PtyPlug, tmp_path: Path) -> None:
    with PtyPlug(tmp_path / "other") as other:
        scanner.use(plug.port)
        world.until(lambda: ("device.ready", True) in world.health)
        scanner.use(other.port, baud=115200)
        world.until(lambda: [c for c, _ in world.health].count("device.ready") == 2)
        plug.send(b"OLD\r")
        other.send(b"NEW\r")
        world.until(lambda: bool(world.scans))
        assert world.scans == [("NEW", "serial", b"")]


def test_a_wrong_option_is_refused_and_nothing_runs(scanner: Scanner) -> None:
    with pytest.raises(Refused) as refused:
        scanner.use("x", baud=7)
    assert (refused.value.code, refused.value.facts) == ("device.option", {"option": "baud"})
    assert scanner.health == Health("device.off")


def test_last_words_of_a_replaced_driver_are_not_heard(scanner: Scanner, world: World, plug: PtyPlug) -> None:
    scanner.use(plug.port)
    world.until(lambda: ("device.ready", True) in world.health)
    old = scanner._ear
    assert old is not None
    scanner.use("")
    old.state(State.LOST, "port_gone")
    assert scanner.health == Health("device.off")
