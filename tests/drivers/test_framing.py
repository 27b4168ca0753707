"""Frames in a stream, shown on a toy: a mark of two bytes, a length, a sum."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.api import Noise, Reading
from drivers.framing import MORE, NEVER, NOISE_TOLD, FrameDecoder
from drivers.sums import summed

MARK = b"\xaa\x55"


class Toy(FrameDecoder):
    """`AA 55 LEN data... SUM`."""

    START, MAX = MARK, 64

    def size(self, buffer: bytearray, at: int) -> int:
        if len(buffer) - at < 3:
            return MORE
        return 4 + buffer[at + 2] if buffer[at + 2] <= 60 else NEVER

    def parse(self, frame: bytes) -> Reading | None:
        if sum(frame[:-1]) & 0xFF != frame[-1]:
            return None
        return Reading("toy", {"data": frame[3:-1].hex()})


def toy(data: bytes) -> bytes:
    return summed(MARK + bytes((len(data),)) + data)


def said(wire: bytes, *cuts: int) -> list[object]:
    decoder = Toy()
    events, at = [], 0
    for cut in (*sorted(cuts), len(wire)):
        events += decoder.feed(wire[at:cut])
        at = cut
    return [e.fields["data"] if isinstance(e, Reading) else e for e in [*events, *decoder.idle(1)]]


def test_frames_and_the_noise_between_them() -> None:
    assert said(toy(b"a") + b"zz" + toy(b"b")) == ["61", Noise("garbage", 2), "62"]
    assert said(b"\xaa\xaa" + toy(b"a")) == [Noise("garbage", 2), "61"]


def test_a_wrong_sum_is_noise_and_the_frame_behind_it_is_read() -> None:
    wrong = bytearray(toy(b"abc"))
    wrong[4] ^= 1
    assert said(bytes(wrong) + toy(b"d")) == [Noise("checksum", len(wrong)), "64"]


def test_a_mark_in_garbage_that_promises_a_long_frame_hides_nothing() -> None:
    """The false head waits for sixty bytes; when nothing more comes the frame inside is found."""
    decoder = Toy()
    assert decoder.feed(MARK + b"\x3c" + toy(b"x")) == []
    assert decoder.idle(0.01) == []
    assert decoder.idle(0.1) == [Noise("half", 3), Reading("toy", {"data": "78"})]


def test_a_length_that_cannot_be_is_passed_over_at_once() -> None:
    assert said(MARK + b"\xff" + toy(b"x")) == [Noise("garbage", 3), "78"]


def test_half_a_frame_is_given_up_after_a_pause() -> None:
    decoder = Toy()
    decoder.feed(toy(b"abc")[:4])
    assert decoder.idle(0.1) == [Noise("half", 4)]
    assert decoder.feed(toy(b"d")) == [Reading("toy", {"data": "64"})]


def test_much_garbage_is_told_in_portions_and_none_of_it_kept() -> None:
    decoder = Toy()
    events = decoder.feed(b"z" * (NOISE_TOLD * 2 + 5))
    assert events == [Noise("garbage", NOISE_TOLD)] * 2
    assert len(decoder._buffer) == 0
    assert decoder.idle(0.1) == [Noise("garbage", 5)]


@given(
    st.lists(st.one_of(st.binary(max_size=20), st.binary(max_size=20).map(toy), st.just(MARK), st.just(MARK[:1]))),
    st.lists(st.integers(0, 400), max_size=5),
)
def test_cut_anywhere_it_says_the_same(pieces: list[bytes], cuts: list[int]) -> None:
    wire = b"".join(pieces)
    assert said(wire, *[min(cut, len(wire)) for cut in cuts]) == said(wire)


@pytest.mark.parametrize("remembers", [0, 4])
def test_what_it_knows_again_is_the_same(remembers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Toy, "REMEMBERS", remembers)
    wanted = [f"{n % 9:02x}" for n in range(40)]
    assert said(b"".join(toy(bytes((n % 9,))) for n in range(40))) == wanted
