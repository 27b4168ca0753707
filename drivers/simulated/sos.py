"""Emergency buttons and watches that are not there."""

from __future__ import annotations

import re
from typing import ClassVar

from drivers.alarms.watch_messages import encode, parse
from drivers.simulated.device import SimulatedDevice

HELD = 5  # frames of one press


class SimulatedRf433(SimulatedDevice):
    """A receiver that hears buttons: `press 841904`."""

    FAULTS: ClassVar[tuple[str, ...]] = ("held_down",)  # the button sticks: the last one is said all the time

    def __init__(self) -> None:
        super().__init__()
        self._last = b""
        self._presses = 0

    def command(self, line: str) -> list[bytes]:
        word, _, code = line.partition(" ")
        if word != "press" or not re.fullmatch("[0-9A-Fa-f]{6}", code):
            raise ValueError(line)
        self._presses += 1
        self._last = b"\xfd" + bytes.fromhex(code) + b"\x44\xdf"
        return [self._last] * HELD

    def tick(self, now_s: float) -> list[bytes]:
        return [self._last] if self._last and "held_down" in self.faults else []

    def look(self) -> dict[str, object]:
        return {"presses": self._presses}


class SimulatedWatch(SimulatedDevice):
    """A watch that has just connected: says it is there, and repeats an alarm until it is answered.

    Commands: `sos`, `fall`, `taken_off`, `low_battery`, `battery 15`. As no place is known to it, it says 0, 0.
    """

    STATUS: ClassVar[dict[str, int]] = {
        "sos": 1 << 16, "low_battery": 1 << 17, "taken_off": 1 << 20, "fall": 1 << 21,
    }  # fmt: skip

    def __init__(
        self, who: str = "0000000015", maker: str = "3G", clock: str = "221126,100203", repeat_s: float = 2.0
    ) -> None:
        super().__init__()
        self._repeat_s = repeat_s
        self.who, self.maker, self.clock, self.battery = who, maker, clock, 80
        self._alarm = b""
        self._said_s = -repeat_s
        self._greeted = False
        self._buffer = bytearray()
        self.answers: list[str] = []

    def command(self, line: str) -> list[bytes]:
        word, _, rest = line.partition(" ")
        if word == "battery" and rest.isdecimal():
            self.battery = int(rest)
            return [self._life()]
        if line not in self.STATUS:
            raise ValueError(line)
        place = f"AL,{self.clock},V,0.0,N,0.0,E,0,0,0,0,90,{self.battery},0,0,{self.STATUS[line]:08X},0,0"
        self._alarm = encode(self.maker, self.who, place)
        return [self._alarm]

    def hear(self, data: bytes) -> list[bytes]:
        self._buffer += data
        while (end := self._buffer.find(b"]")) >= 0:
            answer = parse(bytes(self._buffer[: end + 1])).kind
            del self._buffer[: end + 1]
            self.answers.append(answer)
            if answer == "AL":
                self._alarm = b""
        return []

    def tick(self, now_s: float) -> list[bytes]:
        said: list[bytes] = []
        if not self._greeted:
            self._greeted = True
            said.append(self._life())
        if self._alarm and now_s - self._said_s >= self._repeat_s:
            self._said_s = now_s
            said.append(self._alarm)
        return said

    def look(self) -> dict[str, object]:
        return {"battery": self.battery, "unanswered": bool(self._alarm)}

    def _life(self) -> bytes:
        return encode(self.maker, self.who, f"LK,0,0,{self.battery}")
