"""Every code that comes in passes one gate: camera, keyboard scanner and serial line give one scan, told once."""

from __future__ import annotations

from desk.codes.scanning import ScanGate
from desk.core.clock import Clock
from desk.core.events import Bus

LONGEST = 5000


class Scans:
    """take() may be called from any thread; a fresh scan is published on the bus."""

    def __init__(self, clock: Clock, bus: Bus) -> None:
        self._gate = ScanGate(clock)
        self._bus = bus

    def take(self, text: str, source: str, raw: bytes = b"") -> None:
        """`raw` only for a code that is not text."""
        seen = self._gate.seen(text[:LONGEST], source, raw)
        if seen.fresh:
            self._bus.publish(seen.scan)

    def forget(self) -> None:
        """The next sight of any code is a new scan."""
        self._gate.forget()
