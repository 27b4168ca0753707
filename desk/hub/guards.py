"""Guessing is slow: wrong codes and passwords are counted, and after a few the answer is `wait`, for longer each time."""

from __future__ import annotations

from hashlib import blake2b

from sqlalchemy import Connection, delete, insert, select, update

from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.hub.tables import HUB_SITE
from desk.hub.tables_admin import GUARD

FREE = 5
WAITS_S = (15, 30, 60, 120, 300, 900)


def subject(kind: str, what: str) -> str:
    """`what` (an address, a typed name) is kept as a hash: the table holds no address and no name of a person."""
    return f"{kind}:{blake2b(what.encode(), digest_size=12).hexdigest()}"


def check(conn: Connection, now_ms: int, code: str, *subjects: str) -> None:
    """Raises Refused(code, wait_s=) while one of these has to wait."""
    where = (GUARD.c.site_id == HUB_SITE, GUARD.c.subject.in_(subjects))
    latest = conn.execute(select(GUARD.c.not_before).where(*where).order_by(GUARD.c.not_before.desc())).scalar() or 0
    if latest > now_ms:
        raise Refused(code, wait_s=-(-(latest - now_ms) // 1000))


def note_wrong(conn: Connection, now_ms: int, *subjects: str, free: int = FREE) -> None:
    """One more wrong try of each."""
    for name in subjects:
        where = (GUARD.c.site_id == HUB_SITE, GUARD.c.subject == name)
        failures = (conn.execute(select(GUARD.c.failures).where(*where)).scalar() or 0) + 1
        wait_s = WAITS_S[min(failures - free, len(WAITS_S) - 1)] if failures >= free else 0
        values = {"failures": failures, "last_at": now_ms, "not_before": now_ms + wait_s * 1000 if wait_s else 0}
        if conn.execute(update(GUARD).where(*where).values(values)).rowcount == 0:
            conn.execute(insert(GUARD).values(site_id=HUB_SITE, subject=name, **values))


def forgive(conn: Connection, *subjects: str) -> None:
    """It was right: count from nothing again."""
    conn.execute(delete(GUARD).where(GUARD.c.site_id == HUB_SITE, GUARD.c.subject.in_(subjects)))


def forget(conn: Connection, now_ms: int) -> None:
    """A day without a wrong try is forgiven."""
    conn.execute(delete(GUARD).where(GUARD.c.site_id == HUB_SITE, GUARD.c.last_at < now_ms - DAY_MS))
