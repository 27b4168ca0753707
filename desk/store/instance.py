"""Which machine and folder a store stands in: a disk put into another machine begins a new life before it says a word.

Two desks that live one life would send different lines under the same numbers. A hub finds that out; a desk that looks
at itself when it opens does not even begin it (SYNC 5, "desk cloned to two machines").
"""

from __future__ import annotations

import os
import secrets
import sys
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from sqlalchemy import update

from desk.store.faults import as_trouble
from desk.store.store import Store
from desk.store.tables import SyncSelf

FILE = "instance"  # in the data folder: a store that is copied alone leaves it behind
MARK = "2:"  # tokens of 0.1.0 are 32 random hex characters and say nothing
LINUX_IDS = ("/etc/machine-id", "/var/lib/dbus/machine-id")


def settle(store: Store, folder: Path) -> bool:
    """Compare where the store stands with where it stood; True when it has begun a new life for that."""
    here = token(machine(), folder, _word(folder))
    with store.reading() as r:
        known = str(r.identity["instance_token"] or "")
    if known == here:
        return False
    moved = known.startswith(MARK)
    if moved:
        store.new_incarnation()
    with store.unit() as u:
        u.conn.execute(update(SyncSelf).values(instance_token=here))
        if moved:
            u.audit("store.moved")
    return moved


def token(machine_id: str, folder: Path, word: str) -> str:
    """One value for machine, folder and the word that lies in it; tells nobody which machine that is."""
    place = os.path.normcase(folder.resolve())
    digest = blake2b(f"{machine_id}\n{place}\n{word}".encode(), digest_size=16, person=b"gatehouse place")
    return MARK + digest.hexdigest()


if sys.platform == "win32":

    def machine() -> str:
        """What the system calls this machine, '' where it does not say."""
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        return ""

else:

    def machine() -> str:
        """What the system calls this machine, '' where it does not say."""
        for name in LINUX_IDS:
            with suppress(OSError, UnicodeDecodeError):
                if found := Path(name).read_text(encoding="ascii").strip():
                    return found
        return ""


def _word(folder: Path) -> str:
    """The word in the data folder, made when there is none."""
    path = folder / FILE
    with suppress(OSError, UnicodeDecodeError):
        if found := path.read_text(encoding="ascii").strip():
            return found
    word = secrets.token_hex(16)
    with as_trouble():
        path.write_text(word, encoding="ascii")
    return word
