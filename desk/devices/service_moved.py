"""Devices that came from another computer: what hung on one of its sockets is asked for again, never guessed.

COM3 of the old computer may be a barrier on the new one. What an address tells for sure (a serial number, an address in the
network) stays.
"""

from __future__ import annotations

from sqlalchemy import select

from desk.devices import rights
from desk.devices.reads import of_row
from desk.devices.service import TOPIC
from desk.devices.tables import Device
from desk.devices.views import SetUp
from desk.store.unit import Reading, Unit

SURE = ("socket://", "lan:", "memory:", "hid:")
NOWHERE = "usb:0000:0000:"  # no such adapter: drivers.ports says "not plugged in" until somebody chooses another
_D = Device.__table__


def stays(address: str) -> bool:
    """Whether an address means the same device on any computer."""
    if not address or address.startswith(SURE):
        return True
    parts = address.split(":", 3)
    return parts[0] == "usb" and len(parts) == 4 and bool(parts[3]) and not parts[3].startswith("@")


def ask_again(u: Unit) -> list[SetUp]:
    """Forget the sockets of the old computer; returns the devices whose port somebody has to choose. Right device.edit."""
    u.actor.require(rights.EDIT)
    found = [of_row(row) for row in u.conn.execute(select(_D).order_by(_D.c.num)).mappings()]
    lost = [one for one in found if not one.training and not stays(one.address)]
    for one in lost:
        u.reproject(Device, one.id, address=NOWHERE + one.id)
    if lost:
        u.audit("device.ports_asked", count=len(lost))
        u.changed(TOPIC)
    return lost


def to_choose(r: Reading) -> list[SetUp]:
    """Devices whose port nobody has chosen on this computer yet."""
    rows = r.conn.execute(select(_D).where(_D.c.address.startswith(NOWHERE)).order_by(_D.c.num)).mappings()
    return [of_row(row) for row in rows]
