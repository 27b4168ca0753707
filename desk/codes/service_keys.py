"""Keys passes are proved with: the site's own is published with its first pass, others are trusted by a manager."""

from __future__ import annotations

from sqlalchemy import select

from desk.codes import reads, token
from desk.codes.tables import VerifyKey
from desk.core.errors import Refused
from desk.store.unit import Unit


def publish_own_key(u: Unit) -> str:
    """Write the site's public key where other desks and the hub find it, once; returns its id."""
    kid, public = reads.own_key(u.secret(reads.SIGN_KEY))
    _write(u, kid, public)
    return kid


def trust_key(u: Unit, public: bytes) -> str:
    """Accept passes signed under another raw 32-byte public key (a sister estate's); returns its id.

    Raises Refused("right.missing" | "codes.key_form").
    """
    u.actor.require("settings.site")
    if len(public) != 32:
        raise Refused("codes.key_form")
    kid = token.key_id(public)
    if _write(u, kid, public):
        u.audit("codes.key_trusted", key_id=kid)
    return kid


def _write(u: Unit, kid: str, public: bytes) -> bool:
    known = select(VerifyKey.num).where(VerifyKey.key_id == kid, VerifyKey.deleted_at.is_(None)).limit(1)
    if u.conn.execute(known).first() is not None:
        return False
    u.add(VerifyKey, key_id=kid, public_key=public, since=u.now)
    return True
