"""Legal holds: what an authority has ordered to be kept, until when."""

from __future__ import annotations

from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.records.reads_holds import released_at
from desk.records.tables import LegalHold
from desk.store.unit import Unit

LONGEST_MS = 5 * 366 * DAY_MS


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
    """Lift a hold before it ends; one that is lifted stays as it is. Right retention.hold. Refused: store.gone."""
    u.actor.require("retention.hold")
    if released_at(u, hold_id) is not None:  # two managers at two desks: the first one's moment stands
        return
    u.set(LegalHold, hold_id, released_at=u.now)
    u.audit("hold.released", "legal_hold", hold_id)
    u.changed("retention")
