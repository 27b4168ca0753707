"""The folder of updates in the data folder: verified copies, what is known, the marker. Only this user may write in it."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desk.core.errors import Refused
from desk.core.paths import Home, resources
from desk.store.faults import as_trouble

NAME, METADATA, KNOWN, LOG = "updates", "metadata", "known.json", "installer.log"
ROOT = Path("updates") / "root.json"  # in resources/, put there by the publisher
ADDRESS = Path("updates") / "address.txt"
SETTING = "update_address"  # in the settings of this computer: a mirror of one's own


def folder(home: Home) -> Path:
    """The folder, made for this user alone. Raises Refused("update.folder_unsafe") when somebody else may write in it."""
    path = home.root / NAME
    with as_trouble():
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix":
        found = path.lstat()
        others = stat.S_IMODE(found.st_mode) & 0o022
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or others:
            raise Refused("update.folder_unsafe", folder=str(path))
        if stat.S_IMODE(found.st_mode) != 0o700:
            path.chmod(0o700)
    return path


def shipped_root(beside: Path | None = None) -> bytes:
    """The publisher's root of trust. Raises Refused("update.not_set_up") in a program that was built without one."""
    try:
        return ((beside or resources()) / ROOT).read_bytes()
    except OSError:
        raise Refused("update.not_set_up") from None


def shipped_address(beside: Path | None = None) -> str:
    """Where the publisher puts updates, '' when only sticks are used."""
    try:
        return ((beside or resources()) / ADDRESS).read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def read(home: Home, name: str) -> dict[str, Any]:
    """A small JSON object of the folder, empty when there is none or it cannot be read."""
    try:
        found = json.loads((home.root / NAME / name).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write(home: Home, name: str, values: Mapping[str, Any]) -> None:
    """Written beside, flushed to the disk and renamed: there is the old one or the new one, never half of it."""
    path = folder(home) / name
    fresh = path.with_name(name + ".new")
    with as_trouble():
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(values, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, path)
        sync(path.parent)


def sync(path: Path) -> None:
    """A rename is durable only once its folder is."""
    if os.name == "posix":
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
