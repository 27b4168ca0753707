"""Identity card frames: the vectors of the documents, hostile bytes, and that photo and number stay where they belong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.api import Noise
from drivers.cards.resident_frames import ResidentDecoder as decoder
from drivers.cards.resident_frames import encode, encode_speed, frame, xor
from drivers.simulated.cards import Card
from drivers.simulated.id_reader import PHOTO
from tests.drivers.streams import assert_checked, assert_steady, bytewise, readings, whole

REQUESTS = {
    "reset": "AA AA AA 96 69 00 03 10 FF EC",
    "status": "AA AA AA 96 69 00 03 11 FF ED",
    "sam_id": "AA AA AA 96 69 00 03 12 FF EE",
    "find": "AA AA AA 96 69 00 03 20 01 22",
    "select": "AA AA AA 96 69 00 03 20 02 21",
    "read": "AA AA AA 96 69 00 03 30 01 32",
    "read_with_fingerprint": "AA AA AA 96 69 00 03 30 10 23",
    "read_new_address": "AA AA AA 96 69 00 03 30 03 30",
}
REPLIES = {
    "AA AA AA 96 69 00 08 00 00 9F 00 00 00 00 97": "card_found",
    "AA AA AA 96 69 00 04 00 00 80 84": "no_card",
    "AA AA AA 96 69 00 0C 00 00 90 00 00 00 00 00 00 00 00 9C": "ok",
    "AA AA AA 96 69 00 04 00 00 81 85": "select_failed",
    "AA AA AA 96 69 00 04 00 00 41 45": "read_failed",
}
FOUND = bytes.fromhex(next(iter(REPLIES)))


def read_ok(card: Card, fingerprint: bytes | None = None) -> bytes:
    finger = b"" if fingerprint is None else len(fingerprint).to_bytes(2, "big")
    return frame(b"\0\0\x90\x01\x00\x04\x00" + finger + card.text + PHOTO + (fingerprint or b""))


@pytest.mark.parametrize(("command", "sent"), REQUESTS.items())
def test_requests_of_the_documents(command: str, sent: str) -> None:
    assert encode(command) == bytes.fromhex(sent)


def test_speeds() -> None:
    assert [encode_speed(baud)[7:9].hex() for baud in (115200, 57600, 38400, 19200, 9600)] == ["6000", "6001", "6002", "6003", "6004"]  # fmt: skip
    with pytest.raises(KeyError):
        encode_speed(1200)


@pytest.mark.parametrize(("sent", "status"), REPLIES.items())
def test_replies_of_the_documents(sent: str, status: str) -> None:
    (reply,) = assert_steady(decoder, bytes.fromhex(sent))
    assert (reply.kind, reply.fields) == ("reply", {"status": status})
    assert_checked(decoder, bytes.fromhex(sent))


@pytest.mark.parametrize(("fingerprint", "size", "head"), [
    (None, 1295, "05 08 00 00 90 01 00 04 00"), (b"", 1297, "05 0A 00 00 90 01 00 04 00 00 00"),
    (bytes(512), 1809, "07 0A 00 00 90 01 00 04 00 02 00"), (bytes(1024), 2321, "09 0A 00 00 90 01 00 04 00 04 00"),
])  # fmt: skip
def test_reads_of_all_lengths(fingerprint: bytes | None, size: int, head: str) -> None:
    sent = read_ok(Card(), fingerprint)
    assert len(sent) == size
    assert sent[5:].startswith(bytes.fromhex(head))
    (card,) = readings(bytewise(decoder(), sent))
    assert (card.kind, card.fields["name"]) == ("identity", "测试甲")


def test_a_read_cut_anywhere_and_behind_noise() -> None:
    sent = read_ok(Card())
    for at in range(0, len(sent), 7):
        feeder = decoder()
        assert readings([*feeder.feed(sent[:at]), *feeder.feed(sent[at:])])[0].kind == "identity"
    assert readings(whole(decoder(), b"\xaa" * 9 + sent))[0].kind == "identity"


def test_a_read_with_any_bit_turned_says_nothing_of_a_card() -> None:
    sent = bytearray(read_ok(Card()))
    for at in range(len(sent)):
        sent[at] ^= 1 << at % 8
        assert not readings(whole(decoder(), bytes(sent)))
        sent[at] ^= 1 << at % 8


def test_a_broken_read_does_not_hide_what_follows() -> None:
    sent = bytearray(read_ok(Card()))
    sent[700] ^= 1
    (noise, found) = whole(decoder(), bytes(sent) + FOUND)
    assert noise == Noise("checksum", len(sent))
    assert found == readings(whole(decoder(), FOUND))[0]


def test_a_length_made_long_by_noise_ends_with_the_pause() -> None:
    long = bytearray(FOUND)
    long[5] |= 0x04
    feeder = decoder()
    assert feeder.feed(bytes(long) + FOUND) == []
    assert feeder.idle(0.1) == []
    assert [type(event).__name__ for event in feeder.idle(0.3)] == ["Noise", "Reading"]


def test_the_sam_number() -> None:
    body = b"\0\0\x90" + bytes.fromhex("0500 0300 E5263501 01000000 00000000")
    (reply,) = readings(whole(decoder(), frame(body)))
    assert reply.fields == {"status": "ok", "sam_id": "05.03-20260581-0000000001-0000000000"}


def test_an_unknown_status_is_told_as_it_came() -> None:
    (reply,) = readings(whole(decoder(), frame(b"\0\0\x77")))
    assert reply.fields["status"] == "sw_77"


@given(st.binary(max_size=3000))
def test_xor_folds_as_it_should(data: bytes) -> None:
    plain = 0
    for byte in data:
        plain ^= byte
    assert xor(data) == plain


@given(st.lists(st.one_of(st.binary(max_size=40), st.sampled_from([bytes.fromhex(r) for r in REPLIES]))))
def test_any_bytes_at_once_or_one_by_one_say_the_same(pieces: list[bytes]) -> None:
    stream = b"".join(pieces)
    assert whole(decoder(), stream) == bytewise(decoder(), stream)


def test_nothing_that_is_printed_holds_the_person() -> None:
    card = Card()
    (told,) = readings(whole(decoder(), read_ok(card)))
    shown = f"{told!r} {told} {told.fields!r} {told.fields}"
    for secret in (card.number, card.number[6:14], "测试甲", "无名路"):
        assert secret not in shown
    assert told.fields["number"] == card.number
    assert not any(isinstance(value, bytes) for value in told.fields.values())
    assert told.fields["photo_dropped"] is True


def test_after_a_read_the_decoder_keeps_nothing() -> None:
    feeder = decoder()
    feeder.feed(read_ok(Card()))
    assert not feeder._buffer
