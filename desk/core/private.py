"""Files of this desk are its user's alone: whatever the computer is set to, nobody else on it reads them.

POSIX: folders 0700, files 0600. Windows: the data folder lies in the user's profile, whose access list lets in that user,
the administrators and the system; a folder named with --home elsewhere inherits what its place has (decisions/031).
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

FOLDER, FILE = 0o700, 0o600
POSIX = os.name == "posix"
OURS = (
    "*.db", "*.db-*", "*.db.*", "*.json", "*.lock", "instance*", "backups", "logs", "prints", "staging", "blobs", "faces",
    "updates",
)  # fmt: skip


def keep() -> None:
    """From now on whatever this process writes is its user's alone."""
    if POSIX:
        os.umask(0o077)


def folder(path: Path) -> Path:
    """Make a folder of this user alone, or make it so. What cannot be changed (another file system) stays as it is."""
    path.mkdir(mode=FOLDER, parents=True, exist_ok=True)
    if POSIX:
        _narrow(path, FOLDER)
    return path


def tighten(root: Path) -> int:
    """The data folder as an older program or a copy left it: closed, with its folders and files. Files further in are behind
    those. Of a folder that holds other things too (--home) only ours is touched. Returns how many were too open."""
    if not POSIX or not root.is_dir():
        return 0
    ours = [path for pattern in OURS for path in root.glob(pattern)]
    return _narrow(root, FOLDER) + sum(_narrow(path, FOLDER if path.is_dir() else FILE) for path in ours)


def _narrow(path: Path, most: int) -> int:
    """Take away what others may. 1 when something was taken away."""
    with suppress(OSError):
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode) or found.st_uid != os.getuid():
            return 0
        mode = stat.S_IMODE(found.st_mode)
        if mode & 0o077:
            path.chmod(mode & most)
            return 1
    return 0
