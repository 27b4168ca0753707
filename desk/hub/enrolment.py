"""How a desk comes to speak for a site, changes its key, and stops: codes, enrolment, invitations, revocation (SYNC 2.10)."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy import Connection, Row, and_, bindparam, delete, insert, select, update

from desk.core.clock import MINUTE_MS
from desk.core.errors import Refused
from desk.core.ids import is_id
from desk.core.text import clean_line
from desk.hub import guards, places
from desk.hub.members import SITE_SORT
from desk.hub.places import PLANNED, Place, audit
from desk.hub.tables import DEVICE, SITE
from desk.hub.tables_admin import ENROL_CODE, PAPERS
from desk.wire import ops
from desk.wire.enrol import HANDSHAKE, EnrolAnswer, EnrolAsk, RotateAsk, new_code, normal_code, owns_key
from desk.wire.messages import MAX_BYTES, MAX_LINES
from desk.wire.statements import KEEP, WIPE, Certificate, Order, key_of, key_text, state

CODE_MS = 15 * MINUTE_MS
OPEN_CODES = 5  # of one site at a time
LIVE, REVOKED = "live", "revoked"
# Asked at every request, so made once: making it takes longer than running it.
_STANDING = (
    select(DEVICE.c.pubkey, DEVICE.c.state, PAPERS.c.order_text, SITE.c.district_id)
    .select_from(
        DEVICE.join(SITE, SITE.c.site_id == DEVICE.c.site_id).outerjoin(
            PAPERS, and_(PAPERS.c.site_id == DEVICE.c.site_id, PAPERS.c.device_id == DEVICE.c.device_id)
        )
    )
    .where(DEVICE.c.site_id == bindparam("site"), DEVICE.c.device_id == bindparam("device"))
)


@dataclass(frozen=True)
class Code:
    """A one-time code, told once: only its hash is kept."""

    text: str
    site_id: str
    expires_ms: int


@dataclass(frozen=True)
class Standing:
    """What the hub knows of a device that asks. order: the signed statement a revoked one is answered with."""

    key: Ed25519PublicKey
    revoked: bool
    order: str
    district_id: str

    @property
    def scopes(self) -> tuple[str, ...]:
        return (f"d:{self.district_id}",) if self.district_id else ()


def make_code(conn: Connection, now_ms: int, who: str, site_id: str, keybox: str = "") -> Code:
    """A code for one desk of this site, good for 15 minutes. Raises Refused("place.unknown" | "enrol.many_codes")."""
    named = places.place(conn, site_id, SITE_SORT)
    site = bytes.fromhex(site_id)
    conn.execute(delete(ENROL_CODE).where(ENROL_CODE.c.site_id == site, ENROL_CODE.c.expires_at < now_ms))
    open_ones = select(ENROL_CODE.c.code_hash).where(ENROL_CODE.c.site_id == site, ENROL_CODE.c.used_at.is_(None))
    if len(conn.execute(open_ones).all()) >= OPEN_CODES:
        raise Refused("enrol.many_codes", most=OPEN_CODES)
    text = new_code()
    conn.execute(
        insert(ENROL_CODE).values(
            site_id=site, code_hash=_hash(text), made_by=who, made_at=now_ms, expires_at=now_ms + CODE_MS, keybox=keybox
        )
    )
    audit(conn, now_ms, who, "enrol.code_made", site_id, name=named.name, joins=bool(keybox))
    return Code(text, site_id, now_ms + CODE_MS)


def cancel_codes(conn: Connection, now_ms: int, who: str, site_id: str) -> int:
    """Take back what has not been used; returns how many."""
    where = (ENROL_CODE.c.site_id == bytes.fromhex(site_id), ENROL_CODE.c.used_at.is_(None))
    gone = conn.execute(delete(ENROL_CODE).where(*where)).rowcount
    audit(conn, now_ms, who, "enrol.codes_cancelled", site_id, codes=gone)
    return gone


def enrol(conn: Connection, now_ms: int, hub: Ed25519PrivateKey, ask: EnrolAsk) -> EnrolAnswer:
    """Take a desk in. Raises Refused: `enrol.newer`, `enrol.proof`, `enrol.code_wrong`, `enrol.code_used`,
    `enrol.code_expired`, `enrol.other_site`, `enrol.site_taken`, `enrol.needs_invitation`, `enrol.device_taken`,
    `enrol.key_revoked`."""
    if ask.h > HANDSHAKE:
        raise Refused("enrol.newer")
    if not owns_key(ask):
        raise Refused("enrol.proof")
    code = _code(conn, now_ms, ask)
    planned = places.place(conn, places.hex_of(code.site_id), SITE_SORT)
    site_id = _site(conn, now_ms, planned, ask, code)
    _use(conn, now_ms, code, ask, site_id)
    _device(conn, now_ms, site_id, ask)
    papers = _certificate(conn, now_ms, hub, site_id, ask.device_id, planned.district_id, ask.pubkey)
    audit(conn, now_ms, "", "enrol.done", site_id, device=ask.device_id)
    return EnrolAnswer(
        site_id, ask.device_id, planned.district_id, papers, key_text(hub.public_key()), policy(), code.keybox or None,
        now_ms,
    )  # fmt: skip


def policy() -> dict[str, Any]:
    """What this hub takes; told at enrolment."""
    return {"min_op": 1, "max_op": ops.VERSION, "lines": MAX_LINES, "bytes": MAX_BYTES, "poll_s": 25}


def rotate(conn: Connection, now_ms: int, hub: Ed25519PrivateKey, site_id: str, device_id: str, ask: RotateAsk) -> str:
    """A device that signed with its old key goes on with a new one; returns its new certificate. Refused("enrol.proof")."""
    if not owns_key(ask):
        raise Refused("enrol.proof")
    conn.execute(update(DEVICE).where(*_one(DEVICE, site_id, device_id)).values(pubkey=ask.pubkey))
    district_id = places.place(conn, site_id, SITE_SORT).district_id
    audit(conn, now_ms, "", "device.key_changed", site_id, device=device_id)
    return _certificate(conn, now_ms, hub, site_id, device_id, district_id, ask.pubkey)


def revoke(
    conn: Connection, now_ms: int, hub: Ed25519PrivateKey, who: str, site_id: str, device_id: str, act: str
) -> None:
    """The device is answered `revoked` from now on, with a signed order. Raises Refused("device.unknown" | "device.act").

    An order that was given may be made stricter (keep, then wipe), never taken back: the device enrols anew.
    """
    if act not in (KEEP, WIPE):
        raise Refused("device.act")
    where = _one(DEVICE, site_id, device_id)
    found = conn.execute(select(DEVICE.c.pubkey, DEVICE.c.act).where(*where)).one_or_none()
    if found is None:
        raise Refused("device.unknown")
    act = WIPE if found.act == WIPE else act
    conn.execute(update(DEVICE).where(*where).values(state=REVOKED, act=act, revoked_at=now_ms))
    order = state(hub, Order(site_id, device_id, found.pubkey, act, now_ms))
    _papers(conn, site_id, device_id, order_text=order, told_at=None)
    audit(conn, now_ms, who, "device.revoked", site_id, device=device_id, act=act)


def standing(conn: Connection, site_id: str, device_id: str) -> Standing | None:
    """None for a device nobody enrolled."""
    site, device = _ids(site_id, device_id)
    found = conn.execute(_STANDING, {"site": site, "device": device}).one_or_none()
    if found is None or not found.pubkey:
        return None
    return Standing(
        key_of(found.pubkey), found.state == REVOKED, found.order_text or "", places.hex_of(found.district_id)
    )


def note_told(conn: Connection, now_ms: int, site_id: str, device_id: str) -> None:
    """The revoked device has asked and was told."""
    where = (*_one(PAPERS, site_id, device_id), PAPERS.c.told_at.is_(None))
    conn.execute(update(PAPERS).where(*where).values(told_at=now_ms))


def forget(conn: Connection, now_ms: int) -> None:
    """Codes that no longer open anything go, and the boxes of keys with them."""
    conn.execute(delete(ENROL_CODE).where(ENROL_CODE.c.expires_at < now_ms - MINUTE_MS))


def source(address: str) -> str:
    """Under what name the guesses from an address are counted."""
    return guards.subject("enrol", address)


def _code(conn: Connection, now_ms: int, ask: EnrolAsk) -> Row[Any]:
    """The code's row; one that this very desk has used is good once more, its answer may have been lost."""
    rows = conn.execute(select(ENROL_CODE).where(ENROL_CODE.c.code_hash == _hash(ask.code))).all()
    if len(rows) != 1:
        raise Refused("enrol.code_wrong")
    row = rows[0]
    again = row.used_key == ask.pubkey and places.hex_of(row.used_device) == ask.device_id
    if row.used_at is not None and not again:
        raise Refused("enrol.code_used")
    if row.expires_at < now_ms:
        raise Refused("enrol.code_expired")
    return row


def _site(conn: Connection, now_ms: int, named: Place, ask: EnrolAsk, code: Row[Any]) -> str:
    """The site the desk is taken into; a planned one takes over the id that its first desk brings."""
    if ask.site_id is None:
        if not code.keybox:
            raise Refused("enrol.needs_invitation")  # without the site's keys it could read nothing
        return named.id
    if named.state != PLANNED:
        if ask.site_id != named.id:
            raise Refused("enrol.other_site")
        return named.id
    if conn.execute(select(SITE.c.state).where(SITE.c.site_id == bytes.fromhex(ask.site_id))).first() is not None:
        raise Refused("enrol.site_taken")
    places.adopt(conn, now_ms, named, ask.site_id)
    return ask.site_id


def _use(conn: Connection, now_ms: int, code: Row[Any], ask: EnrolAsk, site_id: str) -> None:
    """Mark it used; of two desks at the same moment one gets it. The codes of a planned site go with its placeholder."""
    here = (ENROL_CODE.c.site_id == code.site_id, ENROL_CODE.c.code_hash == code.code_hash)
    used = {"used_at": now_ms, "used_device": bytes.fromhex(ask.device_id), "used_key": ask.pubkey}
    if code.used_at is None and (
        conn.execute(update(ENROL_CODE).where(*here, ENROL_CODE.c.used_at.is_(None)).values(used)).rowcount != 1
    ):
        raise Refused("enrol.code_used")
    if bytes(code.site_id).hex() != site_id:
        conn.execute(delete(ENROL_CODE).where(ENROL_CODE.c.site_id == code.site_id))
        kept = {**code._mapping, **used, "site_id": bytes.fromhex(site_id)}
        conn.execute(insert(ENROL_CODE).values(kept))


def _device(conn: Connection, now_ms: int, site_id: str, ask: EnrolAsk) -> None:
    where = _one(DEVICE, site_id, ask.device_id)
    known = conn.execute(select(DEVICE.c.pubkey, DEVICE.c.state).where(*where)).one_or_none()
    said = {"name": clean_line(ask.name), "app": clean_line(ask.app), "pubkey": ask.pubkey, "state": LIVE, "act": ""}
    if known is None:
        key = {"site_id": bytes.fromhex(site_id), "device_id": bytes.fromhex(ask.device_id)}
        conn.execute(insert(DEVICE).values(made_at=now_ms, **key, **said))
        return
    if known.state == REVOKED and known.pubkey == ask.pubkey:
        raise Refused("enrol.key_revoked")
    if known.state != REVOKED and known.pubkey not in ("", ask.pubkey):
        raise Refused("enrol.device_taken")
    conn.execute(update(DEVICE).where(*where).values(revoked_at=0, **said))


def _certificate(
    conn: Connection, now_ms: int, hub: Ed25519PrivateKey, site_id: str, device_id: str, district_id: str, pubkey: str
) -> str:
    scopes = [f"s:{site_id}", *([f"d:{district_id}"] if district_id else [])]
    text = state(hub, Certificate(site_id, device_id, district_id, pubkey, scopes, now_ms))
    _papers(conn, site_id, device_id, certificate=text, key_at=now_ms, order_text="", told_at=None)
    return text


def _papers(conn: Connection, site_id: str, device_id: str, **values: object) -> None:
    if conn.execute(update(PAPERS).where(*_one(PAPERS, site_id, device_id)).values(values)).rowcount == 0:
        key = {"site_id": bytes.fromhex(site_id), "device_id": bytes.fromhex(device_id)}
        conn.execute(insert(PAPERS).values(**key, **values))


def _one(table: Any, site_id: str, device_id: str) -> tuple[Any, Any]:
    site, device = _ids(site_id, device_id)
    return table.c.site_id == site, table.c.device_id == device


def _ids(site_id: str, device_id: str) -> tuple[bytes, bytes]:
    known = is_id(site_id) and is_id(device_id)
    return (bytes.fromhex(site_id), bytes.fromhex(device_id)) if known else (b"", b"")


def _hash(code: str) -> bytes:
    return sha256(b"gatehouse code " + normal_code(code).encode()).digest()
