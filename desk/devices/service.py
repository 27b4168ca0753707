"""Verbs of devices: setting them up, and the record around an action: begun before it is done, ended after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import delete, insert, select, update

from desk.core.errors import Refused
from desk.devices import rights, service_stock
from desk.devices.acting import NO_PURPOSE, Ended, Plain, Purpose, Role
from desk.devices.reads import of_row
from desk.devices.rules import NAME_MOST, PLACE_MOST
from desk.devices.tables import Device, DeviceAction, DeviceOutcome, DevicePending
from desk.devices.views import RUNNING, Begun, SetUp
from desk.store import practice
from desk.store.unit import Unit

TOPIC, HISTORY = "devices", "device_history"
INTERRUPTED = "device.interrupted"
BLIND = frozenset({"device.unproven", "device.no_status"})  # nothing at the machine can tell
PAPER = frozenset({Role.RECEIPT_PRINTER, Role.LABEL_PRINTER})
_D, _P, _A = Device.__table__, DevicePending.__table__, DeviceAction.__table__


# --- what is attached ------------------------------------------------------------------------------------------------


def set_up(u: Unit, wanted: SetUp) -> SetUp:
    """Add a device, or change the one with this id. Right device.edit.

    Refused: device.no_name, device.name_taken(name), device.address_taken(name), device.gone, practice.no_ports.
    """
    u.actor.require(rights.EDIT)
    _only_played(u, wanted)
    kept = replace(wanted, name=_name(u, wanted), place=wanted.place.strip()[:PLACE_MOST])
    _own_socket(u, kept)
    values = {
        "name": kept.name, "role": kept.role.value, "driver": kept.driver, "address": kept.address,
        "options": dict(kept.options), "place": kept.place, "training": kept.training, "off": kept.off,
    }  # fmt: skip
    if kept.id and u.conn.execute(select(_D.c.num).where(_D.c.id == kept.id)).first():
        u.reproject(Device, kept.id, **values)
    elif kept.id:
        raise Refused("device.gone")
    else:
        kept = replace(kept, id=u.new_id(), added_at=u.now)
        u.project(Device, id=kept.id, added_at=u.now, added_by=u.actor.operator_id or None, **values)
    u.audit("device.set_up", "device", kept.id, role=kept.role.value, driver=kept.driver, training=kept.training)
    u.changed(TOPIC)
    return kept


def remove(u: Unit, device_id: str) -> SetUp:
    """Take a device away; what it did stays in the history. Right device.edit. Refused: device.gone. Returns what it was."""
    u.actor.require(rights.EDIT)
    row = u.conn.execute(select(_D).where(_D.c.id == device_id)).mappings().first()
    if row is None:
        raise Refused("device.gone")
    u.conn.execute(delete(Device).where(_D.c.id == device_id))
    u.audit("device.removed", "device", device_id, role=row["role"], driver=row["driver"])
    u.changed(TOPIC)
    return of_row(row)


def put_back(u: Unit, was: SetUp) -> SetUp:
    """Undo `remove`: the same device with the same id. Right device.edit."""
    u.actor.require(rights.EDIT)
    _only_played(u, was)
    u.conn.execute(
        insert(Device).values(
            id=was.id, name=was.name, role=was.role.value, driver=was.driver, address=was.address,
            options=dict(was.options), place=was.place, training=was.training, off=was.off, added_at=was.added_at,
            added_by=u.actor.operator_id or None,
        )
    )  # fmt: skip
    u.audit("device.set_up", "device", was.id, role=was.role.value, driver=was.driver, training=was.training)
    u.changed(TOPIC)
    return was


def switch(u: Unit, device_id: str, off: bool) -> None:
    """Out of use, or into it again. Right device.edit. Refused: device.gone."""
    u.actor.require(rights.EDIT)
    if not u.conn.execute(update(Device).where(_D.c.id == device_id).values(off=off)).rowcount:
        raise Refused("device.gone")
    u.audit("device.off" if off else "device.on", "device", device_id)
    u.changed(TOPIC)


def _only_played(u: Unit, wanted: SetUp) -> None:
    """A practice estate moves no real barrier and opens no real locker."""
    if not wanted.training:
        practice.refuse(u, practice.NO_PORTS)


def _name(u: Unit, wanted: SetUp) -> str:
    name = " ".join(wanted.name.split())[:NAME_MOST]
    if not name:
        raise Refused("device.no_name")
    others = select(_D.c.num).where(_D.c.name == name, _D.c.id != (wanted.id or u.new_id()))
    if u.conn.execute(others).first():
        raise Refused("device.name_taken", name=name)
    return name


def _own_socket(u: Unit, wanted: SetUp) -> None:
    """Two devices may share a line if each has its own number on it."""
    if wanted.training or not wanted.address:
        return
    rows = u.conn.execute(select(_D).where(_D.c.address == wanted.address)).mappings()
    for row in rows:
        other = of_row(row)
        numbers = (other.options.get("address"), wanted.options.get("address"))
        if other.id != wanted.id and (None in numbers or str(numbers[0]) == str(numbers[1])):
            raise Refused("device.address_taken", name=other.name)


# --- what is done with it --------------------------------------------------------------------------------------------


def begin(u: Unit, device: SetUp, action: str, params: Mapping[str, Plain], purpose: Purpose = NO_PURPOSE) -> Begun:
    """Record that a device is about to be told to do something, and take what it will use up from the stock.

    Right device.use, for a barrier also that of letting riders through; paper needs none. params: kept, so no personal data.
    Refused: stock.empty(name).
    """
    rider = device.role is Role.BARRIER and u.actor.may(rights.ADMIT)
    if device.role not in PAPER and not rider:
        u.actor.require(rights.USE)
    action_id = u.add(
        DeviceAction, attached_id=device.id, attached_name=device.name, role=device.role.value, action=action,
        params=dict(params), subject_kind=purpose.subject_kind, subject_id=purpose.subject_id or None,
        training=device.training, at=u.now, gate_id=u.gate_id, device_id=u.device_id,
        operator_id=u.actor.operator_id or None, clock_quality=u.clock_quality.value,
    )  # fmt: skip
    u.project(DevicePending, action_id=action_id, state=RUNNING)
    service_stock.taken(u, device.id, action, params, action_id)
    u.changed(HISTORY)
    return Begun(action_id, device.id, action, params)


def ended(u: Unit, action_id: str, outcome: Ended, code: str = "") -> None:
    """Record what came of an action. What was taken for one that surely failed is put back into the stock.

    An unknown waits for a person who looks, unless it is of a machine that can never say more and used nothing up.
    """
    u.add(DeviceOutcome, action_id=action_id, outcome=outcome.value, code=code, at=u.now, operator_id=None)
    if outcome is Ended.UNKNOWN and not (code in BLIND and not _uses_up(u, action_id)):
        u.conn.execute(update(DevicePending).where(_P.c.action_id == action_id).values(state=Ended.UNKNOWN.value))
    else:
        _settled(u, action_id, outcome)
    u.changed(HISTORY)


def resolve(u: Unit, action_id: str, came_out: bool) -> None:
    """A person has looked what became of an action nobody was sure of. Right device.use.

    Refused: device.not_unknown (it has an end already, or is of another desk).
    """
    u.actor.require(rights.USE)
    held = select(_P.c.num).where(_P.c.action_id == action_id, _P.c.state == Ended.UNKNOWN.value)
    if u.conn.execute(held).first() is None:
        raise Refused("device.not_unknown")
    outcome = Ended.DONE if came_out else Ended.FAILED
    u.add(
        DeviceOutcome, action_id=action_id, outcome=outcome.value, code="device.looked", at=u.now,
        operator_id=u.actor.operator_id or None,
    )  # fmt: skip
    _settled(u, action_id, outcome)
    u.audit("device.resolved", "device_action", action_id, outcome=outcome.value)
    u.changed(HISTORY)


def interrupted(u: Unit) -> list[str]:
    """At start: what was running when the program went has no known end, and is not done again. Returns those actions."""
    ids = list(u.conn.execute(select(_P.c.action_id).where(_P.c.state == RUNNING)).scalars())
    for action_id in ids:
        ended(u, action_id, Ended.UNKNOWN, INTERRUPTED)
    return ids


def _uses_up(u: Unit, action_id: str) -> bool:
    return u.conn.execute(select(_A.c.action).where(_A.c.id == action_id)).scalar() == "vend"


def _settled(u: Unit, action_id: str, outcome: Ended) -> None:
    u.conn.execute(delete(DevicePending).where(_P.c.action_id == action_id))
    if outcome is Ended.FAILED:
        service_stock.put_back(u, action_id)
