"""Who may come in: a signed request is believed or denied, once, and a revoked device is told what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from desk.core.clock import Clock
from desk.hub import enrolment
from desk.hub.db import Db
from desk.hub.enrolment import Standing
from desk.hub.nonces import Nonces
from desk.wire.signing import BadSignature, verify


class Denied(Exception):
    """The answer is this status with this code; facts stand beside it in the body."""

    def __init__(self, status: int, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.status, self.code, self.facts = status, code, facts


@dataclass(frozen=True)
class Admitted:
    """A device whose request is believed. scopes: what it may listen to."""

    site_id: str
    device_id: str
    scopes: frozenset[str]


class Gate:
    """Called on a thread; the database is asked for the device's key at every request, so that revoking bites at once."""

    def __init__(self, db: Db, nonces: Nonces, clock: Clock) -> None:
        self._db, self._nonces, self._clock = db, nonces, clock

    def admit(self, method: str, target: str, fields: Mapping[str, str], body: bytes) -> Admitted:
        """Raises Denied: 401 `auth.*` (the answer tells the hub's time), 403 `revoked` with the signed order."""
        found: list[Standing] = []

        def key_of(site_id: str, device_id: str) -> Ed25519PublicKey | None:
            standing = self._db.read(lambda conn: enrolment.standing(conn, site_id, device_id))
            found.extend([standing] if standing else [])
            return standing.key if standing else None

        now_ms = self._clock.now_ms()
        try:
            signed = verify(method, target, fields, body, key_of, now_ms)
        except BadSignature as bad:
            raise Denied(401, bad.code) from None
        if refusal := self._nonces.refusal(signed, now_ms):
            raise Denied(401, refusal)
        (standing,) = found
        if standing.revoked:
            self._db.write(lambda conn: enrolment.note_told(conn, now_ms, signed.site_id, signed.device_id))
            raise Denied(403, "revoked", order=standing.order)
        return Admitted(signed.site_id, signed.device_id, frozenset((f"s:{signed.site_id}", *standing.scopes)))
