"""Writing what happened to a visit: the event, the visit as it now stands, and its search document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from desk.people import tokens
from desk.reception.rules import OPEN_STATES, VisitState
from desk.reception.rules_events import EventKind, Happened, VisitNow, reduce
from desk.reception.rules_order import next_place
from desk.reception.tables import Visit, VisitEvent
from desk.store.search import DocKind, docid
from desk.store.unit import Unit

_VISIT = Visit.__table__
_EVENT = VisitEvent.__table__
_BY_ID = select(_VISIT).where(_VISIT.c.id == bindparam("visit"))
_TOP = select(func.max(_VISIT.c.num))
KINDS = frozenset(EventKind)
HERE_ONLY = frozenset({"person_id"})  # what a desk adds to a visit for itself
_BY_VISIT = select(_EVENT).where(_EVENT.c.visit_id == bindparam("visit"))
SEARCHED = ("name", "phone", "plate", "company", "purpose", "badge_no", "pass_serial", "building", "unit", "room")
_NOT_FIELDS = frozenset(
    "id num state open_state next_step at in_at out_at out_source auto_closed_at gate_id operator_id clock_quality "
    "anonymised_at".split()
)
FIELDS = tuple(c.name for c in _VISIT.columns if c.name not in _NOT_FIELDS)


def visit_row(conn: Connection, visit_id: str) -> Mapping[str, Any] | None:
    """The visit as stored, or None."""
    row = conn.execute(_BY_ID, {"visit": visit_id}).mappings().first()
    return None if row is None else {str(name): value for name, value in row.items()}


def events_of(conn: Connection, visit_id: str) -> list[Happened]:
    """Every event of a visit, in no promised order: the reducer sorts."""
    return happenings(conn.execute(_BY_VISIT, {"visit": visit_id}).mappings())


def happenings(rows: Iterable[Mapping[Any, Any]]) -> list[Happened]:
    """Stored events as the reducer takes them. A kind that only a newer program knows says nothing here yet."""
    return [_happened(row) for row in rows if row["kind"] in KINDS]


def _happened(row: Mapping[Any, Any]) -> Happened:
    body = row["body"]
    return Happened(
        id=row["id"], step=row["step"], kind=EventKind(row["kind"]), at=row["at"], source=row["source"],
        corrects=row["corrects"], body=body if isinstance(body, dict) else {}, gate_id=row["gate_id"],
        operator_id=row["operator_id"], clock_quality=row["clock_quality"],
    )  # fmt: skip


def happen(
    u: Unit,
    visit_id: str,
    kind: EventKind,
    body: Mapping[str, Any] | None = None,
    *,
    known: Mapping[str, Any] | None = None,
    source: str = "",
    corrects: str | None = None,
    reason: str = "",
) -> VisitNow:
    """Write one event and bring the visit up to it. `known`: the visit's row, when it has one.

    The caller has judged whether the act fits the state (rules_events.hindrance).
    """
    before = events_of(u.conn, visit_id) if known is not None else []
    fresh = Happened(
        u.new_id(), 1 + max((e.step for e in before), default=0), kind, u.now, source, corrects, dict(body or {}),
        u.gate_id, u.actor.operator_id or None, u.clock_quality.value,
    )  # fmt: skip
    now = reduce([*before, fresh])
    u.add(
        VisitEvent, id=fresh.id, visit_id=visit_id, step=fresh.step, kind=kind.value, at=u.now, source=source,
        corrects=corrects, reason=reason, gate_id=fresh.gate_id, operator_id=fresh.operator_id,
        clock_quality=fresh.clock_quality, visitor_type=now.fields.get("visitor_type", ""),
        party_size=now.fields.get("party_size", 1), body=fresh.body,
    )  # fmt: skip
    _project(u, visit_id, now, known, fresh)
    u.changed("visits")
    return now


def _project(u: Unit, visit_id: str, now: VisitNow, known: Mapping[str, Any] | None, last: Happened) -> None:
    values = row_values(now, known)
    if known is None:
        num = u.project(Visit, id=visit_id, num=next_place(last.at, _newest(u)), at=last.at, **values)
    else:
        num = known["num"]
        entered = known["in_at"] is None and now.in_at is not None
        if entered:
            num = _renumber(u, known)
            values["at"] = now.in_at
        u.reproject(Visit, visit_id, **values)
        if not entered and same_document(known, now, values):
            return
    if now.state is VisitState.DRAFT:
        u.unindex(docid(DocKind.VISIT, num))
    else:
        u.index(docid(DocKind.VISIT, num), document(values))


def same_document(known: Mapping[str, Any], now: VisitNow, values: Mapping[str, Any]) -> bool:
    if VisitState.DRAFT in (known["state"], now.state):
        return False
    return all(values[name] == known[name] for name in SEARCHED)


def _renumber(u: Unit, known: Mapping[str, Any]) -> int:
    """An expected visit takes its place in the order of arrival when it comes in: lists and searches go by num."""
    newest = _newest(u)
    if known["num"] == newest:
        return newest
    num = next_place(u.now, newest)
    u.unindex(docid(DocKind.VISIT, known["num"]))
    u.conn.execute(update(Visit).where(_VISIT.c.id == known["id"]).values(num=num))
    return num


def _newest(u: Unit) -> int:
    return int(u.conn.execute(_TOP).scalar() or 0)


def row_values(now: VisitNow, known: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Columns of the visit that follow from its events. `known`: the row so far, for what this desk adds by itself."""
    values: dict[str, Any] = {**_DEFAULTS, **{k: v for k, v in now.fields.items() if k in _DEFAULTS}}
    if known is not None:
        values.update({name: known[name] for name in HERE_ONLY if name not in now.fields})
    lead = now.lead
    return {
        **values,
        "declined": list(values["declined"]),
        "state": now.state.value,
        "open_state": now.state.value if now.state in OPEN_STATES else None,
        "next_step": now.next_step,
        "in_at": now.in_at,
        "out_at": now.out_at,
        "out_source": now.out_source,
        "auto_closed_at": now.auto_closed_at,
        "gate_id": (lead.gate_id or None) if lead else None,
        "operator_id": lead.operator_id if lead else None,
        "clock_quality": lead.clock_quality if lead else "trusted",
    }


_DEFAULTS: dict[str, Any] = {
    name: None
    if _VISIT.c[name].nullable
    else {"party_size": 1, "id_kind": "none", "proof": "none", "minor_alone": False, "overnight": False, "declined": ()}
    .get(name, "")
    for name in FIELDS
}  # fmt: skip


def document(values: Mapping[str, Any]) -> str:
    """The search document of a visit."""
    room = "-".join(part for part in (values["building"], values["unit"], values["room"]) if part)
    return tokens.document(
        names=(values["name"],), phones=(values["phone"],), plates=(values["plate"],), rooms=(room,),
        words=(values["company"], values["purpose"]), codes=(values["badge_no"], values["pass_serial"]),
    )  # fmt: skip


def index_values(rows: Sequence[Mapping[str, Any]]) -> list[tuple[int, str]]:
    """(document number, words) of many visits, for bulk loading."""
    return [(docid(DocKind.VISIT, row["num"]), document(row)) for row in rows]
