"""Serial ports of this machine, by an address that survives another socket or COM number; looking never opens one."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from serial.tools import list_ports

USB = "usb:"


class Found(Protocol):
    """The part of pyserial's ListPortInfo in use."""

    device: str
    description: str
    vid: int | None
    pid: int | None
    serial_number: str | None
    location: str | None


Look = Callable[[], Iterable[Found]]


@dataclass(frozen=True)
class PortSeen:
    """name: device path or COM name now; address: what to remember (`usb:0403:6001:A50285BI`, or the name)."""

    name: str
    address: str
    description: str


def seen(look: Look = list_ports.comports) -> list[PortSeen]:
    """All ports, USB first. May take a second on Windows: not on the screen's thread."""
    found = [PortSeen(p.device, address_of(p), p.description or "") for p in look()]
    return sorted(found, key=lambda port: (not port.address.startswith(USB), port.name))


def address_of(found: Found) -> str:
    """By maker, model and serial number, else by the socket it is in (CH340 chips have no number); plain when not USB."""
    if found.vid is None or found.pid is None:
        return found.device
    where = found.serial_number or (f"@{found.location}" if found.location else "")
    return f"{USB}{found.vid:04x}:{found.pid:04x}:{where}"


def name_of(address: str, look: Look = list_ports.comports) -> str:
    """The name to open now. Raises FileNotFoundError when that USB device is not plugged in."""
    if not address.startswith(USB):
        return address
    for found in look():
        if address_of(found) == address:
            return found.device
    raise FileNotFoundError(errno.ENOENT, "not plugged in")
