"""A sealed box for the holder of an Ed25519 key, as NaCl's: an ephemeral X25519 exchange with the key's Montgomery form.

Hubs and desks have one key each, for signing. What is to be read by one of them only, and by nobody who carries it, is
sealed to that key (RFC 7748; the map between the two forms of the curve is RFC 7748 section 4.1).
"""

from __future__ import annotations

from hashlib import sha512

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SIZE = 32
_P = 2**255 - 19
_NONCE = bytes(12)  # the key is used once


class ClosedBox(ValueError):
    """Not sealed to this key, or not as it was."""


def seal(to: Ed25519PublicKey, plain: bytes) -> bytes:
    """32 bytes of the ephemeral key, then the ciphertext. Raises ClosedBox for a key that nothing can be sealed to."""
    once = X25519PrivateKey.generate()
    mine, theirs = once.public_key().public_bytes_raw(), _montgomery(to)
    return mine + ChaCha20Poly1305(_key(once, theirs, mine)).encrypt(_NONCE, plain, None)


def unseal(key: Ed25519PrivateKey, box: bytes) -> bytes:
    """Raises ClosedBox."""
    if len(box) < SIZE:
        raise ClosedBox
    theirs, own = box[:SIZE], _own(key)
    try:
        return ChaCha20Poly1305(_key(own, theirs, theirs)).decrypt(_NONCE, box[SIZE:], None)
    except InvalidTag:
        raise ClosedBox from None


def _key(own: X25519PrivateKey, theirs: bytes, ephemeral: bytes) -> bytes:
    try:
        shared = own.exchange(X25519PublicKey.from_public_bytes(theirs))
    except ValueError:  # a point of small order
        raise ClosedBox from None
    return HKDF(SHA256(), SIZE, salt=ephemeral, info=b"gatehouse box 1").derive(shared)


def _own(key: Ed25519PrivateKey) -> X25519PrivateKey:
    """The same secret in Montgomery form (RFC 8032 5.1.5: the lower half of the seed's hash)."""
    return X25519PrivateKey.from_private_bytes(sha512(key.private_bytes_raw()).digest()[:SIZE])


def _montgomery(key: Ed25519PublicKey) -> bytes:
    """u = (1 + y) / (1 - y)."""
    y = int.from_bytes(key.public_bytes_raw(), "little") & ((1 << 255) - 1)
    if (1 - y) % _P == 0:
        raise ClosedBox
    return ((1 + y) * pow(1 - y, -1, _P) % _P).to_bytes(SIZE, "little")
