"""Where two people changed one thing: both values, masked, with who and when, for a person to choose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.core.masking import mask_name, mask_room
from desk.operators.reads import labels
from desk.store import sync_conflicts
from desk.store.kinds import synced_tables
from desk.store.tables import Outbox
from desk.store.tables_sync import SyncConflict, SyncLog
from desk.store.unit import Reading
from desk.store.wire_rows import merge_of, sealed_columns
from desk.sync.reads_site import gate_of
from desk.sync.rules_conflicts import OTHER, SECRET, right_for, shape, told, typed
from desk.wire.sharing import Merge
from desk.wire.stamp import TAIL, clock_of

_C, _L, _O = SyncConflict.__table__.c, SyncLog.__table__.c, Outbox.__table__.c


@dataclass(frozen=True)
class Side:
    """One of the two values, as it may stand on the screen. by: the chip of who wrote it, gate: where, "" unknown;
    at: UTC ms."""

    value: Any
    shape: str
    by: str
    at: int
    gate: str = ""


@dataclass(frozen=True)
class Conflict:
    """standing: what counts now; lost: the other. whom: whose it is, masked, "" where nobody's.

    personal: masked, in full only with a reason; may: this actor may settle it; free: another value may be typed;
    gone: the thing was deleted meanwhile, so nothing is left to choose.
    """

    num: int
    kind: str
    eid: str
    field: str
    whom: str
    standing: Side
    lost: Side
    found_at: int
    personal: bool
    may: bool
    free: bool
    gone: bool = False


@dataclass(frozen=True)
class Values:
    """Both values in full, to be taken off the screen at `until` (UTC ms)."""

    num: int
    standing: Any
    lost: Any
    until: int


def conflicts(r: Reading, actor: Actor, limit: int = 200) -> tuple[Conflict, ...]:
    """The open ones on records, newest first. Passes that were used twice stand in codes.reads_twice."""
    rows = [row for row in sync_conflicts.open_conflicts(r, limit) if _is_record(row["kind"])]
    chips = labels(r) if rows else {}
    return tuple(_conflict(r, actor, row, chips) for row in rows)


def row_of(r: Reading, num: int) -> Mapping[str, Any]:
    """An open conflict as it is stored. Raises Refused("sync.settled") when it is open no more."""
    row = r.conn.execute(select(SyncConflict.__table__).where(_C.num == num, _C.state == "open")).mappings().first()
    if row is None:
        raise Refused("sync.settled")
    return {str(name): value for name, value in row.items()}


def is_personal(kind: str, field: str) -> bool:
    """Whether only desks of the site may read it, and these masked."""
    table = synced_tables().get(kind)
    return table is not None and field in sealed_columns(table)


def _is_record(kind: str) -> bool:
    table = synced_tables().get(kind)
    return table is not None and merge_of(table) is Merge.RECORD


def _conflict(r: Reading, actor: Actor, row: Mapping[str, Any], chips: Mapping[str, str]) -> Conflict:
    kind, field = row["kind"], row["field"]
    thing = _thing(r, kind, row["eid"])
    personal = is_personal(kind, field)
    return Conflict(
        row["num"], kind, row["eid"], field, _whom(kind, thing),
        _side(r, row, "standing", "winner", personal, chips), _side(r, row, "lost", "loser", personal, chips),
        row["found_at"], personal and not _hidden(field), actor.may(right_for(kind)), typed(kind, field) is not None,
        not thing or thing["deleted_at"] is not None,
    )  # fmt: skip


def _hidden(field: str) -> bool:
    return shape(field, "") == SECRET


def _side(r: Reading, row: Mapping[str, Any], value: str, stamp: str, personal: bool, chips: Mapping[str, str]) -> Side:
    at = int(clock_of(row[stamp])[:12] or "0", 16) - int(r.identity["hub_offset_ms"] or 0)
    by = chips.get(row[f"{stamp}_by"], "")
    how = shape(row["field"], row[value])
    known = chips.get(row[value], "") if how == "id" else ""
    shown = known or told(row["field"], row[value], personal)
    gate = gate_of(r, _device(r, row["eid"], row[stamp]))
    return Side(shown, "text" if known else how if how != "id" else OTHER, by, min(r.now, at), gate)


def _device(r: Reading, eid: str, stamp: str) -> str:
    """The desk that wrote with this stamp, "" when its operation is no longer here."""
    tail = stamp[-TAIL:]
    for op_id, device in r.conn.execute(select(_L.op_id, _L.device).where(_L.eid == eid)):
        if op_id.endswith(tail):
            return str(device)
    own = r.conn.execute(select(_O.op_id).where(_O.eid == eid)).scalars()
    return r.device_id if any(op_id.endswith(tail) for op_id in own) else ""


def _thing(r: Reading, kind: str, eid: str) -> Mapping[str, Any]:
    table = synced_tables()[kind].__table__
    row = r.conn.execute(select(table).where(table.c.id == eid)).mappings().first()
    return {} if row is None else {str(name): value for name, value in row.items()}


def _whom(kind: str, thing: Mapping[str, Any]) -> str:
    """Whose it is, as a standing page may say it."""
    if not thing:
        return ""
    if kind in ("person", "watch_entry"):
        return mask_name(thing["name"])
    if kind == "operator":
        return str(thing["label"])
    if kind in ("household", "goods", "permit", "recurring_pass") and thing.get("room"):
        return mask_room(thing["building"], thing["unit"], thing["room"])
    return str(thing.get("name") or thing.get("key") or thing.get("serial") or "")
