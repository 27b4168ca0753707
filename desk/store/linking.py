"""The rows of being enrolled: the address and key of a hub, and the store of a desk that joins an estate it has yet to learn."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select, update

from desk.core.clock import Clock
from desk.core.events import Bus
from desk.core.ids import new_id
from desk.store import migrate, practice, sync_rows
from desk.store.faults import as_trouble
from desk.store.store import Store
from desk.store.tables import Gate, Secret, SyncSelf
from desk.store.tables_sync import SyncLink
from desk.store.unit import Unit
from desk.wire import chain
from desk.wire.hlc import Hlc

UNKNOWN_SITE = "0" * 32


def keep_link(u: Unit, url: str, pin: str, key_id: str, hub_ms: int, **values: Any) -> None:
    """Where the hub is, and the row of the link: made, or written over when the desk enrols anew.

    Raises Refused("practice.no_hub") in a practice estate.
    """
    practice.refuse(u, practice.NO_HUB)
    u.conn.execute(
        update(SyncSelf).values(hub_url=url, hub_spki_sha256=pin, key_id=key_id, hub_offset_ms=hub_ms - u.now)
    )
    if sync_rows.link(u) is None:
        u.conn.execute(insert(SyncLink).values(one=1, **values))
    else:
        sync_rows.set_link(u, **values)


def drop_secret(u: Unit, name: str) -> None:
    u.conn.execute(delete(Secret).where(Secret.name == name))


def blank(path: Path, key: bytes, clock: Clock, bus: Bus | None = None) -> Store:
    """The store of a desk that joins: schema and an identity of its own, without site, keys or gate."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with as_trouble():
        migrate.upgrade(path, key)
        store = Store(path, key, clock, bus)
        now = clock.now_ms()
        ids = {name: new_id(now) for name in ("gate_id", "device_id", "incarnation")}
        with store.founding() as conn:
            conn.execute(
                insert(SyncSelf).values(
                    one=1, site_id=UNKNOWN_SITE, **ids, hlc_last=str(Hlc(0, 0, ids["device_id"][-8:])), last_seq=0,
                    last_hash=chain.start(ids["incarnation"]), audit_hash=bytes(chain.SIZE), newest_ms=0,
                )
            )  # fmt: skip
    return store


def settle_in(u: Unit, site_id: str, held: Mapping[str, bytes]) -> None:
    """The site's id and its keys, once the box was opened; what the desk writes itself comes in a later unit."""
    u.conn.execute(update(SyncSelf).values(site_id=site_id))
    for name, value in held.items():
        u.put_secret(name, value)


def settled(u_or_r: Any) -> bool:
    """Whether the site is known."""
    return bool(u_or_r.site_id != UNKNOWN_SITE)


def add_gate(u: Unit, name: str, phone: str) -> None:
    """The new gate's own record; nothing when it stands already (a join that goes on after a cut)."""
    if u.conn.execute(select(Gate.id).where(Gate.id == u.gate_id)).first() is None:
        u.add(Gate, id=u.gate_id, name=name, phone=phone)
        u.audit("store.joined", "site", u.site_id)
