"""Machines that hand something out."""

from __future__ import annotations

from tests.drivers.case import Case, Vector


def raw(text: str) -> bytes:
    return bytes.fromhex(text)


CASES = {
    "vmc": Case(
        options={"check": "off"},
        moving=raw("FA FB 06 05"),
        frames=(raw("FA FB 41 00 40"), raw("FA FB 42 00 43"), raw("FA FB 04 05 01 02 00 0D 00 0E")),
        checked=True,
        stimulus="refill 13 40",
        kinds=("stock",),
        move=("vend", {"selection": 13}),
        vectors=(
            Vector("poll", {}, {}, "FAFB410040"),
            Vector("ack", {}, {}, "FAFB420043"),
            Vector("buy", {"selection": 13}, {}, "FAFB030301000D0D"),
            Vector("vend", {"selection": 13}, {"mode": "buy"}, "FAFB030301000D0D"),
            Vector("drive", {"selection": 13}, {"elevator": True}, "FAFB0605010101000D0E"),
            Vector("vend", {"selection": 13}, {"elevator": True}, "FAFB0605010101000D0E"),
            Vector("check", {"selection": 13}, {}, "FAFB010401000D0008"),
        ),
        replays=(
            ("FAFB410040 FAFB420043", {}, [{"kind": "poll"}, {"kind": "ack"}]),
            ("FAFB04050102000D000E", {},
             [{"kind": "vend", "number": 1, "selection": 13, "code": "success", "raw": 2}]),
        ),
    ),
}  # fmt: skip
