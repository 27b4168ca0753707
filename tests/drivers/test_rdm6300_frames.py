"""RDM6300: a recorded frame, hostile bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drivers.cards.rdm6300_frames import Rdm6300Decoder as decoder
from tests.drivers.streams import assert_checked, assert_steady, bytewise, readings, whole

RECORDED = bytes.fromhex("02 30 31 30 30 36 33 45 39 41 45 32 35 03")


def test_a_recorded_frame() -> None:
    (card,) = assert_steady(decoder, RECORDED)
    assert card.kind == "card"
    assert card.fields == {"uid": "0063E9AE", "version": 1, "printed": "0006547886"}
    assert_checked(decoder, RECORDED)


def test_letters_that_are_no_hex_are_noise() -> None:
    assert not readings(whole(decoder(), b"\x0201006ZE9AE25\x03"))


@given(st.lists(st.one_of(st.binary(max_size=40), st.just(RECORDED), st.just(RECORDED[:6]))))
def test_any_bytes_at_once_or_one_by_one_say_the_same(pieces: list[bytes]) -> None:
    stream = b"".join(pieces)
    assert whole(decoder(), stream) == bytewise(decoder(), stream)
