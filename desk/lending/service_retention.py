"""Forgetting in time: whoever borrowed is forgotten once everything is back; things, times and conditions stay."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, or_, select, update

from desk.lending import rights
from desk.lending.rules_asset import Step
from desk.lending.tables import Borrower, Loan, LoanEvent, Reservation
from desk.records.reads_holds import among
from desk.records.retention import RetentionRule
from desk.store import outbox
from desk.store.unit import CHUNK, Unit

BORROWER_DAYS = 30
_B, _L, _R = Borrower.__table__.c, Loan.__table__.c, Reservation.__table__.c
_E = LoanEvent.__table__.c
_SAID = (Step.NOTED.value, Step.REMINDED.value)
_NOBODY = {"name": "", "phone": "", "door": "", "note": "", "person_id": None, "household_id": None}


def forget_borrowers(u: Unit, before: int, held: Collection[str] = (), only: Collection[str] | None = None) -> int:
    """Whoever took things before a moment (UTC ms) and has nothing out any more loses name, phone, door, household and
    signature; at most 500. What was noted at their return goes too. held: ids of handings out under a legal hold."""
    u.actor.require(rights.RETENTION)
    out = select(_L.borrower_id).where(_L.open_state.is_not(None), _L.borrower_id.is_not(None))
    late = select(_L.borrower_id).where(_L.returned_at >= before, _L.borrower_id.is_not(None))
    due = select(_B.id).where(
        _B.at < before,
        or_(_known(_B), _B.signature != ""),
        _B.id.not_in(out),
        _B.id.not_in(late),
        *among(_B.id, held, only),
    )
    ids = list(u.conn.execute(due.limit(CHUNK)).scalars())
    if ids:
        u.conn.execute(update(Borrower).where(_B.id.in_(ids)).values(**_NOBODY, signature=""))
        outbox.redact(u, [*ids, *_words(u, ids)])
        u.changed("lending")
    return len(ids)


def forget_reservations(u: Unit, before: int, held: Collection[str] = (), only: Collection[str] | None = None) -> int:
    """Whoever a thing was kept for, once its time is over; at most 500. held: ids of reservations under a legal hold."""
    u.actor.require(rights.RETENTION)
    due = select(_R.id).where(_R.until_at < before, _known(_R), *among(_R.id, held, only))
    ids = list(u.conn.execute(due.limit(CHUNK)).scalars())
    if ids:
        u.conn.execute(update(Reservation).where(_R.id.in_(ids)).values(**_NOBODY))
        outbox.redact(u, ids)
        u.changed("lending")
    return len(ids)


def _known(columns: Any) -> ColumnElement[bool]:
    said = [columns[name] != "" for name in ("name", "phone", "door", "note")]
    return or_(*said, columns.person_id.is_not(None), columns.household_id.is_not(None))


def _words(u: Unit, borrower_ids: list[str]) -> list[str]:
    """Empty what people wrote about these loans, and the pictures of how things came back; returns the ids of those rows.

    The rows of takings and returns hold no words and are never erased: a desk that joins later must know what is in.
    """
    loans = list(u.conn.execute(select(_L.id).where(_L.borrower_id.in_(borrower_ids))).scalars())
    said = select(_E.id).where(_E.loan_id.in_(loans), _E.kind.in_(_SAID), or_(_E.text != "", _E.photo != ""))
    steps = list(u.conn.execute(said).scalars())
    if steps:
        u.conn.execute(update(LoanEvent).where(_E.id.in_(steps)).values(text="", photo=""))
    return steps


def retention_rules() -> tuple[RetentionRule, ...]:
    """What this room erases and when, for desk.records.retention."""
    return (
        RetentionRule("loan.borrower", BORROWER_DAYS, forget_borrowers, ("borrower",)),
        RetentionRule("loan.reservation", BORROWER_DAYS, forget_reservations, ("reservation",)),
    )
