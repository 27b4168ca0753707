"""Lock boards: 8A/80, KERONG CU16 and CU48, WKLY."""

from __future__ import annotations

from tests.drivers.case import Case, Vector

QUICK = {"poll_ms": 20, "timeout_ms": 80, "opens_ms": 400}


def raw(text: str) -> bytes:
    return bytes.fromhex(text)


CASES = {
    "lock8a80": Case(
        options=QUICK,
        frames=(raw("8A 01 01 00 8A"), raw("80 01 01 00 80"), raw("80 01 01 01 01 33 B3"), raw("81 01 01 11 90")),
        checked=True,
        stimulus="swing 2",
        kinds=("door",),
        move=("open", {"lock": 3}),
        vectors=(
            Vector("open", {"lock": 1}, {}, "8A0101119B"),
            Vector("open", {"lock": 2}, {}, "8A01021198"),
            Vector("open_all", {}, {}, "8A0100119A"),
            Vector("open_all", {}, {"address": 2}, "8A02001199"),
            Vector("ask", {"lock": 1}, {}, "80010133B3"),
            Vector("ask", {"lock": 0}, {}, "80010033B2"),
        ),
        replays=(
            ("8001010080", {}, [{"kind": "door", "board": 1, "lock": 1, "closed": False, "reported": False}]),
            ("8001010080", {"wiring": "closed_when_open"},
             [{"kind": "door", "board": 1, "lock": 1, "closed": True, "reported": False}]),
            ("800101010133B3", {}, [{"kind": "doors", "board": 1, "locks": 24, "closed": "1,9,17"}]),
            ("8A0101008A", {}, [{"kind": "ack", "board": 1, "lock": 1, "done": True}]),
            ("8A0101119B", {}, [{"kind": "ack", "board": 1, "lock": 1, "done": False}]),
            ("8101010081", {}, [{"kind": "door", "board": 1, "lock": 1, "closed": True, "reported": True}]),
            ("8101011190", {}, [{"kind": "door", "board": 1, "lock": 1, "closed": False, "reported": True}]),
        ),
    ),
    "kerong_cu16": Case(
        options=QUICK,
        frames=(raw("02 00 35 01 80 00 00 03 BB"), raw("02 10 35 FF FF 02 00 03 4A")),
        checked=True,
        stimulus="swing 2",
        kinds=("door",),
        move=("open", {"lock": 16}),
        vectors=(
            Vector("ask", {}, {}, "0200300335"),
            Vector("ask_boards", {}, {}, "0200320337"),
            Vector("open", {"lock": 1}, {}, "0200310336"),
            Vector("open", {"lock": 16}, {}, "020F310345"),
            Vector("open_all", {}, {}, "0200330338"),
        ),
        replays=(
            ("02003501800000 03BB", {},
             [{"kind": "doors", "board": 0, "locks": 16, "closed": "1,16", "present": ""}]),
        ),
    ),
    "kerong_cu48": Case(
        options=QUICK,
        frames=(raw("02 00 00 75 00 77"), raw("02 00 00 75 06 01 00 00 00 00 80 FE")),
        checked=True,
        stimulus="swing 2",
        kinds=("door",),
        move=("open", {"lock": 48}),
        vectors=(Vector("ask", {}, {}, "020000600365"), Vector("open", {"lock": 1}, {}, "020000610366")),
        replays=(("020000750077", {}, [{"kind": "ack", "board": 0, "lock": 1, "done": True}]),),
    ),
    "wkly": Case(
        options=QUICK,
        frames=(raw("57 4B 4C 59 0B 00 82 00 01 00 81"), raw("57 4B 4C 59 0A 00 85 01 01 86")),
        checked=True,
        stimulus="swing 2",
        kinds=("door",),
        move=("open", {"lock": 5}),
        vectors=(
            Vector("open", {"lock": 1}, {}, "574B4C590900820183"),
            Vector("open_all", {}, {"address": 1}, "574B4C5908018686"),
            Vector("ask", {"lock": 1}, {}, "574B4C590900830182"),
            Vector("ask_all", {}, {}, "574B4C5908008485"),
        ),
        replays=(("574B4C590B008200010081", {}, [{"kind": "ack", "board": 0, "lock": 1, "done": True}]),),
    ),
}  # fmt: skip
