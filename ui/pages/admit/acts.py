"""What the admit form has done by the desk, each in one unit of work on the disk-write lane."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from desk.codes.rules import Window as CodeWindow
from desk.codes.service_passes import issue_pass
from desk.codes.views import Issued, PassRequest
from desk.core.clock import HOUR_MS, SiteTime
from desk.reception import reads, service
from desk.reception.reads_drafts import kept_draft
from desk.reception.rules import Draft, Proof, VisitorType
from desk.reception.rules_windows import Window
from desk.reception.service_drafts import drop_draft, keep_draft
from desk.reception.service_tally import count as count_passage
from desk.reception.service_tally import undo_count as undo_passage
from desk.reception.views import AdmitRequest
from ui import moments
from ui.pages.admit.form import Filled
from ui.pages.admit.model import Done

NOON_MS = 12 * HOUR_MS


def request(form: Filled, time: SiteTime, now: int) -> AdmitRequest:
    """What is asked of the desk. A guest of n nights stays until noon of the day they leave."""
    draft = form.draft()
    if form.nights:
        draft = replace(draft, stays_until=time.at(time.day(now) + timedelta(days=form.nights)) + NOON_MS)
    proof = Proof(form.proof)
    return AdmitRequest(
        form.visit_id, draft, proof, form.reason, form.code if proof is Proof.CODE else None,
        form.standing_id or None if proof is Proof.RECURRING else None, form.person_id or None, form.watch_id or None,
    )  # fmt: skip


def admit(u: Any, asked: AdmitRequest, form: str, read: str = "") -> Done:
    """Let them in, and forget the draft in the same unit. read: kind of the document that a machine read, which is noted."""
    admitted = service.admit(u, asked)
    if read and not admitted.repeated:
        u.audit("visit.card_read", "visit", admitted.visit_id, kind=read)
    drop_draft(u, form)
    seen, time = reads.visit(u, admitted.visit_id), _time(u)
    return Done(
        admitted.visit_id, admitted.visitor_type.value, seen.row.name, seen.place if seen.place.strip("*") else "",
        moments.told(time, admitted.in_at, u.now), moments.told(time, admitted.due_at, u.now), seen.row.party_size, seen.badge_no,
        seen.household_id or "", admitted.due_at, admitted.repeated, admitted.night, len(admitted.closed), read,
    )  # fmt: skip


def refuse(u: Any, visit_id: str, reason: str, draft: Draft, form: str) -> None:
    service.refuse(u, visit_id, reason, draft)
    drop_draft(u, form)


def undo(u: Any, visit_id: str) -> None:
    service.undo(u, visit_id)


def count(u: Any, kind: str, tally_id: str) -> None:
    count_passage(u, VisitorType(kind), tally_id=tally_id)


def undo_count(u: Any, tally_id: str) -> None:
    undo_passage(u, tally_id)


def keep(u: Any, form: str, body: Mapping[str, Any]) -> None:
    if body:
        keep_draft(u, form, body)
    else:
        drop_draft(u, form)


def kept(r: Any) -> dict[str, Any]:
    return kept_draft(r, "admit")


def here(r: Any) -> Any:
    """The words of this gate that stand on a pass."""
    from desk.store.identity import here

    return here(r)


def give_pass(u: Any, done: Done) -> Issued:
    """Good from now to the limit of the visit, any number of entries; its scan finds the visit."""
    window = CodeWindow(u.now, max(done.due_at, u.now + HOUR_MS))
    return issue_pass(u, PassRequest(window, done.household_id, 0, done.visit_id))


def add_permit(u: Any, time: SiteTime, household_id: str | None, fields: Mapping[str, Any]) -> str:
    window = Window(
        time.at(fields["first"]), time.at(fields["last"] + timedelta(days=1)), tuple(fields["weekdays"]),
        fields["start_min"], fields["end_min"],
    )  # fmt: skip
    return service.add_permit(
        u, permit_no=fields["number"], company=fields["company"], window=window, household_id=household_id,
        workers=fields["workers"], tools=fields.get("tools", ""),
    )  # fmt: skip


def _time(r: Any) -> SiteTime:
    from desk.codes.reads import site_time

    return site_time(r)
