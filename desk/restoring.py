"""Bringing back a backup: the store is exchanged, begins a new life, and erases again what was due."""

from __future__ import annotations

import tempfile

from desk.app import Desk
from desk.core.errors import Refused, Trouble
from desk.erasing import erase
from desk.store import backup, moved, practice
from desk.store import key as keys
from desk.store.faults import as_trouble


def restore(
    desk: Desk,
    info: backup.BackupInfo,
    recovery_code: str | None = None,
    passphrase: str | None = None,
    key: bytes | None = None,
) -> None:
    """Exchange the store of a desk that is not open and leave it open. What stood there is kept aside for 14 days.

    It opens with the recovery code, or with `key`, or with this home's own key.
    Raises Refused (`key.code_wrong`, `key.code_shape`, `backup.no_key`, `store.newer`) or Trouble
    (`backup.damaged`, `key.missing`, `store.disk_full`); then the store that stood there still stands.
    Practice and real data never take each other's place: Refused `practice.no_backup`.
    """
    if desk.practice:
        raise Refused(practice.NO_BACKUP)
    desk.home.root.mkdir(parents=True, exist_ok=True)
    key = None if recovery_code else key or keys.load_key(desk.home, passphrase)
    key = backup.restore(desk.home, info, key, recovery_code)
    if recovery_code:
        keys.save_key(desk.home, key)
    desk.open(key=key)
    desk.store.new_incarnation()
    with desk.store.unit() as u:
        moved.stay(u)  # also a copy of a desk that had been packed: whoever restores it means this computer
        u.audit("store.restored", made_at=info.made_at)
    desk.store.settle_here(True)
    erase(desk, "restore", confirmed=True)


def unlock(desk: Desk, info: backup.BackupInfo, recovery_code: str) -> None:
    """The key is lost, the store is not: take the key out of a backup, open the store with it, and keep it here again.

    Nothing of the store is lost by it. Raises what `restore` raises; `store.damaged` when that key does not fit.
    """
    key = backup.key_in(info, recovery_code)
    desk.open(key=key)
    keys.save_key(desk.home, key)
    with desk.store.unit() as u:
        u.audit("store.key_recovered", made_at=info.made_at)


def newest_good(desk: Desk, passphrase: str | None = None) -> backup.BackupInfo | None:
    """The newest backup of this home that opens with its key and is whole; None when there is none. Takes a while."""
    key = keys.load_key(desk.home, passphrase)
    for info in backup.listed(desk.home.backups):
        try:
            backup.check(info, desk.home.root, key)
        except Trouble as trouble:
            if trouble.code != "backup.damaged":
                raise
        else:
            return info
    return None


def check_first_run(desk: Desk) -> None:
    """Before a first run: the folder can be written, and no store was here that is only out of sight.

    Raises Trouble: `store.missing` (there are backups but no store), `store.read_only`, `store.disk_full`,
    `store.no_folder`.
    """
    if backup.listed(desk.home.backups):
        raise Trouble("store.missing")
    with as_trouble():
        desk.home.root.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=desk.home.root) as file:
            file.write(bytes(4096))
            file.flush()
