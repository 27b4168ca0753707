"""Dust sensors that are not there."""

from __future__ import annotations

from typing import ClassVar

from drivers.sensors.pms_frames import COMMANDS as PMS_COMMANDS
from drivers.sensors.sds_frames import MODE, PERIOD, QUERY, SLEEP
from drivers.simulated.device import SimulatedDevice

EVERY_S = 1.0
PMS_NAMES = {command: name for name, command in PMS_COMMANDS.items()}


class _Dust(SimulatedDevice):
    """Measures once a second unless it sleeps or is passive. `dust 35 60` sets PM2.5 and PM10 in ug/m3 and measures."""

    FAULTS: ClassVar[tuple[str, ...]] = ("warming_up",)
    SIZE = 0  # bytes of a command
    HEAD = b""

    def __init__(self) -> None:
        super().__init__()
        self.pm2_5, self.pm10 = 12.0, 20.0
        self.asleep = self.passive = False
        self._buffer = bytearray()
        self._next_s = 0.0

    def command(self, line: str) -> list[bytes]:
        word, *rest = line.split()
        if word != "dust" or len(rest) != 2:
            raise ValueError(line)
        self.pm2_5, self.pm10 = (max(0.0, min(999.9, float(value))) for value in rest)
        return [] if self.asleep else [self.measured()]

    def hear(self, data: bytes) -> list[bytes]:
        self._buffer += data
        answers: list[bytes] = []
        while (at := self._buffer.find(self.HEAD)) >= 0 and len(self._buffer) - at >= self.SIZE:
            request = bytes(self._buffer[at : at + self.SIZE])
            del self._buffer[: at + self.SIZE]
            answers += self.obey(request)
        return answers

    def tick(self, now_s: float) -> list[bytes]:
        if self.asleep or self.passive or now_s < self._next_s:
            return []
        self._next_s = now_s + EVERY_S
        return [self.measured()]

    def look(self) -> dict[str, object]:
        return {"asleep": self.asleep, "passive": self.passive, "pm2_5": self.pm2_5, "pm10": self.pm10}

    def measured(self) -> bytes:
        """A frame of values."""
        raise AssertionError(self)

    def obey(self, request: bytes) -> list[bytes]:
        """The answers to a whole request."""
        raise AssertionError(self)


class SimulatedPms5003(_Dust):
    """A PMS5003: asleep it hears only the waking."""

    HEAD, SIZE = b"BM", 7

    def measured(self) -> bytes:
        pm2_5, pm10 = int(self.pm2_5), int(self.pm10)
        words = (pm2_5 // 2, pm2_5, pm10) * 2 + (900, 270, 50, 6, 2, 1, 0x9700)
        cold = "warming_up" in self.faults
        body = b"BM\x00\x1c" + b"".join((0 if cold else word).to_bytes(2, "big") for word in words)
        return body + sum(body).to_bytes(2, "big")

    def obey(self, request: bytes) -> list[bytes]:
        name = PMS_NAMES.get((request[2], request[4]), "")
        if sum(request[:5]) != int.from_bytes(request[5:], "big") or (self.asleep and name != "wake"):
            return []
        if name == "read":
            return [self.measured()]
        if name in ("sleep", "wake"):
            self.asleep = name == "sleep"
        elif name in ("active", "passive"):
            self.passive = name == "passive"
        reply = b"BM\x00\x04" + bytes((request[2], request[4]))
        return [] if name in ("", "wake") else [reply + sum(reply).to_bytes(2, "big")]


class SimulatedSds011(_Dust):
    """An SDS011: asleep it hears only the waking."""

    HEAD, SIZE = b"\xaa\xb4", 19
    ID = b"\xa1\x60"

    def __init__(self) -> None:
        super().__init__()
        self.period_min = 0

    def measured(self) -> bytes:
        cold = "warming_up" in self.faults
        values = (0, 0) if cold else (round(self.pm2_5 * 10), round(self.pm10 * 10))
        data = b"".join(value.to_bytes(2, "little") for value in values) + self.ID
        return b"\xaa\xc0" + data + bytes((sum(data) & 0xFF, 0xAB))

    def obey(self, request: bytes) -> list[bytes]:
        command, set_, value = request[2], request[3], request[4]
        wakes = (command, set_, value) == (SLEEP, 1, 1)
        meant = request[15:17] in (b"\xff\xff", self.ID) and sum(request[2:17]) & 0xFF == request[17]
        if not meant or (self.asleep and not wakes):
            return []
        if command == QUERY:
            return [self.measured()]
        if command == SLEEP and set_:
            self.asleep = not value
        elif command == MODE and set_:
            self.passive = bool(value)
        elif command == PERIOD and set_:
            self.period_min = value
        data = bytes((command, set_, value, 0)) + self.ID
        return [b"\xaa\xc5" + data + bytes((sum(data) & 0xFF, 0xAB))]

    def look(self) -> dict[str, object]:
        return {**super().look(), "period_min": self.period_min}
