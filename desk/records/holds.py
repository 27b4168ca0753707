"""Legal holds: what an authority has ordered to be kept, until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, select

from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.records.tables import LegalHold
from desk.store.unit import Reading, Unit

LONGEST_MS = 5 * 366 * DAY_MS


@dataclass(frozen=True)
class Hold:
    """A hold as a list shows it. All times UTC ms."""

    id: str
    subject_kind: str
    subject_id: str
    authority: str
    reason: str
    placed_at: int
    placed_by: str
    expires_at: int
    released_at: int | None

    def stands(self, now: int) -> bool:
        return self.released_at is None and now < self.expires_at


def place_hold(u: Unit, subject_kind: str, subject_id: str, authority: str, reason: str, expires_at: int) -> str:
    """Keep one thing past its time; returns the hold's id. Right retention.hold.

    Refused: hold.authority_empty, hold.reason_empty, hold.expiry (past, or more than five years away).
    """
    u.actor.require("retention.hold")
    authority, reason = clean_line(authority), clean_line(reason)
    if not authority:
        raise Refused("hold.authority_empty")
    if not reason:
        raise Refused("hold.reason_empty")
    if not u.now < expires_at <= u.now + LONGEST_MS:
        raise Refused("hold.expiry")
    eid = u.add(
        LegalHold, subject_kind=subject_kind, subject_id=subject_id, authority=authority, reason=reason,
        placed_at=u.now, placed_by=u.actor.operator_id or None, expires_at=expires_at,
    )  # fmt: skip
    u.audit("hold.placed", subject_kind, subject_id, hold=eid, expires_at=expires_at)
    u.changed("retention")
    return eid


def release_hold(u: Unit, hold_id: str) -> None:
    """Lift a hold before it ends. Right retention.hold. Refused: store.gone."""
    u.actor.require("retention.hold")
    u.set(LegalHold, hold_id, released_at=u.now)
    u.audit("hold.released", "legal_hold", hold_id)
    u.changed("retention")


def holds(r: Reading, standing_only: bool = True) -> list[Hold]:
    """Newest first."""
    query = _standing(r) if standing_only else _all()
    return [_hold(row) for row in r.conn.execute(query.order_by(LegalHold.num.desc()))]


def held_ids(r: Reading, subject_kinds: Sequence[str]) -> frozenset[str]:
    """Ids of the subjects of these kinds that stand under a hold now."""
    if not subject_kinds:
        return frozenset()
    kinds = LegalHold.__table__.c.subject_kind.in_(subject_kinds)
    return frozenset(row.subject_id for row in r.conn.execute(_standing(r).where(kinds)))


def _all() -> Select[Any]:
    return select(LegalHold.__table__).where(LegalHold.__table__.c.deleted_at.is_(None))


def _standing(r: Reading) -> Select[Any]:
    table = LegalHold.__table__.c
    return _all().where(table.released_at.is_(None), table.expires_at > r.now)


def _hold(row: Row[Any]) -> Hold:
    return Hold(
        row.id, row.subject_kind, row.subject_id, row.authority, row.reason, row.placed_at, row.placed_by or "",
        row.expires_at, row.released_at,
    )  # fmt: skip
