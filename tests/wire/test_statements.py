"""What the hub states is believed from the hub alone, as it was stated."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from desk.wire.statements import WIPE, BadStatement, Certificate, Order, believe, key_of, key_text, state

HUB = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
ORDER = Order("a" * 32, "b" * 32, "key", WIPE, 1_763_790_000_123)
CERTIFICATE = Certificate("a" * 32, "b" * 32, "c" * 32, "key", ["s:a", "d:c"], 1_763_790_000_123)


def test_a_statement_is_believed_as_it_was_made() -> None:
    assert believe(HUB.public_key(), state(HUB, ORDER), Order) == ORDER
    assert believe(HUB.public_key(), state(HUB, CERTIFICATE), Certificate) == CERTIFICATE


def test_another_hub_or_another_kind_is_not_believed() -> None:
    with pytest.raises(BadStatement):
        believe(HUB.public_key(), state(Ed25519PrivateKey.generate(), ORDER), Order)
    with pytest.raises(BadStatement):
        believe(HUB.public_key(), state(HUB, CERTIFICATE), Order)


@given(st.integers(0, 300), st.sampled_from("Ax_-."))
def test_one_altered_letter_is_not_believed(at: int, letter: str) -> None:
    text = state(HUB, ORDER)
    at %= len(text)
    altered = text[:at] + letter + text[at + 1 :]
    if altered != text:
        with pytest.raises(BadStatement):
            believe(HUB.public_key(), altered, Order)


@given(st.text(max_size=80))
def test_nonsense_is_not_believed(text: str) -> None:
    with pytest.raises(BadStatement):
        believe(HUB.public_key(), text, Order)


def test_a_key_as_text_and_back() -> None:
    assert key_of(key_text(HUB.public_key())) == HUB.public_key()
    for wrong in ("", "AAAA", "门", "A" * 44 + "!"):
        with pytest.raises(ValueError):
            key_of(wrong)
