"""Packets of the vending protocol (DEVICES 6)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.api import Reading
from drivers.dispensers import vmc_frames as vmc
from drivers.dispensers.vmc_frames import Frame
from tests.drivers.streams import assert_checked, assert_steady, bytewise, whole


@pytest.mark.parametrize(
    ("frame", "wanted"),
    [
        (Frame(vmc.POLL), "FA FB 41 00 40"),
        (Frame(vmc.ACK), "FA FB 42 00 43"),
        (vmc.buy(1, 13), "FA FB 03 03 01 00 0D 0D"),
        (vmc.drive(1, 13, drop_sensor=True, elevator=True), "FA FB 06 05 01 01 01 00 0D 0E"),
        (vmc.drive(1, 13, drop_sensor=True, elevator=False), "FA FB 06 05 01 01 00 00 0D 0F"),
        (vmc.check(1, 13), "FA FB 01 04 01 00 0D 00 08"),
        (vmc.check(1, 13, padded=False), "FA FB 01 03 01 00 0D 0F"),
        (vmc.ask_machine(1), "FA FB 53 01 01 52"),
        (vmc.sync(1), "FA FB 31 01 01 30"),
        (vmc.cancel(1), "FA FB 05 03 01 00 00 06"),
        (vmc.set_stock(1, 13, 40), "FA FB 13 04 01 00 0D 28 32"),
    ],
)
def test_packets(frame: Frame, wanted: str) -> None:
    packet = vmc.encode(frame)
    assert packet.hex(" ").upper() == wanted
    assert vmc.parse(packet) == frame


@pytest.mark.parametrize(
    ("frame", "wanted"),
    [
        (Frame(vmc.STATE, 1, bytes.fromhex("02000D00")), {"kind": "vend", "number": 1, "selection": 13, "code": "success", "raw": 2}),
        (Frame(vmc.STATE, 1, bytes.fromhex("03000D")), {"kind": "vend", "number": 1, "selection": 13, "code": "jam", "raw": 3}),
        (Frame(vmc.STATE, 1, bytes.fromhex("33000D")), {"kind": "vend", "number": 1, "selection": 13, "code": "fault", "raw": 0x33}),
        (Frame(vmc.CHECKED, 1, bytes.fromhex("02000D")), {"kind": "selection", "number": 1, "selection": 13, "code": "out_of_stock", "raw": 2}),
        (Frame(vmc.STOCK, 1, bytes.fromhex("000D00000064 28 32 0007 01")),
         {"kind": "stock", "number": 1, "selection": 13, "price": 100, "count": 40, "capacity": 50, "product": 7, "paused": True}),
        (Frame(vmc.MACHINE, 1, b"\x02"), {"kind": "machine", "number": 1, "code": "door_open", "raw": 2}),
        (Frame(0x21, 1, b"\x05"), {"kind": "message", "command": "21", "number": 1, "raw": "05"}),
        (Frame(vmc.STATE, 1, b"\x02"), {"kind": "message", "command": "04", "number": 1, "raw": "02"}),
    ],
)  # fmt: skip
def test_what_packets_say(frame: Frame, wanted: dict[str, object]) -> None:
    (said,) = vmc.Decoder().feed(vmc.encode(frame))
    assert isinstance(said, Reading)
    assert {"kind": said.kind, **said.fields} == wanted


@pytest.mark.parametrize(
    "packet", ["FA FB 41 00 40", "FA FB 42 00 43", "FA FB 06 05 01 01 01 00 0D 0E", "FA FB 04 05 01 02 00 0D 00 0E"]
)
def test_steady_and_checked(packet: str) -> None:
    frame = bytes.fromhex(packet)
    assert_steady(vmc.Decoder, frame)
    assert_checked(vmc.Decoder, frame)


@given(
    st.lists(
        st.sampled_from([b"\xfa", b"\xfb", bytes.fromhex("FAFB410040"), bytes.fromhex("FAFB0401")])
        | st.binary(max_size=6)
    )
)
def test_any_bytes_say_the_same_in_any_pieces(pieces: list[bytes]) -> None:
    wire = b"".join(pieces)
    assert bytewise(vmc.Decoder(), wire) == whole(vmc.Decoder(), wire)
