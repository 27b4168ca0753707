"""The disclosure register, and what people ask about their own data. Both are facts, kept at least three years."""

from __future__ import annotations

from sqlalchemy import delete, select

from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.records.retention import RetentionRule, forget
from desk.records.rules import ANSWER_DAYS, OUTCOMES, PERIODS, REQUEST_KINDS
from desk.records.tables import Disclosure, PrivacyAnswer, PrivacyRequest
from desk.store.unit import Unit

LONG_TEXT = 1000
PORTION = 500


def note_disclosure(u: Unit, *, authority: str, officer: str, document: str, scope: str, given: str) -> str:
    """Write down what was given to whom. Right disclosure. Refused("disclosure.incomplete", field=) for an empty field."""
    u.actor.require("disclosure")
    fields = {"authority": authority, "officer": officer, "document": document, "scope": scope, "given": given}
    fields = {name: clean_line(text, LONG_TEXT) for name, text in fields.items()}
    if missing := next((name for name, text in fields.items() if not text), None):
        raise Refused("disclosure.incomplete", field=missing)
    eid = u.add(Disclosure, at=u.now, operator_id=u.actor.operator_id or None, **fields)
    u.audit("disclosure.noted", "disclosure", eid)
    u.changed("disclosures")
    return eid


def take_request(
    u: Unit, kind: str, *, asked_by: str, contact: str = "", note: str = "", subject_kind: str = "", subject_id: str = ""
) -> str:  # fmt: skip
    """Somebody asks about their own data (kind: one of REQUEST_KINDS); answered within 15 days. Right privacy.take.

    Refused: privacy.kind, privacy.asked_by_empty.
    """
    u.actor.require("privacy.take")
    if kind not in REQUEST_KINDS:
        raise Refused("privacy.kind")
    if not clean_line(asked_by):
        raise Refused("privacy.asked_by_empty")
    eid = u.add(
        PrivacyRequest, at=u.now, operator_id=u.actor.operator_id or None, kind=kind, subject_kind=subject_kind,
        subject_id=subject_id or None, asked_by=clean_line(asked_by), contact=clean_line(contact),
        note=clean_line(note, LONG_TEXT), due_at=u.now + ANSWER_DAYS * DAY_MS,
    )  # fmt: skip
    u.audit("privacy.request_taken", "privacy_request", eid, kind_asked=kind)
    u.changed("privacy")
    return eid


def answer_request(u: Unit, request_id: str, outcome: str, reason: str = "") -> None:
    """Settle a request. Right privacy.settle. A later answer supersedes an earlier one.

    Refused: privacy.outcome, privacy.reason_empty (a refusal, whole or in part, gives its reason), store.gone.
    """
    u.actor.require("privacy.settle")
    if outcome not in OUTCOMES:
        raise Refused("privacy.outcome")
    if outcome != "granted" and not clean_line(reason):
        raise Refused("privacy.reason_empty")
    if u.conn.execute(select(PrivacyRequest.id).where(PrivacyRequest.id == request_id)).first() is None:
        raise Refused("store.gone", kind="privacy_request")
    u.add(
        PrivacyAnswer, request_id=request_id, at=u.now, operator_id=u.actor.operator_id or None, outcome=outcome,
        reason=clean_line(reason, LONG_TEXT),
    )  # fmt: skip
    u.audit("privacy.request_answered", "privacy_request", request_id, outcome=outcome)
    u.changed("privacy")


def purge_disclosures(u: Unit, cutoff: int, held: frozenset[str]) -> int:
    """A purge for retention. Right retention.run."""
    u.actor.require("retention.run")
    return _purge(u, Disclosure, cutoff, held)


def purge_requests(u: Unit, cutoff: int, held: frozenset[str]) -> int:
    """A purge for retention: requests and their answers. Right retention.run."""
    u.actor.require("retention.run")
    gone = _old(u, PrivacyRequest, cutoff, held)
    answers = u.conn.execute(select(PrivacyAnswer.id).where(PrivacyAnswer.request_id.in_(gone))).scalars().all()
    u.conn.execute(delete(PrivacyAnswer).where(PrivacyAnswer.request_id.in_(gone)))
    u.conn.execute(delete(PrivacyRequest).where(PrivacyRequest.id.in_(gone)))
    forget(u, [*gone, *answers])
    return len(gone)


OWN_RULES = (
    RetentionRule("disclosure", PERIODS["disclosure"].days, purge_disclosures, ("disclosure",)),
    RetentionRule("privacy_request", PERIODS["privacy_request"].days, purge_requests, ("privacy_request",)),
)


def _purge(u: Unit, table: type[Disclosure], cutoff: int, held: frozenset[str]) -> int:
    gone = _old(u, table, cutoff, held)
    u.conn.execute(delete(table).where(table.id.in_(gone)))
    forget(u, gone)
    return len(gone)


def _old(u: Unit, table: type[Disclosure] | type[PrivacyRequest], cutoff: int, held: frozenset[str]) -> list[str]:
    query = select(table.id).where(table.at < cutoff, table.id.not_in(held)).order_by(table.num).limit(PORTION)
    return list(u.conn.execute(query).scalars())
