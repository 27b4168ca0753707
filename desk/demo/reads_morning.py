"""Whether a task of the first morning was done: asked of what the services wrote, never of what was pressed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from desk.codes.rules import Answer, Kind
from desk.codes.tables import Scan
from desk.demo.morning import Task
from desk.reception.rules import Proof, VisitorType
from desk.reception.tables import Tally
from desk.store.tables import AuditLine
from desk.store.unit import Reading


@dataclass(frozen=True)
class Place:
    """The last line of each trail when the task came to the front."""

    audit: int = 0
    tally: int = 0
    scan: int = 0


ACTIONS: Mapping[Task, tuple[str, ...]] = {
    Task.SIGN_ON: ("session.signed_on", "session.switched", "session.unlocked"),
    Task.GUEST: ("visit.admitted",),
    Task.PASS: ("visit.admitted",),
    Task.PARCEL: ("goods.parked",),
    Task.FETCHED: ("goods.handed_out",),
    Task.LEAVE: ("visit.left",),
    Task.SOS: ("alarm.closed",),
    Task.HANDOVER: ("handover.made",),
}
DETAIL: Mapping[Task, tuple[str, str]] = {
    Task.GUEST: ("type", VisitorType.GUEST.value),
    Task.PASS: ("proof", Proof.PASS.value),
}


def place(r: Reading) -> Place:
    """Where the trails end now."""
    return Place(*(r.conn.execute(select(func.max(table.num))).scalar() or 0 for table in (AuditLine, Tally, Scan)))


def happened(r: Reading, task: Task, since: Place) -> bool:
    """Whether it was done after that place."""
    if task is Task.COURIER:
        wanted = select(Tally.num).where(Tally.num > since.tally, Tally.kind == VisitorType.COURIER.value, Tally.n > 0)
        return r.conn.execute(wanted).first() is not None
    if task is Task.HOUSEHOLD:
        scanned = select(Scan.num).where(
            Scan.num > since.scan, Scan.kind == Kind.INDOOR.value, Scan.answer == Answer.VALID.value
        )
        return r.conn.execute(scanned).first() is not None
    lines = select(AuditLine.detail).where(AuditLine.num > since.audit, AuditLine.action.in_(ACTIONS[task]))
    return any(_fits(task, detail) for detail in r.conn.execute(lines).scalars())


def _fits(task: Task, detail: Mapping[str, Any]) -> bool:
    wanted = DETAIL.get(task)
    return wanted is None or detail.get(wanted[0]) == wanted[1]
