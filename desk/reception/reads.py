"""Every question a screen may ask of reception, in one place; each takes an open reading and returns frozen views."""

from __future__ import annotations

from sqlalchemy import func, select

from desk.codes.reads import site_time
from desk.core.clock import DAY_MS
from desk.core.masking import mask_name
from desk.people.reads_visitors import match_visitor
from desk.reception.reads_expected import expected, expected_hints, expected_rows, late
from desk.reception.reads_inside import by_presence, inside, inside_hints, night_rows, open_of, people
from desk.reception.reads_rollcall import newest_open, past, report
from desk.reception.reads_rows import visit_row_view
from desk.reception.reads_standing import (
    permits,
    standing,
    standing_by_code,
    standing_hints,
    watch_due,
    watch_hints,
    watch_list,
)
from desk.reception.reads_tally import find_goods, goods_by_code, goods_card, goods_figures, goods_for, shelf, tally
from desk.reception.reads_visits import anchor, find, history, recent_of, total, visit
from desk.reception.rules_clean import clean_phone, clean_plate
from desk.reception.rules_presence import Presence
from desk.reception.tables import Visit
from desk.reception.views import Hint, TodayView
from desk.store.unit import Reading

__all__ = [
    "anchor", "expected", "find", "find_goods", "goods_by_code", "goods_card", "goods_for", "hints", "history", "inside", "newest_open", "open_of",
    "past", "permits", "recent_of", "report", "shelf", "standing", "standing_by_code", "tally", "today", "total", "visit",
    "watch_list",
]  # fmt: skip
_V = Visit.__table__
EXPECTED_SHOWN = 8


def today(r: Reading) -> TodayView:
    """Everything the Today page shows."""
    found = by_presence(r)
    time = site_time(r)
    waiting = expected_rows(r, time.day_start(r.now) + DAY_MS)
    goods, overdue, oldest = goods_figures(r)
    here = found[Presence.INSIDE] + found[Presence.OVERSTAY]
    day = time.day_start(r.now)
    admitted = r.conn.execute(  # `at` is the entry of whoever came in, and has the index
        select(func.coalesce(func.sum(_V.c.party_size), 0)).where(_V.c.at >= day, _V.c.in_at >= day)
    ).scalar_one()
    return TodayView(
        now=r.now, inside=people(here), unregistered=people(found[Presence.UNREGISTERED]),
        uncertain=people(found[Presence.UNCERTAIN]),
        overstays=tuple(visit_row_view(row, r.now) for row in found[Presence.OVERSTAY]),
        night=tuple(visit_row_view(row, r.now) for row in night_rows(r, here + found[Presence.UNREGISTERED])),
        expected=tuple(visit_row_view(row, r.now) for row in waiting[:EXPECTED_SHOWN]), expected_total=len(waiting),
        late=late(waiting, r.now), admitted_today=int(admitted), tally=tally(r), goods_waiting=goods,
        goods_overdue=overdue, goods_oldest_at=oldest, watch_due=watch_due(r), roll_call_id=newest_open(r),
    )  # fmt: skip


def hints(r: Reading, name: str = "", phone: str = "", plate: str = "") -> tuple[Hint, ...]:
    """What a person should look at before admitting: watch list, expected, standing passes, inside already, came before.

    It never decides. For `person` the full values come from desk.people.reads.match_visitor by the same words.
    """
    phone, plate = clean_phone(phone), clean_plate(plate)
    known = tuple(
        Hint(
            "person", one.id, one.reason, mask_name(one.name), one.reason in ("same", "phone", "plate"), at=one.seen_at
        )
        for one in match_visitor(r, name, phone, plate)
    )
    return (
        *watch_hints(r, name, phone, plate), *expected_hints(r, name, phone, plate),
        *standing_hints(r, name, phone, plate), *inside_hints(r, name, phone, plate), *known,
    )  # fmt: skip
