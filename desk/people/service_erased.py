"""Residents who are erased for good: nothing of them stays, here or at any other desk, and no late edit brings it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from desk.people.service_rows import index_people
from desk.people.tables import Person
from desk.store import outbox
from desk.store.unit import CHUNK, DELETED, Reading, Unit

ERASED = "_erased"  # a key of a row's versions, beside its fields: this one is gone for good
_BLANK: dict[str, Any] = {
    "name": "", "phone": "", "plates": [], "name_key": "", "name_pinyin": "", "phone_last4": "",
}  # fmt: skip
_P = Person.__table__.c


def blank_people(u: Unit, person_ids: Sequence[str]) -> None:
    """Take the values of these residents away and keep them off the list; ids of anything else are passed over."""
    for start in range(0, len(person_ids), CHUNK):
        for row in u.conn.execute(select(Person.__table__).where(_P.id.in_(person_ids[start : start + CHUNK]))).all():
            versions = {**row.versions, ERASED: ""}
            versions.setdefault(DELETED, max(row.versions.values(), default="0"))
            gone_at = u.now if row.deleted_at is None else row.deleted_at
            u.reproject(Person, row.id, **_BLANK, versions=versions, deleted_at=gone_at)
    index_people(u, person_ids)


def is_erased(row: Mapping[str, Any]) -> bool:
    return ERASED in row["versions"]


def erased_among(r: Reading, person_ids: Iterable[str]) -> list[str]:
    """Those of these residents who were erased for good."""
    rows = r.conn.execute(select(Person.__table__).where(_P.id.in_(list(person_ids)))).mappings()
    return [str(row["id"]) for row in rows if is_erased(dict(row))]


def blank_again(u: Unit, rows: Sequence[Mapping[str, Any]]) -> None:
    """What a late edit has written into residents who were erased before goes, from syncing's tables too."""
    ids = [row["id"] for row in rows if is_erased(row)]
    if ids:
        outbox.erase(u, ids)
        blank_people(u, ids)
