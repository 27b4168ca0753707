"""Who wrote what a manager writes: a change of the settings, the operators, a hold, by somebody whose role does not go so far.

A task for a person, never a refusal: what the author's desk knew of the role when it let them is not what the log says
by now, and a hub that refused by its own state would answer otherwise after every restore (decisions/015). The task is
open while the change stands and the author, by all the hub has heard, had no such role at the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select, update

from desk.core.ids import is_id
from desk.hub import bulk
from desk.hub.effects import TASK_COLUMNS
from desk.hub.project import Pictures
from desk.hub.tables import OP_LOG, TASK
from desk.wire import merge, ops
from desk.wire.merge import Entity
from desk.wire.ops import Op
from desk.wire.stamp import stamp

RIGHT_MISSING = "right_missing"
OPERATOR = "operator"
MANAGER = frozenset({"manager"})
VOUCHERS = frozenset({"guard", "shift_lead", "manager"})
VOLUNTEER = "volunteer"
CHIP = 80  # characters of one that are shown
WRITERS: Mapping[str, frozenset[str]] = {
    "site": MANAGER, "gate": MANAGER, "setting": MANAGER, OPERATOR: MANAGER, "legal_hold": MANAGER,
}  # fmt: skip
Said = tuple[Op, str]  # an operation and its stamp


def look(conn: Connection, pictures: Pictures, applied: Iterable[tuple[Op, bytes, str]], at: int) -> None:
    """After a batch (operation, entity, clock value): open and close the tasks of what it may bear on."""
    fresh = [(op, stamp(clock, op.id)) for op, _, clock in applied if op.kind in WRITERS]
    if not fresh:
        return
    site = pictures.site
    held = _open_tasks(conn, site)
    looked = {op.id: (op, written) for op, written in (*_ops(conn, site, held), *fresh)}
    roles = _Roles(conn, pictures, {op.by for op, _ in looked.values()}, fresh)
    standing = _standing(conn, pictures, [op for op, _ in looked.values()])
    rows: list[tuple[Any, ...]] = []
    for op_id, (op, written) in looked.items():
        eid = bytes.fromhex(op_id)
        wrong = written in standing.get((op.eid, op.kind), ()) and not may(op, roles.at(op.by, written))
        if wrong != (eid in held):
            opened, closed = held.get(eid, at), None if wrong else at
            rows.append((site, RIGHT_MISSING, eid, op.kind, roles.label(op.by), opened, closed))
    bulk.put(conn, TASK, TASK_COLUMNS, rows)


def forget(conn: Connection, pictures: Pictures, at: int) -> None:
    """After an erasure: a change of what was erased stands no more, and who was erased has no chip."""
    mine = (TASK.c.site_id == pictures.site, TASK.c.sort == RIGHT_MISSING)
    for (eid, kind), thing in pictures.before.items():
        if kind == OPERATOR and eid in pictures.newly_erased:
            conn.execute(update(TASK).where(*mine, TASK.c.item == _chip(thing)).values(item=""))
    held = _open_tasks(conn, pictures.site)
    gone = held.keys() - {bytes.fromhex(op.id) for op, _ in _ops(conn, pictures.site, held)}
    if gone:
        conn.execute(update(TASK).where(*mine, TASK.c.eid.in_(sorted(gone))).values(closed_at=at))


def may(op: Op, role: str | None) -> bool:
    """Whether a role goes so far. None: what the author's role was is not known here, and doubt speaks for them."""
    if role is None or role in WRITERS[op.kind]:
        return True
    if op.kind != OPERATOR:
        return False
    if op.act == merge.SET and op.eid == op.by and op.f.keys() <= {"pin_hash"}:
        return role != ""  # one's own PIN
    return op.act == merge.ADD and role in VOUCHERS and op.f.get("role") == VOLUNTEER and bool(op.f.get("valid_until"))


class _Roles:
    """What is known of the roles of some operators over time: from their lines, or what stands where those are gone."""

    def __init__(self, conn: Connection, pictures: Pictures, authors: Iterable[str], fresh: Sequence[Said]) -> None:
        eids = [bytes.fromhex(author) for author in authors if is_id(author)]
        self._now = _pictures(conn, pictures, [(eid, OPERATOR) for eid in eids])
        self._told: dict[str, list[Said]] = {}
        lines = bulk.find(conn, OP_LOG, ("op_id", "clock", "eid", "body"), pictures.site, "eid", eids)
        logged = _parsed((row[0], row[1], row[3]) for row in lines)
        for op, written in (*logged, *(one for one in fresh if one[0].kind == OPERATOR)):
            self._told.setdefault(op.eid, []).append((op, written))

    def label(self, author: str) -> str:
        """What the chip of the author says."""
        return _chip(self._known(author))

    def at(self, author: str, written: str) -> str | None:
        """The role then; "" for one who did not work here any more; None: not known."""
        known = self._known(author)
        role, active = self._value(author, known, "role", written), self._value(author, known, "active", written)
        return None if role is None else "" if active is False else str(role)

    def _known(self, author: str) -> Entity:
        return self._now.get((author, OPERATOR), merge.NOTHING)

    def _value(self, author: str, known: Entity, name: str, written: str) -> Any:
        if name in known.stamps and known.stamps[name] < written:
            return known.fields[name]
        before = [(when, op.f[name]) for op, when in self._told.get(author, ()) if name in op.f and when < written]
        return max(before, key=lambda one: one[0])[1] if before else None


def _chip(operator: Entity) -> str:
    return str(operator.fields.get("label", "")).replace("\0", "")[:CHIP]


def _open_tasks(conn: Connection, site: bytes) -> dict[bytes, int]:
    """Operation -> when its task was opened."""
    where = (TASK.c.site_id == site, TASK.c.sort == RIGHT_MISSING, TASK.c.closed_at.is_(None))
    return {
        bytes(row.eid): int(row.opened_at) for row in conn.execute(select(TASK.c.eid, TASK.c.opened_at).where(*where))
    }


def _ops(conn: Connection, site: bytes, op_ids: Iterable[bytes]) -> list[Said]:
    """Operations of the log whose bodies are still there."""
    return _parsed(bulk.find(conn, OP_LOG, ("op_id", "clock", "body"), site, "op_id", op_ids))


def _parsed(rows: Iterable[Sequence[Any]]) -> list[Said]:
    found = []
    for op_id, clock, body in rows:
        if body:
            try:
                found.append((ops.parse(bytes(body)), stamp(clock, bytes(op_id).hex())))
            except ops.BadOp:
                continue
    return found


def _standing(conn: Connection, pictures: Pictures, looked: Sequence[Op]) -> dict[tuple[str, str], set[str]]:
    """Thing -> the stamps of the writes that stand in it."""
    places = [(bytes.fromhex(op.eid), op.kind) for op in looked]
    return {
        place: {*thing.stamps.values(), thing.deleted, thing.revived}
        for place, thing in _pictures(conn, pictures, places).items()
    }


def _pictures(
    conn: Connection, pictures: Pictures, places: Sequence[tuple[bytes, str]]
) -> dict[tuple[str, str], Entity]:
    """As this batch leaves them."""
    others = Pictures(pictures.site)
    others.load(conn, [eid for eid, _ in places])
    return {(eid.hex(), kind): others.before[eid, kind] for eid, kind in places if (eid, kind) in others.before}
