"""Addresses of ports that survive a replug, and who has taken one."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from drivers import ports
from drivers.line import open_serial, reason_of
from drivers.ports import Ambiguous, brltty_has, name_of, seen


@dataclass
class Fake:
    device: str
    description: str = "n/a"
    vid: int | None = None
    pid: int | None = None
    serial_number: str | None = None
    location: str | None = None


WEDGE = Fake("COM7", "Scanner", 0x0C2E, 0x0B61, "S1", "1-1")
CH340 = Fake("/dev/ttyUSB0", "USB Serial", 0x1A86, 0x7523, None, "1-1.2")
BOARD = Fake("/dev/ttyS0", "ttyS0")
TWIN_A = Fake("/dev/ttyUSB1", "CP2102", 0x10C4, 0xEA60, "0001", "1-3")
TWIN_B = Fake("/dev/ttyUSB2", "CP2102", 0x10C4, 0xEA60, "0001", "1-4")


def test_usb_first_each_with_its_address() -> None:
    found = seen(lambda: [BOARD, CH340, WEDGE])
    assert [p.address for p in found] == ["usb:1a86:7523:@1-1.2", "usb:0c2e:0b61:S1", "/dev/ttyS0"]


def test_the_name_follows_the_device() -> None:
    assert name_of("usb:0c2e:0b61:S1", lambda: [Fake("COM12", vid=0x0C2E, pid=0x0B61, serial_number="S1", location="2-3")]) == "COM12"  # fmt: skip
    assert name_of("COM3", list) == "COM3"
    with pytest.raises(FileNotFoundError):
        name_of("usb:0c2e:0b61:S1", lambda: [CH340])


def test_two_with_the_same_number_go_by_their_sockets() -> None:
    found = seen(lambda: [TWIN_A, TWIN_B])
    assert [p.address for p in found] == ["usb:10c4:ea60:@1-3", "usb:10c4:ea60:@1-4"]
    assert name_of("usb:10c4:ea60:@1-4", lambda: [TWIN_A, TWIN_B]) == "/dev/ttyUSB2"
    assert name_of("usb:10c4:ea60:@1-4", lambda: [TWIN_B]) == "/dev/ttyUSB2", "also while its twin is away"


def test_an_address_that_fits_two_opens_neither() -> None:
    """Set when the other was not there: opening the wrong one could lift the wrong barrier."""
    assert name_of("usb:10c4:ea60:0001", lambda: [TWIN_A]) == "/dev/ttyUSB1"
    with pytest.raises(Ambiguous) as refused:
        name_of("usb:10c4:ea60:0001", lambda: [TWIN_A, TWIN_B])
    assert reason_of(refused.value) == "port_ambiguous"


def test_this_computer_can_be_asked() -> None:
    assert all(port.address and port.name for port in seen())


class Machine:
    """A system's folders as brltty leaves them: the adapter plugged in, no port, the service running."""

    def __init__(self, folder: Path, runs: str = "brltty") -> None:
        self.system, self.processes = folder / "sys", folder / "proc"
        usb = self.system / "bus/usb/devices/1-2"
        usb.mkdir(parents=True)
        (usb / "idVendor").write_text("1a86\n")
        (usb / "idProduct").write_text("7523\n")
        (self.processes / "77").mkdir(parents=True)
        (self.processes / "77/comm").write_text(f"{runs}\n")

    def took(self, address: str) -> bool:
        return brltty_has(address, self.system, self.processes)


linux = pytest.mark.skipif(sys.platform != "linux", reason="brltty is a Linux service")


@linux
def test_brltty_took_the_adapter(tmp_path: Path) -> None:
    machine = Machine(tmp_path)
    assert machine.took("usb:1a86:7523:@1-2")
    assert not machine.took("usb:0403:6001:X"), "that one is not plugged in"
    assert not machine.took("usb:0c2e:0b61:S1"), "brltty does not want that one"
    assert not machine.took("/dev/ttyUSB0")


@linux
def test_without_the_service_it_is_only_gone(tmp_path: Path) -> None:
    assert not Machine(tmp_path, runs="bash").took("usb:1a86:7523:@1-2")


def test_the_reason_names_brltty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "brltty_has", lambda address: True)
    monkeypatch.setattr(ports.list_ports, "comports", list)
    monkeypatch.setattr(ports, "FRESH_S", 0.0)
    with pytest.raises(OSError) as refused:
        open_serial("usb:1a86:7523:@1-2", 9600)
    assert reason_of(refused.value) == "port_brltty"
