"""Label printers that are not there, TSPL and ZPL: they draw our bytes on labels and answer for their state."""

from __future__ import annotations

import re
from collections.abc import Callable

from drivers.printers.job import Bitmap
from drivers.simulated.device import SimulatedDevice
from drivers.simulated.paper import DrawCode, Sheet, sketched

DOTS_PER_MM = 8
LINE = re.compile(rb"([^\r\n]*)\r?\n")
BITMAP = re.compile(rb"BITMAP (\d+),(\d+),(\d+),(\d+),0,")
NOW = re.compile(rb"\x1b!([?S])")
QUOTED = re.compile(r'"([^"]*)"')


class _LabelPrinter(SimulatedDevice):
    """faults: `paper_out`, `cover_open`, `ribbon_out`, `silent`. It keeps what it hears until it can print."""

    FAULTS = ("paper_out", "cover_open", "ribbon_out", "silent")

    def __init__(self, draw_code: DrawCode = sketched) -> None:
        super().__init__()
        self._draw_code = draw_code
        self.labels: list[Sheet] = []
        self.paused = False
        self.unknown: list[bytes] = []
        self._waiting = b""
        self._label = Sheet(8, 0, grows=False)

    @property
    def able(self) -> bool:
        return not (self.paused or self.faults & {"paper_out", "cover_open", "ribbon_out"})

    def command(self, line: str) -> list[bytes]:
        """`tear`: somebody takes the labels; `pause`: presses the button, which a second press undoes."""
        if line == "tear":
            self.labels.clear()
        elif line == "pause":
            self.paused = not self.paused
        else:
            raise ValueError(line)
        return []

    def look(self) -> dict[str, object]:
        return {"labels": len(self.labels), "codes": [code for label in self.labels for code in label.codes]}

    def tick(self, now_s: float) -> list[bytes]:
        self._work()
        return []

    def _work(self) -> None:
        raise AssertionError("each kind has its own")

    def _out(self, copies: int) -> None:
        self.labels += [self._label] * copies


class SimulatedTspl(_LabelPrinter):
    """Obeys SIZE, CLS, BITMAP, QRCODE, TEXT, PRINT; `<ESC>!?` and `<ESC>!S` at once."""

    def __init__(self, draw_code: DrawCode = sketched, black: int = 0) -> None:
        super().__init__(draw_code)
        self._black = black
        self._size = (60, 40)

    def hear(self, data: bytes) -> list[bytes]:
        self._waiting += data
        replies = [self._status() if found[1] == b"?" else self._long_status() for found in NOW.finditer(self._waiting)]
        self._waiting = NOW.sub(b"", self._waiting)
        self._work()
        return [] if "silent" in self.faults else replies

    def _bits(self) -> int:
        faults = self.faults
        shut = 0x01 * ("cover_open" in faults) | 0x10 * self.paused
        return shut | 0x04 * ("paper_out" in faults) | 0x08 * ("ribbon_out" in faults)

    def _status(self) -> bytes:
        return bytes((self._bits(),))

    def _long_status(self) -> bytes:
        faults = self.faults
        way = 0x20 * ("cover_open" in faults) | 0x01 * ("paper_out" in faults) | 0x04 * ("ribbon_out" in faults)
        return bytes((0x02, 0x60 if self.paused else 0x40, 0x40, 0x40, 0x40 | way, 0x03, 0x0D, 0x0A))

    def _work(self) -> None:
        while self.able and self._waiting:
            if drawn := BITMAP.match(self._waiting):
                x, y, row_bytes, height = map(int, drawn.groups())
                end = drawn.end() + row_bytes * height
                if len(self._waiting) < end + 2:
                    return
                rows = self._waiting[drawn.end() : end]
                self._label.draw(Bitmap(row_bytes * 8, rows if self._black else bytes(b ^ 0xFF for b in rows)), x, y)
                self._waiting = self._waiting[end + 2 :]
            elif found := LINE.match(self._waiting):
                self._waiting = self._waiting[found.end() :]
                self._obey(found[1])
            else:
                return

    def _obey(self, line: bytes) -> None:
        word, _, rest = line.decode("gb18030", "replace").partition(" ")
        if word == "SIZE":
            wide, tall = re.findall(r"(\d+) mm", rest)
            self._size = int(wide), int(tall)
        elif word == "CLS":
            wide, tall = self._size
            self._label = Sheet(wide * DOTS_PER_MM, tall * DOTS_PER_MM, grows=False)
        elif word == "QRCODE":
            x, y, _, size = rest.split(",")[:4]
            text = QUOTED.findall(rest)[-1]
            self._label.code(text, self._draw_code(text), int(size), int(x), int(y))
        elif word == "TEXT":
            self._label.texts.append(QUOTED.findall(rest)[-1])
        elif word == "PRINT":
            sets, _, copies = rest.partition(",")
            self._out(int(sets) * int(copies or 1))
        elif word not in ("GAP", "DIRECTION", ""):
            self.unknown.append(line)


class SimulatedZpl(_LabelPrinter):
    """Obeys ^PW ^LL ^FO ^GFA ^BQ ^A0 ^FD ^PQ; `~HS` at once, but not while it is out of paper or open (Zebra's words)."""

    FORMAT = re.compile(rb"\^XA(.*?)\^XZ", re.DOTALL)

    def __init__(self, draw_code: DrawCode = sketched, mute_in_trouble: bool = True) -> None:
        super().__init__(draw_code)
        self._mute_in_trouble = mute_in_trouble
        self._wide, self._tall = 480, 320
        self._at = (0, 0)
        self._kind = ""
        self._size = 1
        self._copies = 1

    def hear(self, data: bytes) -> list[bytes]:
        asked = data.count(b"~HS")
        self._waiting += data.replace(b"~HS", b"")
        self._work()
        if "silent" in self.faults or (self._mute_in_trouble and self.faults & {"paper_out", "cover_open"}):
            return []
        return [self._report()] * asked

    def _report(self) -> bytes:
        faults, waiting = self.faults, self._waiting.count(b"^XZ")
        lines = (
            f"030,{'paper_out' in faults:d},{self.paused:d},{self._tall:04d},{waiting:03d},0,0,0,000,0,0,0",
            f"000,0,{'cover_open' in faults:d},{'ribbon_out' in faults:d},0,2,4,0,{waiting:08d},1,000",
            "1234,0",
        )
        return b"".join(b"\x02" + line.encode() + b"\x03\r\n" for line in lines)

    def _work(self) -> None:
        while self.able and (found := self.FORMAT.search(self._waiting)):
            self._waiting = self._waiting[found.end() :]
            self._label, self._copies = Sheet(self._wide, self._tall, grows=False), 1
            for part in found[1].split(b"^")[1:]:
                self._obey(part[:2].decode("latin-1"), part[2:])
            self._out(self._copies)

    def _obey(self, word: str, rest: bytes) -> None:
        does: dict[str, Callable[[bytes], None]] = {
            "PW": self._paper, "LL": self._paper, "FO": self._origin, "GF": self._picture, "BQ": self._code,
            "A0": self._letters, "FD": self._data, "PQ": self._quantity,
        }  # fmt: skip
        if word == "PW":
            self._wide = int(rest)
        elif word == "LL":
            self._tall = int(rest)
        if word in does:
            does[word](rest)
        elif word not in ("CI", "LH", "FS"):
            self.unknown.append(word.encode() + rest)

    def _paper(self, rest: bytes) -> None:
        self._label = Sheet(self._wide, self._tall, grows=False)

    def _origin(self, rest: bytes) -> None:
        x, _, y = rest.partition(b",")
        self._at = int(x), int(y)

    def _picture(self, rest: bytes) -> None:
        _, size, _, row_bytes, data = rest.split(b",", 4)
        rows = bytes.fromhex(data.decode())
        assert len(rows) == int(size), "a printer would draw rubbish"
        self._label.draw(Bitmap(int(row_bytes) * 8, rows), *self._at)

    def _code(self, rest: bytes) -> None:
        self._kind, self._size = "code", int(rest.split(b",")[2])

    def _letters(self, rest: bytes) -> None:
        self._kind = "text"

    def _data(self, rest: bytes) -> None:
        text = rest.decode()
        if self._kind == "code":
            text = text.partition(",")[2]
            self._label.code(text, self._draw_code(text), self._size, *self._at)
        else:
            self._label.texts.append(text)

    def _quantity(self, rest: bytes) -> None:
        self._copies = int(rest)
