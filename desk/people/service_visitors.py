"""Visitors who came before: remembered so that the next form fills itself, forgotten when their time is over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import bindparam, func, insert, select

from desk.core.errors import Refused
from desk.core.ids import new_id
from desk.people import names, pinyin, service_forgotten, tokens
from desk.people.tables import KnownVisitor
from desk.store import search
from desk.store.search import DocKind, docid
from desk.store.unit import Unit

# made once: an admission asks it, and building a statement costs more than running it
_NAMESAKES = (
    select(KnownVisitor.__table__)
    .where(KnownVisitor.name_key == bindparam("key"))
    .order_by(KnownVisitor.seen_at.desc())
)


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
    namesakes = u.conn.execute(_NAMESAKES, {"key": names.fold(clean)}).mappings().all()
    found = same_visitor(namesakes, phone, plate, household_id)
    last = {"household_id": household_id, "visitor_type": visitor_type, "seen_at": u.now}
    if found is None:
        eid = u.new_id()
        values = visitor_values(clean, phone, plate)
        num = u.project(KnownVisitor, id=eid, visits=1, **values, **last)
        _index(u, num, values)
        return eid
    values = met_again(found, clean, phone, plate)
    u.reproject(KnownVisitor, found["id"], visits=found["visits"] + 1, **values, **last)
    if any(found[field] != values[field] for field in ("name", "phone", "plate")):
        _index(u, found["num"], values)
    return str(found["id"])


def load_visitors(u: Unit, visits: Iterable[tuple[int, str, str, str, str | None, str]]) -> int:
    """Remember the visitors of an invented history: (at, name, phone, plate, household_id, type), oldest first.

    For demonstrations and benchmarks only. Raises Refused("seed.not_throwaway") in any other store.
    """
    if not u.is_throwaway:
        raise Refused("seed.not_throwaway")
    rows: dict[tuple[str, str, str], dict[str, Any]] = {}
    for at, name, phone, plate, household_id, visitor_type in visits:
        row = rows.setdefault(
            (name, phone, plate), {"id": new_id(at), "visits": 0, **visitor_values(name, phone, plate)}
        )
        row |= {"household_id": household_id, "visitor_type": visitor_type, "seen_at": at, "visits": row["visits"] + 1}
    start = int(u.conn.scalar(select(func.coalesce(func.max(KnownVisitor.num), 0))) or 0) + 1
    found = [{"num": start + i, **row} for i, row in enumerate(rows.values())]
    if found:
        u.conn.execute(insert(KnownVisitor), found)
        search.put_many(u.conn, ((docid(DocKind.KNOWN_VISITOR, row["num"]), visitor_document(row)) for row in found))
    u.changed("people")
    return len(found)


def forget_visitor(u: Unit, visitor_id: str) -> bool:
    """Remove one visitor from the autofill of every desk at their wish; False when there was none. Needs people.edit."""
    u.actor.require("people.edit")
    row = u.conn.execute(select(KnownVisitor.__table__).where(KnownVisitor.id == visitor_id)).mappings().first()
    if row is None:
        return False
    service_forgotten.tell(u, row)
    service_forgotten.remove(u, [row["num"]])
    u.audit("visitors.forgotten", count=1, asked=True)
    u.changed("people")
    return True


def forget_visitors(u: Unit, before: int) -> int:
    """Remove visitors last seen before a moment (UTC ms), rows and search documents; returns how many."""
    rows = u.conn.execute(select(KnownVisitor.num).where(KnownVisitor.seen_at < before)).scalars().all()
    service_forgotten.remove(u, rows)
    service_forgotten.forget_wishes(u, before)
    if rows:
        u.audit("visitors.forgotten", count=len(rows))
        u.changed("people")
    return len(rows)


def visitor_values(name: str, phone: str, plate: str) -> dict[str, Any]:
    return {
        "name": name, "phone": phone, "plate": plate, "name_key": names.fold(name),
        "name_pinyin": " ".join(pinyin.syllables(name)), "phone_last4": phone[-4:],
    }  # fmt: skip


def met_again(found: Mapping[str, Any], name: str, phone: str, plate: str) -> dict[str, Any]:
    """What is known of a visitor after another visit: the longer of two numbers of theirs, the newer plate."""
    longer = phone if len(phone) >= len(found["phone"]) else found["phone"]
    return visitor_values(name, longer, plate or found["plate"])


def same_visitor(
    namesakes: Iterable[Mapping[Any, Any]], phone: str, plate: str, household_id: str | None
) -> Mapping[str, Any] | None:
    """Which of these with the same name, the one seen last first, is the visitor; None for a namesake only."""
    found = (row for row in namesakes if _alike(row, phone, plate, household_id) and _fits(row["phone"], phone))
    return next((_plain(row) for row in found), None)


def _alike(row: Mapping[Any, Any], phone: str, plate: str, household_id: str | None) -> bool:
    if (phone and row["phone_last4"] == phone[-4:]) or (plate and row["plate"] == plate):
        return True
    at_door = row["household_id"] == (household_id or None)
    return at_door and (not (phone or plate) or not (row["phone"] or row["plate"]))


def _fits(kept: str, given: str) -> bool:
    """Two full numbers must be equal; last four digits fit any number that ends so."""
    return not kept or not given or kept.endswith(given) or given.endswith(kept)


def _plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(key): value for key, value in row.items()}


def _index(u: Unit, num: int, row: Mapping[str, Any]) -> None:
    u.index(docid(DocKind.KNOWN_VISITOR, num), visitor_document(row))


def visitor_document(row: Mapping[str, Any]) -> str:
    return tokens.document(names=[row["name"]], phones=[row["phone"]], plates=[row["plate"]])
