"""The role `scanner`: a hand scanner on a serial line, kept open, told once when lost and once when back."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desk.core.errors import Refused
from desk.core.events import Bus, HealthChanged
from drivers.api import Driver, DriverError, Noise, Reading, State, Told, Value

log = logging.getLogger("desk.devices.scanner")
ROLE = "scanner"
DRIVER = "serial_line"
Seen = Callable[[str, str, bytes], object]  # text, source, raw bytes when the text is not UTF-8
Make = Callable[[Mapping[str, Value], Told], Driver]


@dataclass(frozen=True)
class Health:
    """code: `device.off`, `device.opening`, `device.ready`, or why it is lost: `device.port_gone`,
    `device.port_taken`, `device.port_denied`, `device.port_failed`, `device.driver_bug`."""

    code: str = "device.off"
    ok: bool = True


class Scanner:
    """Owns the driver. `seen` is called on the driver's thread: give it something that may be called from any."""

    def __init__(self, make: Make, seen: Seen, bus: Bus) -> None:
        self._make, self._seen, self._bus = make, seen, bus
        self._lock = threading.Lock()
        self._driver: Driver | None = None
        self._ear: _Ear | None = None
        self._health = Health()

    @property
    def health(self) -> Health:
        return self._health

    def use(self, port: str, **options: Value) -> None:
        """Listen on this port (an address of drivers.ports) instead of any other; "" stops. May take a second: on a lane.

        Raises Refused("device.option", option=) for an option the driver has not.
        """
        with self._lock:
            self._stop()
            if not port:
                return
            ear = _Ear(self)
            try:
                self._driver = self._make({"port": port, **options}, ear)
            except DriverError as error:
                raise Refused("device.option", option=error.facts.get("option", "")) from None
            self._ear = ear
            self._driver.start()

    def stop(self) -> None:
        with self._lock:
            self._stop()

    def _stop(self) -> None:
        driver, self._driver, self._ear = self._driver, None, None
        if driver is not None and not driver.stop():
            log.warning("the scanner's thread did not end in time")
        self._say(Health())

    def _heard(self, ear: _Ear, event: Reading | Noise) -> None:
        if ear is not self._ear:  # a driver that was just replaced
            return
        if isinstance(event, Noise):
            log.info("noise on the scanner's line: %s, %d bytes", event.why, event.size)
            return
        plain = event.fields.get("encoding") == "utf-8"
        raw = b"" if plain else bytes.fromhex(str(event.fields.get("raw", "")))
        self._seen(str(event.fields.get("text", "")), "serial", raw)

    def _state(self, ear: _Ear, state: State, reason: str) -> None:
        if ear is not self._ear or state is State.STOPPED:
            return
        if state is State.LOST:
            self._say(Health(f"device.{reason}", ok=False))
        elif state is State.READY:
            self._say(Health("device.ready"))
        elif self._health.code == "device.off":
            self._health = Health("device.opening")

    def _say(self, health: Health) -> None:
        """Publish and log a change; the same again is no news."""
        before, self._health = self._health, health
        if before == health:
            return
        log.info("scanner: %s", health.code)
        self._bus.publish(HealthChanged(ROLE, health.code, health.ok))


class _Ear:
    """Told by one driver; remembers which, so that the last words of a replaced one are not taken for the new one's."""

    def __init__(self, owner: Scanner) -> None:
        self._owner = owner

    def reading(self, event: Reading | Noise) -> None:
        self._owner._heard(self, event)

    def state(self, state: State, reason: str) -> None:
        self._owner._state(self, state, reason)
