"""What another desk of the site writes, taken in here as a pull would."""

from __future__ import annotations

from typing import Any

from desk import app
from desk.core.ids import new_id
from desk.store import applying, sync_conflicts
from desk.store.applying import Arrival
from desk.store.schema import Base
from desk.store.unit import Unit
from desk.store.wire_rows import wire_fields
from desk.wire.ops import Op
from desk.wire.stamp import stamp

OTHER_DEVICE = "ee" * 16
LATER_MS = 60_000


def set_there(
    u: Unit,
    table: type[Base],
    eid: str,
    by: str = "",
    base: dict[str, str] | None = None,
    later_ms: int = LATER_MS,
    **fields: Any,
) -> None:
    """Somebody at another desk changes fields of a record, without having seen what stands here unless `base` says so."""
    op = Op(
        new_id(u.now), f"{u.now + later_ms:012x}0000-{OTHER_DEVICE[-8:]}", table.__tablename__, "set", eid, by, u.now,
        wire_fields(table, {**fields, "id": eid}, u.sealer), base or {},
    )  # fmt: skip
    arrivals = [Arrival(op, stamp(op.hlc, op.id))]
    outcome = applying.apply(u, arrivals)
    sync_conflicts.settle(u, arrivals)
    sync_conflicts.found(u, outcome.clashes)
    for kind, eids in outcome.touched.items():
        if hook := app.hooks().get(kind):
            hook(u, eids)
