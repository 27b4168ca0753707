"""A dispenser that is not there: a motor on a relay, masks on a roll, a sensor in the chute."""

from __future__ import annotations

from drivers.api import Options
from drivers.simulated.relays import SimulatedRelayBoard

TURN_S, PASS_S = 0.2, 0.15  # until it falls; how long it is before the sensor


class SimulatedChute(SimulatedRelayBoard):
    """faults: `jam` (it turns and nothing falls), `low_stock` (one left), `blind` (the sensor sees nothing), `blocked`
    (something hangs before the sensor)."""

    FAULTS = (*SimulatedRelayBoard.FAULTS, "jam", "low_stock", "blind", "blocked")

    def __init__(self, options: Options) -> None:
        super().__init__(
            int(options["address"]), int(options["channels"]), int(options["inputs"]), str(options["board"])
        )
        self._relay, self._sensor = int(options["relay"]) - 1, int(options["sensor"]) - 1
        self._idle = options["falls"] == "opens"
        self.stock, self.handed_out = 40, 0
        self._turned = self.hangs = False
        self._falls_s = self._past_s = 0.0
        self.inputs[self._sensor] = self._idle

    def closed(self, coil: int) -> None:
        self._turned = self._turned or coil == self._relay

    def tick(self, now_s: float) -> list[bytes]:
        if "low_stock" in self.faults:
            self.stock = min(self.stock, 1)
        if self._turned:
            self._turned, self._falls_s = False, now_s + TURN_S
        if self._falls_s and now_s >= self._falls_s:
            self._falls_s = 0.0
            if self.stock and "jam" not in self.faults:
                self.stock -= 1
                self.handed_out += 1
                self._past_s = now_s + PASS_S
        seen = (self.hangs or "blocked" in self.faults or now_s < self._past_s) and "blind" not in self.faults
        self.inputs[self._sensor] = seen is not self._idle
        return super().tick(now_s)

    def command(self, line: str) -> list[bytes]:
        """`refill 40`, `swing` (something gets stuck in the chute, or is taken out); else as any board."""
        word, _, rest = line.partition(" ")
        if word == "refill":
            self.stock = int(rest)
        elif line == "swing":
            self.hangs = not self.hangs
        else:
            return super().command(line)
        return []

    def look(self) -> dict[str, object]:
        return {**super().look(), "stock": self.stock, "handed_out": self.handed_out}
