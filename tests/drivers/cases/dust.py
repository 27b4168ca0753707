"""Dust sensors. The two frames are recordings of the PyPMS project (MIT)."""

from __future__ import annotations

from typing import Any

from tests.drivers.case import Case, Vector

PMS = "424d001c 0000 0008 0008 0000 0008 0008 00d2 0046 002d 001e 0000 0000 9700 02c5"
SDS = "aa c0 06 00 06 00 58 d9 3d ab"


def level(quantity: str, value: float) -> dict[str, Any]:
    return {"kind": "level", "quantity": quantity, "value": value, "unit": "ug/m3"}


CASES = {
    "pms5003": Case(
        frames=(bytes.fromhex(PMS), bytes.fromhex("42 4D 00 04 E1 00 01 74")),
        checked=True,
        stimulus="dust 35 60",
        kinds=("level",),
        vectors=(
            Vector("read", {}, {}, "42 4D E2 00 00 01 71"),
            Vector("passive", {}, {}, "42 4D E1 00 00 01 70"),
            Vector("active", {}, {}, "42 4D E1 00 01 01 71"),
            Vector("sleep", {}, {}, "42 4D E4 00 00 01 73"),
            Vector("wake", {}, {}, "42 4D E4 00 01 01 74"),
        ),
        replays=(
            (PMS, {}, [level("pm1", 0), level("pm2_5", 8), level("pm10", 8)]),
            ("42 4D 00 04 E1 00 01 74", {}, [{"kind": "reply", "command": "E1", "value": 0}]),
        ),
    ),
    "sds011": Case(
        frames=(bytes.fromhex(SDS), bytes.fromhex("AA C5 06 01 01 00 A1 60 09 AB")),
        checked=True,
        stimulus="dust 35 60",
        kinds=("level",),
        vectors=(Vector("period", {"minutes": 30}, {}, "AA B4 08 01 1E" + "00" * 10 + "FF FF 25 AB"),),
        replays=((SDS, {}, [level("pm2_5", 0.6), level("pm10", 0.6)]),),
    ),
}
