"""What is attached in the demonstration: machines the program plays, and two weeks of masks and paper."""

from __future__ import annotations

from desk.core.clock import DAY_MS, HOUR_MS
from desk.devices import service, service_stock
from desk.devices.acting import Plain, Role
from desk.devices.rules import StockKind, StockWhy
from desk.devices.tables import StockEntry
from desk.devices.views import SetUp
from desk.store.unit import Unit

MACHINES: tuple[tuple[str, Role, str, str, dict[str, Plain]], ...] = (
    ("窗口读卡器", Role.ID_READER, "resident_id", "门岗窗口", {}),
    ("小票机", Role.RECEIPT_PRINTER, "escpos", "门岗窗口", {"baud": 115200}),
    ("车行道闸", Role.BARRIER, "barrier", "南门车道", {}),
    ("口罩机", Role.DISPENSER, "relay_drop", "24 小时小屋", {"drop_ms": 2000}),
    ("小屋物品柜", Role.LOCKER, "lock8a80", "24 小时小屋", {"locks": 12}),
    ("小屋空气", Role.AIR_SENSOR, "pms5003", "24 小时小屋", {"warm_up_s": 0}),
)
MASKS, SLIPS = (5, 4, 7, 3, 6, 8, 4, 5, 6, 3, 7, 5, 4, 6), (9, 12, 8, 11, 14, 6, 5, 10, 12, 9, 13, 11, 6, 4)


def fill(u: Unit) -> None:
    """One unit, by the manager of the demonstration."""
    made = {
        name: service.set_up(u, SetUp("", name, role, driver, "", options, place, True))
        for name, role, driver, place, options in MACHINES
    }
    masks = service_stock.save_item(u, "", "口罩", StockKind.MASK, made["口罩机"].id, full=100, low=20)
    paper = service_stock.save_item(u, "", "小票纸", StockKind.PAPER, made["小票机"].id, full=300, low=30)
    _lived(u, masks, 100, MASKS)
    _lived(u, paper, 160, SLIPS)


def _lived(u: Unit, item: str, full: int, days: tuple[int, ...]) -> None:
    """Filled two weeks ago, and used since."""
    begun = u.now - (len(days) - 1) * DAY_MS - HOUR_MS
    lines = [(full, StockWhy.REFILL, begun)]
    lines += [(-n, StockWhy.TAKEN, begun + day * DAY_MS + HOUR_MS // 2) for day, n in enumerate(days)]
    for amount, why, at in lines:
        u.add(
            StockEntry, account=item, amount=amount, why=why.value, action_id=None, at=at, gate_id=u.gate_id,
            device_id=u.device_id, operator_id=None,
        )  # fmt: skip
