"""USB sticks that are plugged in and mounted: where, what they are called, how much room they have.

Linux: what is mounted from a disk that is removable or hangs on USB. Windows: drives of the type "removable"; a USB hard disk
calls itself fixed there, and is chosen as a folder.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FAT = frozenset({"vfat", "msdos", "fat", "fat32"})
FAT_MOST = (1 << 32) - 1  # bytes: no file on FAT32 is longer
REMOVABLE = 2  # DRIVE_REMOVABLE (winbase.h)
READ_ONLY = 0x00080000  # FILE_READ_ONLY_VOLUME (winnt.h)
_OCTAL = re.compile(r"\\([0-7]{3})")
_HEX = re.compile(r"\\x([0-9a-fA-F]{2})")


@dataclass(frozen=True)
class Stick:
    """free: bytes; system: its file system, lower case; label: as the desktop shows it, or the name of its folder."""

    folder: Path
    label: str
    free: int
    system: str = ""
    read_only: bool = False

    @property
    def most(self) -> int:
        """The longest file it can take, in bytes."""
        return min(self.free, FAT_MOST) if self.system in FAT else self.free


def seen(root: Path = Path("/")) -> list[Stick]:
    """All that are there now, by name; looking opens nothing. root: of another tree, in tests."""
    found = _windows() if sys.platform == "win32" else _linux(root)
    return sorted(found, key=lambda one: (one.label, str(one.folder)))


def _linux(root: Path) -> Iterator[Stick]:
    try:
        lines = (root / "proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    labels = _labels(root / "dev/disk/by-label")
    for device, where, system, options in (line.split()[:4] for line in lines if line.startswith("/dev/")):
        name = Path(device).name
        if not _is_stick(root / "sys/class/block" / name):
            continue
        folder = Path(
            _OCTAL.sub(lambda hit: chr(int(hit[1], 8)), where)
        )  # a blank, a tab, a backslash: all else is as it is
        try:
            free = shutil.disk_usage(folder).free
        except OSError:  # pulled without asking
            continue
        yield Stick(folder, labels.get(name) or folder.name, free, system.lower(), "ro" in options.split(","))


def _is_stick(block: Path) -> bool:
    """A partition's disk is the folder above its own."""
    try:
        here = block.resolve(strict=True)
    except OSError:
        return False
    disk = here.parent if (here / "partition").exists() else here
    if "/usb" in disk.as_posix():
        return True
    try:
        return (disk / "removable").read_text(encoding="ascii").strip() == "1"
    except OSError:
        return False


def _labels(folder: Path) -> dict[str, str]:
    """Device name -> label, as udev wrote it."""
    found = {}
    for link in folder.glob("*") if folder.is_dir() else ():
        raw = _HEX.sub(lambda hit: chr(int(hit[1], 16)), link.name)
        text = raw.encode("latin-1", "replace").decode(errors="replace") if raw != link.name else raw
        found[Path(os.readlink(link)).name if link.is_symlink() else link.name] = text
    return found


def _windows() -> Iterator[Stick]:
    kernel: Any = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    bits = kernel.GetLogicalDrives()
    for number in range(26):
        place = f"{chr(65 + number)}:\\"
        if not bits & (1 << number) or kernel.GetDriveTypeW(place) != REMOVABLE:
            continue
        label, system = ctypes.create_unicode_buffer(261), ctypes.create_unicode_buffer(261)
        flags = ctypes.c_ulong()
        if not kernel.GetVolumeInformationW(place, label, 261, None, None, ctypes.byref(flags), system, 261):
            continue  # an empty card reader
        try:
            free = shutil.disk_usage(place).free
        except OSError:
            continue
        yield Stick(
            Path(place), label.value or place[:2], free, system.value.lower(), bool(flags.value & READ_ONLY)
        )  # fmt: skip
