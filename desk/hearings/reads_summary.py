"""The month of the reception room in numbers, and its matters in words that name nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select

from desk.codes.reads import site_time
from desk.hearings.rules import Category, MatterKind, MatterState, SittingState
from desk.hearings.rules_names import cleaned, place_for_all
from desk.hearings.tables import Hearing, Matter, Sitting
from desk.hearings.views import Summary
from desk.people.tables import Person
from desk.store.unit import Reading

_M, _H, _S = Matter.__table__, Hearing.__table__, Sitting.__table__
MOST_WORDS = 40
_ENDED = (MatterState.ANSWERED.value, MatterState.CONFIRMED.value, MatterState.CLOSED.value)


def month_of(r: Reading, at: int) -> str:
    """`2026-11`, of the site."""
    return site_time(r).day(at).isoformat()[:7]


def bounds(r: Reading, month: str) -> tuple[int, int]:
    """First moment of a month and of the next one (UTC ms)."""
    first = date.fromisoformat(f"{month}-01")
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    time = site_time(r)
    return time.at(first), time.at(following)


def summary(r: Reading, month: str) -> Summary:
    """A month (`2026-11`). Private matters and those about the post are counted and not told. Names of residents and of
    reporters, rooms, phones, plates and titles are taken out of all words."""
    start, end = bounds(r, month)
    shown = (_M.c.at >= start, _M.c.at < end, _M.c.state != MatterState.WITHDRAWN.value)
    rows = list(r.conn.execute(select(_M).where(*shown).order_by(_M.c.at, _M.c.id)).mappings())
    matters = [row for row in rows if row["kind"] == MatterKind.MATTER and not row["repeat_of"]]
    held = (_S.c.day.startswith(month), _S.c.deleted_at.is_(None), _S.c.opened_at.is_not(None))
    sittings = r.conn.execute(select(_S.c.id, _S.c.state).where(*held).order_by(_S.c.start_at, _S.c.id)).all()
    heard = select(func.count()).where(
        _H.c.at >= start, _H.c.at < end, _H.c.deleted_at.is_(None), _H.c.sitting_id.is_not(None)
    )
    return Summary(
        month=month, sittings=len(sittings), heard=r.conn.execute(heard).scalar() or 0, matters=len(matters),
        incidents=sum(row["kind"] == MatterKind.INCIDENT for row in rows),
        answered=sum(row["state"] == MatterState.ANSWERED for row in matters),
        ended=sum(row["state"] in _ENDED for row in matters),
        still_open=sum(row["open_state"] is not None for row in matters),
        in_time=sum(_in_time(row) for row in matters), late=sum(_late(row, r.now) for row in matters),
        raised=sum(row["level"] > 0 for row in matters), by_category=_categories(matters), by_owner=_owners(matters),
        words=_words(r, matters),
        sitting_ids=tuple(row.id for row in sittings if row.state == SittingState.CLOSED),
    )  # fmt: skip


def _in_time(row: Mapping[Any, Any]) -> bool:
    replied, due = row["first_replied_at"], row["first_due"]
    return replied is not None and due is not None and replied <= due


def _late(row: Mapping[Any, Any], now: int) -> bool:
    due = row["first_due"]
    return due is not None and (row["first_replied_at"] or now) > due


def _categories(matters: Sequence[Mapping[Any, Any]]) -> tuple[tuple[Category, int], ...]:
    counted = Counter(Category(row["category"]) for row in matters)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _owners(matters: Sequence[Mapping[Any, Any]]) -> tuple[tuple[str, int, int], ...]:
    """(code of the body, how many it had, how many of them are ended)."""
    had = Counter(row["owner_body"] for row in matters if row["owner_body"])
    ended = Counter(row["owner_body"] for row in matters if row["state"] in _ENDED)
    return tuple((code, n, ended[code]) for code, n in sorted(had.items(), key=lambda pair: (-pair[1], pair[0])))


def _words(r: Reading, matters: Sequence[Mapping[Any, Any]]) -> tuple[tuple[Category, str, str, str], ...]:
    told = [
        row for row in matters if not (row["private"] or row["about_post"] or row["anonymised_at"]) and row["answer"]
    ]
    names = _names(r) if told else frozenset()
    return tuple(
        (
            Category(row["category"]),
            place_for_all(row["place"]),
            cleaned(row["text"], names),
            cleaned(row["answer"], names),
        )
        for row in told[:MOST_WORDS]
    )


def _names(r: Reading) -> frozenset[str]:
    people = r.conn.execute(select(Person.name).where(Person.deleted_at.is_(None))).scalars()
    return frozenset((*people, *r.conn.execute(select(_H.c.name).where(_H.c.name != "")).scalars()))
