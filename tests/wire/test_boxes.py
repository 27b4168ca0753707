"""Sealed boxes open for the holder of the key and for nobody else."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from desk.wire import boxes

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


@given(st.binary(max_size=200))
def test_what_was_sealed_comes_out(plain: bytes) -> None:
    assert boxes.unseal(KEY, boxes.seal(KEY.public_key(), plain)) == plain


def test_both_forms_of_the_key_belong_together() -> None:
    """RFC 7748 4.1: the mapped public key is the public half of the mapped private one."""
    for number in range(20):
        key = Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)
        own: X25519PrivateKey = boxes._own(key)
        assert boxes._montgomery(key.public_key()) == own.public_key().public_bytes_raw()


def test_another_key_a_changed_box_and_no_box() -> None:
    box = boxes.seal(KEY.public_key(), b"secret")
    for key, data in ((Ed25519PrivateKey.generate(), box), (KEY, box[:-1] + bytes([box[-1] ^ 1])), (KEY, box[:20]),
                      (KEY, b""), (KEY, bytes(64))):  # fmt: skip
        with pytest.raises(boxes.ClosedBox):
            boxes.unseal(key, data)


@pytest.mark.parametrize("point", [bytes(32), b"\x01" + bytes(31)])
def test_a_key_that_is_none_takes_no_box(point: bytes) -> None:
    with pytest.raises(boxes.ClosedBox):
        boxes.seal(Ed25519PublicKey.from_public_bytes(point), b"secret")


def test_two_boxes_of_one_thing_differ() -> None:
    assert boxes.seal(KEY.public_key(), b"x") != boxes.seal(KEY.public_key(), b"x")
