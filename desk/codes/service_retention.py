"""Forgetting in time: a pass long over loses whose it was, a scan long past goes."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, select, update

from desk.codes.rules import Kind
from desk.codes.tables import Code, PassUse, Scan
from desk.records.retention import RetentionRule
from desk.store import outbox
from desk.store.search import DocKind, docid
from desk.store.unit import Unit

RETENTION = "retention.run"
PASS_DAYS, SCAN_DAYS = 30, 200
BATCH = 500
_C, _U, _S = Code.__table__.c, PassUse.__table__.c, Scan.__table__.c


def forget_passes(u: Unit, before: int, held: Collection[str] = ()) -> int:
    """Passes over before a moment (UTC ms) lose household, visitor and digits, their entries the visit; at most 500 a unit.

    What stays: serial, key, window, entries: a used pass held up a year later is still known for what it was.
    held: ids of passes under a legal hold.
    """
    u.actor.require(RETENTION)
    due = select(_C.id, _C.num, _C.key).where(
        _C.kind == Kind.PASS.value, _C.expires_at < before, _C.digits != "", _C.id.not_in(list(held))
    )
    rows = u.conn.execute(due.limit(BATCH)).all()
    if not rows:
        return 0
    codes = [row.id for row in rows]
    uses = list(u.conn.execute(select(_U.id).where(_U.key.in_([row.key for row in rows]))).scalars())
    u.conn.execute(update(Code).where(_C.id.in_(codes)).values(subject_id=None, visitor_ref=None, digits=""))
    u.conn.execute(update(PassUse).where(_U.id.in_(uses)).values(visit_id=None, nonce=""))
    outbox.redact(u, [*codes, *uses])
    u.unindex(*(docid(DocKind.PASS, row.num) for row in rows))
    u.changed("codes")
    return len(codes)


def forget_scans(u: Unit, before: int, held: Collection[str] = ()) -> int:
    """Scan records from before a moment (UTC ms) are deleted; at most 500 a unit."""
    u.actor.require(RETENTION)
    ids = list(u.conn.execute(select(_S.id).where(_S.at < before, _S.id.not_in(list(held))).limit(BATCH)).scalars())
    if ids:
        u.conn.execute(delete(Scan).where(_S.id.in_(ids)))
        outbox.redact(u, ids)
    return len(ids)


def retention_rules() -> tuple[RetentionRule, ...]:
    """What this room erases and when, for desk.records.retention."""
    return (
        RetentionRule("visitor.pass", PASS_DAYS, forget_passes, ("code",)),
        RetentionRule("security_log.scan", SCAN_DAYS, forget_scans),
    )
