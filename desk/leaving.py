"""The hub has sent this desk away with the order to wipe: what no hub has goes into a file that only the hub can open, then
the key is destroyed and everything else deleted. An order to keep needs nothing of this: the desk only reads."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

from desk.app import Desk
from desk.core.errors import Fault, Refused
from desk.faces import vault
from desk.store import key as keys
from desk.store import outbox
from desk.store.faults import as_trouble
from desk.sync import orders, stick
from desk.sync.blobs import FOLDER
from desk.wire.carry import SUFFIX
from desk.wire.statements import WIPE

log = logging.getLogger("desk.leaving")
FILES = ("desk.db*", "founding.db*", "joining.db*", "instance")


def ordered(desk: Desk) -> bool:
    """Whether a wipe is ordered that this desk believes."""
    return orders.standing(desk.store) == WIPE


def leave_behind(desk: Desk) -> Path | None:
    """Unsent changes, sealed to the hub's key, into the data folder; None when everything was sent. Raises Trouble."""
    with desk.store.reading() as r:
        if not outbox.waiting(r):
            return None
        day = desk.time.local(r.now).strftime("%Y%m%d-%H%M%S")
    return stick.export(desk.store, desk.home.root / f"unsent-{day}{SUFFIX}", hub_only=True).path


def wipe(desk: Desk) -> Path | None:
    """Carry the order out; returns the file with what was unsent. The desk is closed afterwards and not founded any more.

    Raises Refused("sync.no_wipe_order"). A file that cannot be written does not stop it: an order that a full disk could
    put off would be worth nothing.
    """
    if not ordered(desk):
        raise Refused("sync.no_wipe_order")
    left: Path | None = None
    try:
        shutil.rmtree(desk.home.backups, ignore_errors=True)  # first: it makes room
        left = leave_behind(desk)
    except Fault as fault:
        log.warning("unsent changes were not kept: %s", fault.code)
    clear(desk)
    return left


def clear(desk: Desk) -> None:
    """Destroy the keys and delete everything of this desk from this computer; it is closed and not founded any more."""
    _forget_faces(desk)
    desk.close()
    with as_trouble():
        keys.forget_key(desk.home)
        for pattern in FILES:
            for path in desk.home.root.glob(pattern):
                path.unlink(missing_ok=True)
    for folder in (
        desk.home.backups,
        desk.home.prints,
        desk.home.staging,
        desk.home.root / FOLDER,
        desk.home.root / "faces",
    ):
        shutil.rmtree(folder, ignore_errors=True)


def _forget_faces(desk: Desk) -> None:
    try:
        vault.destroy(desk.home)
    except Fault as fault:
        log.warning("the vault of faces was not destroyed: %s", fault.code)
