"""Telling the rooms what came from elsewhere. A room that stumbles over its rows must not stop everybody's line."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence

from desk.store import blob_fetching
from desk.store.unit import Unit
from desk.sync.transport import Tables

log = logging.getLogger("desk.sync")
Hooks = Mapping[str, Callable[[Unit, Sequence[str]], None]]
ROOM_FAILED = "sync.room_failed"
STUMBLES = (ValueError, TypeError, KeyError, AttributeError, IndexError, ArithmeticError)


def tell(u: Unit, hooks: Hooks, touched: Mapping[str, Sequence[str]], tables: Tables | None = None) -> frozenset[str]:
    """Each room hears of its kinds, and files that the rows name are fetched later. Returns the kinds whose room failed:
    what it had begun is undone, the rows stay, and whoever calls puts the lines aside, so that a mended program tells the
    room again."""
    blob_fetching.arrived(u, touched, tables)
    failed = set()
    for kind, eids in touched.items():
        if kind in hooks and not _told(u, hooks[kind], kind, eids):
            failed.add(kind)
    if touched:
        u.changed("arrived")
    return frozenset(failed)


def _told(u: Unit, hook: Callable[[Unit, Sequence[str]], None], kind: str, eids: Sequence[str]) -> bool:
    try:
        with u.conn.begin_nested():
            hook(u, eids)
    except STUMBLES as error:  # its words may hold personal data: only its kind is logged
        log.error("rows of %s came and their room failed: %s", kind, type(error).__name__)
        return False
    return True
