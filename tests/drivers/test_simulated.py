"""The stage that simulated devices stand on: a port in memory, a player with faults, several devices on one line."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
import serial

from drivers.line import open_serial
from drivers.simulated.device import Several, SimulatedDevice
from drivers.simulated.memory import MemoryPlug
from drivers.simulated.player import FAULTS, Player


class Parrot(SimulatedDevice):
    """Answers what it hears, and says what it is told."""

    FAULTS = ("hoarse",)

    def hear(self, data: bytes) -> list[bytes]:
        return [b"<" + data + b">"]

    def command(self, line: str) -> list[bytes]:
        if line == "growl":
            raise ValueError(line)
        return [line.encode()]

    def look(self) -> dict[str, object]:
        return {"hoarse": "hoarse" in self.faults}


@pytest.fixture
def plug() -> Iterator[MemoryPlug]:
    plug = MemoryPlug()
    yield plug
    plug.close()


def heard(port: object, size: int, seconds: float = 2) -> bytes:
    data, end_s = b"", time.monotonic() + seconds
    while len(data) < size and time.monotonic() < end_s:
        data += port.read(size)  # type: ignore[attr-defined]
    return data


def test_a_port_in_memory_behaves_as_a_real_one(plug: MemoryPlug) -> None:
    assert not plug.send(b"nobody listens")
    port = open_serial(plug.port, 9600)
    with pytest.raises(serial.SerialException, match="exclusively lock"):
        open_serial(plug.port, 9600)
    assert port.read(1) == b""
    assert plug.send(b"abc")
    assert (port.in_waiting, port.read(2), port.in_waiting) == (3, b"ab", 1)
    port.write(b"hello")
    assert plug.heard(1) == b"hello"
    plug.held = True
    with pytest.raises(serial.SerialTimeoutException):
        port.write(b"x")
    plug.unplug()
    for use in (lambda: port.read(1), lambda: port.in_waiting, lambda: port.write(b"x")):
        with pytest.raises(OSError):
            use()
    with pytest.raises(FileNotFoundError):
        open_serial(plug.port, 9600)
    plug.plug_in("memory:elsewhere")
    open_serial("memory:elsewhere", 9600).close()


def test_cut_while_something_is_written(plug: MemoryPlug) -> None:
    port = open_serial(plug.port, 9600)
    plug.cut(b"open")
    port.write(b"status")
    with pytest.raises(OSError):
        port.write(b"do open it")
    assert plug.heard(0) == b""


def test_the_player_answers_and_is_told(plug: MemoryPlug) -> None:
    with Player(Parrot(), plug) as player:
        port = open_serial(plug.port, 9600)
        port.write(b"hi")
        assert heard(port, 4) == b"<hi>"
        player.command("rrr")
        assert heard(port, 3) == b"rrr"
        assert bytes(player.heard) == b"hi"
        with pytest.raises(ValueError, match="growl"):
            player.command("growl")


@pytest.mark.parametrize(
    ("fault", "answer"),
    [("", b"<hi>"), ("mute", b""), ("half", b"<h"), ("late", b"<hi>"), ("garbage", b"\x00\xff\xfe\xbc\xe8\xe9>")],
)
def test_faults_of_every_device(plug: MemoryPlug, fault: str, answer: bytes) -> None:
    with Player(Parrot(), plug, fault, late_s=0.2) as player:
        port = open_serial(plug.port, 9600)
        began_s = time.monotonic()
        port.write(b"hi")
        assert heard(port, len(answer) or 1, 0.5) == answer
        assert fault != "late" or time.monotonic() - began_s >= 0.2
        assert bytes(player.heard) == b"hi", "it heard, whatever it says"


def test_a_flood_and_a_vanishing(plug: MemoryPlug) -> None:
    with Player(Parrot(), plug, "flood") as player:
        port = open_serial(plug.port, 9600)
        assert len(heard(port, 1000)) >= 1000
        port.close()
        player.switch("vanish")
        port = open_serial(plug.port, 9600)
        port.write(b"hi")
        with pytest.raises(OSError):
            heard(port, 10_000)
        again = reopened(plug.port)
        again.write(b"ho")  # type: ignore[attr-defined]
        assert heard(again, 4) == b"<ho>"


def reopened(name: str) -> object:
    end_s = time.monotonic() + 5
    while True:
        try:
            return open_serial(name, 9600)
        except OSError:
            assert time.monotonic() < end_s


def test_a_device_has_its_own_faults(plug: MemoryPlug) -> None:
    with Player(Parrot(), plug) as player:
        player.switch("hoarse")
        assert player.device.look() == {"hoarse": True}
        player.switch("")
        assert player.device.look() == {"hoarse": False}
        with pytest.raises(ValueError, match="teapot"):
            player.switch("teapot")
    assert "hoarse" not in FAULTS


def test_several_on_one_line_all_hear() -> None:
    pair = Several(Parrot(), Parrot())
    assert pair.hear(b"x") == [b"<x>", b"<x>"]
    assert pair.command("1 hello") == [b"hello"]
    for wrong in ("hello", "7 hello"):
        with pytest.raises(ValueError, match="hello"):
            pair.command(wrong)
