"""A backup onto a stick: made here, copied there, read back from there; each thing that can be wrong with a stick has its code.

The copy is made in the data folder first: a stick that is pulled half-way costs a copy and never holds up the desk. Old copies of
this desk leave the stick after the same 14 days as here; other desks' files on it are not touched.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from desk.app import Desk
from desk.core import sticks
from desk.core.actor import Actor
from desk.core.clock import DAY_MS
from desk.core.errors import Refused, Trouble
from desk.core.sticks import Stick
from desk.store import backup
from desk.store.backup import KEEP_DAYS, BackupInfo

RIGHT = "backup"
FOLDER = "gatehouse-backup"  # on a stick; a folder that a person chose is taken as it is
PIECE = 1 << 20
ROOM = 4 << 20  # bytes beside the copy itself
ELSEWHERE, WHERE, EVERY = "backup_elsewhere", "backup_elsewhere_on", "backup_stick_days"  # in the machine's settings
EVERY_DAYS = 7  # how often a copy belongs on a stick, until somebody chooses otherwise; 0: nobody is reminded
Told = Callable[[int, int], None]  # bytes done, bytes in all

# winerror.h: ERROR_WRITE_PROTECT | NOT_READY, CRC, DEVICE_NOT_CONNECTED, NO_SUCH_DEVICE, DEV_NOT_EXIST | HANDLE_DISK_FULL,
# DISK_FULL | FILE_TOO_LARGE
WINDOWS = {
    19: "read_only", 21: "pulled", 23: "pulled", 55: "pulled", 433: "pulled", 1167: "pulled", 39: "filled", 112: "filled",
    223: "fat32",
}  # fmt: skip
POSIX = {
    errno.ENOSPC: "filled", errno.EDQUOT: "filled", errno.EROFS: "read_only", errno.EACCES: "read_only",
    errno.EPERM: "read_only", errno.EFBIG: "fat32", errno.EIO: "pulled", errno.ENOENT: "pulled", errno.ENODEV: "pulled",
    errno.ENXIO: "pulled", errno.ENOTDIR: "pulled", errno.ENOTCONN: "pulled",
}  # fmt: skip


def write(
    desk: Desk, folder: Path, actor: Actor | None = None, told: Told = lambda done, total: None,
    found: list[Stick] | None = None,
) -> BackupInfo:  # fmt: skip
    """A backup into `folder`, or into its own folder on the stick that is mounted there. Right backup. Takes a while.

    found: the sticks that are there (looked for when None). Raises Refused: `stick_copy.full` (need_mb, free_mb),
    `stick_copy.filled`, `stick_copy.read_only`, `stick_copy.fat32`, `stick_copy.pulled`; Trouble: `stick_copy.differs` when what was read back is not
    what was written, and those of the data folder itself. Nothing half stays on the stick.
    """
    who = actor or desk.actor
    who.require(RIGHT)
    stick = stick_at(folder, sticks.seen() if found is None else found)
    enough(desk, folder, stick)
    target = folder / FOLDER if stick is not None and stick.folder == folder else folder
    desk.home.staging.mkdir(parents=True, exist_ok=True)
    made = backup.write(desk.home.database, desk.store.key, desk.home.staging, desk.clock.now_ms())
    try:
        enough(desk, folder, stick, made.path.stat().st_size)
        final = carry(made.path, target, told)
        gone = sweep(target, made)
    finally:
        made.path.unlink(missing_ok=True)
    note(desk, made.made_at, stick.label if stick is not None else folder.name)
    with desk.store.unit(who) as u:
        u.audit("backup.written", sealed=made.sealed, stick=stick is not None, dropped=len(gone))
        u.changed("backup")
    return replace(made, path=final)


def carry(source: Path, folder: Path, told: Told = lambda done, total: None) -> Path:
    """Copy a file into a folder and read the copy back from there. Raises as `write`; no half file stays."""
    target = folder / source.name
    part = target.with_name(target.name + ".part")
    try:
        with as_stick_fault():
            folder.mkdir(parents=True, exist_ok=True)
            wanted = _copy(source, part, told)
            if _read_back(part) != wanted:
                raise Trouble("stick_copy.differs")
            os.replace(part, target)
            _settle(folder)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return target


def sweep(folder: Path, newest: BackupInfo) -> list[Path]:
    """Take this desk's copies that are older than 14 days off the stick. Returns what went; a stick that refuses keeps them."""
    old = [
        info.path for info in backup.listed(folder)
        if info.device_id == newest.device_id and info.made_at < newest.made_at - KEEP_DAYS * DAY_MS
    ]  # fmt: skip
    with suppress(OSError):
        for path in old:
            path.unlink(missing_ok=True)
    return old


def stick_at(folder: Path, found: list[Stick]) -> Stick | None:
    """The stick a folder lies on, None when it lies elsewhere."""
    on = [one for one in found if folder == one.folder or folder.is_relative_to(one.folder)]
    return max(on, key=lambda one: len(one.folder.parts), default=None)


def note(desk: Desk, made_at: int, label: str) -> None:
    """Remember when the last copy left this computer, and onto what."""
    extra = {**desk.settings.now.extra, ELSEWHERE: made_at, WHERE: label}
    desk.settings.change(extra=extra)


def last_elsewhere(desk: Desk) -> tuple[int, str]:
    """(UTC ms, name of the stick) of the last copy that left this computer; (0, "") when none did."""
    extra = desk.settings.now.extra
    at = extra.get(ELSEWHERE, 0)
    return (at if isinstance(at, int) else 0), str(extra.get(WHERE, ""))


def every_days(desk: Desk) -> int:
    """How often a copy belongs on a stick; 0: nobody is reminded."""
    days = desk.settings.now.extra.get(EVERY, EVERY_DAYS)
    return days if isinstance(days, int) and days >= 0 else EVERY_DAYS


def set_every(desk: Desk, days: int, actor: Actor | None = None) -> None:
    """Choose how often. Right backup."""
    (actor or desk.actor).require(RIGHT)
    desk.settings.change(extra={**desk.settings.now.extra, EVERY: max(0, days)})


def late_days(desk: Desk, founded_at: int) -> int | None:
    """Days since the last copy on a stick (or since this desk was founded), once they are too many; None before."""
    days, now = every_days(desk), desk.clock.now_ms()
    at = last_elsewhere(desk)[0] or founded_at
    gone = max(0, now - at) // DAY_MS
    return gone if days and gone >= days else None


def enough(desk: Desk, folder: Path, stick: Stick | None, size: int = 0) -> None:
    """Whether a copy of `size` bytes (0: of the store) fits there: said before anything is copied. Raises as `write`."""
    if stick is not None and stick.read_only:
        raise Refused("stick_copy.read_only")
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        raise Refused("stick_copy.pulled") from None
    need = (size or desk.home.database.stat().st_size) + ROOM
    if need > free:
        raise Refused("stick_copy.full", need_mb=_mb(need), free_mb=_mb(free))
    if stick is not None and stick.system in sticks.FAT and need > sticks.FAT_MOST:
        raise Refused("stick_copy.fat32")


def _mb(size: int) -> int:
    return -(-size // 1_000_000)


def _copy(source: Path, part: Path, told: Told) -> bytes:
    total, done, digest = source.stat().st_size, 0, hashlib.sha256()
    with source.open("rb") as read, part.open("wb") as out:
        while piece := read.read(PIECE):
            out.write(piece)
            digest.update(piece)
            done += len(piece)
            told(done, total)
        out.flush()
        os.fsync(out.fileno())
    return digest.digest()


def _read_back(path: Path) -> bytes:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        _forget_cache(file)
        while piece := file.read(PIECE):
            digest.update(piece)
    return digest.digest()


def _forget_cache(file: BinaryIO) -> None:
    """Or the system would answer out of memory; where it offers no way (Windows), a written-through file has to do."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _settle(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems of sticks sync no folder
            os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def as_stick_fault() -> Iterator[None]:
    """What a stick does to a file inside the block, as a Refused `stick_copy.*` that a person can act on."""
    try:
        yield
    except OSError as error:
        known = WINDOWS.get(getattr(error, "winerror", None) or 0) or POSIX.get(error.errno or 0)
        if known is None:
            raise
        raise Refused(f"stick_copy.{known}") from error
