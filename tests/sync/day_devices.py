"""The part of a day that is the machines': devices set up, told, their ends, stock and masks handed out."""

from __future__ import annotations

from typing import Any

from desk.codes import reads as codes
from desk.devices import reads, service, service_dispense, service_stock
from desk.devices.acting import Ended, Purpose, Role
from desk.devices.rules import Allowance, StockKind, Taker
from desk.devices.views import SetUp
from desk.store.unit import Reading, Unit
from tests.sync.gatehouse import Day, Gatehouse, at_gate

GATE = SetUp("", "道闸", Role.BARRIER, "barrier", "COM3", {"address": 1}, "车行口")
MASKS = SetUp("", "口罩机", Role.DISPENSER, "vmc", training=True)


def machines(at: Gatehouse, home: str) -> None:
    """One of everything that can be done with a machine."""
    gate, masks = at.do(service.set_up, GATE), at.do(service.set_up, MASKS)
    opened = at.do(service.begin, gate, "open", {}, Purpose("visit", at.day.visits[0]))
    at.do(service.ended, opened.action_id, Ended.DONE)
    item = at.do(service_stock.save_item, "", "口罩", StockKind.MASK, masks.id, 0, 40, 10)
    at.do(service_stock.refill, item, 40)
    at.do(service_stock.undo_refill, at.do(service_stock.refill, item, 400))
    at.do(service_stock.count, item, 38)
    at.do(service_dispense.allow, Allowance(3, 20, 1))
    given = [_given(at, masks, home, Taker.HOUSEHOLD) for _ in range(3)] + [_given(at, masks, "", Taker.COURIER)]
    for begun, outcome in zip(given, (Ended.DONE, Ended.FAILED, Ended.UNKNOWN, Ended.UNKNOWN), strict=True):
        at.do(service.ended, begun.action_id, outcome, "" if outcome is Ended.DONE else "device.nothing_fell")
    at.do(service.resolve, given[2].action_id, False)
    at.do(service.begin, masks, "stock", {})
    at.do(service.interrupted)
    extra = at.do(service_stock.save_item, "", "雨衣", StockKind.OTHER, "")
    at.do(service_stock.drop_item, extra)


def _given(at: Gatehouse, masks: SetUp, home: str, who: Taker) -> Any:
    def give(u: Unit) -> Any:
        return service_dispense.hand_out(u, masks, 1, codes.site_time(u), home, who)

    return at.do(give)


def device_screens(r: Reading, day: Day) -> dict[str, Any]:
    """What the page of devices says of what travels: names of machines stand in what they did."""
    there = at_gate(r, day)
    shown = [vars(one) | {"here": True} for one in reads.history(there)]
    left = [vars(one) | {"here": True, "device": ""} for one in reads.stock(there)]
    return {"actions": shown, "stock": left, "allowance": service_dispense.allowance(r)}
