"""What the hub itself writes into a log: notices and policy of a district, erasure asked for at the admin page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from desk.core.errors import Refused
from desk.core.ids import new_id
from desk.hub import incoming
from desk.hub.batch import Batch, Caller
from desk.hub.entering import Entry
from desk.hub.tables import SITE
from desk.wire import merge
from desk.wire.answers import ERASURE
from desk.wire.hlc import Hlc
from desk.wire.kinds import Kinds
from desk.wire.messages import Line, Push
from desk.wire.ops import Op

HUB_DEVICE = "0" * 32
BY_HUB = "hub"
EIDS = 500  # entities in one erasing operation


@dataclass(frozen=True)
class Words:
    """One thing for the hub to write. eid '': a new one; act: as of operations."""

    kind: str
    act: str = merge.ADD
    eid: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)


def publish(
    conn: Connection, entry: Entry, kinds: Kinds, place_id: str, words: Sequence[Words], now: int
) -> tuple[int, list[str]]:
    """Write into the log of a site or district; returns its new head and the ids of the things written on.

    Raises Refused("hub.scope") for an unknown place, Refused of Kind.fault for what may not be written.
    """
    row = conn.execute(
        select(SITE.c.newest_ms, SITE.c.newest_clock).where(SITE.c.site_id == bytes.fromhex(place_id)).with_for_update()
    ).first()
    if row is None:
        raise Refused("hub.scope")
    clock = Hlc.parse(row.newest_clock) if row.newest_clock else Hlc(0, 0, "")
    clock = Hlc(clock.ms, clock.counter, HUB_DEVICE)
    ops = []
    for said in words:
        clock = clock.tick(max(now, row.newest_ms))
        op = Op(new_id(now), str(clock), said.kind, said.act, said.eid or new_id(now), BY_HUB, now, said.fields)
        state, code = incoming.judge(op, kinds)
        if state:
            raise Refused(code)
        ops.append(op)
    push = Push(HUB_DEVICE, 0, "", tuple(Line(op.canonical()) for op in ops), offered=True)
    batch = Batch(Caller(place_id, HUB_DEVICE), push, incoming.read(push, kinds, by_hub=True), now)
    head, _ = entry.enter(conn, batch)
    return head, [op.eid for op in ops]


def erasing(eids: Sequence[str]) -> list[Words]:
    """Operations that erase everything on these things, on every desk and here."""
    parts = (eids[start : start + EIDS] for start in range(0, len(eids), EIDS))
    return [Words(ERASURE, merge.REDACT, "", {"eids": list(part)}) for part in parts]
