"""Visitors who came before: candidates for the form, each with the reason why; a person decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from sqlalchemy import ColumnElement, select

from desk.core.actor import Actor
from desk.people import names, pinyin, query
from desk.people.reads_search import collect
from desk.people.rules import VisitorMatch
from desk.people.tables import KnownVisitor
from desk.people.variants import is_han
from desk.store import search
from desk.store.search import DocKind
from desk.store.unit import Reading

LIMIT = 5
NEAR_POOL = 40
ORDER = ("same", "phone", "plate", "same_pinyin", "part_of", "one_off")


def match_visitor(
    r: Reading, name: str = "", phone: str = "", plate: str = "", limit: int = LIMIT
) -> tuple[VisitorMatch, ...]:
    """Who, of those remembered, may be at the window: by phone or its tail, plate, same or near name; likeliest first.

    A weak near match (names.Near.strong False) is left out. Values must be whole: for typing use search_visitors.
    """
    found: dict[str, VisitorMatch] = {}
    for reason, row in _candidates(r, name, phone, plate):
        one = _match(reason, row)
        if one.id not in found or ORDER.index(reason) < ORDER.index(found[one.id].reason):
            found[one.id] = one
    return tuple(sorted(found.values(), key=lambda one: (ORDER.index(one.reason), -one.seen_at))[:limit])


def search_visitors(r: Reading, actor: Actor, text: str, limit: int = LIMIT) -> tuple[VisitorMatch, ...]:
    """Remembered visitors as typed so far (name, any pinyin, phone tail, plate). Needs people.read."""
    actor.require("people.read")
    asked = query.parse(text)
    if not asked.match:
        return ()

    def load(nums: Sequence[int]) -> list[Mapping[Any, Any]]:
        rows = _rows(r, KnownVisitor.num.in_(nums), len(nums))
        return [row for row in rows if not asked.needs_check or asked.check(row["name"], row["phone"], row["plate"])]

    rows = collect(r, asked, DocKind.KNOWN_VISITOR, max(limit, NEAR_POOL), load)
    return tuple(_match("same", row) for row in sorted(rows, key=lambda row: -row["seen_at"])[:limit])


def _candidates(r: Reading, name: str, phone: str, plate: str) -> list[tuple[str, Mapping[Any, Any]]]:
    found: list[tuple[str, Mapping[Any, Any]]] = []
    if len(phone) >= 4:
        alike = _rows(r, KnownVisitor.phone_last4 == phone[-4:])
        found += [("phone", row) for row in alike if row["phone"].endswith(phone) or phone.endswith(row["phone"])]
    if plate:
        found += [("plate", row) for row in _rows(r, KnownVisitor.plate == plate)]
    key = names.fold(name)
    if not key:
        return found
    spelt = [" ".join(one) for one in pinyin.spellings(names.normalise(name))]
    pool = [
        *_rows(r, KnownVisitor.name_key == key),
        *_rows(r, KnownVisitor.name_pinyin.in_(spelt)),
        *_near_pool(r, key),
    ]
    for row in pool:
        why = names.near(name, row["name"])
        if why is not None and why.strong:
            found.append((why.reason, row))
    return found


def _near_pool(r: Reading, key: str) -> list[Mapping[Any, Any]]:
    """Names of three and more characters that share all but one of them."""
    chars = list(dict.fromkeys(c for c in key if is_han(c)))
    if not 3 <= len(chars) <= 6:
        return []
    most = (" AND ".join(f'"{c}"' for c in some) for some in combinations(chars, len(chars) - 1))
    match = " OR ".join(f"({some})" for some in most)
    nums = search.find(r.conn, match, DocKind.KNOWN_VISITOR, NEAR_POOL)
    return _rows(r, KnownVisitor.num.in_(nums))


def _rows(r: Reading, where: ColumnElement[bool], limit: int = NEAR_POOL) -> list[Mapping[Any, Any]]:
    asked = select(KnownVisitor.__table__).where(where).order_by(KnownVisitor.seen_at.desc()).limit(limit)
    return [dict(row) for row in r.conn.execute(asked).mappings()]


def _match(reason: str, row: Mapping[Any, Any]) -> VisitorMatch:
    return VisitorMatch(
        row["id"], reason, row["name"], row["phone"], row["plate"], row["household_id"], row["visitor_type"],
        row["seen_at"], row["visits"],
    )  # fmt: skip
