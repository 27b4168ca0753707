"""Hashing PINs and badges. Slow on purpose: call it on a lane, never on the screen's thread.

Four digits fall to guessing whatever the hash, so a PIN is first keyed with a secret of the site (the hub has not
got it), then hashed with argon2id at OWASP's 19 MiB setting.
"""

from __future__ import annotations

import hmac

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from desk.operators.rules_pin import check_pin
from desk.store.unit import Reading

SECRET = "id-hash"  # noqa: S105 - the name of a key, not a key
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def _keyed(r: Reading, purpose: bytes, text: str) -> str:
    return hmac.digest(r.secret(SECRET), purpose + text.encode(), "sha256").hex()


def hash_pin(r: Reading, pin: str) -> str:
    """The hash of a new PIN (about 30 ms). Raises Refused as rules_pin.check_pin."""
    check_pin(pin)
    return _HASHER.hash(_keyed(r, b"operator pin ", pin))


def keyed_pin(r: Reading, pin: str) -> str:
    """What `matches` compares, made inside a reading so that the slow part runs outside of it."""
    return _keyed(r, b"operator pin ", pin)


def matches(pin_hash: str, keyed: str) -> bool:
    """True for the right PIN (about 30 ms)."""
    try:
        return _HASHER.verify(pin_hash, keyed)
    except (VerificationError, InvalidHashError):
        return False


def badge_hash(r: Reading, text: str) -> str:
    """The keyed hash by which a card number or a scanned badge is known."""
    return _keyed(r, b"operator badge ", text.strip())
