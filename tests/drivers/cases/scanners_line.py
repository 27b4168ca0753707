"""Scanners on a serial line."""

from __future__ import annotations

from tests.drivers.case import Case

CASES = {
    "serial_line": Case(
        frames=(b"6901234567892\r", "来访证-7\r\n".encode(), b"\x02A\rB\x03"),
        framed=False,
        stimulus="CODE-1",
        kinds=("code",),
        replays=(
            ("4142430D", {}, [{"kind": "code", "text": "ABC", "encoding": "utf-8", "raw": "414243"}]),
            ("413132", {"end": "pause"}, [{"kind": "code", "text": "A12", "encoding": "utf-8", "raw": "413132"}]),
        ),
    )
}
