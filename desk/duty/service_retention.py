"""Forgetting in time: who left the team, why somebody could not come, words of a dispute. What was served stays (Order 67).

The hub lets nothing back that was erased under its id. So what has to stay is never erased with what has to go: a member's
fields are written empty, and a word that was said is said again under another id, without the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import exists, or_, select, update

from desk.core.ids import derived_id
from desk.duty import reads_hours, reads_team
from desk.duty.rules_hours import Credit
from desk.duty.tables import Availability, CertificateAct, DutyChange, DutyMember, ServiceAct, ServiceRecord
from desk.records.reads_holds import among
from desk.records.retention import RetentionRule
from desk.records.rules import PERIODS
from desk.store import outbox
from desk.store.bulk import change_many, rows_of
from desk.store.schema import Base
from desk.store.unit import Unit

RETENTION = "retention.run"
BATCH = 500
LEFT_DAYS = 180  # a statement may still be asked for, by phone
REASON_DAYS = 90
WORDS_DAYS = 366  # what was said of hours: until the year they are honoured in is over
_M, _D, _A, _R = DutyMember.__table__.c, DutyChange.__table__.c, Availability.__table__.c, ServiceRecord.__table__.c
_S, _C = ServiceAct.__table__.c, CertificateAct.__table__.c
_NO_MORE: dict[str, Any] = {
    "phone": "", "guardian": "", "note": "", "id_kind": "", "id_no": "", "pin_hash": None, "person_id": None,
}  # fmt: skip
_LOCAL = ("num", "id", "versions", "deleted_at")


def scrub_members(u: Unit, before: int, held: Collection[str] = (), only: Collection[str] | None = None) -> int:
    """Members who left before a moment (UTC ms): only what a record of their hours must say stays; without any, nothing."""
    u.actor.require(RETENTION)
    speaks = or_(_M.phone != "", _M.guardian != "", _M.note != "", _M.id_no != "", _M.pin_hash.is_not(None))
    served = exists().where(_R.member_id == _M.id)
    named = ~served & (_M.name != "")
    due = select(_M.id, served.label("served")).where(
        _M.left_at < before, _M.deleted_at.is_(None), or_(speaks, named), *among(_M.id, held, only)
    )
    rows = u.conn.execute(due.limit(BATCH)).all()
    kept, gone = [row.id for row in rows if row.served], [row.id for row in rows if not row.served]
    if rows:
        _empty(u, DutyMember, kept, _NO_MORE)
        u.conn.execute(update(DutyMember).where(_M.id.in_(gone)).values(name="", volunteer_no="", **_NO_MORE))
        outbox.redact(u, gone)
        u.changed("duty")
    return len(rows)


def scrub_reasons(u: Unit, before: int, held: Collection[str] = ()) -> int:
    """Why somebody could not come: the word of it goes, that they could not stays."""
    u.actor.require(RETENTION)
    day = reads_team.site_time(u).day(before).isoformat()
    changed = select(_D.id).where(_D.at < before, _D.reason != "").limit(BATCH)
    past = select(_A.id).where(_A.until_day != "", _A.reason != "", _A.until_day < day).limit(BATCH)
    holds = select(_A.id).where(_A.until_day == "", _A.reason != "", _A.deleted_at.is_(None), _A.id < _moment(before))
    ids, lines = (list(u.conn.execute(query).scalars()) for query in (changed, past))
    standing = list(u.conn.execute(holds.limit(BATCH)).scalars())
    u.conn.execute(update(DutyChange).where(_D.id.in_(ids)).values(reason=""))
    u.conn.execute(update(Availability).where(_A.id.in_(lines)).values(reason=""))
    outbox.redact(u, [*ids, *lines])
    _empty(u, Availability, standing, {"reason": ""})
    if found := len(ids) + len(lines) + len(standing):
        u.changed("duty")
        return found
    return 0


def scrub_words(u: Unit, before: int, held: Collection[str] = ()) -> int:
    """What was said of hours a year ago: that they were refused or questioned stays, and every hour does.

    A question nobody has answered keeps its words. The reason of a correction is part of the record itself and stays
    with it. held: ids of service records under a legal hold.
    """
    u.actor.require(RETENTION)
    due = select(_S.id, _S.record_id).where(_S.at < before, _S.reason != "", _S.record_id.not_in(list(held)))
    rows = u.conn.execute(due.order_by(_S.num)).all()
    asked = {one.id for one in reads_hours.waits(u) if one.credit is Credit.ASKED} if rows else set()
    ids = [row.id for row in rows if row.record_id not in asked][:BATCH]
    _say_without(u, ServiceAct, ids, lambda row: {"reason": ""})
    if ids:
        u.changed("hours")
    return len(ids)


def scrub_certificates(u: Unit, before: int, held: Collection[str] = ()) -> int:
    """Why a certificate was refused or withdrawn, and what one was wanted for: three years, as other records of what was
    done with personal data. An issued one says itself what it was for, and is permanent. held: ids of certificates.
    """
    u.actor.require(RETENTION)
    due = select(_C.id, _C.reason, _C.asked).where(_C.at < before, _C.certificate_id.not_in(list(held)))
    rows = u.conn.execute(due.order_by(_C.num)).all()
    ids = [row.id for row in rows if row.reason or (row.asked or {}).get("purpose")][:BATCH]
    _say_without(u, CertificateAct, ids, lambda row: {"reason": "", "asked": {**row["asked"], "purpose": ""}})
    if ids:
        u.changed("hours")
    return len(ids)


def retention_rules() -> tuple[RetentionRule, ...]:
    """What this room erases and when; service records and certificates are permanent."""
    return (
        RetentionRule("duty.left", LEFT_DAYS, scrub_members, ("duty_member",)),
        RetentionRule("duty.reason", REASON_DAYS, scrub_reasons),
        RetentionRule("duty.words", WORDS_DAYS, scrub_words, ("service_record",)),
        RetentionRule("certificate", PERIODS["certificate"].days, scrub_certificates, ("service_certificate",)),
    )


def _empty(u: Unit, table: type[Base], ids: Sequence[str], blank: Mapping[str, Any]) -> None:
    """Records lose these fields at every desk. All of them is said anew, so that no former line of theirs stands any more
    and the hub lets go of those with its next clearing; here they go at once."""
    outbox.erase(u, ids)
    for row in rows_of(u.conn, table, ids):
        u.insist(table, row["id"], **{**{name: row[name] for name in row if name not in _LOCAL}, **blank})


def _say_without(
    u: Unit, table: type[Base], ids: Sequence[str], blank: Callable[[Mapping[str, Any]], dict[str, Any]]
) -> None:
    """Facts are said again without their words, under the id every desk gives them, and the former ones are erased."""
    rows = {row["id"]: row for row in rows_of(u.conn, table, ids)}
    fresh = {eid: derived_id(row["at"], table.__tablename__, eid, "without words") for eid, row in rows.items()}
    known = {row["id"] for row in rows_of(u.conn, table, list(fresh.values()))}
    for eid, row in rows.items():
        if fresh[eid] not in known:
            u.add(table, id=fresh[eid], **{**{name: row[name] for name in row if name not in _LOCAL}, **blank(row)})
    change_many(u.conn, table, {eid: blank(row) for eid, row in rows.items()})
    outbox.redact(u, list(rows))


def _moment(at: int) -> str:
    """The id of a moment: ids made before it are smaller."""
    return f"{at:012x}{0:020x}"
