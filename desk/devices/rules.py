"""What devices may be and do, stock and its end, and who may have a mask: pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk.core.clock import DAY_MS
from desk.devices.acting import Role

NAME_MOST, PLACE_MOST = 40, 60
# what a person may use a driver for, by the driver's own role; a relay may well lift the barrier
ROLES_OF: Mapping[str, tuple[Role, ...]] = {
    "id_reader": (Role.ID_READER,),
    "scanner": (Role.SCANNER,),
    "printer": (Role.RECEIPT_PRINTER, Role.LABEL_PRINTER),
    "barrier": (Role.BARRIER,),
    "relay": (Role.RELAY,),
    "locker": (Role.LOCKER,),
    "dispenser": (Role.DISPENSER,),
    "card_reader": (Role.CARD_READER,),
    "sensor": (Role.AIR_SENSOR, Role.CLIMATE_SENSOR),
    "contact": (Role.CONTACT,),
    "sos": (Role.SOS_RECEIVER, Role.WATCH_GATEWAY),
}
# drivers that can only be one of their role's two
ROLE_OF_DRIVER: Mapping[str, Role] = {
    "tspl": Role.LABEL_PRINTER,
    "zpl": Role.LABEL_PRINTER,
    "escpos": Role.RECEIPT_PRINTER,
    "pms5003": Role.AIR_SENSOR,
    "sds011": Role.AIR_SENSOR,
    "rs485_th": Role.CLIMATE_SENSOR,
    "xy_md02": Role.CLIMATE_SENSOR,
    "rf433": Role.SOS_RECEIVER,
    "gps_watch": Role.WATCH_GATEWAY,
}
TAKES = frozenset({"vend", "print"})  # actions that use something up
MACHINE_CODES = frozenset({"device.interrupted"})


def roles_for(driver: str, own_role: str) -> tuple[Role, ...]:
    """What a driver of this name and role can be used for."""
    one = ROLE_OF_DRIVER.get(driver)
    return (one,) if one else ROLES_OF.get(own_role, ())


class StockKind(StrEnum):
    MASK = "mask"
    PAPER = "paper"  # counted in receipts
    LABEL = "label"
    OTHER = "other"


class StockWhy(StrEnum):
    REFILL = "refill"
    TAKEN = "taken"
    BACK = "back"  # what was taken for an action that surely failed
    COUNTED = "counted"


class Taker(StrEnum):
    HOUSEHOLD = "household"
    COURIER = "courier"
    DESK = "desk"


# --- how long it lasts -----------------------------------------------------------------------------------------------

WINDOW_DAYS = 14


@dataclass(frozen=True)
class Taking:
    """amount: how many were taken (more than 0) or given back (less); at: UTC ms."""

    amount: int
    at: int


@dataclass(frozen=True)
class Forecast:
    """per_day: of the last two weeks; days: how long what is there lasts, None when nothing is taken."""

    per_day: float
    days: int | None


def forecast(left: int, takings: Iterable[Taking], now: int, since: int | None) -> Forecast:
    """By what the last 14 days used up, or the time since the first entry when that is shorter, at least one day."""
    start = now - WINDOW_DAYS * DAY_MS
    used = sum(taking.amount for taking in takings if start < taking.at <= now)
    span = max(1.0, min(float(WINDOW_DAYS), (now - since) / DAY_MS)) if since is not None else 1.0
    per_day = max(0.0, used / span)
    return Forecast(per_day, int(max(0, left) / per_day) if per_day > 0 else None)


# --- who may have one ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Allowance:
    """a_day: for one household; courier_a_day: of one machine, for all without a name; courier_wait_s: between two."""

    a_day: int = 2
    courier_a_day: int = 40
    courier_wait_s: int = 60


@dataclass(frozen=True)
class Refusal:
    """Why not: `dispense.quota`, `dispense.machine_cap`, `dispense.wait`; facts for its sentence."""

    code: str
    facts: Mapping[str, int]


def household_refusal(had_today: int, allowed: Allowance) -> Refusal | None:
    """had_today: what this household was given today anywhere, as far as is known here, the unproven included."""
    return Refusal("dispense.quota", {"most": allowed.a_day}) if had_today >= allowed.a_day else None


def courier_refusal(times: Sequence[int], now: int, allowed: Allowance) -> Refusal | None:
    """times: when this machine gave one without a name today (UTC ms)."""
    if len(times) >= allowed.courier_a_day:
        return Refusal("dispense.machine_cap", {"most": allowed.courier_a_day})
    wait_ms = allowed.courier_wait_s * 1000 - (now - max(times)) if times else 0
    return Refusal("dispense.wait", {"seconds": -(-wait_ms // 1000)}) if wait_ms > 0 else None
