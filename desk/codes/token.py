"""The visitor pass as it stands in its QR code: `P1:` + base45(20 bytes + Ed25519 signature), 129 characters.

The 20 bytes, big-endian: key id 4 | pass id 8 | not before, minutes since 1970, 4 | length in minutes 3 | uses 1.
No person, no household: what a pass is for stays in the store. Its proof needs the public key alone.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from desk.codes import base45
from desk.core.clock import MINUTE_MS

PREFIX = "P1:"
HEAD, SIGNATURE = 20, 64
CHARS = len(PREFIX) + (HEAD + SIGNATURE) // 2 * 3
MAX_MINUTES = 2**24 - 1  # 31 years
MAX_USES = 255


@dataclass(frozen=True)
class PassToken:
    """The claims of a pass. key_id, pass_id: hex; times: UTC milliseconds on whole minutes; uses 0: any number."""

    key_id: str
    pass_id: str
    not_before: int
    expires_at: int
    uses: int


class Proof(Enum):
    """What the signature says."""

    GOOD = "good"
    OTHER_KEY = "other_key"
    BAD = "bad"


def new_pass_id() -> str:
    """Eight random bytes as hex."""
    return secrets.token_hex(8)


def public_key(seed: bytes) -> bytes:
    """The raw 32-byte public key of a raw 32-byte Ed25519 seed."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def key_id(public: bytes) -> str:
    """A key's short name: the first four bytes of its SHA-256, hex."""
    return sha256(public).digest()[:4].hex()


def whole_minutes(not_before: int, expires_at: int) -> tuple[int, int]:
    """The window a token can carry: start rounded down, end rounded up to whole minutes, so nothing asked for is lost."""
    return not_before // MINUTE_MS * MINUTE_MS, -(-expires_at // MINUTE_MS) * MINUTE_MS


def sign(seed: bytes, pass_id: str, not_before: int, expires_at: int, uses: int) -> str:
    """The text of a pass. Same claims, same text: a pass can be printed again.

    Raises ValueError when the window is empty, not on whole minutes or over 31 years, or uses are outside 0..255.
    """
    start, length = not_before // MINUTE_MS, (expires_at - not_before) // MINUTE_MS
    if (not_before % MINUTE_MS or expires_at % MINUTE_MS) or not (0 < length <= MAX_MINUTES and 0 <= uses <= MAX_USES):
        raise ValueError("claims")
    private = Ed25519PrivateKey.from_private_bytes(seed)
    kid = sha256(private.public_key().public_bytes_raw()).digest()[:4]
    head = kid + bytes.fromhex(pass_id) + start.to_bytes(4, "big") + length.to_bytes(3, "big") + uses.to_bytes(1, "big")
    return PREFIX + base45.encode(head + private.sign(PREFIX.encode() + head))


def read(text: str) -> tuple[PassToken, bytes] | None:
    """The claims and the signed bytes of a pass text, or None when it is not readable as one. Proves nothing yet."""
    if not text.startswith(PREFIX) or len(text) != CHARS:
        return None
    try:
        raw = base45.decode(text[len(PREFIX) :])
    except ValueError:
        return None
    start = int.from_bytes(raw[12:16], "big") * MINUTE_MS
    end = start + int.from_bytes(raw[16:19], "big") * MINUTE_MS
    return PassToken(raw[:4].hex(), raw[4:12].hex(), start, end, raw[19]), raw


def prove(token: PassToken, raw: bytes, keys: Mapping[str, bytes]) -> Proof:
    """Check the signature against the known public keys (key id -> raw 32 bytes)."""
    public = keys.get(token.key_id)
    if public is None:
        return Proof.OTHER_KEY
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(raw[HEAD:], PREFIX.encode() + raw[:HEAD])
    except InvalidSignature:
        return Proof.BAD
    return Proof.GOOD
