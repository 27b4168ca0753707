"""Which gates have shown a notice: picked out of the desks' facts as they are taken in, so that nobody searches for it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from desk.core.ids import is_id
from desk.hub import bulk
from desk.hub.project import Key, Pictures
from desk.hub.tables_admin import NOTICE_SHOWN

DELIVERED = "notice_delivered"
COLUMNS = ("site_id", "notice_id", "gate_id", "at")


def store(conn: Connection, pictures: Pictures, touched: Iterable[Key]) -> None:
    """Note the deliveries among the things of this batch; the first time a gate has shown it stands."""
    facts = [pictures.now[place].fields for place in touched if place[1] == DELIVERED and place in pictures.now]
    rows = {}
    for fact in facts:
        notice_id, gate_id, at = fact.get("notice_id"), fact.get("gate_id"), fact.get("at")
        if isinstance(notice_id, str) and isinstance(gate_id, str) and is_id(notice_id) and is_id(gate_id):
            when = at if isinstance(at, int) and 0 < at < 2**62 else 0
            rows[notice_id, gate_id] = (pictures.site, bytes.fromhex(notice_id), bytes.fromhex(gate_id), when)
    bulk.keep(conn, NOTICE_SHOWN, COLUMNS, list(rows.values()))
