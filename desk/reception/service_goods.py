"""Goods left at the gate: put on a shelf under a spoken code, handed out once, reminded after 48 h."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.people import tokens
from desk.reception import rights
from desk.reception.rules import TEXT_MAX
from desk.reception.rules_windows import goods_code
from desk.reception.service_links import place_of
from desk.reception.tables import Goods
from desk.store import search
from desk.store.search import DocKind, docid
from desk.store.unit import CHUNK, Unit

_G = Goods.__table__.c


@dataclass(frozen=True)
class Parked:
    """What to write on the slip. code: told to the household, not written on the goods."""

    goods_id: str
    code: str
    shelf: str
    building: str


def park(
    u: Unit,
    *,
    household_id: str | None,
    what: str = "",
    shelf: str = "",
    left_by: str = "",
    goods_id: str | None = None,
) -> Parked:
    """Take something in for a household; for one nobody knows yet (None), what it is must be said, to be found by.

    goods_id: made by the form, so that a second press parks nothing more.

    Raises Refused("goods.for_whom" | "visit.household_unknown" | "visit.text_long").
    """
    u.actor.require(rights.GOODS)
    if goods_id is not None and (row := u.conn.execute(select(Goods.__table__).where(_G.id == goods_id)).first()):
        return Parked(row.id, row.code, row.shelf, row.building)
    texts = {"what": what, "shelf": shelf, "left_by": left_by}
    if any(len(text) > TEXT_MAX for text in texts.values()):
        raise Refused("visit.text_long")
    if not household_id and not what.strip():
        raise Refused("goods.for_whom")
    place = place_of(u, household_id)
    code = goods_code(set(u.conn.execute(select(_G.code).where(_G.taken_at.is_(None))).scalars()))
    clean = {name: clean_line(text) for name, text in texts.items()}
    new = u.add(
        Goods, at=u.now, code=code, household_id=household_id or None, building=place.building, unit=place.unit,
        room=place.room, gate_id=u.gate_id, operator_id=u.actor.operator_id or None, **clean,
        **({"id": goods_id} if goods_id else {}),
    )  # fmt: skip
    index_goods(u, [new])
    u.audit("goods.parked", "goods", new)
    u.changed("goods")
    return Parked(new, code, clean["shelf"], place.building)


def hand_out(u: Unit, goods_id: str, *, code: str = "", taken_by: str = "") -> bool:
    """Give it out: by the code the taker says, or by the desk who knows them (taken_by says who that was).

    False when it had been handed out already (second press). Raises Refused("goods.gone" | "goods.code_wrong" |
    "goods.who_takes").
    """
    u.actor.require(rights.GOODS)
    row = u.conn.execute(select(Goods.__table__).where(_G.id == goods_id, _G.deleted_at.is_(None))).first()
    if row is None:
        raise Refused("goods.gone")
    if row.taken_at is not None:
        return False
    said = "".join(code.split())
    if said and said != row.code:
        raise Refused("goods.code_wrong")
    if not said and not taken_by.strip():
        raise Refused("goods.who_takes")
    u.set(
        Goods, goods_id, taken_at=u.now, taken_how="code" if said else "desk", taken_by=clean_line(taken_by),
        handed_by=u.actor.operator_id or None,
    )  # fmt: skip
    index_goods(u, [goods_id])
    u.audit("goods.handed_out", "goods", goods_id, how="code" if said else "desk")
    u.changed("goods")
    return True


def reminded(u: Unit, goods_id: str) -> None:
    """The household was told that something waits. Raises Refused("store.gone")."""
    u.actor.require(rights.GOODS)
    u.set(Goods, goods_id, reminded_at=u.now)
    u.changed("goods")


def undo_hand_out(u: Unit, goods_id: str) -> None:
    """Back on the shelf: it was the wrong one. Raises Refused("goods.gone")."""
    u.actor.require(rights.GOODS)
    row = u.conn.execute(select(Goods.__table__).where(_G.id == goods_id, _G.deleted_at.is_(None))).first()
    if row is None:
        raise Refused("goods.gone")
    u.set(Goods, goods_id, taken_at=None, taken_how="", taken_by="", handed_by=None)
    index_goods(u, [goods_id])
    u.audit("goods.hand_out_undone", "goods", goods_id)
    u.changed("goods")


def index_goods(u: Unit, goods_ids: Sequence[str]) -> None:
    """Search documents of these things as they stand: what is on the shelf is found, what was taken is not."""
    gone, docs = [], []
    for start in range(0, len(goods_ids), CHUNK):
        for row in u.conn.execute(select(Goods.__table__).where(_G.id.in_(goods_ids[start : start + CHUNK]))):
            doc = docid(DocKind.GOODS, row.num)
            if row.taken_at is not None or row.deleted_at is not None:
                gone.append(doc)
            else:
                room = "-".join(part for part in (row.building, row.unit, row.room) if part)
                words = (row.what, row.shelf, row.left_by)
                docs.append((doc, tokens.document(codes=(row.code,), rooms=(room,), words=words)))
    u.unindex(*gone)
    search.put_many(u.conn, docs)
