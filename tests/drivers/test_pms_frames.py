"""PMS5003: recorded frames, commands of the documents, hostile bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.sensors.pms_frames import COMMANDS, encode
from drivers.sensors.pms_frames import PmsDecoder as decoder
from tests.drivers.streams import assert_checked, assert_steady, bytewise, readings, whole

SENT = {
    "read": "42 4D E2 00 00 01 71",
    "passive": "42 4D E1 00 00 01 70",
    "active": "42 4D E1 00 01 01 71",
    "sleep": "42 4D E4 00 00 01 73",
    "wake": "42 4D E4 00 01 01 74",
}
# Recorded by the PyPMS project (MIT).
RECORDED = bytes.fromhex("424d001c 0000 0008 0008 0000 0008 0008 00d2 0046 002d 001e 0000 0000 9700 02c5")


def frame(*words: int) -> bytes:
    body = b"BM\x00\x1c" + b"".join(word.to_bytes(2, "big") for word in words)
    return body + sum(body).to_bytes(2, "big")


@pytest.mark.parametrize("command", list(COMMANDS))
def test_commands_of_the_documents(command: str) -> None:
    assert encode(command) == bytes.fromhex(SENT[command])


def test_a_recorded_frame() -> None:
    said = assert_steady(decoder, RECORDED)
    assert [reading.fields for reading in said] == [
        {"quantity": "pm1", "value": 0, "unit": "ug/m3"},
        {"quantity": "pm2_5", "value": 8, "unit": "ug/m3"},
        {"quantity": "pm10", "value": 8, "unit": "ug/m3"},
    ]
    assert_checked(decoder, RECORDED)


def test_the_words_for_the_air_are_taken_not_those_for_the_factory() -> None:
    said = readings(whole(decoder(), frame(1, 2, 3, 40, 50, 60, *[0] * 7)))
    assert [reading.fields["value"] for reading in said] == [40, 50, 60]


def test_zeros_mean_warming_up() -> None:
    (said,) = readings(whole(decoder(), frame(*[0] * 13)))
    assert (said.kind, said.fields) == ("status", {"code": "warming_up"})


def test_a_reply_to_a_command() -> None:
    reply = bytes.fromhex("42 4D 00 04 E1 00 01 74")
    (said,) = assert_steady(decoder, reply)
    assert said.fields == {"command": "E1", "value": 0}
    assert_checked(decoder, reply)


@given(st.lists(st.one_of(st.binary(max_size=40), st.just(RECORDED), st.just(b"BM\x00\x1c"))))
def test_any_bytes_at_once_or_one_by_one_say_the_same(pieces: list[bytes]) -> None:
    stream = b"".join(pieces)
    assert whole(decoder(), stream) == bytewise(decoder(), stream)
