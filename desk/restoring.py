"""Bringing back a backup: the store is exchanged, begins a new life, and erases again what was due."""

from __future__ import annotations

from desk.app import Desk
from desk.erasing import erase
from desk.store import backup
from desk.store import key as keys


def restore(desk: Desk, info: backup.BackupInfo, recovery_code: str | None = None) -> None:
    """Exchange the store of a desk that is not open and leave it open. What stood there is kept aside for 14 days.

    Raises Refused (`key.code_wrong`, `key.code_shape`, `backup.no_key`, `store.newer`) or Trouble
    (`backup.damaged`, `key.missing`, `store.disk_full`); then the store that stood there still stands.
    """
    desk.home.root.mkdir(parents=True, exist_ok=True)
    key = None if recovery_code else keys.load_key(desk.home)
    key = backup.restore(desk.home, info, key, recovery_code)
    if recovery_code:
        keys.save_key(desk.home, key)
    desk.open()
    desk.store.new_incarnation()
    with desk.store.unit() as u:
        u.audit("store.restored", made_at=info.made_at)
    erase(desk, "restore", confirmed=True)
