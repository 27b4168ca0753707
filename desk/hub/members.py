"""Sites, districts and devices: who is known here, who may read what, and what devices said of themselves."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from desk.core.errors import Refused
from desk.hub import pull
from desk.hub.batch import Caller
from desk.hub.tables import DEVICE, SITE
from desk.wire.answers import Hello

SITE_SORT, DISTRICT_SORT = "site", "district"
_STANDING = (
    select(DEVICE.c.state, SITE.c.district_id)
    .join(SITE, SITE.c.site_id == DEVICE.c.site_id)
    .where(DEVICE.c.site_id == bindparam("site"), DEVICE.c.device_id == bindparam("device"))
)

_HEADS = select(SITE.c.site_id, SITE.c.head).where(SITE.c.site_id.in_(bindparam("sites", expanding=True)))


def admit(conn: Connection, site_id: str, device_id: str, name: str, pubkey: str, district_id: str, now: int) -> None:
    """Enter a device, and its site and district when they are new; a known device gets the name and key told."""
    where = (DEVICE.c.site_id == bytes.fromhex(site_id), DEVICE.c.device_id == bytes.fromhex(device_id))
    told = {key: value for key, value in (("name", name), ("pubkey", pubkey)) if value}
    known = conn.execute(
        select(DEVICE.c.state).where(*where).with_for_update()
    ).first()  # before the site, as a push does
    if district_id:
        make_site(conn, district_id, now, sort=DISTRICT_SORT)
    make_site(conn, site_id, now, district_id=district_id)
    if known:
        if told:
            conn.execute(update(DEVICE).where(*where).values(told))
        return
    ids = {"site_id": bytes.fromhex(site_id), "device_id": bytes.fromhex(device_id)}
    conn.execute(insert(DEVICE).values({**ids, **told, "made_at": now}))


def make_site(
    conn: Connection, site_id: str, now: int, *, name: str = "", district_id: str = "", sort: str = SITE_SORT
) -> None:
    """Enter a site or district unless it is known; a known site without a district gets the one told."""
    row, district = bytes.fromhex(site_id), bytes.fromhex(district_id) if district_id else None
    found = conn.execute(select(SITE.c.district_id).where(SITE.c.site_id == row).with_for_update()).first()
    if found is None:
        scope = ("d:" if sort == DISTRICT_SORT else "s:") + site_id
        values: dict[str, Any] = {
            "site_id": row, "sort": sort, "district_id": district, "name": name, "made_at": now,
            "head_chain": pull.start(scope),
        }  # fmt: skip
        conn.execute(insert(SITE).values(values))
    elif found.district_id is None and district:
        conn.execute(update(SITE).where(SITE.c.site_id == row).values(district_id=district))


def scopes(conn: Connection, caller: Caller) -> list[str]:
    """What this device may pull. Raises Refused("hub.device_unknown" | "hub.revoked")."""
    row = conn.execute(_STANDING, {"site": caller.site, "device": caller.device}).first()
    if row is None:
        raise Refused("hub.device_unknown")
    if row.state != "live":
        raise Refused("hub.revoked")
    return [f"s:{caller.site_id}", *([f"d:{bytes(row.district_id).hex()}"] if row.district_id else [])]


def may_read(conn: Connection, caller: Caller, scope: str) -> None:
    """Raises Refused("hub.scope") for a scope that is not this device's, and as `scopes` does."""
    if scope not in scopes(conn, caller):
        raise Refused("hub.scope")


def heads(conn: Connection, wanted: list[str]) -> dict[str, int]:
    """Scope -> the newest number in its log."""
    found = conn.execute(_HEADS, {"sites": [pull.site_of(scope) for scope in wanted]})
    by_site = {bytes(row.site_id): int(row.head) for row in found}
    return {scope: by_site.get(pull.site_of(scope), 0) for scope in wanted}


def heard(conn: Connection, caller: Caller, said: Hello, now: int) -> dict[str, int]:
    """Keep what a device says of itself; returns scope -> head of all it may pull."""
    mine = scopes(conn, caller)
    values = {
        "app": _plain(said.app), "max_op": said.max_op, "clock_off": said.desk_ms - now, "waiting": said.waiting,
        "oldest_at": said.oldest_at, "conflicts": said.conflicts, "refused": said.refused, "seen_at": now,
        "counts": json.dumps(dict(list(said.tables.items())[:100])),
    }  # fmt: skip
    if said.name:
        values["name"] = _plain(said.name)
    where = (DEVICE.c.site_id == caller.site, DEVICE.c.device_id == caller.device)
    conn.execute(update(DEVICE).where(*where).values(values))
    return heads(conn, mine)


def _plain(word: str) -> str:
    """As it is kept and shown: PostgreSQL takes no NUL in a text."""
    return word.replace("\0", "")[:80]
