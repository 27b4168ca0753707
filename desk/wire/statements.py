"""What the hub states under its own key: a device's certificate, and what a revoked device is to do with its data.

Form: `<base64url of JSON>.<base64url of Ed25519 signature>`. A desk holds the hub's public key since its enrolment, so
neither a proxy in between nor a copied answer can make it wipe itself.
"""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import TypeVar

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

KEEP, WIPE = "keep", "wipe"
_DOMAIN = b"gatehouse statement 1\n"  # a signature made for anything else does not count here


class BadStatement(ValueError):
    """Not stated by this hub, or of another kind."""


class Certificate(msgspec.Struct, tag_field="t", tag="device", frozen=True):
    """This device speaks for this site with this key. scopes: what it may pull; issued_ms: by the hub's clock."""

    site_id: str
    device_id: str
    district_id: str
    pubkey: str
    scopes: list[str]
    issued_ms: int


class Order(msgspec.Struct, tag_field="t", tag="revoked", frozen=True):
    """This key no longer speaks for the device. act: KEEP (read-only) or WIPE.

    A desk obeys when `pubkey` is its own and `at_ms` is later than its certificate: an old order does not hit a device
    that was taken in again.
    """

    site_id: str
    device_id: str
    pubkey: str
    act: str
    at_ms: int


S = TypeVar("S", Certificate, Order)


def state(key: Ed25519PrivateKey, statement: Certificate | Order) -> str:
    body = msgspec.json.encode(statement)
    return f"{_text(body)}.{_text(key.sign(_DOMAIN + body))}"


def believe(hub: Ed25519PublicKey, text: str, kind: type[S]) -> S:
    """The statement, if this hub made it and it is of that kind. Raises BadStatement."""
    try:
        body, signature = (_bytes(part) for part in text.split("."))
        hub.verify(signature, _DOMAIN + body)
        return msgspec.json.decode(body, type=kind)
    except (InvalidSignature, ValueError, binascii.Error, msgspec.DecodeError):
        raise BadStatement from None


def key_text(key: Ed25519PublicKey) -> str:
    """A public key as text: base64url of its 32 bytes."""
    return _text(key.public_bytes_raw())


def key_of(text: str) -> Ed25519PublicKey:
    """Raises ValueError for anything that is no such key."""
    try:
        return Ed25519PublicKey.from_public_bytes(_bytes(text))
    except (binascii.Error, UnicodeEncodeError):
        raise ValueError("not a public key") from None


def _bytes(text: str) -> bytes:
    data = urlsafe_b64decode(text.encode("ascii"))
    if _text(data) != text:  # base64 has several spellings of the same bytes; one is enough
        raise ValueError("not as we write it")
    return data


def _text(data: bytes) -> str:
    return urlsafe_b64encode(data).decode()
