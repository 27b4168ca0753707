"""GM65 modules: command frames of the documents, and replies found among scanned text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.api import Reading
from drivers.scanners import gm65_frames as gm65
from drivers.scanners.serial_line import Decoder as TextDecoder
from tests.drivers.streams import bytewise, readings, whole

REPLY = bytes.fromhex("02 00 00 01 00 33 31")
BEAT = bytes.fromhex("03 00 00 01 00 33 31")
FRAMES: dict[str, Callable[[], bytes]] = {
    "7E 00 09 01 00 00 00 DE C8": gm65.save,
    "7E 00 08 01 00 02 01 AB CD": gm65.scan,
    "7E 00 08 02 00 2A 39 01 A7 EA": lambda: gm65.set_baud(9600),
    "7E 00 07 01 00 2A 02 D8 0F": lambda: gm65.read(gm65.BAUD, 2),
    "7E 00 0A 01 00 00 00 30 1A": gm65.beat,
}


def make(beats: bool = False) -> gm65.Decoder:
    return gm65.Decoder(TextDecoder(), beats)


def said(events: list[Reading]) -> list[object]:
    return [event.fields["text"] if event.kind == "code" else event.fields["data"] for event in events]


@pytest.mark.parametrize("sent", list(FRAMES))
def test_frames_of_the_documents(sent: str) -> None:
    assert FRAMES[sent]() == bytes.fromhex(sent)


def test_speeds_of_the_documents() -> None:
    zones = {115200: "1a00", 57600: "3400", 38400: "4e00", 19200: "9c00", 14400: "d000", 9600: "3901", 4800: "7102", 1200: "c409"}  # fmt: skip
    assert {baud: gm65.set_baud(baud)[6:8].hex() for baud in zones} == zones


def test_a_reply_alone_and_amid_text() -> None:
    assert readings(whole(make(), REPLY)) == [Reading("reply", {"beat": False, "data": "00"})]
    assert said(readings(whole(make(), b"ONE\r" + REPLY + b"TWO\r"))) == ["ONE", "00", "TWO"]
    assert said(readings(whole(make(), b"ON" + REPLY + b"E\r"))) == ["00", "ONE"]


def test_a_reply_cut_anywhere() -> None:
    stream = b"ONE\r" + REPLY + b"TWO\r"
    for at in range(len(stream)):
        decoder = make()
        assert said(readings([*decoder.feed(stream[:at]), *decoder.feed(stream[at:])])) == ["ONE", "00", "TWO"]


def test_a_reply_with_any_bit_turned_is_none() -> None:
    for bit in range(8 * len(REPLY)):
        wrong = (int.from_bytes(REPLY, "big") ^ 1 << bit).to_bytes(len(REPLY), "big")
        assert not [event for event in readings(whole(make(), wrong)) if event.kind == "reply"]


def test_a_frame_in_stx_and_etx_ends_at_once() -> None:
    decoder = make()
    assert said(readings(decoder.feed(b"\x02A\rB\x03"))) == ["A\rB"]


def test_heartbeats_are_heard_where_they_are_asked_for() -> None:
    assert readings(whole(make(beats=True), BEAT)) == [Reading("reply", {"beat": True, "data": "00"})]
    assert not [event for event in readings(whole(make(), BEAT)) if event.kind == "reply"]


def test_half_a_reply_is_text_after_the_pause() -> None:
    decoder = make()
    assert decoder.feed(b"AB\r\x02\x00") == [Reading("code", {"text": "AB", "encoding": "utf-8", "raw": "4142"})]
    assert readings(decoder.feed(REPLY)) == [Reading("reply", {"beat": False, "data": "00"})]


@given(st.booleans(), st.lists(st.one_of(st.binary(max_size=12), st.sampled_from([REPLY, BEAT, b"\x02\x00\x00", b"\x02", b"AB\r", b"\x03"]))))  # fmt: skip
def test_any_bytes_at_once_or_one_by_one_say_the_same(beats: bool, pieces: list[bytes]) -> None:
    stream = b"".join(pieces)
    assert whole(make(beats), stream) == bytewise(make(beats), stream)
