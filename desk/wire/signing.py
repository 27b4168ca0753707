"""Signed requests between desk and hub: RFC 9421 HTTP Message Signatures with Ed25519, RFC 9530 Content-Digest.

Covered are method, path, query and the digest of the body as it is sent (after gzip); `created` and a nonce stand in
the signature's parameters. `created` is in hub-corrected time; the hub refuses what is more than WINDOW_MS from its own
clock, and tells its time with the refusal, so that a desk with a wrong clock signs again and gets through.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from http_message_signatures import HTTPMessageSigner, HTTPMessageVerifier, InvalidSignature
from http_message_signatures.algorithms import ED25519
from http_message_signatures.exceptions import HTTPMessageSignaturesException
from http_message_signatures.resolvers import HTTPSignatureKeyResolver

WINDOW_MS = 5 * 60_000
TAG = "gatehouse"  # a signature made for anything else does not count here
COVERED = ("@method", "@path", "@query", "content-digest")
SIGNED_FIELDS = ("Content-Digest", "Signature-Input", "Signature")
MAX_FIELD = 2048  # characters of one signature field; ours are about 300
KEY_ID = re.compile(r"([0-9a-f]{32})/([0-9a-f]{32})")
NONCE = re.compile(r"[0-9A-Za-z_-]{16,64}")

KeyOf = Callable[[str, str], Ed25519PublicKey | None]


class BadSignature(ValueError):
    """A request that is not to be believed. `code`: `auth.unsigned`, `auth.unknown_key`, `auth.signature`, `auth.clock`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Signed:
    """Whose request it was. created_ms: when it was signed; nonce: to be seen once (see hub's nonces)."""

    site_id: str
    device_id: str
    nonce: str
    created_ms: int


@dataclass
class _Message:
    """What the library looks at. The host is not covered (a proxy may call the hub by another), so any will do."""

    method: str
    url: str
    headers: dict[str, str]


def sign(
    key: Ed25519PrivateKey, site_id: str, device_id: str, method: str, target: str, body: bytes, hub_ms: int
) -> dict[str, str]:
    """The header fields to send along. target: path and query as sent; body: as sent; hub_ms: hub-corrected now."""
    message = _Message(method, _url(target), {})
    HTTPMessageSigner(signature_algorithm=ED25519, key_resolver=_OneKey(private=key)).sign(
        message,
        key_id=f"{site_id}/{device_id}",
        created=datetime.fromtimestamp(hub_ms // 1000, UTC),
        nonce=secrets.token_urlsafe(18),
        label="desk",
        tag=TAG,
        covered_component_ids=COVERED[:-1],
        body=body,
    )
    return message.headers


def verify(method: str, target: str, fields: Mapping[str, str], body: bytes, key_of: KeyOf, hub_ms: int) -> Signed:
    """Whose request this is, or BadSignature. fields: header fields by lower-case name; key_of(site_id, device_id).

    The time is judged last: only who signed rightly learns that nothing but the clock is wrong.
    """
    headers = {name: fields.get(name.lower(), "") for name in SIGNED_FIELDS}
    if not headers["Signature"] or not headers["Signature-Input"]:
        raise BadSignature("auth.unsigned")
    if any(len(value) > MAX_FIELD for value in headers.values()):
        raise BadSignature("auth.signature")
    keys = _OneKey(key_of=key_of)
    try:
        verifier = _Verifier(signature_algorithm=ED25519, key_resolver=keys)
        message = _Message(method, _url(target), headers)
        (result,) = verifier.verify(message, max_age=None, expect_tag=TAG, require_components=COVERED, body=body)
    except (InvalidSignature, HTTPMessageSignaturesException, ValueError):
        raise BadSignature("auth.unknown_key" if keys.unknown else "auth.signature") from None
    return _judged(result.parameters, hub_ms)


def _judged(said: Mapping[str, Any], hub_ms: int) -> Signed:
    who, nonce, created_ms = KEY_ID.fullmatch(said["keyid"]), said.get("nonce", ""), said["created"] * 1000
    if who is None or not NONCE.fullmatch(nonce):
        raise BadSignature("auth.signature")
    if abs(created_ms - hub_ms) > WINDOW_MS:
        raise BadSignature("auth.clock")
    return Signed(who[1], who[2], nonce, created_ms)


def _url(target: str) -> str:
    """Host left out of what is signed; characters that a server may have decoded are written as escapes again."""
    return "https://hub" + quote(target, safe="/?&=%:@!$'()*+,;~-._")


class _OneKey(HTTPSignatureKeyResolver):
    """Our key for signing; the named device's for verifying. unknown: a key was asked for that nobody has."""

    def __init__(self, private: Ed25519PrivateKey | None = None, key_of: KeyOf | None = None) -> None:
        self._private, self._key_of, self.unknown = private, key_of, False

    def resolve_private_key(self, key_id: str) -> Any:
        return self._private

    def resolve_public_key(self, key_id: str) -> Any:
        who = KEY_ID.fullmatch(key_id)
        found = self._key_of(who[1], who[2]) if who and self._key_of else None
        self.unknown = found is None
        return found


class _Verifier(HTTPMessageVerifier):
    """The library looks at this machine's clock; ours is injected, and is asked after the signature held."""

    def validate_created_and_expires(self, sig_input: Any, max_age: timedelta | None = None) -> None:
        if type(sig_input.params.get("created")) is not int:
            raise InvalidSignature("created is missing")
