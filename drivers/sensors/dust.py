"""What the dust sensors have in common: levels that count only when the fan has run, and silence that was asked for."""

from __future__ import annotations

import time

from drivers.api import Noise, Option, Options, Reading, State, Told
from drivers.line import Backoff
from drivers.talking import TalkingDriver

WARM_UP = Option("warm_up_s", 30, low=0, high=300, help="levels are not told for so long after waking")
SILENT = Option(
    "silent_s", 10, low=1, high=7200, help="silent for so long, it is lost; above a working period's length"
)


class DustSensor(TalkingDriver):
    """Asleep its silence is no loss; woken its first levels are told as `status warming_up` instead."""

    ROLE = "sensor"
    CAPABILITIES = ("level", "status")

    def __init__(self, options: Options, told: Told, backoff: Backoff | None = None) -> None:
        super().__init__(options, told, backoff)
        self.SILENT_S = float(self.options["silent_s"])  # type: ignore[misc]
        self._asleep = False
        self._cold_until_s = 0.0
        self._status = ""

    def event(self, event: Reading | Noise) -> None:
        """Replies prove actions and are nobody's news."""
        if isinstance(event, Noise):
            return self.told.reading(event)
        if event.kind == "level" and time.monotonic() >= self._cold_until_s:
            self._status = ""
            return self.told.reading(event)
        if event.kind in ("level", "status"):
            self._say_warming()
        return None

    def idle(self, quiet_s: float) -> None:
        if self._asleep and self.standing.state is State.READY:
            self._spoke_s = time.monotonic()
        super().idle(quiet_s)

    def slept(self, asleep: bool) -> None:
        """It was sent to sleep, or woken."""
        if self._asleep and not asleep:
            self._cold_until_s = time.monotonic() + int(self.options["warm_up_s"])
        self._asleep = asleep

    def _say_warming(self) -> None:
        if self._status != "warming_up":  # once, not with each frame
            self._status = "warming_up"
            self.told.reading(Reading("status", {"code": "warming_up"}))
