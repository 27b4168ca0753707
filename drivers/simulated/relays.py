"""Relay boards that are not there, and a barrier on one of them."""

from __future__ import annotations

from drivers import modbus
from drivers.relays.boards import EVERY, FLASH, FLASH_OFF
from drivers.relays.lcus_frames import lcus
from drivers.simulated.device import SimulatedDevice
from drivers.simulated.modbus import SimulatedSlave

ARM_S = 0.3  # how long the arm of the simulated barrier moves


class SimulatedRelayBoard(SimulatedSlave):
    """A Modbus relay board. fault stuck: says yes, and the relay does not move."""

    FAULTS = (*SimulatedSlave.FAULTS, "stuck")

    def __init__(self, address: int, channels: int, inputs: int, flavour: str = "waveshare") -> None:
        super().__init__(address, channels, inputs)
        self.holding = {0: address, 0x03E8: 4}
        self.flavour = flavour
        self.moves = 0  # how often a relay closed
        self._asked: dict[int, tuple[bool, int]] = {}  # coil -> state afterwards, tenths
        self._timed: dict[int, tuple[bool, float]] = {}

    def write_coil(self, coil: int, value: int) -> None:
        base = coil & 0xFF00
        if self.flavour == "waveshare" and base in (FLASH, FLASH_OFF) and coil - base < len(self.coils):
            if not 0 < value <= 0x7FFF:
                raise ValueError(value)
            self._set(coil - base, base == FLASH)
            self._asked[coil - base] = (base != FLASH, value)
        elif self.flavour == "waveshare" and coil == EVERY:
            for number in range(len(self.coils)):
                self._set(number, value == modbus.ON)
        elif self.flavour == "waveshare" and value == modbus.TOGGLE:
            self._set(coil, not self.coils[coil])
        elif value in (modbus.ON, modbus.OFF):
            self._set(coil, value == modbus.ON)
        else:
            raise ValueError(value)

    def _set(self, coil: int, on: bool) -> None:
        before = self.coils[coil]
        if "stuck" in self.faults:
            return
        self.coils[coil] = on
        self._asked.pop(coil, None)
        self._timed.pop(coil, None)
        if on and not before:
            self.moves += 1
            self.closed(coil)

    def closed(self, coil: int) -> None:
        """A relay has just closed."""

    def tick(self, now_s: float) -> list[bytes]:
        for coil, (after, tenths) in self._asked.items():
            self._timed[coil] = (after, now_s + tenths / 10)
        self._asked.clear()
        for coil, (after, until_s) in list(self._timed.items()):
            if now_s >= until_s:
                self._timed.pop(coil)
                self.coils[coil] = after
        return []

    def command(self, line: str) -> list[bytes]:
        """`input 3 on`, `relay 3 off` (the button on the board)."""
        switch(line, {"input": self.inputs, "relay": self.coils})
        return []

    def look(self) -> dict[str, object]:
        return {"relays": list(self.coils), "inputs": list(self.inputs), "moves": self.moves}


class SimulatedBarrier(SimulatedRelayBoard):
    """A gate arm on three relays, with its two end contacts. fault arm_stuck: the motor hums and nothing moves."""

    FAULTS = (*SimulatedRelayBoard.FAULTS, "arm_stuck")

    def __init__(self, address: int, channels: tuple[int, int, int], contacts: tuple[int, int], flavour: str) -> None:
        super().__init__(address, max(*channels, 4), max(*contacts, 0), flavour)
        self._channels, self._contacts = channels, contacts
        self.position, self._goal, self._moving_s = "closed", "", 0.0
        self._show()

    def closed(self, coil: int) -> None:
        goals = dict(zip(self._channels, ("open", "closed", "stopped"), strict=True))
        self._goal, self._moving_s = goals.get(coil + 1, ""), 0.0
        if self._goal and "arm_stuck" not in self.faults:
            self.position = "between"
            self._show()

    def tick(self, now_s: float) -> list[bytes]:
        if self.position == "between" and self._goal in ("open", "closed"):
            self._moving_s = self._moving_s or now_s + ARM_S
            if now_s >= self._moving_s:
                self.position = self._goal
                self._show()
        return super().tick(now_s)

    def command(self, line: str) -> list[bytes]:
        """`arm open`, `arm closed`: somebody moves it by hand; else as any board."""
        word, _, position = line.partition(" ")
        if word != "arm":
            return super().command(line)
        if position not in ("open", "closed", "between"):
            raise ValueError(line)
        self.position = position
        self._show()
        return []

    def _show(self) -> None:
        for contact, position in zip(self._contacts, ("open", "closed"), strict=True):
            if contact:
                self.inputs[contact - 1] = self.position == position

    def look(self) -> dict[str, object]:
        return {**super().look(), "arm": self.position}


class SimulatedLcus(SimulatedDevice):
    """An LCUS board. feedback: yes, ff, no as in the driver's option; auto is one that answers nothing."""

    FAULTS = ("stuck",)

    def __init__(self, channels: int, feedback: str = "auto") -> None:
        super().__init__()
        self.relays = [False] * channels
        self.moves = 0
        self._feedback, self._buffer = feedback, bytearray()

    def hear(self, data: bytes) -> list[bytes]:
        self._buffer += data
        answers = []
        while self._buffer:
            if self._buffer[0] == 0xFF:
                del self._buffer[0]
                answers += self._all() if self._feedback == "ff" else []
            elif self._buffer[0] != 0xA0:
                del self._buffer[0]
            elif len(self._buffer) < 4:
                break
            else:
                _, channel, op, total = self._buffer[:4]
                del self._buffer[: 4 if total == (0xA0 + channel + op) & 0xFF else 1]
                if total == (0xA0 + channel + op) & 0xFF and 1 <= channel <= len(self.relays):
                    answers += self._do(channel, op)
        return answers

    def _do(self, channel: int, op: int) -> list[bytes]:
        wanted = {0: False, 1: True, 2: False, 3: True, 4: not self.relays[channel - 1]}.get(op)
        if wanted is not None and "stuck" not in self.faults:
            self.moves += wanted and not self.relays[channel - 1]
            self.relays[channel - 1] = wanted
        if self._feedback == "yes" and op >= 2:
            return [lcus(channel, int(self.relays[channel - 1]))]
        return []

    def command(self, line: str) -> list[bytes]:
        """`relay 1 on`: the button on the board."""
        switch(line, {"relay": self.relays})
        return []

    def _all(self) -> list[bytes]:
        lines = (f"CH{n}:{'ON' if on else 'OFF'} \r\n" for n, on in enumerate(self.relays, 1))
        return ["".join(lines).encode()]

    def look(self) -> dict[str, object]:
        return {"relays": list(self.relays), "moves": self.moves}


def switch(line: str, rows: dict[str, list[bool]]) -> None:
    """`WORD NUMBER on|off` done to the row of that name. Raises ValueError for anything else."""
    word, number, state = [*line.split(), "", "", ""][:3]
    row = rows.get(word, [])
    if not number.isdigit() or not 1 <= int(number) <= len(row) or state not in ("on", "off"):
        raise ValueError(line)
    row[int(number) - 1] = state == "on"
