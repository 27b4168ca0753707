"""Bytes of the lock boards: every line of DEVICES 5, and what the decoders make of the answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.api import Decoder, Reading
from drivers.lockers import kerong_frames, lock8a80_frames, wkly_frames
from drivers.lockers.doors import door, doors, numbers
from tests.drivers.streams import assert_checked, assert_steady, bytewise, whole

DECODERS: dict[str, tuple[Callable[[], Decoder], list[str]]] = {
    "8a80": (lock8a80_frames.Decoder, ["8A 01 01 00 8A", "80 01 01 00 80", "80 01 01 01 01 33 B3", "81 01 01 11 90"]),
    "cu16": (kerong_frames.Cu16Decoder, ["02 00 35 01 80 00 00 03 BB"]),
    "cu48": (kerong_frames.Cu48Decoder, ["02 00 00 75 00 77", "02 00 00 75 06 01 00 00 00 00 80 FE"]),
    "wkly": (
        wkly_frames.Decoder,
        ["57 4B 4C 59 0B 00 82 00 01 00 81", "57 4B 4C 59 0B 00 83 00 01 00 80", "57 4B 4C 59 0A 00 85 01 01 86",
         "57 4B 4C 59 0C 00 84 00 02 01 00 82"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        (lock8a80_frames.encode_open(1, 1), "8A 01 01 11 9B"),
        (lock8a80_frames.encode_open(1, 2), "8A 01 02 11 98"),
        (lock8a80_frames.encode_open(1, 0), "8A 01 00 11 9A"),
        (lock8a80_frames.encode_open(2, 0), "8A 02 00 11 99"),
        (lock8a80_frames.encode_ask(1, 1), "80 01 01 33 B3"),
        (lock8a80_frames.encode_ask(1, 0), "80 01 00 33 B2"),
        (wkly_frames.encode_open(0, 1), "57 4B 4C 59 09 00 82 01 83"),
        (wkly_frames.encode_open(1, 2), "57 4B 4C 59 09 01 82 02 81"),
        (wkly_frames.encode_open_all(1), "57 4B 4C 59 08 01 86 86"),
        (kerong_frames.encode_cu16_ask(0), "02 00 30 03 35"),
        (kerong_frames.encode_cu16_open(0, 1), "02 00 31 03 36"),
        (kerong_frames.encode_cu16_open(0, 16), "02 0F 31 03 45"),
        (kerong_frames.encode_cu16_open(1, 1), "02 10 31 03 46"),
        (kerong_frames.encode_cu48_ask(0), "02 00 00 60 03 65"),
        (kerong_frames.encode_cu48_open(0, 1), "02 00 00 61 03 66"),
        (kerong_frames.encode_cu48_open(0, 48), "02 00 2F 61 03 95"),
    ],
)
def test_what_is_sent(made: bytes, wanted: str) -> None:
    assert made.hex(" ").upper() == wanted


@pytest.mark.parametrize("name", DECODERS)
def test_steady_and_checked(name: str) -> None:
    make, frames = DECODERS[name]
    for frame in map(bytes.fromhex, frames):
        assert_steady(make, frame)
        assert_checked(make, frame)


@pytest.mark.parametrize("name", DECODERS)
@given(st.data())
def test_any_bytes_say_the_same_in_any_pieces(name: str, data: st.DataObject) -> None:
    make, frames = DECODERS[name]
    known = [piece for frame in map(bytes.fromhex, frames) for piece in (frame, frame[:-1], frame[:2])]
    wire = b"".join(data.draw(st.lists(st.sampled_from(known) | st.binary(max_size=9), max_size=8)))
    assert bytewise(make(), wire) == whole(make(), wire)


def heard(decoder: object, text: str) -> list[dict[str, object]]:
    events = decoder.feed(bytes.fromhex(text))  # type: ignore[attr-defined]
    assert all(isinstance(event, Reading) for event in events), events
    return [{"kind": event.kind, **event.fields} for event in events]


def test_8a80_as_usually_wired() -> None:
    decoder = lock8a80_frames.Decoder()
    assert heard(decoder, "80 01 01 00 80") == [
        {"kind": "door", "board": 1, "lock": 1, "closed": False, "reported": False}
    ]
    assert heard(decoder, "80 01 01 11 91")[0]["closed"] is True
    assert heard(decoder, "80 01 01 01 01 33 B3") == [{"kind": "doors", "board": 1, "locks": 24, "closed": "1,9,17"}]
    assert heard(decoder, "8A 01 01 00 8A") == [{"kind": "ack", "board": 1, "lock": 1, "done": True}]
    assert heard(decoder, "8A 01 01 11 9B")[0]["done"] is False, "the failed answer is the request itself"
    assert heard(decoder, "81 01 01 00 81") == [
        {"kind": "door", "board": 1, "lock": 1, "closed": True, "reported": True}
    ]
    assert heard(decoder, "81 01 01 11 90")[0]["closed"] is False


def test_8a80_wired_the_other_way() -> None:
    decoder = lock8a80_frames.Decoder("closed_when_open")
    assert heard(decoder, "80 01 01 00 80")[0]["closed"] is True
    assert heard(decoder, "8A 01 01 11 9B")[0]["done"] is True
    (said,) = heard(decoder, "80 01 01 01 01 33 B3")
    assert numbers(str(said["closed"])) == set(range(1, 25)) - {1, 9, 17}


def test_8a80_an_answer_of_seven_bytes_is_not_taken_for_one_of_five() -> None:
    """Board 1, locks 5 and 17-24 as such that the first five bytes would also make a sound short answer."""
    frame = bytes((0x80, 0x01, 0x10, 0x11))
    frame += bytes((0x80 ^ 0x01 ^ 0x10 ^ 0x11, 0x33))
    frame += bytes((0x33,))
    text = frame.hex()
    assert heard(lock8a80_frames.Decoder(answer="all"), text)[0]["kind"] == "doors"
    assert lock8a80_frames.Decoder(answer="one").feed(bytes.fromhex("80 01 01 01 01 33 B3")) == []


def test_cu16_bits_and_eyes() -> None:
    body = bytes((0x02, 0x20, 0x35, 0b0000_0101, 0b1000_0000, 0b0000_0010, 0, 0x03))
    frame = body + bytes((sum(body) & 0xFF,))
    assert heard(kerong_frames.Cu16Decoder(), frame.hex()) == [
        {"kind": "doors", "board": 2, "locks": 16, "closed": "1,3,16", "present": "2"}
    ]
    (other,) = heard(kerong_frames.Cu16Decoder("closed_when_open"), frame.hex())
    assert numbers(str(other["closed"])) == set(range(1, 17)) - {1, 3, 16}


def test_cu48() -> None:
    decoder = kerong_frames.Cu48Decoder()
    assert heard(decoder, "02 00 00 75 00 77") == [{"kind": "ack", "board": 0, "lock": 1, "done": True}]
    assert heard(decoder, "02 00 05 00 00 07") == [{"kind": "ack", "board": 0, "lock": 6, "done": False}]
    body = bytes((0x02, 0x00, 0x00, 0x75, 0x06, 0x03, 0, 0, 0, 0, 0x80))
    assert heard(decoder, (body + bytes((sum(body) & 0xFF,))).hex())[0]["closed"] == "1,2,48"


def test_wkly() -> None:
    decoder = wkly_frames.Decoder()
    assert heard(decoder, "57 4B 4C 59 0B 00 82 00 01 00 81") == [{"kind": "ack", "board": 0, "lock": 1, "done": True}]
    assert heard(decoder, "57 4B 4C 59 0B 00 83 00 01 00 80")[0]["closed"] is False
    assert heard(decoder, "57 4B 4C 59 0A 00 85 01 01 86")[0] == {
        "kind": "door", "board": 0, "lock": 1, "closed": True, "reported": True
    }  # fmt: skip
    assert heard(decoder, "57 4B 4C 59 0C 00 84 00 02 01 00 82")[0]["closed"] == "1"
    assert decoder.feed(wkly_frames.encode_open(0, 1)) == [], "our own request, heard as an echo"


def test_doors() -> None:
    assert door(1, 2, closed=True).fields["closed"] is True
    assert doors(1, 24, 0).fields["closed"] == ""
    assert doors(1, 24, ~0).fields["closed"] == ",".join(map(str, range(1, 25)))
    assert numbers("") == frozenset()
    assert numbers("1,9,17") == {1, 9, 17}
