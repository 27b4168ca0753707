"""Visitors who came before: remembered so that the next form fills itself, forgotten when their time is over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, or_, select

from desk.people import names, pinyin, tokens
from desk.people.tables import KnownVisitor
from desk.store.search import DocKind, docid
from desk.store.unit import Unit

CHUNK = 500


def remember_visitor(
    u: Unit, name: str, phone: str = "", plate: str = "", household_id: str | None = None, visitor_type: str = ""
) -> str:
    """Keep or refresh a visitor for autofill; returns the row's id, or "" when there is no name to know them by.

    The same visitor is one with the same name and the same phone (its last four digits when one is short), the same
    plate, or, where either left both out, the same household. Values are taken as given: clean them before.
    """
    clean = names.normalise(name)[: names.MAX_NAME]
    if not clean:
        return ""
    found = _same(u, names.fold(clean), phone, plate, household_id)
    last = {"household_id": household_id, "visitor_type": visitor_type, "seen_at": u.now}
    if found is None:
        eid = u.new_id()
        num = u.project(KnownVisitor, id=eid, visits=1, **_values(clean, phone, plate), **last)
        _index(u, num, clean, phone, plate)
        return eid
    longer = phone if len(phone) >= len(found["phone"]) else found["phone"]
    values = _values(clean, longer, plate or found["plate"])
    u.reproject(KnownVisitor, found["id"], visits=found["visits"] + 1, **values, **last)
    if any(found[field] != values[field] for field in ("name", "phone", "plate")):
        _index(u, found["num"], clean, values["phone"], values["plate"])
    return str(found["id"])


def forget_visitors(u: Unit, before: int) -> int:
    """Remove visitors last seen before a moment (UTC ms), rows and search documents; returns how many."""
    rows = u.conn.execute(select(KnownVisitor.num).where(KnownVisitor.seen_at < before)).scalars().all()
    for start in range(0, len(rows), CHUNK):
        nums = rows[start : start + CHUNK]
        u.conn.execute(delete(KnownVisitor).where(KnownVisitor.num.in_(nums)))
        u.unindex(*(docid(DocKind.KNOWN_VISITOR, num) for num in nums))
    if rows:
        u.audit("visitors.forgotten", count=len(rows))
        u.changed("people")
    return len(rows)


def _values(name: str, phone: str, plate: str) -> dict[str, Any]:
    return {
        "name": name, "phone": phone, "plate": plate, "name_key": names.fold(name),
        "name_pinyin": " ".join(pinyin.syllables(name)), "phone_last4": phone[-4:],
    }  # fmt: skip


def _same(u: Unit, key: str, phone: str, plate: str, household_id: str | None) -> Mapping[str, Any] | None:
    alike = []
    if phone:
        alike.append(KnownVisitor.phone_last4 == phone[-4:])
    if plate:
        alike.append(KnownVisitor.plate == plate)
    nothing = (KnownVisitor.phone == "") & (KnownVisitor.plate == "")
    at_door = KnownVisitor.household_id == household_id if household_id else KnownVisitor.household_id.is_(None)
    alike.append(at_door if not phone and not plate else at_door & nothing)
    query = select(KnownVisitor.__table__).where(KnownVisitor.name_key == key, or_(*alike))
    rows = u.conn.execute(query.order_by(KnownVisitor.seen_at.desc())).mappings().all()
    return next((_plain(row) for row in rows if _fits(row["phone"], phone)), None)


def _fits(kept: str, given: str) -> bool:
    """Two full numbers must be equal; last four digits fit any number that ends so."""
    return not kept or not given or kept.endswith(given) or given.endswith(kept)


def _plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(key): value for key, value in row.items()}


def _index(u: Unit, num: int, name: str, phone: str, plate: str) -> None:
    u.index(docid(DocKind.KNOWN_VISITOR, num), tokens.document(names=[name], phones=[phone], plates=[plate]))
