"""Finding visits: as one types, through the whole history by keyset, and one visit opened with its events."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select, func, select, tuple_

from desk.codes.reads import site_time
from desk.core.errors import Refused
from desk.core.masking import mask_room
from desk.people import query
from desk.reception.reads_rows import Row, stay_of, visit_row_view
from desk.reception.rules import Proof, VisitState
from desk.reception.rules_events import EventKind, Happened, stay_ms
from desk.reception.rules_presence import night_flag
from desk.reception.service_events import HERE_ONLY, KINDS, happenings
from desk.reception.tables import Visit, VisitEvent
from desk.reception.views import EventRow, HistoryFilter, Page, VisitDetail, VisitRow
from desk.store import search
from desk.store.search import DocKind
from desk.store.tables import Outbox
from desk.store.unit import Reading

_V, _E, _O = Visit.__table__, VisitEvent.__table__, Outbox.__table__
PAGE = 200
FOUND = 50
MORE = (1, 2, 4)  # further portions, in pages, where the index alone cannot decide
NO_FILTER = HistoryFilter()


def find(r: Reading, text: str, limit: int = FOUND) -> tuple[VisitRow, ...]:
    """Visits that match what was typed so far (name, any pinyin, phone tail, plate, room, pass), newest first, masked."""
    asked = query.parse(text)
    if not asked.match:
        return ()
    found: list[Row] = []
    before: int | None = None
    for take in (limit, *(limit * more for more in MORE if asked.needs_check)):
        nums = search.find(r.conn, asked.match, DocKind.VISIT, take, before)
        rows = _by_num(r, nums)
        found += [row for row in rows if asked.check(*_texts(row))] if asked.needs_check else rows
        if len(found) >= limit or len(nums) < take:
            break
        before = nums[-1]
    return tuple(visit_row_view(row, r.now) for row in found[:limit])


def _by_num(r: Reading, nums: Sequence[int]) -> list[Row]:
    if not nums:
        return []
    return list(r.conn.execute(select(_V).where(_V.c.num.in_(nums)).order_by(_V.c.num.desc())).mappings())


def _texts(row: Row) -> tuple[str, ...]:
    place = "-".join(part for part in (row["building"], row["unit"], row["room"]) if part)
    return (
        row["name"], row["phone"], row["plate"], row["company"], row["purpose"], row["badge_no"], row["pass_serial"],
        place,
    )  # fmt: skip


def history(
    r: Reading, wanted: HistoryFilter = NO_FILTER, *, before: int | None = None, after: int | None = None,
    limit: int = PAGE,
) -> Page:  # fmt: skip
    """A page of all visits, newest first. before: rows older than the row of this `num`; after: newer than it.

    Order is `num`, the order in which people came in, so a wall clock that jumped never reorders the list. A list
    narrowed to dates goes by the wall clock of entry instead: that is what was asked for, and what has an index.
    """
    keys = (_V.c.at, _V.c.num) if wanted.since is not None or wanted.until is not None else (_V.c.num,)
    found = _narrowed(wanted)
    if after is not None:
        found = found.where(tuple_(*keys) > tuple_(*_cursor(r, after, len(keys)))).order_by(*keys)
    else:
        found = found.order_by(*(key.desc() for key in keys))
        if before is not None:
            found = found.where(tuple_(*keys) < tuple_(*_cursor(r, before, len(keys))))
    rows = list(r.conn.execute(found.limit(limit + 1)).mappings())
    shown = rows[:limit][::-1] if after is not None else rows[:limit]
    views = tuple(visit_row_view(row, r.now) for row in shown)
    return Page(views, views[0].num if views else None, views[-1].num if views else None, len(rows) > limit)


def _cursor(r: Reading, num: int, keys: int) -> tuple[int, ...]:
    if keys == 1:
        return (num,)
    return (int(r.conn.execute(select(_V.c.at).where(_V.c.num == num)).scalar() or 0), num)


def _narrowed(wanted: HistoryFilter) -> Select[tuple[object, ...]]:
    found = select(_V).where(_V.c.state != VisitState.DRAFT.value)
    if wanted.states:
        found = found.where(_V.c.state.in_([state.value for state in wanted.states]))
    if wanted.types:
        found = found.where(_V.c.visitor_type.in_([kind.value for kind in wanted.types]))
    if wanted.household_id:
        found = found.where(_V.c.household_id == wanted.household_id)
    if wanted.person_id:
        found = found.where(_V.c.person_id == wanted.person_id)
    if wanted.since is not None:
        found = found.where(_V.c.at >= wanted.since)
    if wanted.until is not None:
        found = found.where(_V.c.at < wanted.until)
    return found


def anchor(r: Reading, at: int) -> int | None:
    """Where a jump to a moment lands: give it as `before` to see what came before it and as `after` minus one to see on.

    None when nothing came since.
    """
    return r.conn.execute(select(_V.c.num).where(_V.c.at >= at).order_by(_V.c.at, _V.c.num).limit(1)).scalar()


def total(r: Reading) -> int:
    """How many visits there are, for the length of a scroll bar."""
    return int(r.conn.execute(select(func.count()).select_from(_V)).scalar_one())


def recent_of(r: Reading, household_id: str, limit: int = 10) -> tuple[VisitRow, ...]:
    """The newest visits to a household."""
    return history(r, HistoryFilter(household_id=household_id), limit=limit).rows


def visit(r: Reading, visit_id: str) -> VisitDetail:
    """One visit as a card with its history. Raises Refused("visit.gone")."""
    row = r.conn.execute(select(_V).where(_V.c.id == visit_id)).mappings().first()
    if row is None:
        raise Refused("visit.gone")
    events = list(r.conn.execute(select(_E).where(_E.c.visit_id == visit_id)).mappings())
    end = row["out_at"] if row["out_at"] is not None else r.now
    inside = row["state"] in (VisitState.ADMITTED, VisitState.LEFT) and row["in_at"] is not None
    return VisitDetail(
        row=visit_row_view(row, r.now), place=mask_room(row["building"], row["unit"], row["room"]),
        household_id=row["household_id"], person_id=row["person_id"], permit_id=row["permit_id"],
        recurring_id=row["recurring_id"], watch_id=row["watch_id"], pass_serial=row["pass_serial"],
        badge_no=row["badge_no"], proof=Proof(row["proof"]), declined=tuple(row["declined"]), id_kind=row["id_kind"],
        id_masked=row["id_masked"], gate_id=row["gate_id"], operator_id=row["operator_id"],
        stay_ms=stay_ms(row["in_at"], end) if inside else None, night=night_flag(stay_of(row), r.now, site_time(r)),
        waiting=_waiting(r, [event["id"] for event in events]), events=_event_rows(events),
    )  # fmt: skip


def _waiting(r: Reading, ids: Sequence[str]) -> int:
    found = select(func.count()).select_from(_O).where(_O.c.eid.in_(ids), _O.c.state != "confirmed")
    return int(r.conn.execute(found).scalar_one())


def _event_rows(rows: Sequence[Row]) -> tuple[EventRow, ...]:
    readable = [row for row in rows if row["kind"] in KINDS]
    ordered = sorted(readable, key=lambda row: (row["step"], row["id"]))
    undone = _undone(happenings(ordered))
    return tuple(
        EventRow(
            row["id"], row["kind"], row["at"], row["source"], row["operator_id"], row["gate_id"], row["corrects"],
            row["id"] in undone, row["reason"], tuple(sorted(row["body"].keys() - HERE_ONLY)),
        )
        for row in ordered
    )  # fmt: skip


def _undone(events: Sequence[Happened]) -> frozenset[str]:
    return frozenset(e.corrects for e in events if e.kind is EventKind.UNDONE and e.corrects)
