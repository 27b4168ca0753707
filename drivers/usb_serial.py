"""USB adapters for serial lines that are plugged in and have no driver: no port shows, and nothing else would say why.

Linux: an interface in sysfs without its `driver` link. Windows: an entry of Enum\\USB without a service, or marked as not
installed (ConfigFlags, CONFIGFLAG_REINSTALL and CONFIGFLAG_FAILEDINSTALL of regstr.h); entries of adapters that were
unplugged stay there, so what is named may be one that was tried once.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# (vendor, product) -> the chip, by the name under which its driver is looked for.
CHIPS = {
    ("1a86", "7523"): "CH340", ("1a86", "5523"): "CH341", ("1a86", "55d4"): "CH9102", ("10c4", "ea60"): "CP210x",
    ("10c4", "ea70"): "CP210x", ("067b", "2303"): "PL2303", ("067b", "23a3"): "PL2303", ("0403", "6001"): "FT232",
}  # fmt: skip
NOT_INSTALLED = 0x20 | 0x40
SYSFS = Path("/sys/bus/usb/devices")
ENUM = r"SYSTEM\CurrentControlSet\Enum\USB"
_KEY = re.compile(r"VID_([0-9A-F]{4})&PID_([0-9A-F]{4})", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """What the system knows of one adapter."""

    vendor: str
    product: str
    driven: bool


def undriven(entries: Iterator[Entry] | None = None) -> list[str]:
    """The chips of adapters without a driver, each once, in the order of their names."""
    found = _entries() if entries is None else entries
    chips = ((CHIPS.get((one.vendor.lower(), one.product.lower())), one.driven) for one in found)
    return sorted({chip for chip, driven in chips if chip is not None and not driven})


def _entries() -> Iterator[Entry]:
    return windows_entries() if sys.platform == "win32" else linux_entries()


def linux_entries(root: Path = SYSFS) -> Iterator[Entry]:
    """Every USB device that sysfs shows; driven when one of its interfaces is."""
    for device in sorted(root.glob("*")):
        try:
            vendor, product = (
                (device / name).read_text(encoding="ascii").strip() for name in ("idVendor", "idProduct")
            )
        except OSError:  # an interface, or just unplugged
            continue
        yield Entry(vendor, product, any((one / "driver").exists() for one in root.glob(f"{device.name}:*")))


def windows_entries() -> Iterator[Entry]:
    """Every USB device in the registry."""
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
                                yield Entry(hit[1], hit[2], is_driven(value(key, "Service"), value(key, "ConfigFlags")))
    except OSError:  # no right to look, or a device went while we looked
        return


def is_driven(service: object, flags: object) -> bool:
    """What the registry's two values mean."""
    return bool(service) and not (isinstance(flags, int) and flags & NOT_INSTALLED)
