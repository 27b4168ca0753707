"""What a hub does once a night, whichever of its processes comes to it first: numbers kept, old lines and files let go."""

from __future__ import annotations

import logging

from sqlalchemy import Connection, update

from desk.hub import attached, figures, retention, schema
from desk.hub.figures import TIME
from desk.hub.hub import Hub
from desk.hub.tables import FACT, HUB_SITE

log = logging.getLogger("desk.hub.nightly")
LAST = "nightly"
HOURS = range(2, 6)  # of the district's own time; a hub that is switched off at night does it when it is next on


def due(hub: Hub) -> bool:
    """Take tonight's turn; False when it is not night or another process has it. After a day missed, any hour will do."""
    return hub.db.write(lambda conn: _claim(conn, hub.now()))


def run(hub: Hub) -> None:
    """First the numbers, from things that are still there; then the log is compacted."""
    now_ms = hub.now()
    days = figures.recent(now_ms)
    for site in hub.db.read(figures.sites):
        for day in days:
            hub.db.write(lambda conn, site=site, day=day: figures.keep(conn, site, [day]))  # type: ignore[misc]
        hub.db.write(lambda conn, site=site: attached.sweep(conn, site, hub.kinds, now_ms))  # type: ignore[misc]
    kept = retention.run(hub.db, now_ms)
    log.info("nightly: %d logs looked at", len(kept))


def _claim(conn: Connection, now_ms: int) -> bool:
    today, held = TIME.day(now_ms).isoformat(), schema.fact(conn, LAST)
    if held is None:  # a new hub begins counting its nights, and has nothing to tidy yet
        schema.set_fact(conn, LAST, today.encode())
        return False
    last = held.decode()
    yesterday = TIME.day(now_ms - 86_400_000).isoformat()
    if last == today or (last == yesterday and TIME.local(now_ms).hour not in HOURS):
        return False
    still = (FACT.c.site_id == HUB_SITE, FACT.c.name == LAST, FACT.c.value == held)
    return conn.execute(update(FACT).where(*still).values(value=today.encode())).rowcount == 1
