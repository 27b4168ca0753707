"""Sticks are told from disks by sysfs; labels and odd folders are read as the system writes them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desk.core import sticks
from desk.core.sticks import Stick

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a tree of links as Linux has it")


def _disk(root: Path, name: str, bus: str, removable: bool = False) -> None:
    disk = root / "sys/devices" / bus / "block" / name
    part = disk / f"{name}1"
    part.mkdir(parents=True)
    (disk / "removable").write_text(f"{int(removable)}\n", encoding="ascii")
    (part / "partition").write_text("1\n", encoding="ascii")
    for one in (disk, part):
        link = root / "sys/class/block" / one.name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(one)


def test_what_hangs_on_usb_or_is_removable_is_a_stick(tmp_path: Path) -> None:
    _disk(tmp_path, "sda", "pci0/ata1")
    _disk(tmp_path, "sdb", "pci0/usb1/1-2")
    _disk(tmp_path, "mmcblk0p", "pci0/mmc", removable=True)
    folders = {name: tmp_path / name for name in ("root", "my stick", "card")}
    for folder in folders.values():
        folder.mkdir()
    (tmp_path / "dev/disk/by-label").mkdir(parents=True)
    (tmp_path / "dev/disk/by-label" / r"\xe9\x97\xa8\xe5\xb2\x97\x20U").symlink_to("../../sdb1")
    (tmp_path / "proc/self").mkdir(parents=True)
    escaped = str(folders["my stick"]).replace(" ", r"\040")
    lines = [
        f"/dev/sda1 {folders['root']} ext4 rw,relatime 0 0",
        f"/dev/sdb1 {escaped} vfat ro,nosuid 0 0",
        f"/dev/mmcblk0p1 {folders['card']} exfat rw 0 0",
        f"tmpfs {folders['root']} tmpfs rw 0 0",
        f"/dev/sdb9 {tmp_path / 'nowhere'} vfat rw 0 0",
    ]
    (tmp_path / "proc/self/mounts").write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = {one.label: one for one in sticks.seen(tmp_path)}
    assert {label: (one.folder.name, one.system, one.read_only) for label, one in found.items()} == {
        "门岗 U": ("my stick", "vfat", True),
        "card": ("card", "exfat", False),
    }
    assert all(one.free > 0 for one in found.values())


def test_fat_takes_no_longer_file_than_four_gigabytes() -> None:
    free = 32 << 30
    assert Stick(Path("/a"), "a", free, "vfat").most == sticks.FAT_MOST
    assert Stick(Path("/a"), "a", free, "exfat").most == free


def test_a_system_that_shows_nothing_has_none(tmp_path: Path) -> None:
    assert sticks.seen(tmp_path) == []
