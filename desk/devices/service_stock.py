"""Consumables: a ledger of what was filled in, taken and counted, kept at the desk that has the machine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select

from desk.core.errors import Refused
from desk.devices import rights
from desk.devices.acting import Plain
from desk.devices.rules import NAME_MOST, TAKES, StockKind, StockWhy
from desk.devices.tables import StockEntry, StockItem
from desk.store.unit import Reading, Unit

TOPIC = "stock"
MOST = 100_000
_I, _E = StockItem.__table__, StockEntry.__table__


def save_item(
    u: Unit, item_id: str, name: str, kind: StockKind, attached_id: str, slot: int = 0, full: int = 0, low: int = 0
) -> str:
    """What lies in a machine and runs out; "" adds one. It is counted at this desk from now on. Right device.edit.

    Refused: stock.no_name, stock.number (a number under 0 or beyond all reason).
    """
    u.actor.require(rights.EDIT)
    name = " ".join(name.split())[:NAME_MOST]
    if not name:
        raise Refused("stock.no_name")
    if not all(0 <= number <= MOST for number in (slot, full, low)):
        raise Refused("stock.number", most=MOST)
    values: dict[str, Any] = {
        "name": name, "kind": kind.value, "attached_id": attached_id or None, "slot": slot, "full": full, "low": low,
        "home_id": u.device_id, "gate_id": u.gate_id,
    }  # fmt: skip
    if item_id:
        u.set(StockItem, item_id, **values)
    else:
        item_id = u.add(StockItem, sort=0, **values)
    u.changed(TOPIC)
    return item_id


def drop_item(u: Unit, item_id: str) -> None:
    """It is not counted any more. Right device.edit."""
    u.actor.require(rights.EDIT)
    u.drop(StockItem, item_id)
    u.changed(TOPIC)


def refill(u: Unit, item_id: str, amount: int) -> str:
    """So many were put in. Right device.use. Refused: stock.number, stock.elsewhere, store.gone. Returns the entry."""
    u.actor.require(rights.USE)
    if not 0 < amount <= MOST:
        raise Refused("stock.number", most=MOST)
    _at_home(u, item_id)
    return _entry(u, item_id, amount, StockWhy.REFILL)


def undo_refill(u: Unit, entry_id: str) -> None:
    """That was a slip. Right device.use. Refused: store.gone."""
    u.actor.require(rights.USE)
    row = u.conn.execute(select(_E.c.account, _E.c.amount).where(_E.c.id == entry_id)).first()
    if row is None:
        raise Refused("store.gone", kind="stock_entry")
    _entry(u, row.account, -row.amount, StockWhy.REFILL)


def count(u: Unit, item_id: str, there: int) -> int:
    """A person has counted. Right device.use. Refused: as refill. Returns how many more (+) or less there were than written."""
    u.actor.require(rights.USE)
    if not 0 <= there <= MOST:
        raise Refused("stock.number", most=MOST)
    _at_home(u, item_id)
    apart = there - balance(u, item_id)
    if apart:
        _entry(u, item_id, apart, StockWhy.COUNTED)
    return apart


def balance(r: Reading, item_id: str) -> int:
    """How many should be there."""
    return int(r.conn.execute(select(func.sum(_E.c.amount)).where(_E.c.account == item_id)).scalar() or 0)


def item_of(r: Reading, attached_id: str, slot: int = 0) -> str:
    """The item that a device hands out of this slot, "" when it is not counted."""
    found = select(_I.c.id).where(_I.c.attached_id == attached_id, _I.c.deleted_at.is_(None), _I.c.slot.in_((0, slot)))
    return str(r.conn.execute(found.order_by(_I.c.slot.desc(), _I.c.id).limit(1)).scalar() or "")


def slot_of(r: Reading, attached_id: str) -> int:
    """The slot to hand out of next: the one that has most left, 1 when none is counted by its number."""
    rows = r.conn.execute(
        select(_I.c.id, _I.c.slot).where(_I.c.attached_id == attached_id, _I.c.deleted_at.is_(None), _I.c.slot > 0)
    ).all()
    return max(((balance(r, row.id), -row.slot) for row in rows), default=(0, -1))[1] * -1


def taken(u: Unit, attached_id: str, action: str, params: Mapping[str, Plain], action_id: str) -> None:
    """An action that uses one up takes it now: what is on its way out must not be promised again.

    Paper that is said to be out may still print: a wrong count stops no pass. Refused: stock.empty(name) for what is
    handed out.
    """
    if action not in TAKES:
        return
    slot = params.get("selection", 0)
    item = item_of(u, attached_id, slot if isinstance(slot, int) else 0)
    if not item:
        return
    if action == "vend" and balance(u, item) <= 0:
        raise Refused("stock.empty", name=u.conn.execute(select(_I.c.name).where(_I.c.id == item)).scalar() or "")
    _entry(u, item, -1, StockWhy.TAKEN, action_id)


def put_back(u: Unit, action_id: str) -> None:
    """What was taken for an action that surely came to nothing."""
    rows = u.conn.execute(select(_E.c.account, _E.c.amount).where(_E.c.action_id == action_id)).all()
    for account in {row.account for row in rows}:
        amount = -sum(row.amount for row in rows if row.account == account)
        if amount:
            _entry(u, account, amount, StockWhy.BACK, action_id)


def _at_home(u: Unit, item_id: str) -> None:
    home = u.conn.execute(select(_I.c.home_id).where(_I.c.id == item_id, _I.c.deleted_at.is_(None))).scalar()
    if home is None:
        raise Refused("store.gone", kind="stock_item")
    if home != u.device_id:
        raise Refused("stock.elsewhere")


def _entry(u: Unit, item_id: str, amount: int, why: StockWhy, action_id: str = "") -> str:
    u.changed(TOPIC)
    return u.add(
        StockEntry, account=item_id, amount=amount, why=why.value, action_id=action_id or None, at=u.now,
        gate_id=u.gate_id, device_id=u.device_id, operator_id=u.actor.operator_id or None,
    )  # fmt: skip
