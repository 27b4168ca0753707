"""Full values of one visit, or the door of goods, for the eyes of one operator: with a reason, for 30 s, in the trail."""

from __future__ import annotations

from sqlalchemy import select

from desk.core.errors import Refused
from desk.people.rules import REVEAL_REASONS
from desk.reception import rights
from desk.reception.service_exits import needed
from desk.reception.tables import Goods
from desk.reception.views import GoodsFull, VisitFull
from desk.store.unit import Unit


def reveal(u: Unit, visit_id: str, reason: str) -> VisitFull:
    """reason: one of desk.people.rules.REVEAL_REASONS. Take it off the screen after desk.people.rules.REVEAL_MS.

    Raises Refused("right.missing" | "people.reason_missing" | "visit.gone" | "visit.anonymised").
    """
    u.actor.require(rights.REVEAL)
    if reason not in REVEAL_REASONS:
        raise Refused("people.reason_missing")
    row = needed(u, visit_id)
    if row["anonymised_at"] is not None:
        raise Refused("visit.anonymised")
    u.audit("visit.revealed", "visit", visit_id, reason=reason)
    room = "-".join(part for part in (row["building"], row["unit"], row["room"]) if part)
    return VisitFull(
        visit_id, row["name"], row["phone"], row["plate"], row["company"], row["purpose"], room, row["items_in"],
        row["items_out"], row["note"], row["override_reason"],
    )  # fmt: skip


def reveal_goods(u: Unit, goods_id: str, reason: str) -> GoodsFull:
    """The door whose household is to be told, and who left the thing; as `reveal`.

    Raises Refused("right.missing" | "people.reason_missing" | "goods.gone").
    """
    u.actor.require(rights.REVEAL)
    if reason not in REVEAL_REASONS:
        raise Refused("people.reason_missing")
    goods = Goods.__table__
    row = u.conn.execute(select(goods).where(goods.c.id == goods_id, goods.c.deleted_at.is_(None))).first()
    if row is None:
        raise Refused("goods.gone")
    u.audit("goods.revealed", "goods", goods_id, reason=reason)
    return GoodsFull(goods_id, "-".join(part for part in (row.building, row.unit, row.room) if part), row.left_by)
