"""Visitors who came in at other gates, remembered many at a time: `remember_visitor` for a page of visits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from desk.people import names
from desk.people.service_forgotten import left_out
from desk.people.service_visitors import met_again, same_visitor, visitor_document, visitor_values
from desk.people.tables import KnownVisitor
from desk.store import bulk, search
from desk.store.search import DocKind, docid
from desk.store.unit import CHUNK, Unit

_K = KnownVisitor.__table__


@dataclass(frozen=True)
class Came:
    """Someone who was let in elsewhere. at: UTC ms."""

    at: int
    name: str
    phone: str = ""
    plate: str = ""
    household_id: str | None = None
    visitor_type: str = ""


def remember_many(u: Unit, came: Sequence[Came]) -> list[str]:
    """Keep or refresh each for autofill, by the rules of `remember_visitor`; returns the rows' ids in order.

    Who asked since to be forgotten stays so, however late the visit comes here: "".
    """
    clean = [names.normalise(one.name)[: names.MAX_NAME] for one in came]
    wished = left_out(u, ((one.at, _row(one, name)) for one, name in zip(came, clean, strict=True)))
    clean = ["" if out else name for name, out in zip(clean, wished, strict=True)]
    pool = _Pool(u, {names.fold(name) for name in clean if name})
    ids = [pool.met(one, name) if name else "" for one, name in zip(came, clean, strict=True)]
    pool.write()
    if pool.changed:
        u.changed("people")
    return ids


def _row(one: Came, name: str) -> dict[str, Any]:
    return {"name_key": names.fold(name), "phone": one.phone, "plate": one.plate, "household_id": one.household_id}


class _Pool:
    """All remembered visitors of some names, as they become. changed: id -> whether search must hear of it."""

    def __init__(self, u: Unit, keys: set[str]) -> None:
        self._u = u
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._top = int(u.conn.execute(select(func.max(_K.c.num))).scalar() or 0) if keys else 0
        self.changed: dict[str, bool] = {}
        wanted = sorted(keys)
        for start in range(0, len(wanted), CHUNK):
            asked = select(_K).where(_K.c.name_key.in_(wanted[start : start + CHUNK])).order_by(_K.c.seen_at.desc())
            for row in u.conn.execute(asked).mappings():
                self._rows.setdefault(row["name_key"], []).append(dict(row))

    def met(self, one: Came, name: str) -> str:
        namesakes = self._rows.setdefault(names.fold(name), [])
        row = same_visitor(namesakes, one.phone, one.plate, one.household_id)
        if row is None:
            return self._new(namesakes, one, name)
        held = next(held for held in namesakes if held["id"] == row["id"])
        values = met_again(held, name, one.phone, one.plate)
        if one.at >= held["seen_at"]:
            values |= {"household_id": one.household_id, "visitor_type": one.visitor_type, "seen_at": one.at}
        spoken = any(held[field] != values[field] for field in ("name", "phone", "plate"))
        held.update(values, visits=held["visits"] + 1)
        namesakes.sort(key=lambda row: -int(row["seen_at"]))
        self.changed[held["id"]] = self.changed.get(held["id"], False) or spoken
        return str(held["id"])

    def _new(self, namesakes: list[dict[str, Any]], one: Came, name: str) -> str:
        self._top += 1
        row = {
            "num": self._top, "id": self._u.new_id(), "visits": 1, "household_id": one.household_id,
            "visitor_type": one.visitor_type, "seen_at": one.at, **visitor_values(name, one.phone, one.plate),
        }  # fmt: skip
        namesakes.append(row)
        namesakes.sort(key=lambda row: -int(row["seen_at"]))
        self.changed[row["id"]] = True
        return str(row["id"])

    def write(self) -> None:
        rows = [row for group in self._rows.values() for row in group if row["id"] in self.changed]
        bulk.put_many(self._u.conn, KnownVisitor, rows)
        docs = [(docid(DocKind.KNOWN_VISITOR, row["num"]), visitor_document(row)) for row in rows]
        search.put_many(self._u.conn, [doc for doc, row in zip(docs, rows, strict=True) if self.changed[row["id"]]])
