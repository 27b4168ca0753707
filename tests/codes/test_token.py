"""The signed pass: round trips, and no bit of it can be changed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.codes import payload, token
from desk.codes.payload import PassCode
from desk.codes.token import CHARS, MAX_MINUTES, Proof
from desk.core.clock import MINUTE_MS

SEED, OTHER = bytes(range(32)), bytes(range(1, 33))
PUBLIC = token.public_key(SEED)
KEYS = {token.key_id(PUBLIC): PUBLIC}
NOW = 1_795_000_020_000 // MINUTE_MS * MINUTE_MS


@given(
    st.binary(min_size=8, max_size=8),
    st.integers(0, 2**32 - 1),
    st.integers(1, MAX_MINUTES),
    st.integers(0, 255),
)
@settings(max_examples=60)
def test_round_trip(pass_id: bytes, start: int, length: int, uses: int) -> None:
    not_before = start * MINUTE_MS
    text = token.sign(SEED, pass_id.hex(), not_before, not_before + length * MINUTE_MS, uses)
    assert len(text) == CHARS == 129
    found = token.read(text)
    assert found is not None
    claims, raw = found
    assert claims == token.PassToken(next(iter(KEYS)), pass_id.hex(), not_before, not_before + length * MINUTE_MS, uses)
    assert token.prove(claims, raw, KEYS) is Proof.GOOD


def test_every_bit_flip_is_never_good() -> None:
    good = token.sign(SEED, "0123456789abcdef", NOW, NOW + 60 * MINUTE_MS, 1)
    found = token.read(good)
    assert found is not None
    raw = found[1]
    from desk.codes import base45

    for bit in range(len(raw) * 8):
        flipped = bytearray(raw)
        flipped[bit // 8] ^= 1 << bit % 8
        again = token.read(token.PREFIX + base45.encode(bytes(flipped)))
        assert again is not None
        proof = token.prove(*again, KEYS)
        # The first four bytes name the key: changed, the pass is under a key we do not know.
        assert proof is (Proof.OTHER_KEY if bit < 32 else Proof.BAD)


@given(st.integers(0, CHARS - 1), st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"))
@settings(max_examples=150)
def test_every_changed_character_is_never_good(at: int, char: str) -> None:
    good = token.sign(SEED, "0123456789abcdef", NOW, NOW + 60 * MINUTE_MS, 1)
    changed = good[:at] + char + good[at + 1 :]
    if changed == good:
        return
    found = payload.parse(changed, b"secret")
    assert not isinstance(found, PassCode) or token.prove(found.token, found.raw, KEYS) is not Proof.GOOD


def test_another_estate_is_another_key() -> None:
    found = token.read(token.sign(OTHER, "00" * 8, NOW, NOW + MINUTE_MS, 1))
    assert found is not None
    assert token.prove(*found, KEYS) is Proof.OTHER_KEY


def test_same_claims_same_text() -> None:
    first, second = (token.sign(SEED, "11" * 8, NOW, NOW + MINUTE_MS, 0) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("start", "end", "uses"),
    [(NOW, NOW, 1), (NOW, NOW - MINUTE_MS, 1), (NOW + 1, NOW + MINUTE_MS, 1), (NOW, NOW + MINUTE_MS, 256),
     (NOW, NOW + MINUTE_MS, -1), (NOW, NOW + (MAX_MINUTES + 1) * MINUTE_MS, 1)],
)  # fmt: skip
def test_claims_that_do_not_fit(start: int, end: int, uses: int) -> None:
    with pytest.raises(ValueError):
        token.sign(SEED, "00" * 8, start, end, uses)


def test_whole_minutes_lose_nothing() -> None:
    assert token.whole_minutes(61_000, 119_001) == (60_000, 120_000)
