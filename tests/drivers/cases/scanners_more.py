"""Scanner modules that can be set, and scanners in HID POS mode."""

from __future__ import annotations

from drivers.simulated.scanner_modules import reports
from tests.drivers.case import Case, Vector

CASES = {
    "gm65": Case(
        frames=(b"6901234567892\r", "来访证-7\r\n".encode(), bytes.fromhex("02 00 00 01 00 33 31")),
        framed=False,
        stimulus="code CODE-1",
        kinds=("code",),
        vectors=(
            Vector("save", {}, {}, "7E 00 09 01 00 00 00 DE C8"),
            Vector("scan", {}, {}, "7E 00 08 01 00 02 01 AB CD"),
            Vector("baud", {"baud": 9600}, {}, "7E 00 08 02 00 2A 39 01 A7 EA"),
            Vector("read_zone", {"zone": 0x2A, "count": 2}, {}, "7E 00 07 01 00 2A 02 D8 0F"),
            Vector("write_zone", {"zone": 0x2A, "hex": "3901"}, {}, "7E 00 08 02 00 2A 39 01 A7 EA"),
            Vector("beat", {}, {}, "7E 00 0A 01 00 00 00 30 1A"),
        ),
        replays=(
            ("02 00 00 01 00 33 31", {}, [{"kind": "reply", "beat": False, "data": "00"}]),
            ("03 00 00 01 00 33 31", {"beats": True}, [{"kind": "reply", "beat": True, "data": "00"}]),
        ),
    ),
    "hid_pos": Case(
        frames=(b"".join(reports(b"GATE-1")), b"".join(reports("来访证".encode() * 20))),
        stimulus="code CODE-1",
        kinds=("code",),
        replays=(
            (
                b"".join(reports(b"GATE-1")).hex(),
                {},
                [{"kind": "code", "text": "GATE-1", "encoding": "utf-8", "raw": "474154452d31", "aim": "]Q1"}],
            ),
        ),
    ),
}
