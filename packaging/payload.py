"""What goes into every package of a system: the folder made even (times, modes, symbols), and its fingerprint."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

# Never strip others: libraries that auditwheel or Qt has patched break.
STRIPPED = (
    "lib/libpython3*.so*", "lib/sqlcipher3/*.so", "lib/python3*/lib-dynload/*.so", "lib/cryptography/hazmat/bindings/*.so",
    "lib/sqlalchemy/*/*.so", "lib/markupsafe/*.so", "lib/hidraw*.so",
)  # fmt: skip


def slim(folder: Path) -> None:
    """Takes symbols nobody needs out of the libraries that carry most of them (50 MB, Linux)."""
    if not sys.platform.startswith("linux") or not shutil.which("strip"):
        return
    for heavy in STRIPPED:
        for path in sorted(folder.glob(heavy)):
            if not path.is_symlink():
                subprocess.run(["strip", "--strip-unneeded", str(path)], check=False)


def even(folder: Path, epoch: int) -> None:
    """One time for every file, and only two kinds of permissions: what is started, and what is read."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            os.utime(path, (epoch, epoch), follow_symlinks=False)
            continue
        started = path.is_dir() or path.stat().st_mode & 0o100
        path.chmod(0o755 if started else 0o644)
    for path in sorted(folder.rglob("*"), reverse=True):
        if not path.is_symlink():
            os.utime(path, (epoch, epoch))
    os.utime(folder, (epoch, epoch))


def listing(folder: Path) -> dict[str, str]:
    """Relative name -> SHA-256 of its bytes (or where a link points to), in the order of the names."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {os.readlink(path)}"
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def digest(folder: Path) -> str:
    """One fingerprint of the whole folder: the same for two builds of one commit."""
    lines = "".join(f"{value}  {name}\n" for name, value in listing(folder).items())
    return hashlib.sha256(lines.encode()).hexdigest()


def size(folder: Path) -> int:
    """Bytes of its files, links not followed."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
