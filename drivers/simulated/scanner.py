"""A scanner that is not there: whatever line is written to it is the code it reads next."""

from __future__ import annotations

from drivers.simulated.device import SimulatedDevice


class SimulatedScanner(SimulatedDevice):
    """Sends codes with an end mark; hears nothing."""

    LIVES = False

    def __init__(self, end: bytes = b"\r") -> None:
        super().__init__()
        self._end, self._codes = end, 0

    def command(self, line: str) -> list[bytes]:
        """Any text is a code held before it."""
        self._codes += 1
        return [line.encode() + self._end]

    def look(self) -> dict[str, object]:
        return {"codes": self._codes}
