"""The record of an assisted session: lines of the audit trail with the household as their subject, and nothing else."""

from __future__ import annotations

from sqlalchemy import select

from desk.core.errors import Refused
from desk.people import reads
from desk.people.rules_assisted import BEGUN, DID, ENDED, HOLD, SUBJECT, How, Why, theirs
from desk.store.tables import AuditLine
from desk.store.unit import Unit


def begin(u: Unit, household_id: str, how: str) -> str:
    """Somebody of this household stands here and was recognised; returns the session's id. Right assisted.hold.

    Raises Refused("assisted.how") without a known way of recognising, Refused("store.gone") without such a household.
    """
    u.actor.require(HOLD)
    if how not in {one.value for one in How}:
        raise Refused("assisted.how")
    reads.household(u, household_id)
    session = u.new_id()
    u.audit(BEGUN, SUBJECT, household_id, session=session, how=how)
    u.changed("assisted")
    return session


def note(u: Unit, session: str, household_id: str, before: int) -> tuple[str, ...]:
    """Say of what this unit wrote that it was done in their name; returns the actions. Right assisted.hold."""
    u.actor.require(HOLD)
    lines = select(AuditLine.action).where(AuditLine.num > before).order_by(AuditLine.num)
    done = tuple(action for action in u.conn.execute(lines).scalars() if theirs(action))
    if done:
        u.audit(DID, SUBJECT, household_id, session=session, what=list(done))
        u.changed("assisted")
    return done


def end(u: Unit, session: str, household_id: str, why: Why) -> None:
    """It is over. Right assisted.hold: whoever began it ends it, also when the desk locks itself."""
    u.actor.require(HOLD)
    u.audit(ENDED, SUBJECT, household_id, session=session, why=why.value)
    u.changed("assisted")
