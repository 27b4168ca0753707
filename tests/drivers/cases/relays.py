"""Relay boards and the barrier on one."""

from __future__ import annotations

from tests.drivers.case import Case, Vector

QUICK = {"poll_ms": 20, "timeout_ms": 80}
LC = {"address": 255, "board": "lc"}


def lc(action: str, wire: str, **params: int) -> Vector:
    return Vector(action, params, LC, wire)


def waveshare(action: str, wire: str, **params: int) -> Vector:
    return Vector(action, params, {}, wire)


CASES = {
    "lcus": Case(
        options={**QUICK, "feedback": "yes"},
        frames=(bytes.fromhex("A00101A2"), bytes.fromhex("A00100A1"), bytes.fromhex("A00201A3")),
        checked=True,
        stimulus=("relay 1 on", "relay 1 off"),
        kinds=("relay",),
        move=("on", {"channel": 2}),
        vectors=(
            Vector("on", {"channel": 1}, {}, "A0 01 01 A2"),
            Vector("off", {"channel": 1}, {}, "A0 01 00 A1"),
            Vector("on", {"channel": 1}, {"feedback": "yes"}, "A0 01 03 A4"),
            Vector("off", {"channel": 1}, {"feedback": "yes"}, "A0 01 02 A3"),
            Vector("op", {"channel": 1, "op": 5}, {}, "A0 01 05 A6"),
            Vector("op", {"channel": 1, "op": 4}, {}, "A0 01 04 A5"),
            Vector("query", {}, {}, "FF"),
            Vector("query", {}, {"ending": "crlf"}, "FF 0D 0A"),
            Vector("on", {"channel": 1}, {"ending": "crlf"}, "A0 01 01 A2 0D 0A"),
        ),
        replays=(
            ("A00101A2", {}, [{"kind": "relay", "channel": 1, "on": True}]),
            ("A00100A1", {}, [{"kind": "relay", "channel": 1, "on": False}]),
            ("4348313A4F4646200D0A4348323A4F4E200D0A", {"feedback": "ff"}, [{"kind": "relays", "bits": "01"}]),
            ("0100", {"feedback": "ff"}, [{"kind": "relays", "bits": "10"}]),
        ),
    ),
    "modbus_relay": Case(
        options={**QUICK, "inputs": 8},
        frames=tuple(
            bytes.fromhex(wire)
            for wire in ("010101019048", "FF02010151A0", "FF010101A1A0", "FF050000FF0099E4", "FF0F0000000841D3")
        ),
        checked=True,
        stimulus=("input 1 on", "relay 2 on", "input 1 off", "relay 2 off"),
        kinds=("relay", "contact"),
        move=("on", {"channel": 3}),
        vectors=(
            lc("on", "FF 05 00 00 FF 00 99 E4", channel=1),
            lc("off", "FF 05 00 00 00 00 D8 14", channel=1),
            lc("all_on", "FF 0F 00 00 00 08 01 FF 30 1D"),
            lc("read_coils", "FF 01 00 00 00 08 28 12"),
            lc("read_inputs", "FF 02 00 00 00 08 6C 12"),
            lc("read_address", "00 03 00 00 00 01 85 DB"),
            lc("read_baud", "FF 03 03 E8 00 01 11 A4"),
            waveshare("on", "01 05 00 00 FF 00 8C 3A", channel=1),
            waveshare("off", "01 05 00 00 00 00 CD CA", channel=1),
            waveshare("all_on", "01 0F 00 00 00 08 01 FF BE D5"),
            waveshare("every_on", "01 05 00 FF FF 00 BC 0A"),
            waveshare("read_coils", "01 01 00 00 00 08 3D CC"),
            waveshare("toggle", "01 05 00 00 55 00 F2 9A", channel=1),
            waveshare("pulse", "01 05 02 00 00 07 8D B0", channel=1, ms=700),
            waveshare("flash_on", "01 05 02 01 00 08 9C 74", channel=2, ms=800),
        ),
        replays=(
            ("FF010101A1A0", {}, [{"kind": "coils", "address": 255, "bits": "10000000"}]),
            ("FF02010151A0", {}, [{"kind": "inputs", "address": 255, "bits": "10000000"}]),
            ("FF0F0000000841D3", {}, [{"kind": "written", "address": 255, "first": 0, "count": 8}]),
            ("FF050000FF0099E4", {}, [{"kind": "coil", "address": 255, "number": 0, "value": 65280}]),
            ("00030200FFC5C4", {}, [{"kind": "holding", "address": 0, "values": "255"}]),
            ("FF030200049053", {}, [{"kind": "holding", "address": 255, "values": "4"}]),
        ),
    ),
    "barrier": Case(
        options={**QUICK, "open_contact": 1, "closed_contact": 2, "pulse_ms": 200, "rest_ms": 0},
        frames=(bytes.fromhex("010502000007 8DB0"), bytes.fromhex("FF02010151A0")),
        checked=True,
        stimulus=("arm open", "arm closed"),
        kinds=("barrier",),
        move=("open", {}),
        vectors=(
            Vector("open", {}, {"pulse_ms": 700}, "01 05 02 00 00 07 8D B0"),
            Vector("close", {}, {"pulse_ms": 800}, "01 05 02 01 00 08 9C 74"),
            Vector("open", {}, {"board": "lc", "address": 255}, "FF 05 00 00 FF 00 99 E4"),
            Vector("open", {}, {"board": "lcus"}, "A0 01 01 A2"),
        ),
    ),
}
