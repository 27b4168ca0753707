"""A temperature and humidity sensor that is not there, and contacts on a board."""

from __future__ import annotations

from drivers import modbus
from drivers.simulated.modbus import SimulatedSlave
from drivers.simulated.relays import switch


class SimulatedClimate(SimulatedSlave):
    """22.5 degrees and 55 % until somebody says otherwise. fault broken: the sensor behind the board reports nonsense."""

    FAULTS = (*SimulatedSlave.FAULTS, "broken")

    def __init__(self, address: int, function: int, first: int) -> None:
        super().__init__(address)
        self._values = self.holding if function == modbus.READ_HOLDING else self.registers
        self._first = first
        self.temperature, self.humidity = 22.5, 55.0
        self.holding.setdefault(0x0101, address)

    def hear(self, data: bytes) -> list[bytes]:
        broken = "broken" in self.faults
        self._values[self._first] = 0x7FFF if broken else round(self.temperature * 10)
        self._values[self._first + 1] = 0x7FFF if broken else round(self.humidity * 10)
        return super().hear(data)

    def command(self, line: str) -> list[bytes]:
        """`temperature -5.5`, `humidity 80`."""
        word, _, number = line.partition(" ")
        if word not in ("temperature", "humidity"):
            raise ValueError(line)
        setattr(self, word, float(number))
        return []

    def look(self) -> dict[str, object]:
        return {"temperature": self.temperature, "humidity": self.humidity}


class SimulatedContacts(SimulatedSlave):
    """A board of contacts, all closed to begin with, as normally-closed wiring has them."""

    def __init__(self, address: int, count: int, closed: bool = True) -> None:
        super().__init__(address, inputs=count)
        self.inputs = [closed] * count

    def command(self, line: str) -> list[bytes]:
        """`input 3 off`: that contact opens, or its wire is cut."""
        switch(line, {"input": self.inputs})
        return []

    def look(self) -> dict[str, object]:
        return {"inputs": list(self.inputs)}
