"""Visits with a hit of the watch list: for whoever takes the desk over. Masked; what the list says of them stays there."""

from __future__ import annotations

from sqlalchemy import select

from desk.reception.reads_rows import visit_row_view
from desk.reception.tables import Visit
from desk.reception.views import VisitRow
from desk.store.unit import Reading

_V = Visit.__table__


def watched_since(r: Reading, since: int, limit: int = 50) -> tuple[VisitRow, ...]:
    """Those at this gate from a moment on (UTC ms), the newest first."""
    asked = select(_V).where(_V.c.at >= since, _V.c.watch_id.is_not(None), _V.c.gate_id == r.gate_id)
    rows = r.conn.execute(asked.order_by(_V.c.at.desc()).limit(limit)).mappings()
    return tuple(visit_row_view(row, r.now) for row in rows)
