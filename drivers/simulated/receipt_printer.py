"""An ESC/POS printer that is not there: obeys our bytes onto paper, answers DLE EOT and GS r, runs out of paper."""

from __future__ import annotations

import re

from drivers.printers.job import Bitmap
from drivers.simulated.device import SimulatedDevice
from drivers.simulated.paper import DrawCode, Sheet, sketched

LINE_DOTS = 30
MORE = -1  # the command is not whole yet
NOW = re.compile(rb"\x10\x04([\x01-\x04])|\x10\x14\x01([\x00\x01])[\x01-\x08]|\x10\x05[\x01\x02]", re.DOTALL)
TAIL = 4  # bytes that may be the beginning of a real-time command
FIXED = {b"\x1ba": 3, b"\x1bd": 3, b"\x1bp": 5, b"\x1cW": 3, b"\x1c!": 3, b"\x1dr": 3, b"\x1b@": 2, b"\x1c&": 2, b"\x1c.": 2, b"\x10\x04": 3, b"\x10\x05": 3, b"\x10\x14": 5}  # fmt: skip


class SimulatedReceiptPrinter(SimulatedDevice):
    """faults: `paper_out`, `cover_open`, `paper_low`, `cutter`, `silent` (a cheap one that answers nothing).

    While it can not print it keeps what it hears and prints it later, as real ones do.
    """

    FAULTS = ("paper_out", "cover_open", "paper_low", "cutter", "silent")

    def __init__(self, width: int = 576, draw_code: DrawCode = sketched) -> None:
        super().__init__()
        self.width, self._draw_code = width, draw_code
        self.sheets: list[Sheet] = [Sheet(width)]  # the last one still hangs in the printer
        self.kicks: list[int] = []  # drawer pins
        self.unknown: list[bytes] = []
        self.low = self.contact = self.drawer_open = False
        self._waiting = b""
        self._heard = b""
        self._stored = ""
        self._size = 3
        self._middle = False
        self._line = bytearray()

    @property
    def cut_off(self) -> list[Sheet]:
        """What a person holds in the hand."""
        return self.sheets[:-1]

    def command(self, line: str) -> list[bytes]:
        """`tear`: somebody takes what has been cut off; `roll`: a roll that is nearly used up, or a full one again;
        `contact`: the drawer has one that says whether it is open; `shut`: somebody shuts it."""
        if line == "tear":
            del self.sheets[:-1]
        elif line == "roll":
            self.low = not self.low
        elif line == "contact":
            self.contact = True
        elif line == "shut":
            self.drawer_open = False
        else:
            raise ValueError(line)
        return []

    def look(self) -> dict[str, object]:
        codes = [code for sheet in self.sheets for code in sheet.codes]
        return {"sheets": len(self.cut_off), "codes": codes, "kicks": list(self.kicks)}

    def hear(self, data: bytes) -> list[bytes]:
        replies = self._at_once(data)
        self._waiting += data
        return [*replies, *self._work()]

    def tick(self, now_s: float) -> list[bytes]:
        """Goes on printing when somebody has put paper in."""
        return self._work()

    # --- real time: obeyed wherever it stands, even in a picture ------------------------------------------------------

    def _at_once(self, data: bytes) -> list[bytes]:
        stream = self._heard + data
        replies, end = [], 0
        for found in NOW.finditer(stream):
            end = found.end()
            if found[1]:
                replies.append(bytes((self._status(found[1][0]),)))
            elif found[2]:
                self._kick(5 if found[2][0] else 2)
        self._heard = stream[max(end, len(stream) - TAIL) :]
        return [] if "silent" in self.faults else replies

    def _status(self, n: int) -> int:
        out, cover = "paper_out" in self.faults, "cover_open" in self.faults
        bits = {
            1: 0x08 * (not self.able) | 0x04 * (self.contact and self.drawer_open),
            2: 0x04 * cover | 0x20 * out | 0x40 * ("cutter" in self.faults),
            3: 0x08 * ("cutter" in self.faults),
            4: 0x60 * out | 0x0C * (out or self.low or "paper_low" in self.faults),
        }
        return 0x12 | bits[n]

    @property
    def able(self) -> bool:
        return not self.faults & {"paper_out", "cover_open", "cutter"}

    # --- the rest, in turn ----------------------------------------------------------------------------------------------

    def _work(self) -> list[bytes]:
        replies: list[bytes] = []
        while self._waiting and self.able:
            size = self._size_of(self._waiting)
            if size == MORE or len(self._waiting) < size:
                break
            command, self._waiting = self._waiting[:size], self._waiting[size:]
            if command[:2] == b"\x1dr":
                replies.append(bytes((0x03 * (self.low or "paper_low" in self.faults),)))
            else:
                self._obey(command)
        return [] if "silent" in self.faults else replies

    def _size_of(self, data: bytes) -> int:
        if data[0] not in (0x10, 0x1B, 0x1C, 0x1D):
            return 1
        if len(data) < 2:
            return MORE
        head = data[:2]
        if head == b"\x1dV":
            return MORE if len(data) < 3 else 4 if data[2] >= 0x41 else 3
        if head == b"\x1dv":
            if len(data) < 8:
                return MORE
            return 8 + int.from_bytes(data[4:6], "little") * int.from_bytes(data[6:8], "little")
        if head == b"\x1d(":
            return MORE if len(data) < 5 else 5 + int.from_bytes(data[3:5], "little")
        return FIXED.get(head, 2)

    def _obey(self, command: bytes) -> None:
        head, sheet = command[:2], self.sheets[-1]
        if command[0] not in (0x10, 0x1B, 0x1C, 0x1D):
            self._letter(command[0])
        elif head == b"\x1dv":
            width = int.from_bytes(command[4:6], "little") * 8
            sheet.draw(Bitmap(width, command[8:]), 0, len(sheet.rows))
        elif head == b"\x1d(":
            self._code(command[5:])
        elif head == b"\x1dV":
            sheet.cut = "partial" if command[2] in (0x01, 0x31, 0x42) else "full"
            self.sheets.append(Sheet(self.width))
        elif head == b"\x1bd":
            sheet.feed(command[2] * LINE_DOTS)
        elif head == b"\x1bp":
            self._kick(5 if command[2] else 2)
        elif head == b"\x1ba":
            self._middle = command[2] == 1
        elif head not in FIXED:
            self.unknown.append(command)

    def _kick(self, pin: int) -> None:
        self.kicks.append(pin)
        self.drawer_open = True

    def _letter(self, byte: int) -> None:
        if byte != 0x0A:
            self._line.append(byte)
            return
        if self._line:
            self.sheets[-1].texts.append(self._line.decode("gb18030", "replace"))
            self._line.clear()
        self.sheets[-1].feed(LINE_DOTS)

    def _code(self, data: bytes) -> None:
        what = data[:2]
        if what == b"1C":
            self._size = data[2]
        elif what == b"1P":
            self._stored = data[3:].decode("latin-1")
        elif what == b"1Q":
            modules, sheet = self._draw_code(self._stored), self.sheets[-1]
            x = max(0, (self.width - len(modules) * self._size) // 2) if self._middle else 0
            sheet.code(self._stored, modules, self._size, x, len(sheet.rows))
