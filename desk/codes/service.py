"""Verbs of codes that stand for a household, a place or a thing: issue, re-issue, revoke, hand to the printer, note a scan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from hashlib import sha256

from sqlalchemy import RowMapping

from desk.codes import payload, reads, reads_lists, reads_rows, serials, token
from desk.codes.rules import Kind, RevokeReason, Status
from desk.codes.tables import Code, Scan
from desk.codes.views import Identified, Issued
from desk.core.errors import Refused
from desk.core.events import ScanSeen
from desk.store.unit import Reading, Unit

ISSUE, REVOKE, SCAN = "codes.issue", "codes.revoke", "scan"
RECEIPT = "matters.note"
DUTY = "duty.edit"
PASS_ISSUE, PASS_REVOKE = "pass.issue", "pass.revoke"  # at the window; the two above are a shift lead's
BATCH = 200  # codes a unit: some 100 ms of the write lane
SUBJECT = {Kind.INDOOR: "household", Kind.OUTDOOR: "household", Kind.PASS: "household"}


def issue(u: Unit, kind: Kind, subject_id: str) -> Issued:
    """Issue a code for a household (indoor, outdoor), asset, locker or shift.

    Raises Refused("right.missing" | "codes.already_issued") when the subject has a live one: re-issue replaces it.
    """
    u.actor.require(ISSUE)
    if subject_id in reads_lists.live_of(u, kind, [subject_id]):
        raise Refused("codes.already_issued", kind=kind.value)
    issued = _add(u, kind, subject_id)
    u.audit("codes.issued", "code", issued.code_id, kind=kind.value, serial=issued.serial)
    u.changed("codes")
    return issued


def issue_receipt(u: Unit, matter_id: str) -> Issued:
    """The code on the receipt of a matter; the same one again when it has one. Right matters.note."""
    u.actor.require(RECEIPT)
    live = reads_lists.live_of(u, Kind.MATTER, [matter_id]).get(matter_id)
    if live is not None:
        return issued_of(u, live_row(u, live))
    issued = _add(u, Kind.MATTER, matter_id)
    u.changed("codes")
    return issued


def issue_duty(u: Unit, member_id: str) -> Issued:
    """The code on the card of somebody of the team; the same one again when they have one. Right duty.edit."""
    u.actor.require(DUTY)
    live = reads_lists.live_of(u, Kind.DUTY, [member_id]).get(member_id)
    if live is not None:
        return issued_of(u, live_row(u, live))
    issued = _add(u, Kind.DUTY, member_id)
    u.audit("codes.issued", "code", issued.code_id, kind=Kind.DUTY.value, serial=issued.serial)
    u.changed("codes")
    return issued


def issue_household(u: Unit, household_id: str) -> Issued:
    """Issue the indoor code of a household; see `issue`."""
    return issue(u, Kind.INDOOR, household_id)


def issue_batch(u: Unit, kind: Kind, subject_ids: Sequence[str]) -> tuple[Issued, ...]:
    """Issue codes for those of the subjects that have no live one yet: run again, it goes on where it was."""
    u.actor.require(ISSUE)
    have = reads_lists.live_of(u, kind, subject_ids)
    issued = tuple(_add(u, kind, subject) for subject in dict.fromkeys(subject_ids) if subject not in have)
    if issued:
        u.audit("codes.issued_many", kind=kind.value, count=len(issued))
        u.changed("codes")
    return issued


def issue_bulk(
    unit: Callable[[], AbstractContextManager[Unit]],
    kind: Kind,
    subject_ids: Sequence[str],
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> int:
    """Issue codes for a whole estate, BATCH a unit, so that the gate never waits; returns how many were new.

    unit: opens a unit of work (`lambda: store.unit(actor)`); progress(done, of) after each; what is issued stays issued
    when it is cancelled.
    """
    new = 0
    for start in range(0, len(subject_ids), BATCH):
        if cancelled():
            break
        batch = subject_ids[start : start + BATCH]
        with unit() as u:
            new += len(issue_batch(u, kind, batch))
        progress(start + len(batch), len(subject_ids))
    return new


def reissue(u: Unit, code_id: str) -> Issued:
    """Replace a code that is not a pass; the old one is revoked at once. Raises Refused("codes.not_live")."""
    u.actor.require(ISSUE)
    old = live_row(u, code_id)
    if old["kind"] == Kind.PASS.value:
        raise Refused("codes.pass_not_replaced")
    issued = _add(u, Kind(old["kind"]), old["subject_id"] or "")
    retire(u, code_id, RevokeReason.REPLACED, issued.code_id)
    u.audit("codes.reissued", "code", issued.code_id, kind=old["kind"], serial=issued.serial, old=old["serial"])
    return issued


def revoke(u: Unit, code_id: str, reason: RevokeReason) -> bool:
    """Withdraw a code for good. False when it had been already: a second click does no harm. Raises Refused("store.gone")."""
    if not u.actor.may(REVOKE):
        u.actor.require(PASS_REVOKE)  # before anything is looked up: who may do neither learns nothing
    row = reads_rows.by_id(u, code_id)
    if row is None:
        raise Refused("store.gone", kind=Code.__tablename__)
    u.actor.require(PASS_REVOKE if row["kind"] == Kind.PASS.value else REVOKE)
    if reads_rows.status_of(row) is not Status.LIVE:
        return False
    retire(u, code_id, reason)
    u.audit("codes.revoked", "code", code_id, kind=row["kind"], serial=row["serial"], reason=reason.value)
    return True


def for_print(u: Unit, code_ids: Sequence[str]) -> tuple[Issued, ...]:
    """The texts of live codes, to be drawn: what is not live any more is left out. Written into the audit trail."""
    u.actor.require(ISSUE)
    rows = reads_rows.by_ids(u, code_ids)
    live = tuple(issued_of(u, row) for row in rows if reads_rows.status_of(row) is Status.LIVE)
    u.audit("codes.printed", "code", code_ids[0] if len(code_ids) == 1 else "", count=len(live))
    return live


def record_scan(
    u: Unit, scan: ScanSeen, seen: Identified, purpose: str = "", frame_quality: int = 0, ms: int = 0
) -> str:
    """Note a scan and what came of it; the same scan for the same purpose is noted once. Returns the record's id.

    Of a foreign text only its kind and a keyed hash are kept. frame_quality: 0..100; ms: from frame to answer.
    """
    u.actor.require(SCAN)
    known = reads_rows.scan_recorded(u, scan.scan_id, purpose)
    if known is not None:
        return known
    return note(u, scan.scan_id, scan.source, purpose, seen, frame_quality, ms, scan.text, scan.raw)


def note(
    u: Unit, scan_id: str, source: str, purpose: str, seen: Identified,
    frame_quality: int = 0, ms: int = 0, text: str = "", raw: bytes = b"",
) -> str:  # fmt: skip
    """Write the scan record (see record_scan)."""
    foreign = seen.foreign
    return u.add(
        Scan, scan_id=scan_id, at=u.now, gate_id=u.gate_id, device_id=u.device_id,
        operator_id=u.actor.operator_id or None, source=source, purpose=purpose,
        kind=seen.kind.value if seen.kind else "", code_id=seen.code_id or None, serial=seen.serial,
        answer=seen.answer.value, why=seen.why.value, foreign_kind=foreign.kind.value if foreign else "",
        text_hash=payload.fingerprint(reads.secret_of(u, reads.CHECK_KEY), text, raw) if foreign else "",
        frame_quality=frame_quality, ms=ms,
    )  # fmt: skip


def live_row(u: Unit, code_id: str) -> RowMapping:
    """The record of a code that is live. Raises Refused("codes.not_live")."""
    row = reads_rows.by_id(u, code_id)
    if row is None or reads_rows.status_of(row) is not Status.LIVE:
        raise Refused("codes.not_live")
    return row


def retire(u: Unit, code_id: str, reason: RevokeReason, replaced_by: str | None = None) -> None:
    """Mark a live code revoked or replaced. There is no way back."""
    status = Status.REPLACED if replaced_by else Status.REVOKED
    u.set(
        Code, code_id, status=status.value, revoked_at=u.now, revoked_by=u.actor.operator_id or None,
        revoked_reason=reason.value, replaced_by=replaced_by,
    )  # fmt: skip
    u.changed("codes")


def issued_of(r: Reading, row: RowMapping) -> Issued:
    """The text of a code, made again from its record: signing twice gives the same pass."""
    kind, window = Kind(row["kind"]), reads_rows.window_of(row)
    if kind is Kind.PASS:
        text = token.sign(
            r.secret(reads.SIGN_KEY), row["key"], window.not_before or 0, window.expires_at or 0, row["uses"]
        )
    else:
        text = payload.id_text(r.secret(reads.CHECK_KEY), kind, row["key"])
    return Issued(
        row["id"], kind, row["serial"], text, row["digits"], window, row["uses"], row["subject_id"] or ""
    )  # fmt: skip


def _add(u: Unit, kind: Kind, subject_id: str) -> Issued:
    check = u.secret(reads.CHECK_KEY)
    key = payload.new_key()
    serial = serials.new_serial(kind, lambda s: reads_rows.serial_taken(u, s))
    version = reads_rows.last_version(u, kind, subject_id) + 1
    code_id = u.add(
        Code, kind=kind.value, version=version, key_id=sha256(check).hexdigest()[:8], key=key, serial=serial,
        digits="", subject_kind=SUBJECT.get(kind, kind.value), subject_id=subject_id or None, issued_at=u.now,
        issued_by=u.actor.operator_id or None, gate_id=u.gate_id, status=Status.LIVE.value,
    )  # fmt: skip
    return Issued(code_id, kind, serial, payload.id_text(check, kind, key), subject_id=subject_id)
