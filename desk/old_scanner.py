"""The serial scanner an earlier version kept in this machine's settings becomes one of the attached devices, once."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from desk.core.actor import Actor
from desk.core.errors import Fault, Refused
from desk.devices import rights
from desk.devices.acting import Role
from desk.devices.service import set_up
from desk.devices.views import SetUp

if TYPE_CHECKING:
    from desk.app import Desk
    from desk.store.store import Store

log = logging.getLogger("desk.old_scanner")
DRIVER, NAME, BAUD = "serial_line", "扫码枪", "scanner_baud"
USUAL, BAUDS = 9600, (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)
ITSELF = Actor("", "system", frozenset({rights.EDIT}))
NAMES_MOST = 9


def adopt(desk: Desk) -> bool:
    """Set it up as a device, then forget the setting; True when there was one. On a lane, before the devices are begun.

    Written first and forgotten after: a program that ends in between finds the port taken by that very device next time.
    A desk that may not write keeps the setting for the next start.
    """
    settings = desk.settings
    port = settings.now.scanner_port
    if not port:
        return False
    speed = settings.now.extra.get(BAUD)
    try:
        _write(desk.store, port, speed if speed in BAUDS else USUAL)
    except Fault as fault:
        if fault.code != "device.address_taken":
            log.warning("the scanner of the settings stays there: %s", fault.code)
            return False
    settings.change(scanner_port="", extra={key: one for key, one in settings.now.extra.items() if key != BAUD})
    log.info("the scanner of the settings is one of the devices now")
    return True


def _write(store: Store, port: str, baud: int) -> None:
    for nth in range(1, NAMES_MOST + 1):
        wanted = SetUp("", NAME if nth == 1 else f"{NAME} {nth}", Role.SCANNER, DRIVER, port, {"baud": baud})
        try:
            with store.unit(ITSELF) as u:
                set_up(u, wanted)
        except Refused as refused:
            if refused.code != "device.name_taken" or nth == NAMES_MOST:
                raise
        else:
            return
