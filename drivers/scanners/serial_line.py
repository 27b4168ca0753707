"""Code scanners on a serial or USB-CDC line: text, then CR, LF, CRLF, ETX or a pause (DEVICES 2.1)."""

from __future__ import annotations

import re

from drivers.api import Decoder as DecoderShape
from drivers.api import Noise, Option, Options, Reading, Simulated
from drivers.options import PORT, baud
from drivers.scanners.texts import ENCODINGS, code
from drivers.talking import TalkingDriver

STX, NUL = 0x02, 0x00
END, INSIDE = re.compile(rb"[\r\n\x03]"), re.compile(rb"\x03")
LIMIT = 4096  # a version 40 code holds 4,296 alphanumeric characters; ours stay under 200
GAP_S = 0.09  # a pause that ends a code when the scanner sends no end mark
STALE_S = 1.0  # a pause after which the half of a marked code will not become whole
SHORTEST = 3  # fewer bytes than this without an end mark are a spark on the line


class Decoder:
    """Bytes to codes. Learns whether this scanner marks its ends; once it does, a pause ends nothing any more."""

    def __init__(self, end: str = "auto", encoding: str = "auto", limit: int = LIMIT) -> None:
        self._encoding, self._limit = encoding, limit
        self._marked = end == "mark"
        self._learns = end == "auto"
        self._buffer = bytearray()
        self._dropped = 0  # bytes of an oversize frame, whose end is still awaited

    def feed(self, data: bytes) -> list[Reading | Noise]:
        events: list[Reading | Noise] = []
        at = 0
        while at < len(data):
            if not self._buffer and data[at] == NUL:  # a port that opens often sends a NUL first
                at += 1
                continue
            end = self._end(data, at)
            self._keep(data[at : end.start()] if end else data[at:])
            if end is None:
                break
            self._marked = self._marked or (self._learns and bool(self._buffer))
            events += self._frame()
            at = end.end()
        return events

    def idle(self, quiet_s: float) -> list[Reading | Noise]:
        if not self._buffer or quiet_s < GAP_S:
            return []
        if self._dropped or not self._waits_for_end():
            return self._frame(paused=True)
        return self._drop("half") if quiet_s >= STALE_S else []

    def _waits_for_end(self) -> bool:
        return self._marked or self._buffer[0] == STX

    def _end(self, data: bytes, at: int) -> re.Match[bytes] | None:
        first = self._buffer[0] if self._buffer else data[at]
        # between STX and ETX a line break is part of the code
        return (INSIDE if first == STX else END).search(data, at)

    def _keep(self, data: bytes) -> None:
        room = 0 if self._dropped else self._limit - len(self._buffer)
        self._buffer += data[:room]
        self._dropped += max(0, len(data) - room)

    def _frame(self, paused: bool = False) -> list[Reading | Noise]:
        if self._dropped:
            return self._drop("oversize")
        body = bytes(self._buffer).removeprefix(bytes((STX,)))
        if paused and len(body) < SHORTEST:
            return self._drop("short")
        self._buffer.clear()
        return [self._reading(body)] if body else []

    def _drop(self, why: str) -> list[Reading | Noise]:
        size = len(self._buffer) + self._dropped
        self._buffer.clear()
        self._dropped = 0
        return [Noise(why, size)]

    def _reading(self, body: bytes) -> Reading | Noise:
        return code(body, ENCODINGS if self._encoding == "auto" else (self._encoding,))


class SerialLineScanner(TalkingDriver):
    """A scanner that sends what it reads and needs no command."""

    NAME = "serial_line"
    ROLE = "scanner"
    CAPABILITIES = ("code",)
    OPTIONS = (
        PORT,
        baud(9600),
        Option("end", "auto", ("auto", "mark", "pause"), help="what ends a code: learnt, CR LF ETX, or a pause"),
        Option("encoding", "auto", ("auto", "utf-8", "gb18030"), help="how the scanner sends Chinese"),
    )

    @classmethod
    def decoder(cls, options: Options) -> DecoderShape:
        return Decoder(str(options.get("end", "auto")), str(options.get("encoding", "auto")))

    @classmethod
    def simulator(cls, options: Options) -> Simulated:
        from drivers.simulated.scanner import SimulatedScanner

        return SimulatedScanner()
