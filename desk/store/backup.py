"""Backups: one file with an encrypted copy of the store and its key sealed by the recovery code.

File: a ZIP without compression (the copy is encrypted and would not shrink) of `meta.json`, `key.json`, `desk.db`.
Written beside its final name, checked, then renamed: a file with the right name is a whole backup.
"""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desk.core.actor import NOBODY, Actor
from desk.core.clock import DAY_MS, SiteTime
from desk.core.errors import Refused, Trouble
from desk.core.paths import Home
from desk.store import key as keys
from desk.store import migrate, practice
from desk.store.engine import BUSY_MS, raw_connection
from desk.store.faults import as_trouble
from desk.store.integrity import quick_faults
from desk.store.store import Store

SUFFIX = ".gdbackup"
KEEP_DAYS = 14  # retention reaches no further back than this
FORMAT = 1
RECOVERY = "recovery-wrap"  # name of the secret that holds the key sealed by the recovery code


@dataclass(frozen=True)
class BackupInfo:
    """What a backup file says of itself. made_at: UTC ms; sealed: whether a recovery code can open it elsewhere.

    gate_name, device_id: of the desk that wrote it, "" in files of before 0.2.0.
    """

    path: Path
    made_at: int
    site_name: str
    revision: str
    sealed: bool
    gate_name: str = ""
    device_id: str = ""


def write(database: Path, key: bytes, folder: Path, now_ms: int) -> BackupInfo:
    """Copy a store (open or not, of any revision) into a new backup file in `folder` and prove that the copy opens.

    Its name bears the site's own time; what orders backups is `made_at` inside (names of before 0.2.0 are in UTC).
    Raises Trouble (`store.disk_full`, `store.read_only`, `backup.bad_copy`); leaves no half file.
    """
    if practice.in_file(database, key) and not _within(folder, database.parent):
        raise Refused(practice.NO_BACKUP)  # beside real ones it would be taken for one
    with as_trouble():
        folder.mkdir(parents=True, exist_ok=True)
        with _scratch(folder, f".{now_ms}") as scratch:
            copy = scratch / "desk.db"
            who, time, sealed = _vacuum_into(database, key, copy)
            final = _named(folder, time, now_ms)
            if faults := quick_faults(copy, key):
                raise Trouble("backup.bad_copy", fault=faults[0])
            info = BackupInfo(final, now_ms, who[0], str(migrate.current(copy, key)), sealed is not None, *who[1:])
            _pack(scratch / "whole", copy, info, sealed)
            os.replace(scratch / "whole", final)
            _sync_folder(folder)
    return info


def inspect(path: Path) -> BackupInfo:
    """Read what a backup says of itself. Raises Refused("backup.not_one") for any other file."""
    try:
        with zipfile.ZipFile(path) as file:
            meta = json.loads(file.read("meta.json"))
            sealed = "key.json" in file.namelist()
            if meta["format"] > FORMAT:
                raise Refused("backup.newer")
            words = (str(meta.get("gate", "")), str(meta.get("desk", "")))
            return BackupInfo(path, int(meta["made_at"]), str(meta["site"]), str(meta["revision"]), sealed, *words)
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError):
        raise Refused("backup.not_one", file=path.name) from None


def listed(folder: Path) -> list[BackupInfo]:
    """Readable backups of a folder, newest first."""
    found = []
    for path in folder.glob(f"*{SUFFIX}") if folder.is_dir() else ():
        try:
            found.append(inspect(path))
        except Refused:
            continue
    return sorted(found, key=lambda info: info.made_at, reverse=True)


def check(info: BackupInfo, scratch_in: Path, key: bytes | None, recovery_code: str | None = None) -> None:
    """The restore drill: unpack beside the store, open with the key, check every page, throw away.

    Raises Refused (`key.code_wrong`, `backup.no_key`, `store.newer`) or Trouble (`store.damaged`).
    """
    with as_trouble(), _scratch(scratch_in, ".drill") as scratch:
        _unpack_checked(info, scratch, key, recovery_code)


def key_in(info: BackupInfo, recovery_code: str) -> bytes:
    """The store's key out of a backup. Refused: key.code_wrong, key.code_shape, backup.no_key, backup.not_one."""
    if not info.sealed:
        raise Refused("backup.no_key")
    try:
        with zipfile.ZipFile(info.path) as file:
            box = json.loads(file.read("key.json"))
    except (OSError, zipfile.BadZipFile, KeyError, ValueError):
        raise Refused("backup.not_one", file=info.path.name) from None
    return keys.unwrap(box, keys.clean_recovery_code(recovery_code))


def restore(home: Home, info: BackupInfo, key: bytes | None, recovery_code: str | None = None) -> bytes:
    """Put a backup in the place of the store; what stood there is kept aside. Returns the key it opens with.

    The caller opens the store, begins a new incarnation and runs retention before anything else.
    """
    with as_trouble(), _scratch(home.root, ".restore") as scratch:
        found = _unpack_checked(info, scratch, key, recovery_code)
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        for name in ("desk.db-wal", "desk.db-shm", "desk.db"):
            standing = home.root / name
            if standing.exists():
                os.replace(standing, home.root / f"{name}.aside-{stamp}")
        os.replace(scratch / "desk.db", home.database)
        _sync_folder(home.root)
    return found


def rotate(folder: Path, now_ms: int, aside_in: Path | None = None) -> list[Path]:
    """Delete backups (and stores put aside) older than KEEP_DAYS, but never the newest backup. Returns what went."""
    old = [info.path for info in listed(folder)[1:] if info.made_at < now_ms - KEEP_DAYS * DAY_MS]
    if aside_in is not None:
        limit_s = now_ms / 1000 - KEEP_DAYS * DAY_MS / 1000
        old += [path for path in aside_in.glob("desk.db*.aside-*") if path.stat().st_mtime < limit_s]
    for path in old:
        path.unlink(missing_ok=True)
    return old


def seal_with(store: Store, recovery_code: str, actor: Actor = NOBODY) -> None:
    """Keep the store's key sealed by this code in the store, so that every backup carries it."""
    box = json.dumps(keys.wrap(store.key, keys.clean_recovery_code(recovery_code)))
    with store.unit(actor) as u:
        u.put_secret(RECOVERY, box.encode())
        u.audit("store.recovery_code_set")


def code_opens(store: Store, recovery_code: str) -> bool:
    """Whether this is the recovery code of the store (also resets a lost manager PIN)."""
    with store.reading() as r:
        try:
            box = json.loads(r.secret(RECOVERY))
        except KeyError:
            return False
    try:
        return keys.unwrap(box, keys.clean_recovery_code(recovery_code)) == store.key
    except Refused:
        return False


@contextmanager
def _scratch(folder: Path, name: str) -> Iterator[Path]:
    path = folder / f"{name}-{os.getpid()}"
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def _within(folder: Path, home: Path) -> bool:
    return folder.resolve().is_relative_to(home.resolve())


def _named(folder: Path, time: SiteTime, now_ms: int) -> Path:
    """By the site's clock; one that stands there already, of the hour that a clock set back repeats or in UTC, stays."""
    stamp = time.local(now_ms).strftime("%Y%m%d-%H%M%S")
    for more in ("", *(f"-{n}" for n in range(2, 100))):
        found = folder / f"gatehouse-{stamp}{more}{SUFFIX}"
        if not found.exists() or _made_at(found) == now_ms:
            return found
    raise Trouble("backup.bad_copy", fault="name")


def _made_at(path: Path) -> int:
    try:
        return inspect(path).made_at
    except Refused:
        return 0


Who = tuple[str, str, str]  # names of site and gate, id of the desk


def _vacuum_into(database: Path, key: bytes, copy: Path) -> tuple[Who, SiteTime, bytes | None]:
    """Make the copy; returns whose it is, the site's time, and the key as sealed by the recovery code."""
    conn = raw_connection(database, key)
    try:
        conn.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        conn.execute("VACUUM INTO ?", (str(copy),))
        site = conn.execute("SELECT name, zone FROM site LIMIT 1").fetchone()
        sealed = conn.execute("SELECT value FROM secret WHERE name = ?", (RECOVERY,)).fetchone()
        mine = conn.execute(
            "SELECT g.name, s.device_id FROM sync_self s LEFT JOIN gate g ON g.id = s.gate_id LIMIT 1"
        ).fetchone()
    finally:
        conn.close()
    name, time = (site[0], SiteTime(site[1])) if site else ("", SiteTime())
    gate, device = (mine[0] or "", bytes(mine[1]).hex()) if mine else ("", "")
    return (name, gate, device), time, bytes(sealed[0]) if sealed else None


def _pack(target: Path, copy: Path, info: BackupInfo, sealed: bytes | None) -> None:
    meta = {
        "format": FORMAT, "made_at": info.made_at, "site": info.site_name, "revision": info.revision,
        "gate": info.gate_name, "desk": info.device_id,
    }  # fmt: skip
    with target.open("wb") as out:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
            file.writestr("meta.json", json.dumps(meta, ensure_ascii=False))
            if sealed:
                file.writestr("key.json", sealed)
            file.write(copy, "desk.db")
        out.flush()
        os.fsync(out.fileno())


def _unpack_checked(info: BackupInfo, scratch: Path, key: bytes | None, recovery_code: str | None) -> bytes:
    """Unpack, find a key that opens it, check it; returns the key."""
    try:
        with zipfile.ZipFile(info.path) as file:
            with file.open("desk.db") as source, (scratch / "desk.db").open("wb") as target:
                shutil.copyfileobj(source, target, 1 << 20)
                target.flush()
                os.fsync(target.fileno())
            box = json.loads(file.read("key.json")) if info.sealed else None
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError):
        raise Trouble("backup.damaged", file=info.path.name) from None
    if recovery_code is not None:
        if box is None:
            raise Refused("backup.no_key")
        key = keys.unwrap(box, keys.clean_recovery_code(recovery_code))
    if key is None:
        raise Refused("backup.no_key")
    if quick_faults(scratch / "desk.db", key):
        raise Trouble("backup.damaged", file=info.path.name)
    if practice.in_file(scratch / "desk.db", key):
        raise Refused(practice.NO_BACKUP)
    migrate.needs_upgrade(scratch / "desk.db", key)
    return key


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":  # a rename is durable only once its folder is
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
