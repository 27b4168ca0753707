"""SDS011: recorded frames, the working period of the documents, hostile bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drivers.sensors.sds_frames import PERIOD, QUERY, SLEEP, encode
from drivers.sensors.sds_frames import SdsDecoder as decoder
from tests.drivers.streams import assert_checked, assert_steady, bytewise, whole

RECORDED = bytes.fromhex("aa c0 06 00 06 00 58 d9 3d ab")  # by the PyPMS project (MIT)
PEAK = bytes.fromhex("aa c0 0f 27 e1 01 58 d9 49 ab")


def test_commands_of_the_documents() -> None:
    assert encode(PERIOD, 1, 30) == bytes.fromhex("AA B4 08 01 1E" + "00" * 10 + "FF FF 25 AB")
    assert encode(QUERY) == bytes.fromhex("AA B4 04" + "00" * 12 + "FF FF 02 AB")
    assert encode(SLEEP, 1, 1, address=0xA160) == bytes.fromhex("AA B4 06 01 01" + "00" * 10 + "A1 60 09 AB")


def test_a_recorded_frame() -> None:
    said = assert_steady(decoder, RECORDED)
    assert [reading.fields for reading in said] == [
        {"quantity": "pm2_5", "value": 0.6, "unit": "ug/m3"},
        {"quantity": "pm10", "value": 0.6, "unit": "ug/m3"},
    ]
    assert_checked(decoder, RECORDED)


def test_the_low_byte_comes_first() -> None:
    assert [reading.fields["value"] for reading in assert_steady(decoder, PEAK)] == [999.9, 48.1]


def test_a_reply_to_a_command() -> None:
    reply = bytes.fromhex("AA C5 06 01 01 00 A1 60 09 AB")
    (said,) = assert_steady(decoder, reply)
    assert said.fields == {"command": "06", "set": True, "value": 1}
    assert_checked(decoder, reply)


@given(st.lists(st.one_of(st.binary(max_size=40), st.just(RECORDED), st.just(b"\xaa\xc0"))))
def test_any_bytes_at_once_or_one_by_one_say_the_same(pieces: list[bytes]) -> None:
    stream = b"".join(pieces)
    assert whole(decoder(), stream) == bytewise(decoder(), stream)
