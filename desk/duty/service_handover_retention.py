"""Forgetting what was handed over: after half a year the numbers stay, and who signed; no name and no word of it."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select, update

from desk.duty.rules_handover import is_bare, scrubbed
from desk.duty.tables import Handover, HandoverSign
from desk.records.retention import RetentionRule
from desk.store import outbox
from desk.store.unit import Unit

RETENTION = "retention.run"
BATCH = 500
BODY_DAYS = 180
_H, _S = Handover.__table__.c, HandoverSign.__table__.c


def scrub_bodies(u: Unit, before: int, held: Collection[str] = ()) -> int:
    """Handovers put down before a moment (UTC ms) keep their counts only; at most 500. held: ids under a legal hold."""
    u.actor.require(RETENTION)
    old = (_H.at < before, _H.id.not_in(list(held)))
    spoke = [row for row in u.conn.execute(select(_H.id, _H.body).where(*old)) if not is_bare(row.body)][:BATCH]
    for row in spoke:
        u.conn.execute(update(Handover).where(_H.id == row.id).values(body=scrubbed(row.body)))
    noted = select(_S.id).where(_S.at < before, _S.note != "", _S.handover_id.not_in(list(held))).limit(BATCH)
    notes = list(u.conn.execute(noted).scalars())
    if notes:
        u.conn.execute(update(HandoverSign).where(_S.id.in_(notes)).values(note=""))
    ids = [*(row.id for row in spoke), *notes]
    if ids:
        outbox.redact(u, ids)
        u.changed("handover")
    return len(ids)


def retention_rules() -> tuple[RetentionRule, ...]:
    return (RetentionRule("handover", BODY_DAYS, scrub_bodies, ("handover",)),)
