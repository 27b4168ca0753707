"""Serial ports of this machine, by an address that survives another socket or COM number; looking never opens one."""

from __future__ import annotations

import errno
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Protocol

from serial.tools import list_ports

USB = "usb:"
FRESH_S = 0.5  # several lines that wait for their devices share one look
# the bridges that brltty 6 takes for Braille displays (Debian's and Ubuntu's udev rules)
BRLTTY_TAKES = frozenset({(0x1A86, 0x7523), (0x10C4, 0xEA60), (0x0403, 0x6001)})


class Found(Protocol):
    """The part of pyserial's ListPortInfo in use."""

    device: str
    description: str
    vid: int | None
    pid: int | None
    serial_number: str | None
    location: str | None


Look = Callable[[], Iterable[Found]]


class PortError(OSError):
    """Why an address cannot be opened, beyond what the system says; `code` as in Told.state."""

    code: ClassVar[str] = "port_failed"


class Ambiguous(PortError):
    """Two devices answer to this address: opening either could move the wrong barrier."""

    code = "port_ambiguous"


class TakenByBrltty(PortError):
    """The Braille service has taken the adapter away."""

    code = "port_brltty"


@dataclass(frozen=True)
class PortSeen:
    """name: device path or COM name now; address: what to remember (`usb:0403:6001:A50285BI`, or the name)."""

    name: str
    address: str
    description: str


def seen(look: Look | None = None) -> list[PortSeen]:
    """All ports, USB first. May take a second on Windows: not on the screen's thread."""
    found = list((look or list_ports.comports)())
    twins = _twins(found)
    ports = [PortSeen(p.device, address_of(p, twins), p.description or "") for p in found]
    return sorted(ports, key=lambda port: (not port.address.startswith(USB), port.name))


def address_of(found: Found, twins: frozenset[str] = frozenset()) -> str:
    """By maker, model and serial number, else by the socket it is in; plain when not USB.

    CH340 chips have no number, and some makers give all theirs the same: those (`twins`) go by their socket too.
    """
    if found.vid is None or found.pid is None:
        return found.device
    numbered = f"{_model(found)}{found.serial_number}"
    return numbered if found.serial_number and numbered not in twins else _by_socket(found)


def _model(found: Found) -> str:
    return f"{USB}{found.vid or 0:04x}:{found.pid or 0:04x}:"


def _by_socket(found: Found) -> str:
    return f"{_model(found)}@{found.location}" if found.location else _model(found)


def _twins(found: Sequence[Found]) -> frozenset[str]:
    """Addresses by serial number that fit more than one port."""
    count = Counter(address_of(p) for p in found if p.vid is not None and p.serial_number)
    return frozenset(address for address, times in count.items() if times > 1)


def name_of(address: str, look: Look | None = None) -> str:
    """The name to open now.

    Raises FileNotFoundError when that USB device is not plugged in, Ambiguous when two fit.
    """
    if not address.startswith(USB):
        return address
    found = list(look()) if look else _looked.now()
    fits = [p for p in found if address in (address_of(p), _by_socket(p))]
    if not fits:
        raise FileNotFoundError(errno.ENOENT, "not plugged in")
    if len(fits) > 1:
        raise Ambiguous(errno.EEXIST, "more than one device has this address")
    return fits[0].device


class _Looked:
    """The last look, for as long as it is fresh."""

    def __init__(self) -> None:
        self._lock, self._at_s = threading.Lock(), -FRESH_S
        self._found: list[Found] = []

    def now(self) -> list[Found]:
        with self._lock:
            if time.monotonic() - self._at_s >= FRESH_S:
                self._found = list(list_ports.comports())
                self._at_s = time.monotonic()
            return self._found


_looked = _Looked()


def brltty_has(address: str, system: Path = Path("/sys"), processes: Path = Path("/proc")) -> bool:
    """Whether the Braille service has this USB adapter: it runs, and the adapter is plugged in without being a port."""
    if sys.platform != "linux" or not address.startswith(USB):
        return False
    vid, pid = (int(part, 16) for part in address.split(":")[1:3])
    return (vid, pid) in BRLTTY_TAKES and _plugged_in(vid, pid, system) and _runs("brltty", processes)


def _plugged_in(vid: int, pid: int, system: Path) -> bool:
    for file in system.glob("bus/usb/devices/*/idVendor"):
        if _first_line(file) == f"{vid:04x}" and _first_line(file.with_name("idProduct")) == f"{pid:04x}":
            return True
    return False


def _runs(name: str, processes: Path) -> bool:
    return any(_first_line(file) == name for file in processes.glob("[0-9]*/comm"))


def _first_line(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:  # a process that has just ended, a device that was just pulled
        return ""
