"""Roll call: freeze who may be inside, mark people, end with a report. Needs no line; nothing is marked by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from desk.core.errors import Refused
from desk.reception import rights
from desk.reception.reads_inside import on_the_roll
from desk.reception.reads_rollcall import newest_open, report
from desk.reception.rules import OutSource, VisitState
from desk.reception.service_exits import leave
from desk.reception.tables import RollCall, RollCallMark, Visit
from desk.reception.views import RollReport
from desk.store.unit import Unit

_R = RollCall.__table__.c
MARKS = ("safe", "left", "not_found")


def open_call(u: Unit, *, drill: bool = False) -> RollReport:
    """Freeze the roll of this moment and show it in full (logged). While one is open, that one is returned."""
    u.actor.require(rights.ROLL_CALL)
    running = newest_open(u)
    if running is not None:
        return report(u, running)
    certain, uncertain = on_the_roll(u)
    body = {
        "certain": [row["id"] for row in certain],
        "uncertain": [row["id"] for row in uncertain],
        "people": sum(int(row["party_size"]) for row in certain),
        "perhaps": sum(int(row["party_size"]) for row in uncertain),
    }
    call_id = u.new_id()
    _write(u, call_id, "opened", call_id, body, drill)
    u.audit("rollcall.opened", "roll_call", call_id, drill=drill, people=body["people"], perhaps=body["perhaps"])
    u.changed("rollcall")
    return report(u, call_id)


def mark(u: Unit, call_id: str, visit_id: str, how: str) -> RollReport:
    """Someone was seen safe, had left, or was not found; the newest mark counts, and nothing else changes.

    `left` also checks the visit out. Raises Refused("rollcall.gone" | "rollcall.closed" | "rollcall.not_on_it").
    """
    u.actor.require(rights.ROLL_CALL)
    if how not in MARKS:
        raise ValueError(how)
    body = _open_body(u, call_id)
    if visit_id not in body["certain"] and visit_id not in body["uncertain"]:
        raise Refused("rollcall.not_on_it")
    u.add(RollCallMark, call_id=call_id, visit_id=visit_id, mark=how, at=u.now, operator_id=u.actor.operator_id or None)
    state = u.conn.execute(select(Visit.state).where(Visit.__table__.c.id == visit_id)).scalar()
    if how == "left" and state in (VisitState.ADMITTED, VisitState.AUTO_CLOSED):
        leave(u, visit_id, OutSource.DESK)
    u.changed("rollcall")
    return report(u, call_id)


def as_drill(u: Unit, call_id: str) -> RollReport:
    """This one is an exercise: said after it was opened, because opening must not wait for a question.

    Raises Refused("rollcall.gone" | "rollcall.closed").
    """
    u.actor.require(rights.ROLL_CALL)
    _open_body(u, call_id)
    if not report(u, call_id).drill:
        _write(u, u.new_id(), "drill", call_id, {}, True)
        u.audit("rollcall.drill", "roll_call", call_id)
        u.changed("rollcall")
    return report(u, call_id)


def close_call(u: Unit, call_id: str) -> RollReport:
    """End it and keep its figures; a second press answers with the same report. Raises Refused("rollcall.gone")."""
    u.actor.require(rights.ROLL_CALL)
    final = report(u, call_id)
    if final.closed_at is not None:
        return final
    body = {
        "people": final.people, "safe": final.safe, "left": final.left, "not_found": final.not_found,
        "open": final.open, "uncertain": final.uncertain,
    }  # fmt: skip
    _write(u, u.new_id(), "closed", call_id, body, final.drill)
    u.audit("rollcall.closed", "roll_call", call_id, **body)
    u.changed("rollcall")
    return report(u, call_id)


def _write(u: Unit, row_id: str, kind: str, call_id: str, body: Mapping[str, Any], drill: bool) -> None:
    u.add(
        RollCall, id=row_id, kind=kind, call_id=call_id, at=u.now, gate_id=u.gate_id,
        operator_id=u.actor.operator_id or None, drill=drill, body=dict(body),
    )  # fmt: skip


def _open_body(u: Unit, call_id: str) -> Mapping[str, Any]:
    rows = {row.kind: row.body for row in u.conn.execute(select(RollCall.__table__).where(_R.call_id == call_id))}
    if "opened" not in rows:
        raise Refused("rollcall.gone")
    if "closed" in rows:
        raise Refused("rollcall.closed")
    return dict(rows["opened"])
