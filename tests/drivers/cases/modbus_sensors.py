"""Sensors and contacts on a Modbus line."""

from __future__ import annotations

from drivers import modbus
from tests.drivers.case import Case, Vector

QUICK = {"poll_ms": 20, "timeout_ms": 80}


def level(quantity: str, value: float, unit: str) -> dict[str, object]:
    return {"kind": "level", "quantity": quantity, "value": value, "unit": unit}


WARM, DAMP = level("temperature", 27.3, "C"), level("humidity", 62.6, "%")
CASES = {
    "xy_md02": Case(
        options=QUICK,
        frames=(bytes.fromhex("01040201317974"), modbus.framed(bytes.fromhex("01040401310226"))),
        checked=True,
        kinds=("level",),
        vectors=(
            Vector("temperature", {}, {}, "01 04 00 01 00 01 60 0A"),
            Vector("both", {}, {}, "01 04 00 01 00 02 20 0B"),
            Vector("set_address", {"new": 8}, {}, "01 06 01 01 00 08 D8 30"),
        ),
        replays=(
            ("01040201317974", {}, [level("temperature", 30.5, "C")]),
            (modbus.framed(bytes.fromhex("010402FFCE")).hex(), {}, [level("temperature", -5.0, "C")]),
            (
                modbus.framed(bytes.fromhex("0104040BEA186A")).hex(),
                {},
                [level("temperature", 30.5, "C"), level("humidity", 62.5, "%")],
            ),
        ),
    ),
    "rs485_th": Case(
        options=QUICK,
        frames=(bytes.fromhex("010304011102722A8F"),),
        checked=True,
        kinds=("level",),
        vectors=(Vector("both", {}, {}, "01 03 00 00 00 02 C4 0B"),),
        replays=(("010304011102722A8F", {}, [WARM, DAMP]),),
    ),
    "modbus_inputs": Case(
        options={**QUICK, "sorts": "door,manhole", "latch": False},
        frames=(bytes.fromhex("FF02010151A0"), modbus.framed(bytes.fromhex("010201FE"))),
        checked=True,
        stimulus=("input 1 off", "input 1 on"),
        kinds=("contact", "alarm"),
        vectors=(Vector("read_inputs", {}, {"address": 255}, "FF 02 00 00 00 08 6C 12"),),
        replays=(("FF02010151A0", {}, [{"kind": "inputs", "address": 255, "bits": "10000000"}]),),
    ),
}
