"""How much a hub holds, and how its desks are, in a few numbers."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, func, select

from desk.core.clock import HOUR_MS
from desk.hub.enrolment import LIVE
from desk.hub.members import DISTRICT_SORT, SITE_SORT
from desk.hub.places import PLANNED
from desk.hub.tables import BLOB, DEVICE, OP_LOG, PARKED, SITE, TASK


def totals(conn: Connection) -> dict[str, Any]:
    """Counts of everything a person who runs a hub asks about."""
    ours = DEVICE.c.pubkey != ""
    return {
        "districts": _count(conn, SITE, SITE.c.sort == DISTRICT_SORT),
        "sites": _count(conn, SITE, SITE.c.sort == SITE_SORT, SITE.c.state != PLANNED),
        "sites_planned": _count(conn, SITE, SITE.c.state == PLANNED),
        "desks": _count(conn, DEVICE, ours, DEVICE.c.state == LIVE),
        "desks_revoked": _count(conn, DEVICE, ours, DEVICE.c.state != LIVE),
        "operations": _count(conn, OP_LOG),
        "refused": _count(conn, PARKED),
        "open_tasks": _count(conn, TASK, TASK.c.closed_at.is_(None)),
        "files": _count(conn, BLOB),
        "file_bytes": int(conn.execute(select(func.coalesce(func.sum(BLOB.c.have), 0))).scalar_one()),
    }


def gauges(conn: Connection, now_ms: int) -> dict[str, int]:
    """What /metrics shows of the desks: live, revoked, silent for an hour, operations that wait at desks."""
    ours = DEVICE.c.pubkey != ""
    live = (ours, DEVICE.c.state == LIVE)
    quiet = (DEVICE.c.seen_at < now_ms - HOUR_MS, DEVICE.c.pushed_at < now_ms - HOUR_MS)
    waiting = select(func.coalesce(func.sum(DEVICE.c.waiting), 0)).where(*live)
    return {
        "live": _count(conn, DEVICE, *live),
        "revoked": _count(conn, DEVICE, ours, DEVICE.c.state != LIVE),
        "silent": _count(conn, DEVICE, *live, *quiet),
        "waiting": int(conn.execute(waiting).scalar_one()),
    }


def _count(conn: Connection, table: Table, *where: Any) -> int:
    return int(conn.execute(select(func.count()).select_from(table).where(*where)).scalar_one())
