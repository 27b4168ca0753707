"""What the gate makes of rows that came from another desk: visits, their place in search, and the screens told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import select

from desk.reception.service_goods import index_goods
from desk.reception.service_rebuild import rebuild_many
from desk.reception.tables import VisitEvent
from desk.store.unit import CHUNK, Unit

_E = VisitEvent.__table__.c


def visit_events(u: Unit, event_ids: Sequence[str]) -> None:
    """The visits of these events are made again from all that is known of them."""
    visits: dict[str, None] = {}
    for start in range(0, len(event_ids), CHUNK):
        asked = select(_E.visit_id).where(_E.id.in_(event_ids[start : start + CHUNK])).order_by(_E.num)
        visits.update(dict.fromkeys(u.conn.execute(asked).scalars()))
    rebuild_many(u, visits)


def goods(u: Unit, goods_ids: Sequence[str]) -> None:
    index_goods(u, goods_ids)
    u.changed("goods")


def _told(topic: str) -> Callable[[Unit, Sequence[str]], None]:
    """Screens are worked out of the rows when they are asked for: it is enough to tell them."""
    return lambda u, ids: u.changed(topic)


RECEIVED: Mapping[str, Callable[[Unit, Sequence[str]], None]] = {
    "visit_event": visit_events,
    "goods": goods,
    "tally": _told("tally"),
    "roll_call": _told("rollcall"),
    "roll_call_mark": _told("rollcall"),
    "watch_entry": _told("watch"),
    "recurring_pass": _told("standing"),
    "permit": _told("permits"),
}
