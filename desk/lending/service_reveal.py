"""A borrower in full, for the eyes of one operator: with a reason, for 30 s, in the trail."""

from __future__ import annotations

from sqlalchemy import select

from desk.core.errors import Refused
from desk.lending import rights
from desk.lending.tables import Borrower
from desk.lending.views import Full
from desk.people.reads import household
from desk.people.rules import REVEAL_REASONS
from desk.store.unit import Unit

_B = Borrower.__table__


def reveal(u: Unit, lending_id: str, reason: str) -> Full:
    """Whom to ring. reason: one of desk.people.rules.REVEAL_REASONS.

    Raises Refused("right.missing" | "people.reason_missing" | "lending.forgotten").
    """
    u.actor.require(rights.REVEAL)
    if reason not in REVEAL_REASONS:
        raise Refused("people.reason_missing")
    row = u.conn.execute(select(_B).where(_B.c.id == lending_id, _B.c.deleted_at.is_(None))).mappings().first()
    if row is None:
        raise Refused("lending.forgotten")
    u.audit("lending.revealed", "borrower", lending_id, reason=reason)
    place = household(u, row["household_id"]).label if row["household_id"] else row["door"]
    return Full(lending_id, row["name"], row["phone"], place, row["note"])
