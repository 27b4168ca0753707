"""Machines that hand something out."""

from __future__ import annotations

from tests.drivers.case import Case, Vector


def raw(text: str) -> bytes:
    return bytes.fromhex(text)


PLAIN_BOARD = {"board": "lc", "address": 255, "pulse_ms": 100, "drop_ms": 800, "poll_ms": 20, "timeout_ms": 80}

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
            Vector("stock", {}, {}, "FAFB31010130"),
        ),
        replays=(
            ("FAFB410040 FAFB420043", {}, [{"kind": "poll"}, {"kind": "ack"}]),
            ("FAFB04050102000D000E", {},
             [{"kind": "vend", "number": 1, "selection": 13, "code": "success", "raw": 2}]),
        ),
    ),
    "relay_drop": Case(
        options=PLAIN_BOARD,
        frames=(raw("FF 02 01 01 51 A0"), raw("FF 05 00 00 FF 00 99 E4")),
        checked=True,
        stimulus="swing",
        kinds=("contact",),
        move=("vend", {}),
        vectors=(
            Vector("vend", {}, {"board": "lc", "address": 255}, "FF050000FF0099E4"),
            Vector("vend", {}, {"pulse_ms": 700}, "010502000007 8DB0"),
            Vector("vend", {}, {"relay": 2, "pulse_ms": 800}, "0105020100089C74"),
            Vector("sensor", {}, {"board": "lc", "address": 255}, "FF02000000086C12"),
        ),
        replays=(("FF02010151A0", {"address": 255}, [{"kind": "inputs", "address": 255, "bits": "10000000"}]),),
    ),
}  # fmt: skip
