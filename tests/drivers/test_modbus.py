"""Modbus as bytes, with pymodbus as second opinion on the checksum and on whole requests."""

from __future__ import annotations

import struct

from hypothesis import given
from hypothesis import strategies as st
from pymodbus.framer import FramerRTU

from drivers import modbus
from drivers.api import Reading

addresses, words = st.integers(1, 247), st.integers(0, 0xFFFF)


@given(st.binary(max_size=260))
def test_the_checksum_as_others_compute_it(data: bytes) -> None:
    theirs = FramerRTU.compute_CRC(data)
    assert modbus.framed(data)[-2:] == struct.pack(">H", theirs)
    assert modbus.crc16(modbus.framed(data)) == 0


@given(addresses, st.lists(st.booleans(), min_size=1, max_size=70))
def test_several_coils_are_packed_first_in_the_lowest_bit(address: int, values: list[bool]) -> None:
    frame = modbus.write_coils(address, 0, values)
    packed = frame[7:-2]
    assert frame[6] == len(packed) == (len(values) + 7) // 8
    assert [bool(packed[n // 8] >> (n % 8) & 1) for n in range(len(values))] == values


@given(addresses, st.lists(words, min_size=1, max_size=20))
def test_registers_come_back_as_they_were(address: int, values: list[int]) -> None:
    frame = modbus.framed(bytes((address, 3, 2 * len(values))) + struct.pack(f">{len(values)}H", *values))
    (reading,) = modbus.AnswerDecoder().feed(frame)
    assert isinstance(reading, Reading)
    assert modbus.values_of(reading) == values
    assert modbus.AnswerDecoder(address, 3).feed(frame) == [reading]


def test_another_device_and_another_question_are_not_listened_to() -> None:
    frame = bytes.fromhex("FF010101A1A0")
    assert modbus.AnswerDecoder(255, 1).feed(frame)
    assert not modbus.AnswerDecoder(254, 1).feed(frame)
    assert not modbus.AnswerDecoder(255, 2).feed(frame)


def test_a_refusal_says_what_and_why() -> None:
    (reading,) = modbus.AnswerDecoder(1, 5).feed(modbus.framed(bytes.fromhex("018502")))
    assert reading == Reading("refused", {"address": 1, "function": 5, "code": 2})


def test_the_greeting_of_a_board_at_power_up_is_no_answer() -> None:
    greeting = b"Thank you for using the Modbus modules of LCTECH\r\n"
    decoder = modbus.AnswerDecoder(255)
    events = [*decoder.feed(greeting + bytes.fromhex("FF010101A1A0")), *decoder.idle(1)]
    assert [e for e in events if isinstance(e, Reading)] == [Reading("coils", {"address": 255, "bits": "10000000"})]


def test_negative_registers() -> None:
    assert [modbus.signed(value) for value in (0, 305, 0x7FFF, 0xFFCE, 0x8000)] == [0, 305, 32767, -50, -32768]
