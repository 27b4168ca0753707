"""Addresses of ports that survive a replug."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from drivers.ports import name_of, seen


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


def test_usb_first_each_with_its_address() -> None:
    found = seen(lambda: [BOARD, CH340, WEDGE])
    assert [p.address for p in found] == ["usb:1a86:7523:@1-1.2", "usb:0c2e:0b61:S1", "/dev/ttyS0"]


def test_the_name_follows_the_device() -> None:
    assert name_of("usb:0c2e:0b61:S1", lambda: [Fake("COM12", vid=0x0C2E, pid=0x0B61, serial_number="S1", location="2-3")]) == "COM12"  # fmt: skip
    assert name_of("COM3", list) == "COM3"
    with pytest.raises(FileNotFoundError):
        name_of("usb:0c2e:0b61:S1", lambda: [CH340])


def test_this_computer_can_be_asked() -> None:
    assert all(port.address and port.name for port in seen())
