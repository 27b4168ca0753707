"""Tickets, codes, requests and the sealed box of enrolment."""

from __future__ import annotations

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from desk.wire import enrol
from desk.wire.enrol import BadTicket, EnrolAsk, RotateAsk, Ticket

SITE, DEVICE = "a" * 32, "b" * 32


def ask() -> EnrolAsk:
    return EnrolAsk(1, "7K2M9PQR41XZ", "", DEVICE, SITE, "南门", "0.2.0")


@given(st.sampled_from(["", "f" * 64]), st.sampled_from(["", "0123456789abcdefABCDEF=="]))
def test_a_ticket_is_read_as_it_was_made(pin: str, key: str) -> None:
    ticket = Ticket(1, "https://hub.example:8443", pin, enrol.new_code(), key)
    assert enrol.read_ticket(enrol.ticket_text(ticket)) == ticket


def test_a_ticket_of_a_newer_hub_says_so() -> None:
    with pytest.raises(BadTicket) as caught:
        enrol.read_ticket('{"h":2,"what":"else"}')
    assert caught.value.code == "enrol.newer_ticket"


@given(st.one_of(st.text(), st.sampled_from(['{"h":1}', '{"h":0,"url":"https://x","pin":"","code":"AAAABBBBCCCC"}', "[]",
    '{"h":1,"url":"file:///x","pin":"","code":"AAAABBBBCCCC"}', '{"h":1,"url":"https://x","pin":"zz","code":"AAAABBBBCCCC"}'])))  # fmt: skip
def test_anything_else_is_no_ticket(text: str) -> None:
    with pytest.raises(BadTicket) as caught:
        enrol.read_ticket(text)
    assert caught.value.code == "enrol.not_a_ticket"


def test_a_code_survives_being_read_aloud_and_typed() -> None:
    code = enrol.new_code()
    plain = enrol.normal_code(code)
    assert len(plain) == 12
    assert enrol.normal_code(f" {code.lower().replace('-', ' ')} ") == plain
    assert enrol.normal_code("o1lI-2345-6789") == "011123456789"


@given(st.text(max_size=30))
def test_a_normal_code_is_a_code_or_nothing(typed: str) -> None:
    found = enrol.normal_code(typed)
    assert found == "" or enrol.normal_code(found) == found


def test_codes_do_not_repeat() -> None:
    assert len({enrol.new_code() for _ in range(500)}) == 500


@pytest.mark.parametrize("make", [ask, lambda: RotateAsk("")])
def test_a_request_shows_that_its_maker_holds_the_key(make: object) -> None:
    key = Ed25519PrivateKey.generate()
    made = make()  # type: ignore[operator]
    sent = msgspec.json.decode(enrol.signed_ask(key, made), type=type(made))
    assert enrol.owns_key(sent)
    other = Ed25519PrivateKey.generate()
    enrol.signed_ask(other, made)
    sent.pubkey = made.pubkey
    assert not enrol.owns_key(sent)


def test_every_field_of_a_request_is_signed() -> None:
    key = Ed25519PrivateKey.generate()
    body = enrol.signed_ask(key, ask())
    for name, value in (
        ("code", "000000000000"),
        ("device_id", "c" * 32),
        ("site_id", None),
        ("name", "北门"),
        ("h", 0),
    ):
        sent = msgspec.json.decode(body, type=EnrolAsk)
        setattr(sent, name, value)
        assert not enrol.owns_key(sent), name


@given(st.text(max_size=50), st.text(max_size=50))
def test_nonsense_is_no_proof(pubkey: str, sig: str) -> None:
    assert not enrol.owns_key(RotateAsk(pubkey, sig))


def test_only_the_ticket_opens_the_box() -> None:
    key, held = enrol.new_box_key(), {"site-seal": bytes(range(32)), "id-hash": b"\0\xff"}
    box = enrol.seal_keybox(key, SITE, held)
    assert enrol.open_keybox(key, SITE, box) == held
    for wrong in (
        (enrol.new_box_key(), SITE, box),
        (key, DEVICE, box),
        (key, SITE, box[:-8]),
        ("", SITE, box),
        (key, SITE, "门"),
    ):
        with pytest.raises(ValueError):
            enrol.open_keybox(*wrong)
