"""Request signatures: what was signed gets through, anything altered does not, and a wrong clock is told apart."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import assume, given
from hypothesis import strategies as st

from desk.wire.signing import MAX_FIELD, WINDOW_MS, BadSignature, sign, verify

NOW = 1_763_790_000_123
SITE, DEVICE = "a" * 32, "b" * 32
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PATH = "/sync/v1/push"


def key_of(site_id: str, device_id: str) -> Ed25519PublicKey | None:
    return KEY.public_key() if (site_id, device_id) == (SITE, DEVICE) else None


def lower(fields: dict[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in fields.items()}


def signed(body: bytes = b"{}", path: str = PATH, at: int = NOW, key: Ed25519PrivateKey = KEY) -> dict[str, str]:
    return lower(sign(key, SITE, DEVICE, "POST", path, body, at))


def refusal(fields: dict[str, str], body: bytes = b"{}", path: str = PATH, method: str = "POST", at: int = NOW) -> str:
    with pytest.raises(BadSignature) as caught:
        verify(method, path, fields, body, key_of, at)
    return caught.value.code


@given(
    st.binary(max_size=200), st.sampled_from(["/sync/v1/poll?wait=25&s:ab=12", PATH, "/sync/v1/blob/00?x=%E9%97%A8"])
)
def test_what_was_signed_gets_through_and_says_who(body: bytes, path: str) -> None:
    found = verify("POST", path, signed(body, path), body, key_of, NOW)
    assert (found.site_id, found.device_id, found.created_ms) == (SITE, DEVICE, NOW // 1000 * 1000)


def test_each_signature_has_its_own_nonce() -> None:
    nonces = {verify("POST", PATH, signed(), b"{}", key_of, NOW).nonce for _ in range(20)}
    assert len(nonces) == 20


@given(st.binary(max_size=50), st.binary(max_size=50))
def test_an_altered_body_is_refused(body: bytes, other: bytes) -> None:
    assume(body != other)
    assert refusal(signed(body), other) == "auth.signature"


def test_method_path_and_query_are_covered() -> None:
    assert refusal(signed(), path="/sync/v1/pull") == "auth.signature"
    assert refusal(signed(), path=PATH + "?x=1") == "auth.signature"
    assert refusal(signed(), method="PUT") == "auth.signature"


def test_an_altered_parameter_is_refused() -> None:
    fields = signed()
    for old, new in (
        (";created=1763790000", ";created=1763790001"),
        ("desk=(", "desk=() , d2=("),
        ("gatehouse", "other"),
    ):
        altered = {**fields, "signature-input": fields["signature-input"].replace(old, new)}
        assert altered != fields
        assert refusal(altered) == "auth.signature"


def test_a_narrower_signature_does_not_count() -> None:
    """Signed by the right key, but over the method alone."""
    from http_message_signatures import HTTPMessageSigner
    from http_message_signatures.algorithms import ED25519

    from desk.wire.signing import _Message, _OneKey

    message = _Message("POST", "https://hub" + PATH, {})
    signer = HTTPMessageSigner(signature_algorithm=ED25519, key_resolver=_OneKey(private=KEY))
    signer.sign(message, key_id=f"{SITE}/{DEVICE}", nonce="n" * 24, tag="gatehouse", covered_component_ids=("@method",))
    assert refusal(lower(message.headers)) == "auth.signature"


def test_another_key_and_an_unknown_device_are_told_apart() -> None:
    assert refusal(signed(key=Ed25519PrivateKey.generate())) == "auth.signature"
    stranger = lower(sign(KEY, SITE, "c" * 32, "POST", PATH, b"{}", NOW))
    assert refusal(stranger) == "auth.unknown_key"


def test_without_a_signature_and_with_nonsense() -> None:
    fields = signed()
    assert refusal({}) == "auth.unsigned"
    assert refusal({**fields, "signature": ""}) == "auth.unsigned"
    assert refusal({**fields, "signature-input": "x" * (MAX_FIELD + 1)}) == "auth.signature"
    assert refusal({**fields, "content-digest": ""}) == "auth.signature"


@given(st.sampled_from(["signature", "signature-input", "content-digest"]), st.text(max_size=60))
def test_no_text_in_a_field_gets_through_or_breaks_it(name: str, text: str) -> None:
    assert refusal({**signed(), name: text}) in ("auth.signature", "auth.unsigned")


def test_the_window_is_five_minutes_either_way() -> None:
    second = 1000
    for early in (-WINDOW_MS + second, WINDOW_MS - second):
        assert verify("POST", PATH, signed(at=NOW + early), b"{}", key_of, NOW)
    for late in (-WINDOW_MS - second, WINDOW_MS + second, 10**14):
        assert refusal(signed(at=NOW + late)) == "auth.clock"


def test_a_wrong_clock_is_only_told_to_who_signed_rightly() -> None:
    old = signed(at=NOW - 10 * WINDOW_MS)
    assert refusal(old, body=b"altered") == "auth.signature"
