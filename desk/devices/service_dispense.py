"""Handing out one: who may have it is decided, written down and taken from the stock in the unit that begins the action."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import and_, func, select, update

from desk.core.clock import SiteTime
from desk.core.errors import Refused
from desk.devices import rights, service, service_stock
from desk.devices.acting import Ended, Purpose
from desk.devices.rules import Allowance, Taker, courier_refusal, household_refusal
from desk.devices.tables import DeviceOutcome, Dispensed
from desk.devices.views import Begun, SetUp
from desk.records.retention import RetentionRule
from desk.store import outbox
from desk.store.unit import Reading, Unit

ALLOWANCE = "dispensing.allowance"
HOUSEHOLD_DAYS = 30
BATCH = 500
_G, _O = Dispensed.__table__, DeviceOutcome.__table__


def allowance(r: Reading) -> Allowance:
    """What the site allows."""
    kept = r.setting(ALLOWANCE, {})
    known = {name: int(kept[name]) for name in vars(Allowance()) if isinstance(kept.get(name), int)}
    return Allowance(**known)


def allow(u: Unit, allowed: Allowance) -> None:
    """Set what the site allows. Right device.edit. Refused: stock.number."""
    u.actor.require(rights.EDIT)
    if not (1 <= allowed.a_day <= 20 and 0 <= allowed.courier_a_day <= 1000 and 0 <= allowed.courier_wait_s <= 3600):
        raise Refused("stock.number", most=1000)
    u.put_setting(ALLOWANCE, vars(allowed))
    u.audit("dispensing.allowance", **vars(allowed))


def hand_out(
    u: Unit, device: SetUp, selection: int, time: SiteTime, household_id: str = "", who: Taker = Taker.DESK
) -> Begun:
    """Begin to hand out one. Refused: dispense.quota(most), dispense.machine_cap(most), dispense.wait(seconds),
    dispense.not_counted (nothing says what lies in the machine), stock.empty(name); right device.use for Taker.DESK."""
    if who is Taker.DESK:
        u.actor.require(rights.USE)
    item_id = service_stock.item_of(u, device.id, selection)
    if not item_id:
        raise Refused("dispense.not_counted")
    allowed, day = allowance(u), time.day(u.now).isoformat()
    refusal = None
    if who is Taker.HOUSEHOLD:
        refusal = household_refusal(had_today(u, household_id, day), allowed)
    elif who is Taker.COURIER:
        refusal = courier_refusal(_courier_times(u, item_id, day), u.now, allowed)
    if refusal is not None:
        raise Refused(refusal.code, **refusal.facts)
    given = u.new_id()
    params = {"selection": selection} if selection else {}
    begun = service.begin(u, device, "vend", params, Purpose("dispensed", given))
    u.add(
        Dispensed, id=given, item_id=item_id, action_id=begun.action_id, who=who.value,
        household_id=household_id if who is Taker.HOUSEHOLD else None, day=day, at=u.now, gate_id=u.gate_id,
        device_id=u.device_id, operator_id=u.actor.operator_id or None, clock_quality=u.clock_quality.value,
    )  # fmt: skip
    return begun


def had_today(r: Reading, household_id: str, day: str) -> int:
    """How many this household was handed today as far as is known here: what surely failed does not count."""
    asked = select(func.count()).where(
        _G.c.household_id == household_id, _G.c.day == day, _G.c.action_id.not_in(_FAILED)
    )
    return int(r.conn.execute(asked).scalar() or 0)


def _courier_times(r: Reading, item_id: str, day: str) -> list[int]:
    asked = select(_G.c.at).where(
        _G.c.item_id == item_id, _G.c.day == day, _G.c.who == Taker.COURIER.value, _G.c.action_id.not_in(_FAILED)
    )
    return [int(at) for at in r.conn.execute(asked).scalars()]


_FAILED = select(_O.c.action_id).where(and_(_O.c.action_id == _G.c.action_id, _O.c.outcome == Ended.FAILED.value))


def forget_households(u: Unit, before: int, held: Collection[str] = ()) -> int:
    """Which household took one is nobody's business a month later; that one was handed out stays. At most 500."""
    u.actor.require(rights.RETENTION)
    due = select(_G.c.id).where(_G.c.at < before, _G.c.household_id.is_not(None), _G.c.id.not_in(list(held)))
    ids = list(u.conn.execute(due.limit(BATCH)).scalars())
    if ids:
        u.conn.execute(update(Dispensed).where(_G.c.id.in_(ids)).values(household_id=None))
        outbox.redact(u, ids)
        u.changed(service.HISTORY)
    return len(ids)


def retention_rules() -> tuple[RetentionRule, ...]:
    """What this room erases and when, for desk.records.retention."""
    return (RetentionRule("dispensed", HOUSEHOLD_DAYS, forget_households, ("dispensed",)),)
