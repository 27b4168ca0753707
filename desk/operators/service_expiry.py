"""Forgetting first-timers: the name of somebody who helped for a day goes in time, the word on the chip stays."""

from __future__ import annotations

from sqlalchemy import select, update

from desk.operators.tables import Operator
from desk.store import outbox
from desk.store.unit import Unit

PORTION = 500


def forget_first_timers(u: Unit, cutoff: int, held: frozenset[str]) -> int:
    """Blank the names of the vouched whose day ended before the cutoff (UTC ms). Right retention.run."""
    u.actor.require("retention.run")
    due = (Operator.valid_until < cutoff, Operator.display_name != "", Operator.id.not_in(held))
    ids = list(u.conn.execute(select(Operator.id).where(*due).limit(PORTION)).scalars())
    if ids:
        u.conn.execute(update(Operator).where(Operator.id.in_(ids)).values(display_name="", pin_hash=None))
        outbox.redact(u, ids)
        u.changed("operators")
    return len(ids)
