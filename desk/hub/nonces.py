"""A signed request counts once: its nonce is remembered for as long as its signature would still be believed."""

from __future__ import annotations

import threading
from collections import defaultdict
from hashlib import blake2b
from typing import Protocol

from sqlalchemy import delete, text

from desk.hub.db import Db
from desk.hub.tables_admin import NONCE
from desk.wire.signing import WINDOW_MS, Signed

MINUTE_MS = 60_000
_FIRST = text(
    "INSERT INTO nonce (site_id, device_id, nonce, at) VALUES (:site_id, :device_id, :nonce, :at) ON CONFLICT DO NOTHING"
)


class Nonces(Protocol):
    def refusal(self, signed: Signed, now_ms: int) -> str:
        """'' the first time; `auth.replayed`; `auth.stale`: signed before this hub can remember, sign it again."""
        ...

    def forget(self, now_ms: int) -> None:
        """Let go of what no longer matters; called once a minute."""
        ...


class MemoryNonces:
    """For one process alone with its database. What was signed before it began is refused: it may have been seen then."""

    def __init__(self, began_ms: int) -> None:
        self._began_ms = began_ms // 1000 * 1000  # `created` counts in seconds
        self._by_minute: dict[int, set[bytes]] = defaultdict(set)
        self._lock = threading.Lock()

    def refusal(self, signed: Signed, now_ms: int) -> str:
        if signed.created_ms < self._began_ms:
            return "auth.stale"
        mark = blake2b(f"{signed.site_id}/{signed.device_id}/{signed.nonce}".encode(), digest_size=16).digest()
        with self._lock:
            seen = self._by_minute[signed.created_ms // MINUTE_MS]  # signed as well: a replay comes to the same place
            if mark in seen:
                return "auth.replayed"
            seen.add(mark)
        return ""

    def forget(self, now_ms: int) -> None:
        with self._lock:
            for minute in [m for m in self._by_minute if (m + 1) * MINUTE_MS < now_ms - WINDOW_MS]:
                del self._by_minute[minute]


class TableNonces:
    """For any number of processes on one database. The last second's may go with a power cut of the database's machine:
    what could be replayed then changes nothing, since every push may come twice."""

    def __init__(self, db: Db) -> None:
        self._db = db

    def refusal(self, signed: Signed, now_ms: int) -> str:
        row = {
            "site_id": bytes.fromhex(signed.site_id), "device_id": bytes.fromhex(signed.device_id),
            "nonce": signed.nonce, "at": signed.created_ms,
        }  # fmt: skip
        return "" if self._db.note(lambda conn: conn.execute(_FIRST, row).rowcount) else "auth.replayed"

    def forget(self, now_ms: int) -> None:
        self._db.write(lambda conn: conn.execute(delete(NONCE).where(NONCE.c.at < now_ms - WINDOW_MS - MINUTE_MS)))
