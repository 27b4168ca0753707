"""Verbs after admission: leaving, closing by hand or by the night, taking back, correcting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from desk.core.clock import ClockQuality
from desk.core.errors import Refused
from desk.reception import rights
from desk.reception.reads_rows import stay_of
from desk.reception.rules import (
    PARTY_MAX,
    Draft,
    IdKind,
    OutSource,
    VisitorType,
    VisitState,
    missing_fields,
    text_too_long,
)
from desk.reception.rules_clean import clean, cleaned
from desk.reception.rules_events import EventKind, VisitNow, already, hindrance, last_undoable, reduce
from desk.reception.rules_presence import MAX_STAY_MS, due_at, may_auto_close
from desk.reception.service_events import events_of, happen, visit_row
from desk.reception.service_links import draft_fields, limit_h, site_time
from desk.reception.tables import Visit
from desk.store.unit import Unit

_VISIT = Visit.__table__
CLOSE_BATCH = 50  # some 100 ms of the write lane
_INSIDE = (VisitState.ADMITTED, VisitState.AUTO_CLOSED)


def checkout(u: Unit, visit_id: str, source: OutSource = OutSource.DESK, items_out: str = "") -> VisitNow:
    """The visitor left. A second press, or a second gate, changes nothing; after an automatic closing it is the truth.

    Raises Refused("visit.gone" | "visit.not_inside").
    """
    u.actor.require(rights.CHECKOUT)
    return leave(u, visit_id, source, items_out)


def leave(u: Unit, visit_id: str, source: OutSource, items_out: str = "") -> VisitNow:
    """`checkout` for verbs that have asked for a right of their own (admission, roll call)."""
    row = needed(u, visit_id)
    body = {"items_out": clean(items_out)} if items_out.strip() else {}
    now = _act(u, row, EventKind.LEFT, body, source=source.value)
    u.audit("visit.left", "visit", visit_id, source=source.value)
    return now


def bulk_checkout(u: Unit, visit_ids: Sequence[str], reason: str) -> int:
    """Close many at once; returns how many were open. Raises Refused("visit.reason_missing")."""
    u.actor.require(rights.BULK)
    if not reason.strip():
        raise Refused("visit.reason_missing")
    closed = 0
    for visit_id in dict.fromkeys(visit_ids):
        row = visit_row(u.conn, visit_id)
        if row is None or row["state"] not in _INSIDE:
            continue
        happen(u, visit_id, EventKind.LEFT, known=row, source=OutSource.BULK.value, reason=clean(reason))
        closed += 1
    u.audit("visit.bulk_closed", "visit", count=closed)
    return closed


def auto_close(u: Unit) -> int:
    """The night's closing of visits past their limit (rules_presence.may_auto_close); returns how many.

    At most CLOSE_BATCH a unit, so that the gate never waits: call again while it returns that many. Does nothing on a doubtful clock.
    """
    u.actor.require(rights.CHECKOUT)
    if u.clock_quality is not ClockQuality.TRUSTED:
        return 0
    time = site_time(u)
    rows = u.conn.execute(
        select(_VISIT).where(_VISIT.c.open_state == VisitState.ADMITTED.value, _VISIT.c.due_at < u.now)
    ).mappings()
    due = [dict(row) for row in rows]
    picked = [row for row in due if may_auto_close(stay_of(row), u.now, u.clock_quality, time)][:CLOSE_BATCH]
    for row in picked:
        happen(
            u, row["id"], EventKind.AUTO_CLOSED, known={str(k): v for k, v in row.items()}, source=OutSource.AUTO.value
        )
    if picked:
        u.audit("visit.auto_closed", "visit", count=len(picked))
    return len(picked)


def undo(u: Unit, visit_id: str) -> EventKind:
    """Take back the newest act that still stands (admitting, leaving, refusing...); says which it was.

    The taken-back event stays in the history. Raises Refused("visit.gone" | "visit.nothing_to_undo").
    """
    u.actor.require(rights.CHECKOUT)
    row = needed(u, visit_id)
    last = last_undoable(events_of(u.conn, visit_id))
    if last is None:
        raise Refused("visit.nothing_to_undo")
    happen(u, visit_id, EventKind.UNDONE, known=row, corrects=last.id)
    u.audit("visit.undone", "visit", visit_id, what=last.kind.value)
    return last.kind


def stays_overnight(u: Unit, visit_id: str, until: int) -> VisitNow:
    """A guest says they sleep here until `until` (UTC ms): off the night list, never closed by the machine.

    Raises Refused("visit.gone" | "visit.not_inside" | "visit.stay_too_long").
    """
    u.actor.require(rights.CHECKOUT)
    row = needed(u, visit_id)
    if row["state"] not in _INSIDE:
        raise Refused("visit.not_inside")
    if not u.now < until <= u.now + MAX_STAY_MS:
        raise Refused("visit.stay_too_long", days=MAX_STAY_MS // 86_400_000)
    closing = last_undoable(events_of(u.conn, visit_id))
    if closing is not None and closing.kind is EventKind.AUTO_CLOSED:
        happen(u, visit_id, EventKind.UNDONE, known=row, corrects=closing.id)
    now = happen(u, visit_id, EventKind.CORRECTED, {"overnight": True, "due_at": until}, known=row)
    u.audit("visit.overnight", "visit", visit_id)
    return now


def correct(u: Unit, visit_id: str, reason: str, **fields: Any) -> VisitNow:
    """Set fields of a Draft right (name, phone, plate, company, purpose, household_id, party_size, visitor_type, ...).

    A new event: what stood before stays readable in the history. Raises Refused("visit.gone" | "visit.anonymised" |
    "visit.reason_missing" | "visit.party_size" | "visit.text_long" | "visit.fields_missing").
    """
    u.actor.require(rights.CORRECT)
    if not reason.strip():
        raise Refused("visit.reason_missing")
    row = needed(u, visit_id)
    if row["anonymised_at"] is not None:
        raise Refused("visit.anonymised")
    if code := hindrance(VisitState(row["state"]), EventKind.CORRECTED):
        raise Refused(code)
    draft = cleaned(replace(draft_of(row), **fields))
    _fit(draft)
    after = draft_fields(u, draft)
    changed = {name: value for name, value in after.items() if row[name] != value and _asked(name, fields)}
    if "visitor_type" in changed and row["in_at"] is not None:
        changed["due_at"] = due_at(row["in_at"], limit_h(u, draft))
    now = happen(u, visit_id, EventKind.CORRECTED, changed, known=row, reason=clean(reason)) if changed else None
    u.audit("visit.corrected", "visit", visit_id, fields=sorted(changed))
    return now or as_it_stands(u, visit_id)


def as_it_stands(u: Unit, visit_id: str) -> VisitNow:
    """The visit as it stands, for an act that changed nothing."""
    return reduce(events_of(u.conn, visit_id))


def _fit(draft: Draft) -> None:
    if not 1 <= draft.party_size <= PARTY_MAX:
        raise Refused("visit.party_size", most=PARTY_MAX)
    if text_too_long(draft):
        raise Refused("visit.text_long")
    if missing := missing_fields(draft):
        raise Refused("visit.fields_missing", fields=",".join(missing))


def _asked(name: str, fields: Mapping[str, Any]) -> bool:
    if name.startswith("id_"):
        return "id_number" in fields or "id_kind" in fields
    if name in ("building", "unit", "room"):
        return "household_id" in fields
    return name in fields or "minor_alone" in fields


def needed(u: Unit, visit_id: str) -> dict[str, Any]:
    """The visit's row. Raises Refused("visit.gone")."""
    row = visit_row(u.conn, visit_id)
    if row is None:
        raise Refused("visit.gone")
    return dict(row)


def _act(u: Unit, row: Mapping[str, Any], kind: EventKind, body: Mapping[str, Any], source: str) -> VisitNow:
    state = VisitState(row["state"])
    if already(state, kind):
        return as_it_stands(u, row["id"])
    if code := hindrance(state, kind):
        raise Refused(code)
    return happen(u, row["id"], kind, body, known=row, source=source)


def draft_of(row: Mapping[str, Any]) -> Draft:
    """The form of a stored visit. The id number is not there: it was never stored."""
    return Draft(
        VisitorType(row["visitor_type"]), row["name"], row["phone"], row["plate"], row["company"], row["purpose_code"],
        row["purpose"], row["household_id"], row["party_size"], bool(row["minor_alone"]), bool(row["overnight"]), None,
        row["items_in"], row["badge_no"], row["permit_id"], IdKind(row["id_kind"]), "", row["note"],
        tuple(row["declined"]),
    )  # fmt: skip
