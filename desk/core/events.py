"""What happened, told after the commit: screens redraw on topics, never on guesses."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

log = logging.getLogger("desk.events")


@dataclass(frozen=True)
class Changed:
    """A unit of work has committed; topics are the kinds of things it touched (`visits`, `people`, `outbox`...)."""

    topics: frozenset[str]


@dataclass(frozen=True)
class ScanSeen:
    """A code came in, from whatever eye or line. The same text within 5 s keeps its scan_id (see codes.scanning).

    at_ms: UTC milliseconds; source: `camera`, `wedge`, `serial`, `typed`; raw: bytes when the text is not UTF-8.
    """

    scan_id: str
    text: str
    at_ms: int
    source: str
    raw: bytes = b""


@dataclass(frozen=True)
class HealthChanged:
    """A device, the camera or the store changed state; code has a sentence in ui/texts.py. name: what people call it."""

    subject: str
    code: str
    ok: bool
    name: str = ""


@dataclass(frozen=True)
class DeviceSaid:
    """An attached device said something: kind as in drivers (`identity`, `card`, `door`, `level`, `contact`, `alarm`...).

    role: as in desk.devices.acting.Role; at_ms: UTC milliseconds, when it was heard. Published on the device's own
    thread. The fields may be personal data: they do not show in repr, and no listener logs them.
    """

    device_id: str
    role: str
    kind: str
    fields: Mapping[str, str | int | float | bool] = field(repr=False)
    at_ms: int = 0


Event = Changed | ScanSeen | HealthChanged | DeviceSaid
Listener = Callable[[Event], None]


class Bus:
    """Synchronous fan-out from whichever thread publishes; ui/bridge.py moves it to the Qt loop."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._lock = threading.Lock()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Returns the function that ends the subscription."""
        with self._lock:
            self._listeners.append(listener)

        def leave() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return leave

    def publish(self, event: Event) -> None:
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            try:
                listener(event)
            except Exception:  # a listener that throws must not silence the others
                log.exception("listener failed on %s", type(event).__name__)
