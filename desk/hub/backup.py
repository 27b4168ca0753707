"""A copy of a SQLite hub while it works, encrypted with the same key; PostgreSQL has tools of its own for that.

A hub put back from such a copy has forgotten what came after it: desks notice, step back and give it again (SYNC 2.7).
The key is not in the copy and not beside it: who keeps copies keeps the key file too, somewhere else.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from desk.core.errors import Refused, Trouble
from desk.hub.db import Db


def backup(db: Db, to: Path) -> int:
    """Write a whole and checked copy to `to`, in place of what stood there; returns its bytes. Writers go on meanwhile.

    Raises Refused("hub.backup_postgresql"), Trouble("hub.backup_failed").
    """
    if db.dialect != "sqlite" or db.connect is None:
        raise Refused("hub.backup_postgresql")
    fresh = to.with_name(to.name + ".new")
    fresh.unlink(missing_ok=True)
    try:
        _copy(db, fresh)
        with fresh.open("rb") as file:
            os.fsync(file.fileno())
        os.replace(fresh, to)
    except (OSError, *db.errors) as error:
        raise Trouble("hub.backup_failed") from error
    finally:
        fresh.unlink(missing_ok=True)
    return to.stat().st_size


def _copy(db: Db, fresh: Path) -> None:
    assert db.connect is not None
    source: Any = db.connect(None)
    try:
        fresh.touch(0o600)
        target = db.connect(fresh)
        try:
            source.backup(target, pages=-1)  # in one go: in steps it would begin anew with every push
            target.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
            if target.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                raise Trouble("hub.backup_failed")
        finally:
            target.close()
    finally:
        source.close()
