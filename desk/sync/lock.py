"""Only one process of this machine drains the outbox: a lock of the operating system, gone with the process."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from desk.core.errors import Refused
from desk.store.faults import as_trouble

FILE = "sync.lock"


class Lock:
    """Held between `take` and `give`; from one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._handle: int | None = None

    def take(self) -> None:
        """Raises Refused("sync.other_process") at once when another process has it."""
        if self._handle is not None:
            return
        with as_trouble():
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
        except OSError:
            os.close(handle)
            raise Refused("sync.other_process") from None
        self._handle = handle

    def give(self) -> None:
        if self._handle is not None:
            handle, self._handle = self._handle, None
            os.close(handle)  # closing lets go of it

    def __enter__(self) -> Lock:
        self.take()
        return self

    def __exit__(self, *_: object) -> None:
        self.give()


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def _lock(handle: int) -> None:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
