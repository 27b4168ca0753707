"""Queries over legal holds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select

from desk.records.tables import LegalHold
from desk.store.unit import Reading


@dataclass(frozen=True)
class Hold:
    """A hold as a list shows it. All times UTC ms."""

    id: str
    subject_kind: str
    subject_id: str
    authority: str
    reason: str
    placed_at: int
    placed_by: str
    expires_at: int
    released_at: int | None

    def stands(self, now: int) -> bool:
        return self.released_at is None and now < self.expires_at


def holds(r: Reading, standing_only: bool = True) -> list[Hold]:
    """Newest first."""
    query = _standing(r) if standing_only else _all()
    return [_hold(row) for row in r.conn.execute(query.order_by(LegalHold.placed_at.desc(), LegalHold.num.desc()))]


def holds_of(r: Reading, subject_kind: str, subject_id: str) -> list[Hold]:
    """The holds that stand on one thing now, newest first."""
    table = LegalHold.__table__.c
    query = _standing(r).where(table.subject_kind == subject_kind, table.subject_id == subject_id)
    return [_hold(row) for row in r.conn.execute(query.order_by(LegalHold.placed_at.desc(), LegalHold.num.desc()))]


def released_at(r: Reading, hold_id: str) -> int | None:
    """When a hold was lifted; None while it stands, or when there is none of that id."""
    return r.conn.execute(select(LegalHold.released_at).where(LegalHold.id == hold_id)).scalar_one_or_none()


def held_ids(r: Reading, subject_kinds: Sequence[str]) -> frozenset[str]:
    """Ids of the subjects of these kinds that stand under a hold now."""
    if not subject_kinds:
        return frozenset()
    kinds = LegalHold.__table__.c.subject_kind.in_(subject_kinds)
    return frozenset(row.subject_id for row in r.conn.execute(_standing(r).where(kinds)))


def among(column: ColumnElement[Any], held: Collection[str], only: Collection[str] | None) -> list[ColumnElement[bool]]:
    """What a purge may touch: nothing that is held and, when somebody asked to be erased, no others than theirs."""
    but = column.not_in(list(held))
    return [but] if only is None else [but, column.in_(list(only))]


def _all() -> Select[Any]:
    return select(LegalHold.__table__).where(LegalHold.__table__.c.deleted_at.is_(None))


def _standing(r: Reading) -> Select[Any]:
    table = LegalHold.__table__.c
    return _all().where(table.released_at.is_(None), table.expires_at > r.now)


def _hold(row: Row[Any]) -> Hold:
    return Hold(
        row.id, row.subject_kind, row.subject_id, row.authority, row.reason, row.placed_at, row.placed_by or "",
        row.expires_at, row.released_at,
    )  # fmt: skip
