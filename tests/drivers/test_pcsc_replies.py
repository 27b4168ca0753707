"""Answers of PC/SC readers: numbers of every length, refusals, hostile bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.api import Noise, Reading
from drivers.cards.pcsc_replies import LIMIT, PcscDecoder, reading
from tests.drivers.streams import bytewise, whole


@given(st.sampled_from([4, 7, 10]).flatmap(lambda size: st.binary(min_size=size, max_size=size)))
def test_any_number_alone_is_read_as_it_is(number: bytes) -> None:
    assert whole(PcscDecoder(), number + b"\x90\x00") == [reading(number)]


@pytest.mark.parametrize(("number", "random"), [("08112233", True), ("04112233", False), ("08112233445566", False)])
def test_numbers_that_are_made_up_each_time(number: str, random: bool) -> None:
    assert reading(bytes.fromhex(number)).fields["random"] is random


def test_several_answers_one_behind_the_other() -> None:
    stream = bytes.fromhex("6300 04112233 9000 6A81 04112233445566 9000")
    assert [e.fields.get("uid", e.fields.get("status")) for e in whole(PcscDecoder(), stream) if isinstance(e, Reading)] == [
        "failed", "04112233", "not_supported", "04112233445566",
    ]  # fmt: skip


def test_what_is_no_answer_is_noise() -> None:
    assert whole(PcscDecoder(), b"\x01\x02\x03") == [Noise("garbage", 3)]
    assert whole(PcscDecoder(), b"x" * (LIMIT + 10)) == [Noise("oversize", LIMIT + 10)]


@given(st.binary(max_size=60))
def test_any_bytes_at_once_or_one_by_one_say_the_same(stream: bytes) -> None:
    assert whole(PcscDecoder(), stream) == bytewise(PcscDecoder(), stream)
