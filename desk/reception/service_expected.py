"""Before the door: announce a visit, cancel it, note that they came to the window, did not come, or were not let in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.codes.rules import Window
from desk.codes.service_passes import issue_pass
from desk.codes.views import Issued, PassRequest
from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.errors import Refused
from desk.reception import rights
from desk.reception.reads_expected import stale
from desk.reception.rules import PARTY_MAX, Draft, VisitState, text_too_long
from desk.reception.rules_clean import clean, cleaned
from desk.reception.rules_events import EventKind, VisitNow, already, hindrance
from desk.reception.service_events import happen, visit_row
from desk.reception.service_exits import as_it_stands, needed
from desk.reception.service_links import draft_fields
from desk.store.unit import Unit

AHEAD_MS = 90 * DAY_MS
STAY_OPEN_MS = 4 * HOUR_MS  # how long after the hour an announced visitor still counts as expected


def expect(u: Unit, visit_id: str, draft: Draft, expected_at: int, expected_until: int | None = None) -> VisitNow:
    """A visit announced beforehand; the same visit_id a second time changes nothing.

    expected_at, expected_until: UTC ms; until defaults to four hours later. Raises Refused("visit.expected_when" |
    "visit.expected_who" | "visit.party_size" | "visit.text_long" | "visit.household_unknown" | "visit.state").
    """
    u.actor.require(rights.ADMIT)
    known = visit_row(u.conn, visit_id)
    if known is not None:
        return as_it_stands(u, visit_id)
    until = expected_until if expected_until is not None else expected_at + STAY_OPEN_MS
    if until < u.now or until <= expected_at or expected_at > u.now + AHEAD_MS:
        raise Refused("visit.expected_when", days=AHEAD_MS // DAY_MS)
    draft = cleaned(draft)
    _readable(draft)
    if not (draft.name or draft.phone or draft.plate or draft.company or draft.household_id):
        raise Refused("visit.expected_who")
    body = {**draft_fields(u, draft), "expected_at": expected_at, "expected_until": until}
    now = happen(u, visit_id, EventKind.EXPECTED, {name: value for name, value in body.items() if value})
    u.audit("visit.expected", "visit", visit_id, type=draft.visitor_type.value)
    return now


def expect_with_pass(
    u: Unit, visit_id: str, draft: Draft, expected_at: int, expected_until: int, uses: int = 1
) -> Issued:
    """Announce a visit and give it a pass that finds it again (codes: visitor_ref is the visit). Raises as `expect` and
    desk.codes.service_passes.issue_pass do."""
    expect(u, visit_id, draft, expected_at, expected_until)
    window = Window(min(expected_at, max(u.now, expected_at - HOUR_MS)), expected_until)
    return issue_pass(u, PassRequest(window, draft.household_id or "", uses, visit_id))


def cancel_expected(u: Unit, visit_id: str, reason: str = "") -> VisitNow:
    """The host says they will not come. Raises Refused("visit.gone" | "visit.already_inside" | ...)."""
    return _turn(u, visit_id, EventKind.CANCELLED, reason)


def mark_no_show(u: Unit, visit_id: str) -> VisitNow:
    """They did not come. Coming later all the same stays possible. Raises Refused("visit.gone" | ...)."""
    return _turn(u, visit_id, EventKind.NO_SHOW)


def sweep_no_shows(u: Unit) -> int:
    """Mark what is a day past its time (nightly); returns how many."""
    u.actor.require(rights.CHECKOUT)
    rows = stale(u, u.now - DAY_MS)
    for row in rows:
        happen(u, row["id"], EventKind.NO_SHOW, known={str(k): v for k, v in row.items()})
    if rows:
        u.audit("visit.no_shows", "visit", count=len(rows))
    return len(rows)


def arrive(u: Unit, visit_id: str, draft: Draft | None = None) -> VisitNow:
    """They stand at the window and the host is being called. Without a draft the visit must be an expected one.

    Raises Refused("visit.gone" | "visit.already_inside" | "visit.party_size" | "visit.text_long").
    """
    return _turn(u, visit_id, EventKind.ARRIVED, draft=draft)


def refuse(u: Unit, visit_id: str, reason: str, draft: Draft | None = None) -> VisitNow:
    """A person at the gate did not let them in, for this reason. It may be undone, or they are admitted later.

    Raises Refused("visit.reason_missing" | "visit.gone" | "visit.already_inside" | ...).
    """
    if not reason.strip():
        raise Refused("visit.reason_missing")
    return _turn(u, visit_id, EventKind.REFUSED, reason, draft)


def _turn(u: Unit, visit_id: str, kind: EventKind, reason: str = "", draft: Draft | None = None) -> VisitNow:
    u.actor.require(rights.ADMIT)
    known = visit_row(u.conn, visit_id) if draft is not None else needed(u, visit_id)
    state = VisitState(known["state"]) if known is not None else VisitState.DRAFT
    if already(state, kind):
        return as_it_stands(u, visit_id)
    if code := hindrance(state, kind):
        raise Refused(code)
    now = happen(u, visit_id, kind, _fields(u, draft, known), known=known, reason=clean(reason))
    u.audit(f"visit.{kind.value}", "visit", visit_id)
    return now


def _fields(u: Unit, draft: Draft | None, known: Mapping[str, Any] | None) -> dict[str, Any]:
    if draft is None:
        return {}
    draft = cleaned(draft)
    _readable(draft)
    before = known or {}
    return {name: value for name, value in draft_fields(u, draft).items() if value or before.get(name)}


def _readable(draft: Draft) -> None:
    if not 1 <= draft.party_size <= PARTY_MAX:
        raise Refused("visit.party_size", most=PARTY_MAX)
    if text_too_long(draft):
        raise Refused("visit.text_long")
