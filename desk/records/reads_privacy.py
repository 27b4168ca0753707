"""Queries over the disclosure register and the requests of people about their own data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select

from desk.records.tables import Disclosure, PrivacyAnswer, PrivacyRequest
from desk.store.unit import Reading


@dataclass(frozen=True)
class DisclosureView:
    """One line of the register."""

    id: str
    at: int
    operator_id: str
    authority: str
    officer: str
    document: str
    scope: str
    given: str


@dataclass(frozen=True)
class RequestView:
    """A request and, once there is one, its answer. outcome "" means open."""

    id: str
    at: int
    kind: str
    subject_kind: str
    subject_id: str
    asked_by: str
    contact: str
    note: str
    due_at: int
    outcome: str = ""
    reason: str = ""
    answered_at: int | None = None

    def overdue(self, now: int) -> bool:
        return not self.outcome and now > self.due_at


def disclosures(r: Reading, limit: int = 500) -> list[DisclosureView]:
    """Newest first."""
    query = select(Disclosure.__table__).order_by(Disclosure.at.desc(), Disclosure.num.desc()).limit(limit)
    return [
        DisclosureView(
            row.id, row.at, row.operator_id or "", row.authority, row.officer, row.document, row.scope, row.given
        )
        for row in r.conn.execute(query)
    ]  # fmt: skip


def requests(r: Reading, open_only: bool = False, limit: int = 500) -> list[RequestView]:
    """Newest first, each with its latest answer."""
    newest = select(PrivacyRequest.__table__).order_by(PrivacyRequest.at.desc(), PrivacyRequest.num.desc())
    rows = r.conn.execute(newest.limit(limit)).all()
    query = select(PrivacyAnswer.__table__).where(PrivacyAnswer.request_id.in_([row.id for row in rows]))
    answers = {row.request_id: row for row in r.conn.execute(query.order_by(PrivacyAnswer.at, PrivacyAnswer.num))}
    views = [_request(row, answers.get(row.id)) for row in rows]
    return [view for view in views if not view.outcome] if open_only else views


def _request(row: Row[Any], answer: Row[Any] | None) -> RequestView:
    return RequestView(
        row.id, row.at, row.kind, row.subject_kind, row.subject_id or "", row.asked_by, row.contact, row.note,
        row.due_at, answer.outcome if answer else "", answer.reason if answer else "", answer.at if answer else None,
    )  # fmt: skip
