"""Forgetting in time: who left the team, why somebody could not come. What was served stays, with its name (Order 67)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import exists, or_, select, update

from desk.duty.tables import Availability, DutyChange, DutyMember, ServiceRecord
from desk.records.retention import RetentionRule
from desk.store import outbox
from desk.store.bulk import rows_of
from desk.store.unit import Unit

RETENTION = "retention.run"
BATCH = 500
LEFT_DAYS = 180  # a statement may still be asked for, by phone
REASON_DAYS = 90
_M, _D, _A, _R = DutyMember.__table__.c, DutyChange.__table__.c, Availability.__table__.c, ServiceRecord.__table__.c
_NO_MORE: dict[str, Any] = {
    "phone": "", "guardian": "", "note": "", "id_kind": "", "id_no": "", "pin_hash": None, "person_id": None,
}  # fmt: skip
_STAYS = (
    "name", "label", "capacity", "body_name", "skills", "operator_id", "show_name", "minor", "volunteer_no",
    "joined_at", "left_at", *_NO_MORE,
)  # fmt: skip


def scrub_members(u: Unit, before: int, held: Collection[str] = ()) -> int:
    """Members who left before a moment (UTC ms): only what a record of their hours must say stays; without any, no name."""
    u.actor.require(RETENTION)
    speaks = or_(_M.phone != "", _M.guardian != "", _M.note != "", _M.id_no != "", _M.pin_hash.is_not(None))
    served = exists().where(_R.member_id == _M.id)
    named = ~served & (_M.name != "")
    due = select(_M.id, served.label("served")).where(
        _M.left_at < before, _M.deleted_at.is_(None), or_(speaks, named), _M.id.not_in(list(held))
    )
    rows = u.conn.execute(due.limit(BATCH)).all()
    ids = [row.id for row in rows]
    without = [row.id for row in rows if not row.served]
    if ids:
        u.conn.execute(update(DutyMember).where(_M.id.in_(ids)).values(**_NO_MORE))
        u.conn.execute(update(DutyMember).where(_M.id.in_(without)).values(name="", volunteer_no=""))
        outbox.redact(u, ids)
        _say_again(u, ids)
        u.changed("duty")
    return len(ids)


def _say_again(u: Unit, ids: Collection[str]) -> None:
    """With the bodies gone a desk that joins later would not know whose hours it shows: what stays is said anew."""
    for row in rows_of(u.conn, DutyMember, list(ids)):
        u.insist(DutyMember, row["id"], **{name: row[name] for name in _STAYS})


def scrub_reasons(u: Unit, before: int, held: Collection[str] = ()) -> int:
    """Why somebody could not come: the word of it goes, that they could not stays."""
    u.actor.require(RETENTION)
    changed = select(_D.id).where(_D.at < before, _D.reason != "").limit(BATCH)
    said = select(_A.id).where(_A.until_day != "", _A.reason != "", _A.until_day < _day(before)).limit(BATCH)
    ids = list(u.conn.execute(changed).scalars())
    lines = list(u.conn.execute(said).scalars())
    if ids or lines:
        u.conn.execute(update(DutyChange).where(_D.id.in_(ids)).values(reason=""))
        u.conn.execute(update(Availability).where(_A.id.in_(lines)).values(reason=""))
        outbox.redact(u, [*ids, *lines])
        u.changed("duty")
    return len(ids) + len(lines)


def retention_rules() -> tuple[RetentionRule, ...]:
    """What this room erases and when; service records and certificates are permanent."""
    return (
        RetentionRule("duty.left", LEFT_DAYS, scrub_members, ("duty_member",)),
        RetentionRule("duty.reason", REASON_DAYS, scrub_reasons),
    )


def _day(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).date().isoformat()
