"""Queries over the register of what others were given and the requests of people about their own data.

What 0.1 wrote (disclosure, privacy_request, privacy_answer) stands in the same lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select

from desk.core.errors import Refused
from desk.records.tables import DataAnswer, DataRequest, Disclosure, PrivacyAnswer, PrivacyRequest, RegisterEntry
from desk.store.unit import Reading

MOST = 500


@dataclass(frozen=True)
class DisclosureView:
    """One line of the register. entry: rules_register.Entry; data: words of rules_register.DATA."""

    id: str
    at: int
    operator_id: str
    entry: str
    recipient: str
    officer: str
    document: str
    basis: str = ""
    purpose: str = ""
    method: str = ""
    data: tuple[str, ...] = ()
    period_from: str = ""
    period_until: str = ""
    given: str = ""


@dataclass(frozen=True)
class Kept:
    """What was not erased though its person asked. why: rules_requests.Why."""

    kind: str
    why: str
    count: int


@dataclass(frozen=True)
class RequestView:
    """A request and, once there is one, its answer. outcome "" means open; identified "" with what 0.1 took down."""

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
    identified: str = ""
    about: str = ""
    said: str = ""
    erased: int = 0
    kept: tuple[Kept, ...] = ()
    operator_id: str = ""
    answered_by: str = ""

    def overdue(self, now: int) -> bool:
        return not self.outcome and now > self.due_at


def disclosures(r: Reading, limit: int = MOST, since: int = 0, until: int | None = None) -> list[DisclosureView]:
    """Newest first. since, until: UTC ms, until not included."""
    views = []
    for table, view in ((RegisterEntry, _entry), (Disclosure, _old_entry)):
        query = select(table.__table__).where(table.at >= since).order_by(table.at.desc(), table.id.desc())
        if until is not None:
            query = query.where(table.at < until)
        views += [view(row) for row in r.conn.execute(query.limit(limit))]
    return sorted(views, key=lambda one: one.at, reverse=True)[:limit]


def count_disclosures(r: Reading, since: int, until: int) -> int:
    """How many lines stand in [since, until) (UTC ms)."""
    return sum(
        int(r.conn.execute(select(func.count()).where(table.at >= since, table.at < until)).scalar_one())
        for table in (RegisterEntry, Disclosure)
    )


def requests(r: Reading, open_only: bool = False, limit: int = MOST) -> list[RequestView]:
    """Newest first, each with its latest answer."""
    rows = [
        row
        for table in (DataRequest, PrivacyRequest)
        for row in r.conn.execute(
            select(table.__table__).order_by(table.at.desc(), table.id.desc()).limit(limit)
        ).mappings()
    ]
    answers = _answers(r, [row["id"] for row in rows])
    views = [_request(row, answers.get(row["id"], {})) for row in rows]
    views.sort(key=lambda one: one.at, reverse=True)
    return [view for view in views if not view.outcome] if open_only else views[:limit]


def request(r: Reading, request_id: str) -> RequestView:
    """One request. Raises Refused store.gone."""
    for table in (DataRequest, PrivacyRequest):
        row = r.conn.execute(select(table.__table__).where(table.id == request_id)).mappings().first()
        if row is not None:
            return _request(row, _answers(r, [request_id]).get(request_id, {}))
    raise Refused("store.gone", kind="data_request")


def _answers(r: Reading, request_ids: list[str]) -> dict[str, Any]:
    """Request -> its newest answer."""
    rows = [
        row
        for table in (PrivacyAnswer, DataAnswer)
        for row in r.conn.execute(
            select(table.__table__).where(table.request_id.in_(request_ids)).order_by(table.at, table.id)
        ).mappings()
    ]
    return {row["request_id"]: row for row in sorted(rows, key=lambda row: int(row["at"]))}


def _request(row: Any, answer: Any) -> RequestView:
    kept = tuple(Kept(str(one["kind"]), str(one["why"]), int(one["count"])) for one in answer.get("kept", ()))
    return RequestView(
        row["id"], row["at"], row["kind"], row["subject_kind"], row["subject_id"] or "", row["asked_by"], row["contact"],
        row["note"], row["due_at"], answer.get("outcome", ""), answer.get("reason", ""), answer.get("at"),
        row.get("identified", ""), row.get("about", ""), answer.get("said", ""), answer.get("erased", 0), kept,
        row["operator_id"] or "", answer.get("operator_id") or "",
    )  # fmt: skip


def _entry(row: Row[Any]) -> DisclosureView:
    return DisclosureView(
        row.id, row.at, row.operator_id or "", row.entry, row.recipient, row.officer, row.document, row.basis, row.purpose,
        row.method, tuple(row.data), row.period_from, row.period_until, row.given,
    )  # fmt: skip


def _old_entry(row: Row[Any]) -> DisclosureView:
    return DisclosureView(
        row.id, row.at, row.operator_id or "", "authority", row.authority, row.officer, row.document, purpose=row.scope,
        given=row.given,
    )  # fmt: skip
