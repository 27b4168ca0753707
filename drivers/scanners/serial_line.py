"""Code scanners on a serial or USB-CDC line: text, then CR, LF, CRLF, ETX or a pause (DEVICES 2.1)."""

from __future__ import annotations

from collections.abc import Sequence

from drivers.api import Decoder as DecoderShape
from drivers.api import Driver, Noise, Option, Options, Reading, State, Told
from drivers.line import LINE_ERRORS, Backoff, Line, open_serial, reason_of

STX, ETX, CR, LF, NUL = 0x02, 0x03, 0x0D, 0x0A, 0x00
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
        for byte in data:
            if self._ends(byte):
                self._marked = self._marked or (self._learns and bool(self._buffer))
                events += self._frame()
            elif self._dropped or len(self._buffer) >= self._limit:
                self._dropped += 1
            elif byte != NUL or self._buffer:  # a port that opens often sends a NUL first
                self._buffer.append(byte)
        return events

    def idle(self, quiet_s: float) -> list[Reading | Noise]:
        if not self._buffer or quiet_s < GAP_S:
            return []
        if self._dropped or not self._waits_for_end():
            return self._frame(paused=True)
        return self._drop("half") if quiet_s >= STALE_S else []

    def _waits_for_end(self) -> bool:
        return self._marked or self._buffer[0] == STX

    def _ends(self, byte: int) -> bool:
        if self._buffer and self._buffer[0] == STX:  # between STX and ETX a line break is part of the code
            return byte == ETX
        return byte in (CR, LF, ETX)

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

    def _reading(self, body: bytes) -> Reading:
        for encoding in ("utf-8", "gb18030") if self._encoding == "auto" else (self._encoding,):
            try:
                return Reading("code", {"text": body.decode(encoding), "encoding": encoding, "raw": body.hex()})
            except UnicodeDecodeError:
                continue
        return Reading("code", {"text": "", "encoding": "binary", "raw": body.hex()})


class SerialLineScanner(Driver):
    """A scanner that sends what it reads and needs no command."""

    NAME = "serial_line"
    ROLE = "scanner"
    OPTIONS = (
        Option("port", "", required=True),
        Option("baud", 9600, (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)),
        Option("end", "auto", ("auto", "mark", "pause")),
        Option("encoding", "auto", ("auto", "utf-8", "gb18030")),
    )

    def __init__(self, options: Options, told: Told, backoff: Backoff | None = None) -> None:
        super().__init__(options, told)
        self._decoder = self.decoder(self.options)
        port, baud = str(self.options["port"]), int(self.options["baud"])
        self._line = Line(lambda: open_serial(port, baud), self, self.NAME, backoff)

    @classmethod
    def decoder(cls, options: Options) -> DecoderShape:
        return Decoder(str(options.get("end", "auto")), str(options.get("encoding", "auto")))

    @classmethod
    def probe(cls, options: Options) -> str:
        """Opens and closes the port; a scanner of this kind cannot be asked anything."""
        try:
            open_serial(str(options["port"]), int(options.get("baud", 9600))).close()
        except LINE_ERRORS as error:
            return reason_of(error)
        return ""

    def start(self) -> None:
        self._line.start()

    def stop(self, timeout_s: float = 1.0) -> bool:
        return self._line.stop(timeout_s)

    # --- told by the line, on its thread ----------------------------------------------------------------------------

    def received(self, data: bytes) -> None:
        self._pass_on(self._decoder.feed(data))

    def idle(self, quiet_s: float) -> None:
        self._pass_on(self._decoder.idle(quiet_s))

    def state(self, state: State, reason: str) -> None:
        if state is State.LOST:  # half a code from before must not join what comes after
            self._decoder = self.decoder(self.options)
        self.told.state(state, reason)

    def _pass_on(self, events: Sequence[Reading | Noise]) -> None:
        for event in events:
            self.told.reading(event)
