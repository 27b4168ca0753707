"""How far devices have pulled: remembered here and written now and then, so that reading a log writes nothing."""

from __future__ import annotations

import threading

from desk.hub import bulk
from desk.hub.batch import Caller
from desk.hub.db import Db
from desk.hub.tables import CURSOR

COLUMNS = ("site_id", "device_id", "scope", "seq", "at")


class Seen:
    """A cursor tells what a desk has applied and stored: it asks for what comes after. Lost notes are noted again."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._notes: dict[tuple[bytes, bytes, str], tuple[int, int]] = {}

    def pulled(self, caller: Caller, scope: str, seq: int, at: int) -> None:
        with self._lock:
            self._notes[caller.site, caller.device, scope] = (seq, at)

    def flush(self, db: Db) -> int:
        """Write what was noted; returns how many. Raises Trouble of the database, the notes are kept then."""
        with self._lock:
            notes, self._notes = self._notes, {}
        rows = [(*who, *what) for who, what in sorted(notes.items())]  # one order in every process: no deadlock
        try:
            if rows:
                db.write(lambda conn: bulk.put(conn, CURSOR, COLUMNS, rows))
        except BaseException:
            with self._lock:
                self._notes = notes | self._notes
            raise
        return len(rows)
