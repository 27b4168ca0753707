"""What the gate makes of rows that came from another desk: visits, their place in search, and the screens told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desk.reception.service_goods import index_goods
from desk.reception.service_rebuild import rebuild_many
from desk.reception.tables import VisitEvent
from desk.store.bulk import values_of
from desk.store.unit import Unit


def visit_events(u: Unit, event_ids: Sequence[str]) -> None:
    """The visits of these events are made again from all that is known of them."""
    rebuild_many(u, values_of(u.conn, VisitEvent, event_ids, "visit_id"))


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
