"""What simulated devices have in common."""

from __future__ import annotations

from typing import ClassVar


class SimulatedDevice:
    """Hears nothing, says nothing and knows no command; a device overrides what it does (drivers.api.Simulated)."""

    FAULTS: ClassVar[tuple[str, ...]] = ()
    LIVES: ClassVar[bool] = True

    def __init__(self) -> None:
        self.faults: set[str] = set()

    def hear(self, data: bytes) -> list[bytes]:
        return []

    def tick(self, now_s: float) -> list[bytes]:
        return []

    def command(self, line: str) -> list[bytes]:
        raise ValueError(line)

    def look(self) -> dict[str, object]:
        return {}


class Several(SimulatedDevice):
    """More than one device on one line, as on an RS-485 bus: all hear everything, those who are meant answer."""

    def __init__(self, *devices: SimulatedDevice) -> None:
        super().__init__()
        self.devices = devices

    def hear(self, data: bytes) -> list[bytes]:
        return [answer for device in self.devices for answer in device.hear(data)]

    def tick(self, now_s: float) -> list[bytes]:
        return [said for device in self.devices for said in device.tick(now_s)]

    def command(self, line: str) -> list[bytes]:
        """`0 close 3`: which device, then its command."""
        number, _, rest = line.partition(" ")
        if not number.isdigit() or int(number) >= len(self.devices):
            raise ValueError(line)
        return self.devices[int(number)].command(rest)

    def look(self) -> dict[str, object]:
        return {str(number): device.look() for number, device in enumerate(self.devices)}
