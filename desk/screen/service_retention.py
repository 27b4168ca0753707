"""Forgetting in time: notices that ended long ago go, and with them the names of who answered for them."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from desk.records.retention import RetentionRule
from desk.screen.service import TOPIC
from desk.screen.tables import ScreenItem
from desk.store import outbox
from desk.store.unit import Unit

DAYS, BATCH = 400, 500
_I = ScreenItem.__table__.c


def forget_ended(u: Unit, before: int, held: Collection[str] = ()) -> int:
    """Delete notices that ended, or were taken down, before this moment (UTC ms), at most 500; returns how many."""
    u.actor.require("retention.run")
    over = (_I.until_at < before) | (_I.retracted_at < before)
    due = select(_I.id).where(_I.deleted_at.is_(None), over, _I.id.not_in(list(held))).limit(BATCH)
    ids = list(u.conn.execute(due).scalars())
    for item_id in ids:
        u.set(ScreenItem, item_id, approver="")
        u.drop(ScreenItem, item_id)
    if ids:
        outbox.redact(u, ids)
        u.changed(TOPIC)
    return len(ids)


def retention_rules() -> tuple[RetentionRule, ...]:
    """What this room erases and when, for desk.records.retention."""
    return (RetentionRule("screen", DAYS, forget_ended, ("screen_item",)),)
