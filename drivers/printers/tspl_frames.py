"""TSPL label printers (Gprinter, TSC, HPRT) in bytes: a picture, QR codes, and two kinds of status (DEVICES 3.3)."""

from __future__ import annotations

from drivers.api import DriverError, Noise, Reading
from drivers.framing import FrameDecoder
from drivers.printers.job import Bitmap, Code, Job, plain

ASK = b"\x1b!?"  # one byte, bits
ASK_LONG = b"\x1b!S"  # 02 s1 s2 s3 s4 03 0D 0A (TSC)
QUOTE = '"'
BITS = {0x01: "cover_open", 0x02: "jam", 0x04: "paper_out", 0x08: "ribbon_out", 0x10: "paused", 0x20: "printing"}
COVER_OPTION = 0x40  # a second cover sensor some have; 0x80: too hot or cold
FLIP = bytes(byte ^ 0xFF for byte in range(256))


def label(work: Job, size_mm: tuple[int, int, int], level: str = "L", direction: int = 1, black: int = 0) -> bytes:
    """Everything of a job: set the label, clear, draw, print so many.

    size_mm: width, height, gap; black: the bit that prints (0 by the manuals).
    """
    width_mm, height_mm, gap_mm = size_mm
    lines = [
        f"SIZE {width_mm} mm,{height_mm} mm",
        f"GAP {gap_mm} mm,0",
        f"DIRECTION {direction}",
        "CLS",
    ]
    body = b"".join(line.encode() + b"\r\n" for line in lines)
    body += b"".join(picture(p, black) if isinstance(p, Bitmap) else qr(p, level) for p in work.parts)
    return body + f"PRINT {work.copies},1\r\n".encode()


def picture(bitmap: Bitmap, black: int = 0) -> bytes:
    """At the corner."""
    data = bitmap.rows if black else bitmap.rows.translate(FLIP)
    # ESC ! begins a command that is obeyed at once, `ESC ! R` a reset: one dot is left out instead
    data = data.replace(b"\x1b!", b"\x0b!" if black else b"\x9b!")
    return f"BITMAP 0,0,{bitmap.row_bytes},{bitmap.height},0,".encode() + data + b"\r\n"


def qr(code: Code, level: str = "L") -> bytes:
    """Raises DriverError("print.code") when the text holds a quote: it would end the string."""
    if QUOTE in code.text or "\\" in code.text:
        raise DriverError("print.code", length=len(code.text))
    return f'QRCODE {code.x},{code.y},{level},{code.size},A,0,"{code.text}"\r\n'.encode()


def text(line: str, x: int = 0, y: int = 0, font: str = "TSS24.BF2") -> bytes:
    """A line in the printer's own letters, GB18030. Quotes, backslashes and control signs are left out."""
    kept = plain(line, QUOTE + "\\")
    return f'TEXT {x},{y},"{font}",0,1,1,"'.encode() + kept.encode("gb18030") + b'"\r\n'


def status(byte: int) -> Reading:
    said: dict[str, str | int | bool] = {name: bool(byte & bit) for bit, name in BITS.items()}
    said["cover_open"] = bool(byte & (0x01 | COVER_OPTION))
    said["hot"] = bool(byte & 0x80)
    return Reading("printer", said)


SAID = [status(byte) for byte in range(256)]


class Decoder:
    """Answers to the short question: any one byte. Implements drivers.api.Decoder."""

    def feed(self, data: bytes) -> list[Reading | Noise]:
        return [SAID[byte] for byte in data]

    def idle(self, quiet_s: float) -> list[Reading | Noise]:
        return []


class LongDecoder(FrameDecoder):
    """Answers to the long question: eight bytes, 02 s1 s2 s3 s4 03 0D 0A (TSC TTP-244 manual)."""

    START = b"\x02"
    MAX = 8

    def size(self, buffer: bytearray, at: int) -> int:
        return self.MAX

    def parse(self, frame: bytes) -> Reading | None:
        right = frame[5:] == b"\x03\r\n" and all(byte & 0xC0 == 0x40 for byte in frame[1:5])
        return _long(frame) if right else None


def _long(frame: bytes) -> Reading:
    """Message, warning, error, error on the way of the paper."""
    doing, _, bad, way = frame[1:5]
    return Reading(
        "printer",
        {
            "cover_open": bool(way & 0x20),
            "jam": bool(way & 0x02),
            "paper_out": bool(way & 0x01),
            "ribbon_out": bool(way & 0x04),
            "paused": doing == 0x60,
            "printing": doing in (0x50, 0x57),
            "hot": bool(bad & 0x03),
            "cutter": bool(bad & 0x08),
        },
    )
