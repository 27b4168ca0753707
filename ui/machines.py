"""Attached devices in the program: begun once the first page stands, scans handed on, ended before the store closes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desk.core.events import DeviceSaid, Event
from ui.cards import KINDS, Cards

if TYPE_CHECKING:
    from desk.app import Desk
    from desk.devices.runtime import Devices
    from desk.dispensing import Dispensing
    from ui.scans import Scans

LANE = "devices"


class Machines:
    """`devices` is there once `start` has called back. Belongs to the Qt thread."""

    def __init__(self, desk: Desk, scans: Scans, cards: Cards) -> None:
        self._desk, self._scans, self._cards = desk, scans, cards
        self.devices: Devices | None = None
        self.dispensing: Dispensing | None = None
        self._closed = False
        self._leave = desk.bus.subscribe(self._hear)

    def start(self, then: Callable[[], None]) -> None:
        """Drivers bring libraries with them: they are loaded on a lane. then: on the Qt thread, with `devices` made."""
        self._desk.lanes.run(LANE, lambda: _warm(self._desk), lambda _: self._made(then))

    def close(self) -> None:
        self._closed = True
        self._leave()
        if self.devices is not None:
            self.devices.close()
            self.devices = None

    def _made(self, then: Callable[[], None]) -> None:
        if self._closed:
            return
        from desk.devices.runtime import Devices
        from desk.dispensing import Dispensing
        from drivers import registry

        self.devices = Devices(self._desk, registry.find)
        self.dispensing = Dispensing(self._desk, self.devices)
        then()  # whoever keeps alarms does so before the first one can come
        self.devices.start()

    def _hear(self, event: Event) -> None:
        """On the device's thread: a code that a scanner read goes through the one gate, a document to the page in front."""
        if isinstance(event, DeviceSaid) and event.role == "scanner" and event.kind == "code":
            plain = event.fields.get("encoding") == "utf-8"
            raw = b"" if plain else bytes.fromhex(str(event.fields.get("raw", "")))
            self._scans.take(str(event.fields.get("text", "")), "serial", raw)
        elif isinstance(event, DeviceSaid) and event.role == "id_reader" and event.kind in KINDS:
            self._desk.lanes.post(lambda: None if self._closed else self._cards.hear(event))


def _warm(owner: Desk) -> None:
    import desk.devices.runtime
    import desk.dispensing  # noqa: F401
    from desk.old_scanner import adopt
    from drivers import registry

    registry.find()
    adopt(owner)
