"""What machines and people at machines do in the simulation."""

from __future__ import annotations

from random import Random

from sqlalchemy import select

from desk.codes.reads import site_time
from desk.devices import service, service_dispense, service_stock
from desk.devices.acting import Ended, Role
from desk.devices.reads import devices, unresolved
from desk.devices.rules import StockKind, Taker
from desk.devices.tables import DevicePending, StockItem
from desk.devices.views import RUNNING, SetUp
from desk.store.unit import Unit

HOME = "0" * 31 + "7"


def _machine(u: Unit) -> SetUp:
    found = devices(u)
    return found[0] if found else service.set_up(u, SetUp("", "口罩机", Role.DISPENSER, "vmc", training=True))


def _item(u: Unit) -> str:
    machine = _machine(u)
    found = service_stock.item_of(u, machine.id)
    return found or service_stock.save_item(u, "", "口罩", StockKind.MASK, machine.id, low=5)


def fill(u: Unit, rng: Random) -> None:
    service_stock.refill(u, _item(u), rng.choice((10, 40)))


def count(u: Unit, rng: Random) -> None:
    service_stock.count(u, _item(u), rng.randrange(40))


def rename(u: Unit, rng: Random) -> None:
    """Also an item of another desk's machine: that desk gets it back when it saves it."""
    found = list(
        u.conn.execute(select(StockItem.id).where(StockItem.deleted_at.is_(None)).order_by(StockItem.id)).scalars()
    )
    if found:
        u.set(StockItem, rng.choice(found), name=f"口罩{rng.randrange(5)}", low=rng.randrange(9))


def hand_out(u: Unit, rng: Random) -> None:
    _item(u)
    who = rng.choice((Taker.HOUSEHOLD, Taker.COURIER, Taker.DESK))
    service_dispense.hand_out(u, _machine(u), 1, site_time(u), HOME, who)


def end(u: Unit, rng: Random) -> None:
    running = u.conn.execute(
        select(DevicePending.action_id).where(DevicePending.state == RUNNING).order_by(DevicePending.num)
    ).scalars()
    for action_id in list(running):
        service.ended(u, action_id, rng.choice(list(Ended)))


def look(u: Unit, rng: Random) -> None:
    for one in unresolved(u)[:1]:
        service.resolve(u, one.action_id, rng.random() < 0.5)


def start_again(u: Unit, rng: Random) -> None:
    service.interrupted(u)


ACTS = ((2, fill), (1, count), (1, rename), (4, hand_out), (4, end), (2, look), (1, start_again))
