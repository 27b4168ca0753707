"""What this room makes of rows that came from another desk: screens look again, and a fresh alarm may ring here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desk.alarms.service_wearers import blank_dropped
from desk.alarms.topics import ALARMS, AUTOMATIONS, WEARERS
from desk.store.unit import Unit


def _told(topic: str) -> Callable[[Unit, Sequence[str]], None]:
    return lambda u, ids: u.changed(topic)


def wearers(u: Unit, ids: Sequence[str]) -> None:
    """Whoever is written down no longer leaves nothing behind, whatever comes in afterwards."""
    blank_dropped(u, ids)
    u.changed(WEARERS)


RECEIVED: Mapping[str, Callable[[Unit, Sequence[str]], None]] = {
    "alarm": _told(ALARMS),
    "alarm_step": _told(ALARMS),
    "wearer": wearers,
    "automation": _told(AUTOMATIONS),
    "automation_run": _told(AUTOMATIONS),
}
