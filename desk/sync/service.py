"""What a person does about agreeing with the hub: settle a conflict, see it in full for a reason, take note.

Each verb takes an open unit; none opens or commits one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, select, update

from desk.core.errors import Refused
from desk.people.rules import REVEAL_MS, REVEAL_REASONS
from desk.store import sync_conflicts
from desk.store.from_wire import to_columns
from desk.store.kinds import synced_tables
from desk.store.schema import Base
from desk.store.tables import SyncSelf
from desk.store.tables_sync import SyncConflict, SyncLink, SyncRefusal
from desk.store.unit import Unit
from desk.sync.reads_conflicts import Values, is_personal, row_of
from desk.sync.rules_conflicts import right_for, told, typed

Hooks = Mapping[str, Callable[[Unit, Sequence[str]], None]]
STANDING, LOST = "standing", "lost"
_C = SyncConflict.__table__.c


def settle(u: Unit, num: int, choice: str, hooks: Hooks) -> None:
    """One of both values is right: `standing` (what counts now) or `lost`. An ordinary change that every desk hears of.

    hooks: desk.app.hooks(), so that what a room derives from its rows follows. Raises Refused: sync.settled,
    right.missing.
    """
    row = row_of(u, num)
    u.actor.require(right_for(row["kind"]))
    _write(u, row, row[LOST] if choice == LOST else row[STANDING], choice, hooks)


def settle_with(u: Unit, num: int, text: str, hooks: Hooks) -> None:
    """Neither is right: this is. Raises Refused as settle, `sync.not_typed`, `sync.value_empty`, and of the field's own
    rules (people.phone_odd ...)."""
    row = row_of(u, num)
    u.actor.require(right_for(row["kind"]))
    clean = typed(row["kind"], row["field"])
    if clean is None:
        raise Refused("sync.not_typed")
    value = clean(text)
    if value in ("", []):
        raise Refused("sync.value_empty")
    _write(u, row, value, "other", hooks)


def reveal(u: Unit, num: int, reason: str) -> Values:
    """Both values in full for 30 s, with a reason of people.rules.REVEAL_REASONS, written into the trail.

    Raises Refused: right.missing, people.reason_missing, sync.settled.
    """
    u.actor.require("people.reveal")
    if reason not in REVEAL_REASONS:
        raise Refused("people.reason_missing")
    row = row_of(u, num)
    personal = is_personal(row["kind"], row["field"])
    u.audit("conflict.revealed", row["kind"], row["eid"], field=row["field"], reason=reason)
    standing, lost = (told(row["field"], row[side], personal, full=True) for side in (STANDING, LOST))
    return Values(num, standing, lost, u.now + REVEAL_MS)


def noted(u: Unit, num: int) -> None:
    """A pass was used at two gates: a person has taken note; there is nothing to choose. Right codes.read."""
    row = row_of(u, num)
    u.actor.require(right_for(row["kind"]))
    sync_conflicts.noted(u, num)
    u.audit("conflict.noted", row["kind"], row["eid"])
    u.changed("sync")


def refusals_seen(u: Unit, op_ids: Sequence[str]) -> int:
    """Somebody has read why these lines were not applied at the hub. Right settings.desk. Returns how many were new."""
    u.actor.require("settings.desk")
    fresh = update(SyncRefusal).where(SyncRefusal.op_id.in_(op_ids), SyncRefusal.seen_at.is_(None))
    count = int(u.conn.execute(fresh.values(seen_at=u.now)).rowcount)
    if count:
        u.audit("sync.refusals_seen", count=count)
        u.changed("sync")
    return count


def unlink(u: Unit) -> None:
    """No hub from now on; everything stays here. Right settings.site.

    What was taken in keeps its place and the key stays, so that a desk linked anew goes on where it was.
    """
    u.actor.require("settings.site")
    if u.conn.execute(delete(SyncLink)).rowcount:
        u.conn.execute(update(SyncSelf).values(hub_url=None, hub_spki_sha256=None, key_id=None))
        u.audit("sync.unlinked")
        u.changed("sync")


def _write(u: Unit, row: Mapping[str, Any], value: Any, choice: str, hooks: Hooks) -> None:
    kind, eid, field = row["kind"], row["eid"], row["field"]
    table: type[Base] = synced_tables()[kind]
    versions = _versions(u, table, eid)
    if versions is not None:
        u.insist(table, eid, **to_columns(table, {field: value}))
        if kind in hooks:
            hooks[kind](u, [eid])
        sync_conflicts.settle_field(u, eid, field, versions.get(field, ""))
    others = (_C.kind == kind, _C.eid == eid, _C.field == field, _C.state == "open", _C.num <= row["num"])
    u.conn.execute(update(SyncConflict).where(*others).values(state="settled"))
    u.audit("conflict.settled", kind, eid, field=field, choice=choice)
    u.changed("sync", kind)


def _versions(u: Unit, table: type[Base], eid: str) -> Mapping[str, str] | None:
    """Stamps of its fields; None once it was deleted, which stands against every change."""
    rows = table.__table__
    found = u.conn.execute(select(rows.c.versions, rows.c.deleted_at).where(rows.c.id == eid)).first()
    return None if found is None or found.deleted_at is not None else dict(found.versions)
