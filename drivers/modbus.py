"""Modbus RTU as bytes (DEVICES 4.2, 4.3): requests of a master, answers of a slave, CRC-16 low byte first."""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from typing import Final

from drivers.api import Reading
from drivers.framing import MORE, NEVER, FrameDecoder

READ_COILS, READ_INPUTS, READ_HOLDING, READ_REGISTERS = 1, 2, 3, 4
WRITE_COIL, WRITE_REGISTER, WRITE_COILS = 5, 6, 15
ON, OFF, TOGGLE = 0xFF00, 0x0000, 0x5500  # TOGGLE: Waveshare
REFUSED = 0x80  # on the function of an answer: the device will not
READS = {READ_COILS: "coils", READ_INPUTS: "inputs", READ_HOLDING: "holding", READ_REGISTERS: "registers"}
WRITES = {WRITE_COIL: "coil", WRITE_REGISTER: "register", WRITE_COILS: "written", 16: "written"}


def _table() -> list[int]:
    table = []
    for byte in range(256):
        crc = byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
        table.append(crc)
    return table


TABLE: Final = _table()


def crc16(data: bytes) -> int:
    """Polynomial A001 reflected, from FFFF."""
    crc = 0xFFFF
    for byte in data:
        crc = (crc >> 8) ^ TABLE[(crc ^ byte) & 0xFF]
    return crc


def framed(body: bytes) -> bytes:
    """With its CRC behind it."""
    return body + struct.pack("<H", crc16(body))


def read(address: int, function: int, first: int, count: int) -> bytes:
    """Ask for coils, inputs or registers."""
    return framed(struct.pack(">BBHH", address, function, first, count))


def write_coil(address: int, coil: int, value: int) -> bytes:
    """value: ON, OFF, TOGGLE, or what a board makes of it (tenths of a second for a timed pulse)."""
    return framed(struct.pack(">BBHH", address, WRITE_COIL, coil, value))


def write_register(address: int, register: int, value: int) -> bytes:
    return framed(struct.pack(">BBHH", address, WRITE_REGISTER, register, value))


def write_coils(address: int, first: int, values: Sequence[bool]) -> bytes:
    """Several at once, the first in the lowest bit."""
    packed = bytearray((len(values) + 7) // 8)
    for number, value in enumerate(values):
        packed[number // 8] |= value << (number % 8)
    return framed(struct.pack(">BBHHB", address, WRITE_COILS, first, len(values), len(packed)) + bytes(packed))


class AnswerDecoder(FrameDecoder):
    """Answers of any slave, or only those of `address` to `function`.

    Readings: coils, inputs (`bits`, the first first), holding, registers (`values`, comma between), coil, register
    (`number`, `value`), written (`first`, `count`), refused (`function`, `code`); each with `address`.
    """

    MAX = 260
    REMEMBERS = 64

    def __init__(self, address: int | None = None, function: int | None = None) -> None:
        super().__init__()
        start = b"." if address is None else re.escape(bytes((address,)))
        functions = [*READS, *WRITES] if function is None else [function]
        known = bytes(code for known in functions for code in (known, known | REFUSED))
        # the last byte of what we have may be the address of an answer that is only beginning
        self._heads = re.compile(rb"%s(?:[%s]|\Z)" % (start, re.escape(known)), re.DOTALL)

    def find(self, buffer: bytearray, at: int) -> int:
        head = self._heads.search(buffer, at)
        return head.start() if head else -1

    def size(self, buffer: bytearray, at: int) -> int:
        if len(buffer) - at < 3:
            return MORE
        function = buffer[at + 1]
        if function & REFUSED:
            return 5
        if function not in READS:
            return 8
        count = buffer[at + 2]
        wrong = count == 0 or count > 250 or (function in (READ_HOLDING, READ_REGISTERS) and count % 2)
        return NEVER if wrong else 5 + count

    def parse(self, frame: bytes) -> Reading | None:
        if crc16(frame):  # over a frame with its own CRC the result is nothing
            return None
        address, function = frame[0], frame[1]
        if function & REFUSED:
            return Reading("refused", {"address": address, "function": function & 0x7F, "code": frame[2]})
        if function in (READ_COILS, READ_INPUTS):
            bits = "".join(f"{byte:08b}"[::-1] for byte in frame[3:-2])
            return Reading(READS[function], {"address": address, "bits": bits})
        if function in READS:
            values = struct.unpack(f">{frame[2] // 2}H", frame[3:-2])
            return Reading(READS[function], {"address": address, "values": ",".join(map(str, values))})
        number, value = struct.unpack(">HH", frame[2:6])
        names = ("first", "count") if function >= WRITE_COILS else ("number", "value")
        return Reading(WRITES[function], {"address": address, names[0]: number, names[1]: value})


def values_of(reading: Reading) -> list[int]:
    """The registers of a `holding` or `registers` reading."""
    return [int(value) for value in str(reading.fields["values"]).split(",")]


def signed(value: int) -> int:
    """A register as two's complement."""
    return value - 0x10000 if value & 0x8000 else value
