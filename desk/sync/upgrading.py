"""After an upgrade: what a newer desk wrote and this program had put aside is tried again. Nothing is ever thrown away."""

from __future__ import annotations

from collections.abc import Sequence

from desk.core.actor import Actor
from desk.store import applying, sync_conflicts, sync_rows
from desk.store.applying import Arrival
from desk.store.store import Store
from desk.sync.telling import Hooks, tell
from desk.sync.transport import Tables
from desk.wire.ops import BadOp, parse
from desk.wire.stamp import stamp

TURN = 100  # lines in a unit


def take_up(store: Store, actor: Actor, hooks: Hooks, tables: Tables | None = None) -> int:
    """Apply whatever fits now; the rest stays aside. Returns how many lines were taken up."""
    with store.reading() as r:
        rows = [row for row in sync_rows.aside(r) if row["body"]]
    arrivals = []
    for row in rows:
        try:
            arrivals.append(Arrival(parse(bytes(row["body"])), stamp(row["clock"], row["op_id"])))
        except BadOp:
            continue
    return sum(
        _turn(store, actor, hooks, tables, arrivals[start : start + TURN]) for start in range(0, len(arrivals), TURN)
    )


def _turn(store: Store, actor: Actor, hooks: Hooks, tables: Tables | None, arrivals: Sequence[Arrival]) -> int:
    with store.unit(actor) as u:
        outcome = applying.apply(u, arrivals, tables=tables, again=True)
        failed = tell(u, hooks, outcome.touched, tables)
        waiting = {one.op.id for one, _ in outcome.aside} | {one.op.id for one in arrivals if one.op.kind in failed}
        taken = [one.op.id for one in arrivals if one.op.id not in waiting]
        sync_rows.take_up(u, taken)
        sync_conflicts.found(u, outcome.clashes)
        if taken:
            u.changed("sync")
    return len(taken)
