"""Handing a verified file to the system's own installer. Its digest is looked at again right before."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from desk.core.errors import Refused, Trouble
from desk.store.faults import as_trouble
from desk.updates import folder as kept
from desk.updates.here import Installed
from desk.updates.rules import APPIMAGE, DEB, KINDS, SETUP

APT = ("/usr/bin/apt-get", "install", "--yes", "-o", "Dpkg::Options::=--force-confold")
DISMISSED = (126, 127)  # pkexec(1): the person closed the question, or may not
SETUP_WORDS = "/S /RESTART=1"  # packaging/windows/setup.nsi: silent, waits for us to end, starts us again
ASKED_NO = 5  # SE_ERR_ACCESSDENIED of ShellExecute: no to the question of Windows


@dataclass(frozen=True)
class Ready:
    """A verified file, and its digest from then."""

    file: Path
    kind: str
    digest: str


def ready(file: Path, kind: str) -> Ready:
    """What was just verified, for handing over later in this run."""
    return Ready(file, kind, _digest(file))


def possible(kind: str) -> None:
    """Raises Refused("update.from_sources" | "update.by_msi") where no installer of ours put the program here."""
    if kind not in KINDS:
        raise Refused("update.by_msi" if kind == "msi" else "update.from_sources")


def by_hand(one: Ready, here: Installed) -> str:
    """What a technician types or does instead, '' when the desk can do it."""
    if one.kind == DEB and shutil.which("pkexec") is None:
        return f"sudo apt install {one.file}"
    if one.kind == APPIMAGE and not os.access(here.program.parent, os.W_OK):
        return f"sudo install -m 755 {one.file} {here.program}"
    return ""


def hand_over(one: Ready, here: Installed) -> bool:
    """Have it installed. True: it is; False: the installer waits for this program to end (Windows).

    Raises Refused (`update.changed`, `update.not_allowed`, `update.by_hand`) or Trouble (`update.installer_failed`): then
    the old program still stands.
    """
    if _digest(one.file) != one.digest:
        raise Refused("update.changed", file=one.file.name)
    if command := by_hand(one, here):
        raise Refused("update.by_hand", command=command)
    if one.kind == DEB:
        _apt(one.file)
    elif one.kind == APPIMAGE:
        _swap(one.file, here.program)
    elif one.kind == SETUP:
        _setup(one.file)
    return one.kind != SETUP


def _apt(file: Path) -> None:
    """As root, after the system has asked for a password. What apt said stays beside the file."""
    log = file.parent / kept.LOG
    with as_trouble(), log.open("wb") as said:
        done = subprocess.run(
            ["pkexec", *APT, str(file)], stdin=subprocess.DEVNULL, stdout=said, stderr=said, check=False
        )  # fmt: skip
    if done.returncode in DISMISSED:
        raise Refused("update.not_allowed")
    if done.returncode:
        raise Trouble("update.installer_failed", number=done.returncode)


def _swap(file: Path, program: Path) -> None:
    """Beside it, then renamed over it: at every moment there is the old one or the new one. The old one stays beside."""
    fresh, before = program.with_name(f".{program.name}.new"), former(program)
    with as_trouble():
        shutil.copyfile(file, fresh)
        fresh.chmod(0o755)
        _flush(fresh)
        before.unlink(missing_ok=True)
        try:
            os.link(program, before)
        except OSError:  # a file system without links
            shutil.copy2(program, before)
        os.replace(fresh, program)
        kept.sync(program.parent)


def former(program: Path) -> Path:
    """Where the AppImage of before the update lies."""
    return program.with_name(program.name + ".before")


if sys.platform == "win32":

    def _setup(file: Path) -> None:
        """Windows asks whether it may; setup waits until this program has ended."""
        import ctypes

        answer = ctypes.windll.shell32.ShellExecuteW(None, "runas", str(file), SETUP_WORDS, str(file.parent), 1)
        if answer == ASKED_NO:
            raise Refused("update.not_allowed")
        if answer <= 32:
            raise Trouble("update.installer_failed", number=int(answer))

else:

    def _setup(file: Path) -> None:
        """setup.exe is for Windows."""
        raise Trouble("update.installer_failed", number=0)


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as data:
            return hashlib.file_digest(data, "sha256").hexdigest()
    except OSError:
        return ""


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
