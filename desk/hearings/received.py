"""What this room makes of rows that came from another desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desk.hearings.service_events import rebuild_many
from desk.hearings.tables import MatterEvent
from desk.store.bulk import values_of
from desk.store.unit import Unit


def matter_events(u: Unit, event_ids: Sequence[str]) -> None:
    """The matters of these events are made again from all that is known of them."""
    rebuild_many(u, values_of(u.conn, MatterEvent, event_ids, "matter_id"))


def _told(topic: str) -> Callable[[Unit, Sequence[str]], None]:
    return lambda u, ids: u.changed(topic)


RECEIVED: Mapping[str, Callable[[Unit, Sequence[str]], None]] = {
    "matter_event": matter_events,
    "sitting": _told("hearings"),
    "hearing": _told("hearings"),
    "owner_body": _told("matters"),
}
