"""Serial ports of this machine by name and USB identity; looking never opens or writes to one."""

from __future__ import annotations

from dataclasses import dataclass

from serial.tools import list_ports


@dataclass(frozen=True)
class PortSeen:
    """name: device path or COM name; vid, pid, serial identify a USB adapter wherever it is plugged in."""

    name: str
    description: str
    vid: int | None
    pid: int | None
    serial: str


def seen() -> list[PortSeen]:
    """All ports, sorted by name."""
    found = [
        PortSeen(p.device, p.description or "", p.vid, p.pid, p.serial_number or "") for p in list_ports.comports()
    ]
    return sorted(found, key=lambda port: port.name)
