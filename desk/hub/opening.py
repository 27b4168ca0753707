"""Opening a hub on its database: tables up to date, what had to wait for this version applied, nobody else serving it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk.core.clock import Clock, SystemClock
from desk.core.errors import Refused, Trouble
from desk.hub import moving, schema
from desk.hub.db import Db, open_db
from desk.hub.hub import Hub
from desk.wire.kinds_list import KINDS

VARIABLE = "GATEHOUSE_HUB_DB"  # keeps a password in a PostgreSQL address off the command line


def default_db() -> str:
    """The address in the environment, or a file of the user's own."""
    import platformdirs

    return os.environ.get(VARIABLE) or str(
        Path(platformdirs.user_data_dir("gatehouse-hub", appauthor=False)) / "hub.db"
    )


@contextmanager
def opened_db(url: str, *, private: bool = True) -> Iterator[Db]:
    """The database with its tables made. Raises Refused, Trouble."""
    path = file_of(url)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    db = open_db(url, private=private)
    try:
        schema.prepare(db)
        yield db
    finally:
        db.close()


@contextmanager
def opened_hub(url: str, *, private: bool = True, clock: Clock | None = None) -> Iterator[Hub]:
    """A hub fit to be asked. Raises Refused("hub.import_unfinished") and as opened_db does."""
    with opened_db(url, private=private) as db:
        if db.read(moving.unfinished):
            raise Refused("hub.import_unfinished")
        yield Hub(db, KINDS, clock or SystemClock())


def file_of(url: str) -> Path | None:
    """The SQLite file this address names, or None."""
    if url.startswith("sqlite:///"):
        return Path(url.removeprefix("sqlite:///")).absolute()
    return None if "://" in url else Path(url).absolute()


@contextmanager
def alone(url: str) -> Iterator[None]:
    """One process serves a SQLite file: a second one would not know what the first has just believed.

    Raises Trouble("hub.served_already"). PostgreSQL is served by any number.
    """
    path = file_of(url)
    if path is None:
        yield
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path.with_name(path.name + ".lock"), "a+b") as file:
        if not _lock(file.fileno()):
            raise Trouble("hub.served_already")
        yield


def _lock(handle: int) -> bool:
    """The system lets go of it when the process ends, however it ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
