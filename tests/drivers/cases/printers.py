"""Printers of receipts and labels."""

from __future__ import annotations

from drivers.printers.job import Bitmap, Code, Job
from tests.drivers.case import Case, Vector

JOB = Job((Bitmap(16, bytes.fromhex("FFFF8001FFFF")), Code("VISIT-1", 3))).packed()
QUICK = {"poll_ms": 20, "timeout_ms": 80, "mm_per_s": 500}
LABEL = {**QUICK, "width_mm": 30, "height_mm": 20}


def raw(text: str) -> bytes:
    return bytes.fromhex(text)


REPORT = (
    b"\x02030,0,0,0320,000,0,0,0,000,0,0,0\x03\r\n",
    b"\x02000,0,1,0,0,2,4,0,00000000,1,000\x03\r\n",
    b"\x021234,0\x03\r\n",
)

CASES = {
    "escpos": Case(
        options={**QUICK, "asked": "1"},
        framed=False,
        stimulus="roll",
        frames=(raw("12"), raw("1A"), raw("7E")),
        kinds=("printer",),
        move=("print", {"job": JOB}),
        moving=b"\x1b@\x1dv0",
        vectors=(
            Vector("init", {}, {}, "1B40"),
            Vector("cut", {}, {}, "1B64061D5600"),
            Vector("cut", {}, {"cut": "partial"}, "1B64061D5601"),
            Vector("cut", {}, {"cut": "full_no_feed"}, "1D564200"),
            Vector("drawer", {}, {}, "1B70003232"),
            Vector("drawer", {}, {"pin": 5}, "1B70013232"),
            Vector("qr", {"text": "1234"}, {},
                   "1D286B0400314132001D286B03003143031D286B03003145301D286B0700315030313233341D286B0300315130"),
            Vector("text", {"text": "访客"}, {}, "1B40 1C26 B7C3BFCD 0A 1C2E".replace(" ", "")),
            Vector("text", {"text": "访客", "double": True}, {},
                   "1B40 1C26 1C5701 B7C3BFCD 0A 1C5700 1C2E".replace(" ", "")),
            Vector("status", {"n": 1}, {}, "100401"),
            Vector("status", {"n": 2}, {}, "100402"),
            Vector("status", {"n": 3}, {}, "100403"),
            Vector("status", {"n": 4}, {}, "100404"),
            Vector("style", {"n": 4}, {}, "1C2104"),
            Vector("picture", {"width": 1, "rows": "80"}, {}, "1D7630000100010080"),
        ),
        replays=(
            ("12 16", {"asked": "1"}, [
                {"kind": "printer", "asked": 1, "offline": False, "drawer_high": False},
                {"kind": "printer", "asked": 1, "offline": False, "drawer_high": True},
            ]),
            ("1A 32 7E", {}, [
                {"kind": "printer", "asked": 1, "offline": True, "drawer_high": False},
                {"kind": "printer", "asked": 2, "cover_open": False, "feed_key": False, "paper_end": True, "error": False},
                {"kind": "printer", "asked": 4, "paper_low": True, "paper_out": True},
            ]),
        ),
    ),
    "tspl": Case(
        options=LABEL,
        framed=False,
        stimulus="pause",
        frames=(raw("00"), raw("04"), raw("20")),
        kinds=("printer",),
        move=("print", {"job": JOB}),
        moving=b"SIZE 30 mm",
        vectors=(
            Vector("status", {}, {}, "1B213F"),
            Vector("status", {}, {"question": "long"}, "1B2153"),
            Vector("text", {"text": "访客", "x": 10, "y": 20}, {},
                   b'TEXT 10,20,"TSS24.BF2",0,1,1,"\xb7\xc3\xbf\xcd"\r\n'.hex()),
            Vector("qr", {"text": "1234", "x": 8, "y": 8}, {}, b'QRCODE 8,8,L,5,A,0,"1234"\r\n'.hex()),
        ),
        replays=(
            ("05", {}, [{"kind": "printer", "cover_open": True, "jam": False, "paper_out": True, "ribbon_out": False,
                         "paused": False, "printing": False, "hot": False}]),
            ("02 40 40 40 41 03 0D 0A", {"question": "long"},
             [{"kind": "printer", "cover_open": False, "jam": False, "paper_out": True, "ribbon_out": False,
               "paused": False, "printing": False, "hot": False, "cutter": False}]),
        ),
    ),
    "zpl": Case(
        options=LABEL,
        stimulus="pause",
        frames=REPORT,
        kinds=("printer",),
        move=("print", {"job": JOB}),
        moving=b"^XA^CI28",
        vectors=(Vector("status", {}, {}, b"~HS".hex()),),
        replays=(
            (REPORT[0].hex(), {},
             [{"kind": "printer", "line": 1, "paper_out": False, "paused": False, "waiting": 0, "hot": False}]),
            (REPORT[1].hex(), {},
             [{"kind": "printer", "line": 2, "cover_open": True, "ribbon_out": False, "left": 0}]),
        ),
    ),
}  # fmt: skip
