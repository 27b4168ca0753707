"""Forgetting in time: a visit past its days keeps its figures and loses its person, here, in the outbox and in search."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Table, func, or_, select, update

from desk.reception import rights
from desk.reception.rules import OPEN_STATES, VisitorType, VisitState
from desk.reception.rules_events import EventKind
from desk.reception.service_drafts import forget_drafts
from desk.reception.service_events import happen
from desk.reception.tables import Goods, Permit, RecurringPass, Visit, VisitEvent, WatchEntry
from desk.records.reads_holds import among
from desk.records.retention import Purge, RetentionRule
from desk.store import outbox
from desk.store.schema import Base
from desk.store.search import DocKind, docid
from desk.store.unit import Unit

KEEP_DAYS = 30  # DOMAIN C20: visitors' personal data
BATCH = 500
_V, _E = Visit.__table__, VisitEvent.__table__
NO_MORE: dict[str, Any] = {
    "name": "", "phone": "", "plate": "", "company": "", "purpose": "", "items_in": "", "items_out": "", "badge_no": "",
    "note": "", "id_masked": "", "id_hash": "", "unit": "", "room": "", "household_id": None, "person_id": None,
    "code_id": None, "pass_serial": "", "recurring_id": None, "permit_id": None, "watch_id": None, "override_reason": "",
}  # fmt: skip


def anonymise_visits(
    u: Unit, kind: VisitorType, before: int, held: Collection[str] = (), only: Collection[str] | None = None
) -> int:
    """Visits of a type that began before a moment (UTC ms) lose their person; returns how many, at most 500 a unit.

    held: ids under a legal hold, left alone; only: no others than these (somebody asked to be erased). A visit still open
    by then is closed first, as the machine's closing.
    What stays: type, times, party size, building, outcome.
    """
    u.actor.require(rights.RETENTION)
    over = or_(_V.c.expected_until.is_(None), _V.c.expected_until < before)  # announced long ahead is not old yet
    old = (_V.c.anonymised_at.is_(None), _V.c.at < before, over, _V.c.visitor_type == kind.value)
    due = select(_V).where(*old, *among(_V.c.id, held, only)).order_by(_V.c.at)
    found = u.conn.execute(due.limit(BATCH)).mappings()
    rows = [{str(name): value for name, value in row.items()} for row in found]  # fmt: skip
    for row in rows:
        _end(u, row)
    ids = [row["id"] for row in rows]
    if ids:
        _scrub_events(u, ids)
        u.conn.execute(update(Visit).where(_V.c.id.in_(ids)).values(**NO_MORE, anonymised_at=u.now))
        u.unindex(*(docid(DocKind.VISIT, row["num"]) for row in rows))
        u.changed("visits")
    return len(ids)


def _end(u: Unit, row: Mapping[str, Any]) -> None:
    """Nothing without a person stays open: an expected visit was not kept, an admitted one ended unseen."""
    if row["state"] not in OPEN_STATES:
        return
    kind = EventKind.AUTO_CLOSED if row["state"] == VisitState.ADMITTED else EventKind.NO_SHOW
    happen(u, row["id"], kind, known=row, source="retention")


def _scrub_events(u: Unit, visit_ids: list[str]) -> None:
    """Only what said something personal is rewritten and erased in the outbox: the rest still reaches the hub."""
    events = u.conn.execute(select(_E.c.id, _E.c.body, _E.c.reason).where(_E.c.visit_id.in_(visit_ids))).all()
    spoke = [event for event in events if event.reason or NO_MORE.keys() & event.body.keys()]
    for event in spoke:
        kept = {name: value for name, value in event.body.items() if name not in NO_MORE}
        u.conn.execute(update(VisitEvent).where(_E.c.id == event.id).values(body=kept, reason=""))
    outbox.redact(u, [event.id for event in spoke])


def scrub_goods(u: Unit, before: int, held: Collection[str] = ()) -> int:
    """Goods taken before a moment: what stays is when and where, not from whom nor for whom."""
    gone = {"code": "", "what": "", "left_by": "", "taken_by": "", "household_id": None, "unit": "", "room": ""}
    g = Goods.__table__.c
    return _scrub(u, Goods, (g.taken_at < before, g.household_id.is_not(None)), gone, held, "goods")


def scrub_watch(u: Unit, before: int, held: Collection[str] = (), only: Collection[str] | None = None) -> int:
    """Entries that ended before a moment."""
    gone = {"name": "", "phone_last4": "", "plate": "", "reason": "", "advice": "", "owner": ""}
    w = WatchEntry.__table__.c
    return _scrub(u, WatchEntry, (w.ended_at < before, w.reason != ""), gone, held, "watch", only)


def scrub_standing(u: Unit, before: int, held: Collection[str] = (), only: Collection[str] | None = None) -> int:
    """Standing passes that ran out or were revoked before a moment."""
    gone = {"alias": "", "phone_last4": "", "plate": "", "revoked_why": "", "unit": "", "room": ""}
    p = RecurringPass.__table__.c
    ended = (p.until_at < before) | (p.revoked_at < before)
    return _scrub(u, RecurringPass, (ended, p.alias != ""), gone, held, "standing", only)


def scrub_permits(u: Unit, before: int, held: Collection[str] = ()) -> int:
    """Permits that ran out before a moment: number, company and dates stay, the workers' names go."""
    p = Permit.__table__.c
    gone: dict[str, Any] = {"workers": [], "household_id": None, "unit": "", "room": ""}
    says = or_(p.household_id.is_not(None), func.json_array_length(p.workers) > 0)
    return _scrub(u, Permit, (p.until_at < before, says), gone, held, "permits")


def _scrub(
    u: Unit,
    table: type[Base],
    where: tuple[Any, ...],
    gone: Mapping[str, Any],
    held: Collection[str],
    topic: str,
    only: Collection[str] | None = None,
) -> int:
    u.actor.require(rights.RETENTION)
    rows: Table = table.__table__  # type: ignore[assignment]
    due = select(rows.c.id).where(*where, *among(rows.c.id, held, only)).limit(BATCH)
    ids = list(u.conn.execute(due).scalars())
    if ids:
        u.conn.execute(update(table).where(rows.c.id.in_(ids)).values(**gone))
        outbox.redact(u, ids)
        u.changed(topic)
    return len(ids)


def retention_rules() -> tuple[RetentionRule, ...]:
    """What this room erases and when, for desk.records.retention: one rule a visitor type, so that a site may choose."""

    def visits(kind: VisitorType) -> Purge:
        return lambda u, before, held: anonymise_visits(u, kind, before, held)

    return (
        *(RetentionRule(f"visitor.{kind.value}", KEEP_DAYS, visits(kind), ("visit",)) for kind in VisitorType),
        RetentionRule("goods", KEEP_DAYS, scrub_goods, ("goods",)),
        RetentionRule("watch", KEEP_DAYS, scrub_watch, ("watch_entry",)),
        RetentionRule("standing", KEEP_DAYS, scrub_standing, ("recurring_pass",)),
        RetentionRule("permit", KEEP_DAYS, scrub_permits, ("permit",)),
        RetentionRule("form_draft", 1, lambda u, before, held: forget_drafts(u, before)),
    )
