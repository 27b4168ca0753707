"""A desk lives on one computer at a time: which one, and how a computer that it left learns of it.

Whoever opens a moved desk says so in the trail (`desk.moved_in`, with a claim drawn there). The trail travels: a computer that
still lives as this desk and reads a claim that is not its own, newer than what it was last told by a person, is the one that was
left. A restore is such a word of a person: whoever brings back an old backup here means this computer.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select

from desk.store.store import MOVED
from desk.store.tables import AuditLine, Secret
from desk.store.unit import Reading, Unit

CLAIM = "moved-in"
ACTION = "desk.moved_in"
CHUNK = 500


@dataclass(frozen=True)
class Away:
    """at: UTC ms when it was packed, or when this computer heard of it; heard: another computer has opened it."""

    at: int
    heard: bool


def away(r: Reading) -> Away | None:
    """Whether and since when this desk lives elsewhere; None while it lives here."""
    found = _secret(r, MOVED)
    return None if found is None else Away(int(found["at"]), bool(found["heard"]))


def is_packed(r: Reading) -> bool:
    """Packed here, and nobody has said yet that it was opened elsewhere."""
    found = away(r)
    return found is not None and not found.heard


def pack(u: Unit) -> None:
    """From the end of this unit on this computer only reads."""
    u.put_secret(MOVED, json.dumps({"at": u.now, "heard": False}).encode())
    u.audit("desk.packed")
    u.changed(MOVED)


def stay(u: Unit) -> None:
    """It lives here, a person says: older claims of others count no more."""
    u.conn.execute(delete(Secret).where(Secret.name == MOVED))
    found = _secret(u, CLAIM) or {"claim": ""}
    u.put_secret(CLAIM, json.dumps({**found, "at": u.now}).encode())


def claim(u: Unit) -> None:
    """It lives here, and every desk of the site hears of it."""
    u.conn.execute(delete(Secret).where(Secret.name == MOVED))
    drawn = u.new_id()
    u.put_secret(CLAIM, json.dumps({"claim": drawn, "at": u.now}).encode())
    u.audit(ACTION, "device", u.device_id, claim=drawn)
    u.changed("site")


def heard(u: Unit, ids: Sequence[str]) -> None:
    """Lines of the trail came: one of them may say that this desk was opened on another computer."""
    mine = _secret(u, CLAIM) or {"claim": "", "at": 0}
    told = away(u)
    if told is not None and told.heard:
        return
    for start in range(0, len(ids), CHUNK):
        query = select(AuditLine.at, AuditLine.detail).where(
            AuditLine.id.in_(ids[start : start + CHUNK]), AuditLine.action == ACTION, AuditLine.device_id == u.device_id
        )
        for row in u.conn.execute(query):
            if row.detail.get("claim") != mine["claim"] and row.at > int(mine["at"]):
                u.put_secret(MOVED, json.dumps({"at": row.at, "heard": True}).encode())
                u.changed(MOVED)
                return


def _secret(r: Reading, name: str) -> dict[str, Any] | None:
    try:
        return dict(json.loads(r.secret(name)))
    except KeyError:
        return None
