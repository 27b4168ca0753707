"""433 MHz buttons: a recorded frame, both splits, frames whose payload looks like an end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.alarms.rf433_frames import Rf433Decoder as decoder
from tests.drivers.streams import assert_steady, bytewise, readings, whole

RECORDED = bytes.fromhex("FD 84 19 04 44 DF")


def test_a_recorded_frame() -> None:
    (alarm,) = assert_steady(decoder, RECORDED)
    assert alarm.kind == "alarm"
    assert alarm.fields == {"sort": "button", "who": "841904", "address": 33817, "key": 4, "width": 68}


def test_the_other_split_is_of_the_same_button() -> None:
    (alarm,) = readings(whole(decoder("20+4"), RECORDED))
    assert (alarm.fields["who"], alarm.fields["address"], alarm.fields["key"]) == ("841904", 0x84190, 4)


def test_a_little_other_width_is_the_same_button() -> None:
    (alarm,) = readings(whole(decoder(), bytes.fromhex("FD 84 19 04 47 DF")))
    assert alarm.fields["who"] == "841904"


@pytest.mark.parametrize("payload", ["FD DF FD DF", "DF DF DF DF", "FD FD FD FD"])
def test_a_payload_of_marks_is_a_payload(payload: str) -> None:
    sent = bytes.fromhex(f"FD {payload} DF")
    assert [alarm.fields["who"] for alarm in readings(whole(decoder(), sent * 2))] == [payload[:8].replace(" ", "")] * 2


@given(st.lists(st.one_of(st.binary(max_size=20), st.just(RECORDED), st.just(b"\xfd"))))
def test_any_bytes_at_once_or_one_by_one_say_the_same(pieces: list[bytes]) -> None:
    stream = b"".join(pieces)
    assert whole(decoder(), stream) == bytewise(decoder(), stream)
