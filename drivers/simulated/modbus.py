"""A Modbus slave that is not there: coils, inputs and registers that can be looked at and changed."""

from __future__ import annotations

import struct
from typing import ClassVar

from drivers import modbus
from drivers.simulated.device import SimulatedDevice

ILLEGAL_ADDRESS, ILLEGAL_VALUE, BROKEN = 2, 3, 4
LONGEST = 260


class SimulatedSlave(SimulatedDevice):
    """Answers its own address and is silent to every other, as on a real bus. fault refuse: answers exception 4."""

    FAULTS: ClassVar[tuple[str, ...]] = ("refuse",)

    def __init__(self, address: int, coils: int = 0, inputs: int = 0) -> None:
        super().__init__()
        self.address = address
        self.coils, self.inputs = [False] * coils, [False] * inputs
        self.holding: dict[int, int] = {}
        self.registers: dict[int, int] = {}
        self._buffer = bytearray()

    def hear(self, data: bytes) -> list[bytes]:
        self._buffer += data
        answers = []
        while len(self._buffer) >= 8:
            size = self._buffer[6] + 9 if self._buffer[1] in (15, 16) else 8
            if len(self._buffer) < size <= LONGEST:
                break
            body = bytes(self._buffer[:size])
            if size > LONGEST or modbus.crc16(body):
                del self._buffer[0]
                continue
            del self._buffer[:size]
            if body[0] == self.address:
                answers.append(modbus.framed(self._answer(body[1], body[2:-2])))
        return answers

    def _answer(self, function: int, rest: bytes) -> bytes:
        code = BROKEN if "refuse" in self.faults else 0
        if not code:
            first, value = struct.unpack(">HH", rest[:4])
            try:
                return bytes((self.address, function)) + self._do(function, first, value, rest[5:])
            except (IndexError, KeyError):
                code = ILLEGAL_ADDRESS
            except ValueError:
                code = ILLEGAL_VALUE
        return bytes((self.address, function | modbus.REFUSED, code))

    def _do(self, function: int, first: int, value: int, data: bytes) -> bytes:
        if function in (modbus.READ_COILS, modbus.READ_INPUTS):
            return self._bits(self.coils if function == modbus.READ_COILS else self.inputs, first, value)
        if function in (modbus.READ_HOLDING, modbus.READ_REGISTERS):
            values = self.holding if function == modbus.READ_HOLDING else self.registers
            words = [values[number] & 0xFFFF for number in range(first, first + value)]
            return bytes((2 * value,)) + struct.pack(f">{value}H", *words)
        if function == modbus.WRITE_COIL:
            self.write_coil(first, value)
        elif function == modbus.WRITE_COILS:
            for number in range(value):
                on = bool(data[number // 8] >> (number % 8) & 1)
                self.write_coil(first + number, modbus.ON if on else modbus.OFF)
        elif function == modbus.WRITE_REGISTER:
            self.holding[first] = value
        return struct.pack(">HH", first, value)

    def write_coil(self, coil: int, value: int) -> None:
        """Raises IndexError for one it has not, ValueError for a word it does not know."""
        if value not in (modbus.ON, modbus.OFF):
            raise ValueError(value)
        self.coils[coil] = value == modbus.ON

    def _bits(self, values: list[bool], first: int, count: int) -> bytes:
        if not count >= 1 or first + count > max(len(values), 8):
            raise IndexError(first)
        packed = bytearray((count + 7) // 8)
        for number, value in enumerate(values[first : first + count]):
            packed[number // 8] |= value << (number % 8)
        return bytes((len(packed),)) + bytes(packed)
