"""Admission in one unit: the rule again, the visit and its event, search document, visitor index, pass, audit, outbox."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import bindparam, or_, select

from desk.codes import reads_lists as codes_lists
from desk.codes.rules import Answer, Kind, Status
from desk.codes.service_passes import use_pass
from desk.codes.views import Identified
from desk.core.errors import Refused
from desk.people.service_visitors import remember_visitor
from desk.reception import reads_grants, reads_standing, rights
from desk.reception.rules import PARTY_MAX, Draft, OutSource, Proof, VisitorType, VisitState, lack, missing_fields
from desk.reception.rules_clean import clean, cleaned
from desk.reception.rules_events import EventKind, already, hindrance
from desk.reception.rules_presence import MAX_STAY_MS, at_night, due_at
from desk.reception.rules_windows import permit_says, window_says
from desk.reception.service_events import happen, visit_row
from desk.reception.service_links import draft_fields, limit_h, site_time
from desk.reception.tables import RecurringPass, Visit
from desk.reception.views import AdmitRequest, Admitted
from desk.store.unit import Unit

_V = Visit.__table__
_OPEN_OF = select(_V).where(
    or_(_V.c.person_id.in_(bindparam("people", expanding=True)), _V.c.recurring_id == bindparam("standing")),
    _V.c.open_state == VisitState.ADMITTED.value,
    _V.c.id != bindparam("visit"),
)
FULL_PHONE = 7  # digits; less is a tail that many share
BEFORE_ENTRY = (VisitState.EXPECTED, VisitState.ARRIVED, VisitState.NO_SHOW)


def admit(u: Unit, request: AdmitRequest) -> Admitted:
    """Let someone in. A second press (the same visit_id) returns the first visit and writes nothing.

    Raises Refused("visit.fields_missing" | "visit.no_proof" | "visit.call_host" | "visit.reason_missing" |
    "visit.party_size" | "visit.text_long" | "visit.household_unknown" | "visit.already_left" | "visit.cancelled" |
    "visit.id_number" | "visit.proof_not_valid" | "visit.not_expected" | "visit.standing_gone" | "window.*" |
    "permit.crowd" | "permit.gone" | "codes.*").
    """
    u.actor.require(rights.ADMIT)
    known = visit_row(u.conn, request.visit_id)
    if known is not None:
        if already(VisitState(known["state"]), EventKind.ADMITTED):
            return _answer(known, repeated=True)
        if code := hindrance(VisitState(known["state"]), EventKind.ADMITTED):
            raise Refused(code)
    draft = cleaned(request.draft)
    _judge(draft, request)
    window_end = _prove(u, draft, request, known)
    time = site_time(u)
    due = due_at(u.now, limit_h(u, draft), window_end, _stays_until(u, draft))
    body = {**draft_fields(u, draft), **_entry_fields(u, request, due), "person_id": _remember(u, draft)}
    closed = _close_earlier(u, body["person_id"], draft, request)
    if request.proof in (Proof.PASS, Proof.RECURRING) and request.seen is not None:
        use_pass(u, request.seen, request.visit_id, request.visit_id, force=request.accept_used)
    now = happen(u, request.visit_id, EventKind.ADMITTED, _said(body, known), known=known)
    u.audit(
        "visit.admitted", "visit", request.visit_id, type=draft.visitor_type.value, proof=request.proof.value,
        declined=list(draft.declined), watched=request.watch_id is not None,
    )  # fmt: skip
    return Admitted(
        request.visit_id, draft.visitor_type, now.in_at or u.now, due, body["building"], body["person_id"],
        closed=closed, night=at_night(u.now, time) and not draft.overnight,
    )  # fmt: skip


def _judge(draft: Draft, request: AdmitRequest) -> None:
    code = lack(draft, request.proof, request.reason)
    if code == "visit.fields_missing":
        raise Refused(code, fields=",".join(missing_fields(draft)))
    if code == "visit.party_size":
        raise Refused(code, most=PARTY_MAX)
    if code:
        raise Refused(code)


def _prove(u: Unit, draft: Draft, request: AdmitRequest, known: Mapping[str, Any] | None) -> int | None:
    """Check the proof against the store; returns the end of today's window when a permit or standing pass sets one."""
    ends = [_permit_end(u, draft, request), _standing_end(u, draft, request)]
    if request.proof is Proof.PREREG and (known is None or known["state"] not in BEFORE_ENTRY):
        raise Refused("visit.not_expected")
    if request.proof in (Proof.CODE, Proof.PASS):
        _code_holds(u, draft, request)
    if request.accept_used and not request.reason.strip():
        raise Refused("visit.reason_missing")
    return min((end for end in ends if end is not None), default=None)


def _code_holds(u: Unit, draft: Draft, request: AdmitRequest) -> None:
    """A household code must be good now, and code or pass must be of the door that is visited. (Whether a pass is good
    is `use_pass`'s to say, which spends it.)"""
    wanted = Kind.INDOOR if request.proof is Proof.CODE else Kind.PASS
    seen = request.seen
    if seen is None or seen.kind is not wanted:
        raise Refused("visit.proof_not_valid")
    if wanted is Kind.INDOOR and not _still_live(u, seen):
        raise Refused("visit.proof_not_valid")
    if seen.subject_id != (draft.household_id or "") and (
        wanted is Kind.INDOOR or (seen.subject_id and draft.household_id)
    ):
        raise Refused("visit.other_household")


def _still_live(u: Unit, seen: Identified) -> bool:
    now = codes_lists.code(u, seen.code_id)
    return seen.answer is Answer.VALID and now is not None and now.status is Status.LIVE


def _permit_end(u: Unit, draft: Draft, request: AdmitRequest) -> int | None:
    """A permit that does not hold now stops nobody for whom the operator answers with a reason."""
    if not draft.permit_id:
        return None
    row = reads_grants.permit(u, draft.permit_id)
    window = reads_standing.window_of(row)
    says = permit_says(window, len(row.workers), draft.party_size, u.now, site_time(u))
    if says is None:
        return reads_standing.window_end(u, window)
    if request.proof is not Proof.OVERRIDE:
        raise Refused(says, what="permit")
    return None


def _standing_end(u: Unit, draft: Draft, request: AdmitRequest) -> int | None:
    if request.proof is not Proof.RECURRING:
        return None
    if not request.recurring_id:
        raise Refused("visit.standing_gone")
    row = u.conn.execute(
        select(RecurringPass.__table__).where(RecurringPass.__table__.c.id == request.recurring_id)
    ).first()
    if row is None or row.deleted_at is not None:
        raise Refused("visit.standing_gone")
    if row.household_id != draft.household_id:
        raise Refused("visit.other_household")
    window = reads_standing.window_of(row)
    if says := window_says(window, u.now, site_time(u)):
        raise Refused(says, what="recurring")
    return reads_standing.window_end(u, window)


def _stays_until(u: Unit, draft: Draft) -> int | None:
    if draft.stays_until is None or not draft.overnight:
        return None
    if not u.now < draft.stays_until <= u.now + MAX_STAY_MS:
        raise Refused("visit.stay_too_long", days=MAX_STAY_MS // 86_400_000)
    return draft.stays_until


def _entry_fields(u: Unit, request: AdmitRequest, due: int) -> dict[str, Any]:
    seen = request.seen
    return {
        "due_at": due, "proof": request.proof.value, "override_reason": clean(request.reason),
        "code_id": (seen.code_id or seen.key or None) if seen else None, "pass_serial": seen.serial if seen else "",
        "recurring_id": request.recurring_id, "watch_id": request.watch_id,
    }  # fmt: skip


def _remember(u: Unit, draft: Draft) -> str | None:
    """Into the visitor index, for autofill. Not a lone child, nor an official, nor anyone who gave no name."""
    if draft.minor_alone or not draft.name or draft.visitor_type is VisitorType.OFFICIAL:
        return None
    kept = remember_visitor(u, draft.name, draft.phone, draft.plate, draft.household_id, draft.visitor_type.value)
    return kept or None


def _close_earlier(u: Unit, person_id: str | None, draft: Draft, request: AdmitRequest) -> tuple[str, ...]:
    """Who comes in again had left before: their open visits end now, marked `reentry`, so that nobody is inside twice.

    The same name alone is not enough (two people of one name may visit one door): a person confirmed who it is, or the
    full phone number, the plate or the standing pass is the same.
    """
    people = [person for person in {person_id, request.person_id} if person]
    if not people and not request.recurring_id:
        return ()
    wanted = {"people": people, "standing": request.recurring_id, "visit": request.visit_id}
    closed = []
    for row in [
        {str(name): value for name, value in found.items()} for found in u.conn.execute(_OPEN_OF, wanted).mappings()
    ]:
        if _surely_same(row, draft, request):
            happen(u, row["id"], EventKind.LEFT, known=row, source=OutSource.REENTRY.value)
            closed.append(row["id"])
    return tuple(closed)


def _surely_same(row: Mapping[str, Any], draft: Draft, request: AdmitRequest) -> bool:
    if request.person_id and row["person_id"] == request.person_id:
        return True
    if request.recurring_id and row["recurring_id"] == request.recurring_id:
        return True
    phone = len(draft.phone) >= FULL_PHONE and row["phone"] == draft.phone
    return phone or bool(draft.plate and row["plate"] == draft.plate)


def _said(body: Mapping[str, Any], known: Mapping[str, Any] | None) -> dict[str, Any]:
    """What the event needs to say: everything that is not empty, and what empties a field the visit had."""
    before = known or {}
    return {name: value for name, value in body.items() if value or before.get(name)}


def _answer(row: Mapping[str, Any], repeated: bool) -> Admitted:
    return Admitted(
        row["id"], VisitorType(row["visitor_type"]), row["in_at"], row["due_at"], row["building"], row["person_id"],
        repeated,
    )  # fmt: skip
