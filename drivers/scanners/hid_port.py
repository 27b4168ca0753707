"""A USB scanner in HID POS mode as a port of bytes, through hidapi where that is installed (it is optional)."""

from __future__ import annotations

import errno
import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Protocol

from drivers.line import TICK_S
from drivers.ports import PortError

HID = "hid:"
PAGE, USAGE = 0x8C, 0x02  # bar code scanner
HONEYWELL = 0x0C2E
# On Linux hidapi brings two modules. `hid` goes through libusb, which takes the scanner away from the system's driver and
# cannot tell pages and usages; `hidraw` asks the kernel.
LINUX = sys.platform.startswith("linux")
MODULES = ("hidraw", "hid") if LINUX else ("hid",)
POS_MODE = b"\xfe\x01"  # the feature report that Honeywell wants before it sends (DEVICES 2.3)
REPORT = 64


class HidMissing(PortError):
    """hidapi is not installed on this computer."""

    code: ClassVar[str] = "library_missing"


class HidDenied(PortError):
    """Linux gives hidraw devices to root alone until a udev rule says otherwise (drivers/README.md has it)."""

    code: ClassVar[str] = "hid_denied"


class HidDevice(Protocol):
    """The part of hidapi's device in use."""

    def open_path(self, path: bytes) -> None: ...
    def read(self, max_length: int, timeout_ms: int = 0) -> Sequence[int]: ...
    def send_feature_report(self, data: bytes) -> int: ...
    def close(self) -> None: ...


class HidLibrary(Protocol):
    """The part of hidapi in use."""

    def enumerate(self, vendor_id: int = 0, product_id: int = 0) -> Sequence[Mapping[str, Any]]: ...
    def device(self) -> HidDevice: ...


def library() -> HidLibrary:
    """hidapi. Raises HidMissing."""
    for name in MODULES:
        try:
            found: HidLibrary = importlib.import_module(name)
            found.device  # noqa: B018 - another library of this name has none
        except (ImportError, AttributeError):
            continue
        return found
    raise HidMissing(errno.ENOSYS, "hidapi is not installed")


def seen(hid: HidLibrary) -> list[str]:
    """Addresses (`hid:0c2e:0b61:SERIAL`) of the scanners in HID POS mode that are plugged in."""
    return [_address(found) for found in hid.enumerate() if _is_scanner(found)]


def open_hid(address: str, hid: HidLibrary | None = None) -> HidPort:
    """Open by address; `hid:` alone is the only scanner there is. Raises OSError, HidMissing among them."""
    hid = hid or library()
    fits = [found for found in hid.enumerate() if _is_scanner(found) and address in (HID, _address(found))]
    if not fits:
        raise FileNotFoundError(errno.ENOENT, "no such scanner")
    path = bytes(fits[0]["path"])
    if _denied(path):
        raise HidDenied(errno.EACCES, "no permission for the scanner's hidraw device")
    device = hid.device()
    device.open_path(path)
    if fits[0]["vendor_id"] == HONEYWELL:
        device.send_feature_report(POS_MODE)
    return HidPort(device)


class HidPort:
    """A drivers.line.Port of whole reports. Nothing is ever written to a scanner's HID port."""

    def __init__(self, device: HidDevice) -> None:
        self._device = device

    @property
    def in_waiting(self) -> int:
        return 0  # a read gives a whole report, whatever size it asks for

    def read(self, size: int = 1) -> bytes:
        """A report, or nothing after a tick. Raises OSError when the scanner is gone."""
        return bytes(self._device.read(REPORT, int(TICK_S * 1000))) if size else b""

    def write(self, data: bytes) -> int:
        raise OSError(errno.EPERM, "a scanner is not written to")

    def close(self) -> None:
        self._device.close()


def _denied(path: bytes) -> bool:
    """Whether Linux forbids this device to us; hidapi would only say "open failed"."""
    return LINUX and os.path.exists(path) and not os.access(path, os.R_OK | os.W_OK)


def _is_scanner(found: Mapping[str, Any]) -> bool:
    return (found["usage_page"], found["usage"]) == (PAGE, USAGE)


def _address(found: Mapping[str, Any]) -> str:
    return f"{HID}{found['vendor_id']:04x}:{found['product_id']:04x}:{found['serial_number'] or ''}"
