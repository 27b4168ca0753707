"""Assisted sessions as the audit trail tells them: what a receipt says, and the list for shift leads."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import RowMapping, func, select

from desk.core.actor import Actor
from desk.core.clock import DAY_MS
from desk.people.rules_assisted import BEGUN, DID, ENDED, HOLD, READ, Act, Assisted
from desk.store.tables import AuditLine
from desk.store.unit import Reading

DAYS, MOST = 90, 200
_A = AuditLine.__table__.c


def past(r: Reading, actor: Actor, most: int = MOST) -> tuple[Assisted, ...]:
    """Sessions of the last 90 days, newest first; those that last still too. Right assisted.read."""
    actor.require(READ)
    found = _told(r, r.now - DAYS * DAY_MS)
    return tuple(sorted(found.values(), key=lambda one: one.begun_at, reverse=True)[:most])


def one(r: Reading, actor: Actor, session: str, since: int) -> Assisted | None:
    """One session that began at `since`, for its receipt. Right assisted.hold."""
    actor.require(HOLD)
    return _told(r, since).get(session)


def last_line(r: Reading) -> int:
    """Where the trail ends, before something is done."""
    return int(r.conn.execute(select(func.max(_A.num))).scalar() or 0)


def _told(r: Reading, since: int) -> dict[str, Assisted]:
    lines = select(_A.at, _A.operator_id, _A.action, _A.subject_id, _A.detail).where(
        _A.at >= since, _A.action.in_((BEGUN, DID, ENDED))
    )
    found: dict[str, Assisted] = {}
    for line in r.conn.execute(lines.order_by(_A.at, _A.num)).mappings():
        _take(found, line)
    return found


def _take(found: dict[str, Assisted], line: RowMapping) -> None:
    detail: dict[str, Any] = line["detail"]
    key = str(detail.get("session", ""))
    known = found.get(key)
    if line["action"] == BEGUN:
        found[key] = Assisted(
            key, line["subject_id"] or "", line["operator_id"] or "", line["at"], str(detail.get("how", ""))
        )
    elif known is not None and line["action"] == DID:
        acts = tuple(Act(str(action), line["at"]) for action in detail.get("what", ()))
        found[key] = replace(known, acts=known.acts + acts)
    elif known is not None:
        found[key] = replace(known, ended_at=line["at"], why=str(detail.get("why", "")))
