"""Scanner modules that are not there: one that can be set, and one in HID POS mode."""

from __future__ import annotations

import binascii
from typing import ClassVar

from drivers.scanners.gm65_frames import BEAT, READ, SAVE, TRIGGER, UNCHECKED, WRITE
from drivers.simulated.device import SimulatedDevice

HEAD = b"\x7e\x00"


class SimulatedGm65(SimulatedDevice):
    """Reads the code that is held before it: `code TEXT` reads at once, `hold TEXT` waits for the word to scan."""

    def __init__(self, end: bytes = b"\r") -> None:
        super().__init__()
        self.zones = bytearray(256)
        self.saved = False
        self._end, self._held = end, ""
        self._buffer = bytearray()

    def command(self, line: str) -> list[bytes]:
        word, _, text = line.partition(" ")
        if word not in ("code", "hold") or not text:
            raise ValueError(line)
        self._held = text
        return [self._code()] if word == "code" else []

    def hear(self, data: bytes) -> list[bytes]:
        self._buffer += data
        answers: list[bytes] = []
        while (at := self._buffer.find(HEAD)) >= 0 and len(self._buffer) >= at + 6:
            kind, length = self._buffer[at + 2], self._buffer[at + 3]
            size = 8 + (1 if kind == READ else length)
            if len(self._buffer) < at + size:
                break
            request = bytes(self._buffer[at : at + size])
            del self._buffer[: at + size]
            if request[-2:] == UNCHECKED or not binascii.crc_hqx(request[2:], 0):
                answers += self._obey(kind, int.from_bytes(request[4:6], "big"), request[6:-2])
        return answers

    def look(self) -> dict[str, object]:
        return {"held": self._held, "saved": self.saved, "encoding": self.zones[0x0D]}

    def _obey(self, kind: int, zone: int, data: bytes) -> list[bytes]:
        if kind == READ:
            return [_reply(bytes(self.zones[zone : zone + data[0]]))]
        if kind == BEAT:
            return [_reply(b"\0", head=3)]
        if kind == SAVE:
            self.saved = True
        elif kind == WRITE and zone + len(data) <= len(self.zones):
            self.zones[zone : zone + len(data)] = data
            if zone == TRIGGER and data == b"\x01" and self._held:
                return [_reply(b"\0"), self._code()]
        return [_reply(b"\0")]

    def _code(self) -> bytes:
        return self._held.encode() + self._end


def _reply(data: bytes, head: int = 2) -> bytes:
    body = bytes((0, len(data))) + data
    return bytes((head, 0)) + body + binascii.crc_hqx(body, 0).to_bytes(2, "big")


class SimulatedHidPos(SimulatedDevice):
    """A scanner in HID POS mode, its reports one behind the other: `code TEXT`."""

    LIVES: ClassVar[bool] = True
    PIECE: ClassVar[int] = 58

    def __init__(self) -> None:
        super().__init__()
        self._codes = 0

    def command(self, line: str) -> list[bytes]:
        word, _, text = line.partition(" ")
        if word != "code" or not text:
            raise ValueError(line)
        self._codes += 1
        return reports(text.encode())

    def look(self) -> dict[str, object]:
        return {"codes": self._codes}


def reports(code: bytes, aim: bytes = b"]Q1") -> list[bytes]:
    """As Honeywell scanners send it: number, length, symbology, data, and whether more follows."""
    size = SimulatedHidPos.PIECE
    pieces = [code[at : at + size] for at in range(0, len(code), size)]
    last = len(pieces) - 1
    return [
        b"\x02" + bytes((len(piece),)) + aim + piece.ljust(size, b"\0") + bytes((number < last,))
        for number, piece in enumerate(pieces)
    ]
