"""USB adapters for serial lines that are plugged in and are no port: nothing else would say why.

Linux: a device in sysfs without a tty below one of its interfaces. Windows: what the device manager knows (cfgmgr32: the devices
that are present, each with its problem code); where that cannot be asked, the registry (Enum\\USB), whose entries outlive the
adapters, so that what is named may be one that was plugged in once.
"""

from __future__ import annotations

import ctypes
import importlib
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

# (vendor, product) -> the chip, by the name under which its driver is looked for. PL2303: TA/HX, then the G series.
CHIPS = {
    ("1a86", "7523"): "CH340", ("1a86", "7522"): "CH340", ("1a86", "5523"): "CH341", ("1a86", "55d4"): "CH9102",
    ("1a86", "55d3"): "CH343", ("10c4", "ea60"): "CP210x", ("10c4", "ea63"): "CP210x", ("10c4", "ea70"): "CP210x",
    ("10c4", "ea71"): "CP210x", ("067b", "2303"): "PL2303", ("067b", "23a3"): "PL2303", ("067b", "23b3"): "PL2303",
    ("067b", "23c3"): "PL2303", ("067b", "23d3"): "PL2303", ("067b", "23e3"): "PL2303", ("067b", "23f3"): "PL2303",
    ("0403", "6001"): "FT232", ("0403", "6015"): "FT232",
}  # fmt: skip
NOT_INSTALLED = 0x20 | 0x40  # ConfigFlags: CONFIGFLAG_REINSTALL, CONFIGFLAG_FAILEDINSTALL (regstr.h)
HAS_PROBLEM = 0x400  # DN_HAS_PROBLEM (cfg.h)
PRESENT_USB = 0x100 | 0x1  # CM_GETIDLIST_FILTER_PRESENT | _ENUMERATOR (cfgmgr32.h)
SYSFS = Path("/sys/bus/usb/devices")
ENUM = r"SYSTEM\CurrentControlSet\Enum\USB"
_KEY = re.compile(r"VID_([0-9A-F]{4})&PID_([0-9A-F]{4})", re.IGNORECASE)


class Why(StrEnum):
    """Why an adapter is no port. TAKEN: another program holds it; OFF: somebody disabled it; FAILED: its driver is there and
    does not start (for a PL2303 on Windows: an old or copied chip that the newest driver refuses)."""

    WORKS = "works"
    NO_DRIVER = "no_driver"
    TAKEN = "taken"
    OFF = "off"
    FAILED = "failed"


# cfg.h: CM_PROB_NOT_CONFIGURED, _REINSTALL, _FAILED_INSTALL | _DISABLED | every other problem is of a driver that is there
PROBLEMS = {1: Why.NO_DRIVER, 18: Why.NO_DRIVER, 28: Why.NO_DRIVER, 22: Why.OFF}


@dataclass(frozen=True)
class Entry:
    """What the system knows of one adapter."""

    vendor: str
    product: str
    why: Why


@dataclass(frozen=True)
class Lack:
    """An adapter that is no port, by its chip."""

    chip: str
    why: Why


def lacking(entries: Iterable[Entry] | None = None) -> list[Lack]:
    """The chips of adapters that are plugged in and are no port, each once, in the order of their names."""
    found = _entries() if entries is None else entries
    chips = ((CHIPS.get((one.vendor.lower(), one.product.lower())), one.why) for one in found)
    lacks = {Lack(chip, why) for chip, why in chips if chip is not None and why is not Why.WORKS}
    return sorted(lacks, key=lambda one: (one.chip, one.why))


def _entries() -> Iterable[Entry]:
    return windows_entries() if sys.platform == "win32" else linux_entries()


def linux_entries(root: Path = SYSFS) -> Iterator[Entry]:
    """Every USB device that sysfs shows, with what became of its interfaces."""
    for device in sorted(root.glob("*")):
        try:
            vendor, product = (
                (device / name).read_text(encoding="ascii").strip() for name in ("idVendor", "idProduct")
            )
        except OSError:  # an interface, or just unplugged
            continue
        yield Entry(vendor, product, _linux_why(list(root.glob(f"{device.name}:*"))))


def _linux_why(interfaces: list[Path]) -> Why:
    """`ttyUSB0` stands below the interface of a converter, `tty/ttyACM0` below that of a modem."""
    if any(any(one.glob("tty*")) for one in interfaces):
        return Why.WORKS
    drivers = {(one / "driver").resolve().name for one in interfaces if (one / "driver").exists()}
    if not drivers:
        return Why.NO_DRIVER
    return Why.TAKEN if drivers == {"usbfs"} else Why.FAILED  # usbfs: a program without a driver of the system


def windows_entries() -> list[Entry]:
    """Every USB device that is plugged in, by the device manager; else what the registry remembers."""
    try:
        return list(of_manager(_manager()))
    except (OSError, AttributeError):
        return list(_registry())


def of_manager(found: Iterable[tuple[str, int, int]]) -> Iterator[Entry]:
    """(device instance id, DN_ flags, problem code) as the device manager gives them."""
    for instance, status, problem in found:
        if hit := _KEY.search(instance):
            bad = bool(status & HAS_PROBLEM)
            yield Entry(hit[1], hit[2], PROBLEMS.get(problem, Why.FAILED) if bad else Why.WORKS)


def _manager() -> Iterator[tuple[str, int, int]]:
    """Asks cfgmgr32. Raises OSError when it does not answer, AttributeError where there is none."""
    lib: Any = ctypes.WinDLL("cfgmgr32")  # type: ignore[attr-defined,unused-ignore]
    length, number = ctypes.c_ulong(), ctypes.c_ulong()
    if lib.CM_Get_Device_ID_List_SizeW(ctypes.byref(length), "USB", PRESENT_USB):
        raise OSError("no list of devices")
    words = ctypes.create_unicode_buffer(length.value)
    if lib.CM_Get_Device_ID_ListW("USB", words, length, PRESENT_USB):
        raise OSError("no list of devices")
    for instance in filter(None, "".join(words[:]).split("\0")):
        status, problem = ctypes.c_ulong(), ctypes.c_ulong()
        if lib.CM_Locate_DevNodeW(ctypes.byref(number), instance, 0):
            continue  # it was pulled just now
        if not lib.CM_Get_DevNode_Status(ctypes.byref(status), ctypes.byref(problem), number, 0):
            yield instance, status.value, problem.value


def _registry() -> Iterator[Entry]:
    """Every USB device that the registry remembers."""
    winreg: Any = importlib.import_module("winreg")  # of Windows alone

    def names(key: Any) -> list[str]:
        return [winreg.EnumKey(key, n) for n in range(winreg.QueryInfoKey(key)[0])]

    def value(key: Any, name: str) -> object:
        try:
            return winreg.QueryValueEx(key, name)[0]
        except OSError:
            return None

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, ENUM) as top:
            for kind in names(top):
                if hit := _KEY.search(kind):
                    with winreg.OpenKey(top, kind) as of_kind:
                        for one in names(of_kind):
                            with winreg.OpenKey(of_kind, one) as key:
                                driven = is_driven(value(key, "Service"), value(key, "ConfigFlags"))
                                yield Entry(hit[1], hit[2], Why.WORKS if driven else Why.NO_DRIVER)
    except OSError:  # no right to look, or a device went while we looked
        return


def is_driven(service: object, flags: object) -> bool:
    """What the registry's two values mean."""
    return bool(service) and not (isinstance(flags, int) and flags & NOT_INSTALLED)
