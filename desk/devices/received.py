"""What this room makes of rows that came from another desk: nothing but a word to the screens."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desk.devices.service import HISTORY
from desk.devices.service_stock import TOPIC as STOCK
from desk.store.unit import Unit


def _told(topic: str) -> Callable[[Unit, Sequence[str]], None]:
    return lambda u, ids: u.changed(topic)


RECEIVED: Mapping[str, Callable[[Unit, Sequence[str]], None]] = {
    "device_action": _told(HISTORY),
    "device_outcome": _told(HISTORY),
    "dispensed": _told(HISTORY),
    "stock_item": _told(STOCK),
    "stock_entry": _told(STOCK),
}
