"""A pass used more often than it is good for, at two gates that did not hear of each other: both entries stand, and both
desks say so. The people are inside; refusing a fact would be lying."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Row, select

from desk.codes.rules import Kind
from desk.codes.tables import Code, PassUse
from desk.store import sync_conflicts
from desk.store.unit import CHUNK, Unit

ALREADY_USED = "already_used"
_C, _U = Code.__table__.c, PassUse.__table__.c


def look_twice(u: Unit, keys: Sequence[str]) -> None:
    """Raise the alarm for every entry on these passes that was one too many. One that a volunteer let in knowingly, with
    a reason, raises none."""
    for start in range(0, len(keys), CHUNK):
        some = keys[start : start + CHUNK]
        passes = select(_C.key, _C.id, _C.uses).where(_C.key.in_(some), _C.kind == Kind.PASS.value, _C.uses > 0)
        oldest_last = u.conn.execute(passes.order_by(_C.issued_at.desc(), _C.id.desc()))
        limits = {row.key: (row.id, row.uses) for row in oldest_last}
        entries = select(PassUse.__table__).where(_U.key.in_(list(limits))).order_by(_U.key, _U.at, _U.id)
        for key, group in groupby(u.conn.execute(entries).all(), lambda row: row.key):
            _judge(u, *limits[key], list(group))


def _judge(u: Unit, code_id: str, allowed: int, entries: Sequence[Row[Any]]) -> None:
    for over in entries[allowed:]:
        if not over.flag:
            about = {"first": _about(entries[0]), "second": _about(over)}
            sync_conflicts.taken_twice(u, "pass_use", code_id, ALREADY_USED, entries[0].id, over.id, about)


def _about(entry: Row[Any]) -> dict[str, Any]:
    return {
        "at": entry.at, "gate_id": entry.gate_id, "device_id": entry.device_id, "by": entry.operator_id or "",
    }  # fmt: skip
