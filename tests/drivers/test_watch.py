"""The watch over ports: what is there, what came, what went, each told once."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence

import pytest

from drivers.ports import PortSeen
from drivers.watch import Watch

SCANNER = PortSeen("/dev/ttyACM0", "usb:0c2e:0b61:S1", "Scanner")
RELAY = PortSeen("/dev/ttyUSB0", "usb:1a86:7523:@1-2", "USB Serial")


class World:
    """Sockets, and what the watch told of them."""

    def __init__(self) -> None:
        self.plugged: list[PortSeen] = [SCANNER]
        self.told: list[tuple[list[str], list[str]]] = []
        self.fails = False
        self._news = threading.Condition()

    def look(self) -> Sequence[PortSeen]:
        if self.fails:
            self.fails = False
            raise OSError("gone while looking")
        return list(self.plugged)

    def tell(self, came: Sequence[PortSeen], went: Sequence[PortSeen]) -> None:
        with self._news:
            self.told.append(([p.name for p in came], [p.name for p in went]))
            self._news.notify_all()

    def until(self, count: int) -> None:
        with self._news:
            assert self._news.wait_for(lambda: len(self.told) >= count, 5), self.told


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    watch = Watch(world.tell, world.look, every_s=0.01)
    watch.start()
    yield world
    assert watch.stop()
    assert watch.stop()


def test_what_is_there_then_each_change_once(world: World) -> None:
    world.until(1)
    world.plugged.append(RELAY)
    world.until(2)
    world.fails = True
    world.plugged.remove(SCANNER)
    world.until(3)
    assert world.told == [(["/dev/ttyACM0"], []), (["/dev/ttyUSB0"], []), ([], ["/dev/ttyACM0"])]


def test_another_name_is_gone_and_come(world: World) -> None:
    world.until(1)
    world.plugged[0] = PortSeen("/dev/ttyACM1", SCANNER.address, SCANNER.description)
    world.until(2)
    assert world.told[1] == (["/dev/ttyACM1"], ["/dev/ttyACM0"])


def test_at_its_own_pace_a_change_is_told_within_three_seconds() -> None:
    world = World()
    watch = Watch(world.tell, world.look)
    watch.start()
    try:
        world.until(1)
        world.plugged.clear()
        began_s = time.monotonic()
        world.until(2)
        assert time.monotonic() - began_s < 3
    finally:
        assert watch.stop()
