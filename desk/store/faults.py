"""Database errors as Trouble: disk full, read-only, busy, damaged. Anything else is a bug and goes through."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from desk.core.errors import Trouble
from desk.store.engine import DatabaseError

SIGNS = (
    ("database or disk is full", "store.disk_full"),
    ("disk i/o error", "store.disk_error"),
    ("readonly database", "store.read_only"),
    ("unable to open database file", "store.read_only"),
    ("database is locked", "store.busy"),
    ("malformed", "store.damaged"),
    ("not a database", "store.damaged"),
    ("database corruption", "store.damaged"),
)
OS_SIGNS = {errno.ENOSPC: "store.disk_full", errno.EDQUOT: "store.disk_full", errno.EROFS: "store.read_only",
            errno.EACCES: "store.read_only", errno.EPERM: "store.read_only", errno.EIO: "store.disk_error",
            errno.ENOENT: "store.no_folder", errno.ENOTDIR: "store.no_folder", errno.EEXIST: "store.no_folder"}  # fmt: skip


def code_of(error: BaseException) -> str | None:
    """The Trouble code of a database or file error, or None when it is not one of the surroundings."""
    if isinstance(error, OSError):
        return OS_SIGNS.get(error.errno or 0)
    words = str(getattr(error, "orig", error)).lower()
    return next((code for sign, code in SIGNS if sign in words), None)


@contextmanager
def as_trouble() -> Iterator[None]:
    """Turn errors of disk and database inside the block into Trouble."""
    try:
        yield
    except (DBAPIError, OSError, *DatabaseError) as error:
        code = code_of(error)
        if code is None:
            raise
        raise Trouble(code) from error
