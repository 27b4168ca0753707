"""Rows of the codes room as frozen views; shared by the room's reads and verbs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import RowMapping, func, select

from desk.codes.rules import Answer, Kind, Status, Window
from desk.codes.tables import Code, PassUse, Scan
from desk.codes.views import CodeView, Use
from desk.store.tables import Gate
from desk.store.unit import Reading

_C, _U, _S = Code.__table__.c, PassUse.__table__.c, Scan.__table__.c
HOUSEHOLD = "household"
_CHUNK = 500


def by_key(r: Reading, key: str, kind: Kind) -> RowMapping | None:
    """The record of a code. Should two desks ever draw one key, the oldest wins on every desk alike."""
    query = select(Code.__table__).where(_C.key == key, _C.kind == kind.value).order_by(_C.issued_at, _C.id).limit(1)
    return r.conn.execute(query).mappings().first()


def by_id(r: Reading, code_id: str) -> RowMapping | None:
    """The record by its id; None when it is gone."""
    query = select(Code.__table__).where(_C.id == code_id, _C.deleted_at.is_(None))
    return r.conn.execute(query).mappings().first()


def by_ids(r: Reading, code_ids: Sequence[str]) -> list[RowMapping]:
    """Records in the order asked for; those that are gone are left out."""
    found: dict[str, RowMapping] = {}
    for start in range(0, len(code_ids), _CHUNK):
        query = select(Code.__table__).where(_C.id.in_(code_ids[start : start + _CHUNK]), _C.deleted_at.is_(None))
        found.update((row["id"], row) for row in r.conn.execute(query).mappings())
    return [found[code_id] for code_id in code_ids if code_id in found]


def with_digits(r: Reading, digits: str, limit: int = 20) -> list[RowMapping]:
    """Passes with these six digits, newest first."""
    query = select(Code.__table__).where(_C.digits == digits, _C.deleted_at.is_(None))
    return list(r.conn.execute(query.order_by(_C.issued_at.desc(), _C.num.desc()).limit(limit)).mappings())


def serial_taken(r: Reading, serial: str) -> bool:
    return r.conn.execute(select(_C.num).where(_C.serial == serial).limit(1)).first() is not None


def digits_taken(r: Reading, digits: str, from_: int) -> bool:
    """Does a pass that is not over by `from_` (UTC milliseconds) have these digits?"""
    query = select(_C.num).where(_C.digits == digits, _C.expires_at > from_, _C.revoked_at.is_(None)).limit(1)
    return r.conn.execute(query).first() is not None


def last_version(r: Reading, kind: Kind, subject_id: str) -> int:
    """How often a subject was issued a code of this kind; 0 for never."""
    query = select(func.max(_C.version)).where(_C.subject_id == subject_id, _C.kind == kind.value)
    return int(r.conn.execute(query).scalar() or 0)


def uses_of(r: Reading, key: str, allowed: int) -> tuple[Use, ...]:
    """Every entry on a pass, first to last; those past `allowed` (0: any number) are flagged, whichever gate they were at."""
    rows = r.conn.execute(
        select(_U.at, _U.visit_id, _U.flag, Gate.name)
        .outerjoin(Gate, Gate.id == _U.gate_id)
        .where(_U.key == key)
        .order_by(_U.at, _U.id)
    ).all()
    return tuple(
        Use(row.at, row.name or "", row.visit_id or "", row.flag or _over(nth, allowed)) for nth, row in enumerate(rows)
    )


def _over(nth: int, allowed: int) -> str:
    return Answer.USED.value if allowed and nth >= allowed else ""


def use_by_nonce(r: Reading, key: str, nonce: str) -> RowMapping | None:
    query = select(PassUse.__table__).where(_U.nonce == nonce, _U.key == key).order_by(_U.at, _U.id)
    return r.conn.execute(query).mappings().first()


def scan_recorded(r: Reading, scan_id: str, purpose: str) -> str | None:
    """The id of the record of this scan for this purpose, if there is one."""
    query = select(_S.id).where(_S.scan_id == scan_id, _S.purpose == purpose)
    return r.conn.execute(query).scalar()


def wrong_guesses(r: Reading, purpose: str, since: int) -> list[int]:
    """Times of this desk's guesses that found no valid pass, from `since` on (UTC milliseconds).

    Those of a time that a manager has since called wrong do not count, or they would lock the desk until it comes.
    """
    latest = max(r.now, r.newest_ms)
    query = select(_S.at).where(
        _S.purpose == purpose,
        _S.at > since,
        _S.at <= latest,
        _S.answer != Answer.VALID.value,
        _S.device_id == r.device_id,
    )
    return list(r.conn.execute(query).scalars())


def view_of(row: RowMapping, gates: Mapping[str, str], households: Mapping[str, str]) -> CodeView:
    """A row as lists and cards show it."""
    return CodeView(
        row["id"], Kind(row["kind"]), row["serial"], row["version"], status_of(row), row["subject_kind"],
        row["subject_id"] or "", households.get(row["subject_id"] or "", ""), window_of(row), row["uses"],
        row["issued_at"], gates.get(row["gate_id"], ""), row["visitor_ref"] or "", row["revoked_at"],
        row["revoked_reason"], row["replaced_by"] or "",
        row["num"],
    )  # fmt: skip


def window_of(row: RowMapping) -> Window:
    return Window(row["not_before"], row["expires_at"], row["daily_from"], row["daily_to"], row["weekdays"])


def status_of(row: RowMapping) -> Status:
    """What was ever revoked stays so, whatever the status field became when desks' versions came together."""
    if row["replaced_by"]:
        return Status.REPLACED
    if row["revoked_at"] is not None or row["deleted_at"] is not None:
        return Status.REVOKED
    return Status(row["status"])
