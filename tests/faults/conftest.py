"""The real program for faults, and a disk that can be full or read-only for real where one may mount one."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journeys.conftest import founded_home, home, on_duty, running  # noqa: F401 - fixtures

SIZE_MB = 24


@dataclass
class SmallDisk:
    """A file system of its own in memory."""

    folder: Path

    def fill(self) -> None:
        """Not one more block to be had."""
        with (self.folder / "ballast").open("wb", buffering=0) as file:
            for size in (1 << 20, 1 << 12):
                try:
                    while True:
                        file.write(bytes(size))
                except OSError:
                    continue

    def free(self) -> None:
        (self.folder / "ballast").unlink()

    def read_only(self, wanted: bool) -> None:
        _mount("-o", f"remount,{'ro' if wanted else 'rw'}", str(self.folder))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """Skipped where one may not mount; tests/store/test_opening.py has the full disk by page count everywhere."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.name != "posix" or not _mount("-t", "tmpfs", "-o", f"size={SIZE_MB}m", "tmpfs", str(folder)):
        pytest.skip("no right to mount a disk here")
    yield SmallDisk(folder)
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _mount(*words: str) -> bool:
    try:
        return subprocess.run(["mount", *words], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False
