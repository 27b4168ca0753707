"""How a desk comes to a hub: the ticket, the first desk of a site, a further one that joins, an invitation for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desk.core.actor import Actor
from desk.core.errors import Refused, Trouble
from desk.store import linking, practice, sync_rows
from desk.store.store import REVOKED, SECRETS, Store
from desk.store.unit import Unit
from desk.sync.http import BASE, DEVICE_KEY, HttpTransport, said, stranger, trouble_of
from desk.sync.line import Line
from desk.wire.answers import unpack
from desk.wire.enrol import (
    HANDSHAKE,
    BadTicket,
    EnrolAnswer,
    EnrolAsk,
    InviteAnswer,
    InviteAsk,
    Ticket,
    new_box_key,
    normal_code,
    open_keybox,
    read_ticket,
    seal_keybox,
    signed_ask,
    ticket_text,
)
from desk.wire.messages import BadMessage
from desk.wire.statements import BadStatement, Certificate, believe, key_of, key_text

NEXT_KEY = "device-key-next"  # made before asking, so that an answer that was lost can be asked for again
RIGHT = "settings.site"
LINKED = "linked"


@dataclass(frozen=True)
class Invitation:
    """For a further desk. ticket: what its QR says, with the key to the box of keys; shown, never stored."""

    ticket: str
    code: str
    expires_ms: int


def ticket_of(text: str) -> Ticket:
    """What was scanned, pasted, or typed as `https://hub.example 7K2M-9PQR-41XZ` (for a hub whose key is not pinned).

    Raises Refused("sync.not_a_ticket" | "sync.newer_ticket").
    """
    words = text.split()
    if len(words) == 2 and words[0].startswith(("https://", "http://")) and normal_code(words[1].replace("-", "")):
        text = ticket_text(Ticket(HANDSHAKE, words[0].rstrip("/"), "", words[1]))
    try:
        return read_ticket(text.strip())
    except BadTicket as bad:
        newer = bad.code == "enrol.newer_ticket"
        raise Refused("sync.newer_ticket" if newer else "sync.not_a_ticket") from None


def enrol(store: Store, ticket: Ticket, actor: Actor, *, name: str, app: str) -> Certificate:
    """Enrol a desk that stands: as the first of its site, or anew at a hub that lost or revoked it. Right settings.site.

    Raises Refused: those of the hub (`enrol.*`), `sync.joins_only` (an invitation for a new desk), `sync.insecure_url`,
    `practice.no_hub`;
    Trouble: `sync.no_line`, `sync.pin`, `sync.hub_trouble`, `sync.not_a_hub`, `sync.page_broken`.
    """
    actor.require(RIGHT)
    if ticket.k:
        raise Refused("sync.joins_only")
    with store.reading() as r:
        practice.refuse(r, practice.NO_HUB)
    key = next_key(store)
    with store.reading() as r:
        site_id, device_id = r.site_id, r.device_id
    message = EnrolAsk(HANDSHAKE, ticket.code, "", device_id, site_id, name[:80], app[:80])
    try:
        answer = ask(ticket, message, key)
    except Refused as no:
        if no.code != "enrol.key_revoked":
            raise
        key = _fresh_key(store)  # revoked while this desk was away
        answer = ask(ticket, message, key)
    certificate = checked(answer, key, device_id, site_id)
    with store.unit(actor) as u:
        linked(u, ticket, answer, key)
        u.audit("sync.enrolled", hub=_host(ticket.url))
        u.changed("sync")
    store.open_to_writing()
    return certificate


def ask(ticket: Ticket, message: EnrolAsk, key: Ed25519PrivateKey) -> EnrolAnswer:
    """Hand in a code. The request is not signed as others are: the hub does not know the key yet."""
    line = Line(ticket.url, ticket.pin)
    try:
        reply = line.send("POST", f"{BASE}enrol", signed_ask(key, message), {"Content-Type": "application/json"})
    finally:
        line.close()
    if reply.hub_ms is None:
        raise stranger(reply)
    if reply.status != 200:
        what = said(reply)
        if what.code.startswith("enrol."):
            raise Refused(what.code, **({"wait_s": what.wait_s} if what.wait_s else {}))
        raise trouble_of(reply)
    try:
        return unpack(EnrolAnswer, reply.body)
    except BadMessage:
        raise Trouble("sync.page_broken") from None


def checked(answer: EnrolAnswer, key: Ed25519PrivateKey, device_id: str, site_id: str | None) -> Certificate:
    """The hub's certificate for exactly this device, key and site. Raises Trouble("sync.page_broken")."""
    try:
        found = believe(key_of(answer.hub_pubkey), answer.certificate, Certificate)
    except (BadStatement, ValueError):
        raise Trouble("sync.page_broken") from None
    mine = (site_id or answer.site_id, device_id, key_text(key.public_key()))
    if (found.site_id, found.device_id, found.pubkey) != mine or answer.site_id != found.site_id:
        raise Trouble("sync.page_broken")
    return found


def linked(u: Unit, ticket: Ticket, answer: EnrolAnswer, key: Ed25519PrivateKey) -> None:
    """Keep all of it in one unit: address, pin, key, certificate."""
    u.put_secret(DEVICE_KEY, key.private_bytes_raw())
    linking.drop_secret(u, NEXT_KEY)
    linking.keep_link(
        u, ticket.url, ticket.pin, key_text(key.public_key()), answer.hub_ms,
        state=LINKED, certificate=answer.certificate, hub_key=key_of(answer.hub_pubkey).public_bytes_raw(),
        district_id=answer.district_id or None, last_order="", fail_code="", fail_count=0,
    )  # fmt: skip


def invite(store: Store, transport: HttpTransport, actor: Actor) -> Invitation:
    """A ticket for one further desk of this site, good for 15 minutes. Right settings.site.

    The site's keys lie at the hub in a box that only the ticket's `k` opens. Raises Refused("enrol.many_codes") and as
    the transport does.
    """
    actor.require(RIGHT)
    with store.reading() as r:
        practice.refuse(r, practice.NO_HUB)
        held = {name: r.secret(name) for name in SECRETS}
        site_id, url, pin = r.site_id, str(r.identity["hub_url"]), str(r.identity["hub_spki_sha256"] or "")
    k = new_box_key()
    body = msgspec.json.encode(InviteAsk(seal_keybox(k, site_id, held)))
    reply = transport.request("POST", f"{BASE}invite", body, {})
    if reply.status == 403:
        raise Refused("sync.revoked")
    if reply.status != 200:
        code = said(reply).code
        raise Refused(code) if code.startswith("enrol.") else trouble_of(reply)
    try:
        answer = unpack(InviteAnswer, reply.body)
    except BadMessage:
        raise Trouble("sync.page_broken") from None
    with store.unit(actor) as u:
        u.audit("sync.invited")
    text = ticket_text(Ticket(HANDSHAKE, url, pin, answer.code, k))
    return Invitation(text, answer.code, answer.expires_ms)


def keys_in(ticket: Ticket, answer: EnrolAnswer) -> Mapping[str, bytes]:
    """The site's keys for a desk that joins. Raises Refused("sync.box_closed") when the ticket does not open the box."""
    try:
        held = open_keybox(ticket.k, answer.site_id, answer.keybox or "")
    except ValueError:
        raise Refused("sync.box_closed") from None
    if any(len(held.get(name, b"")) != size for name, size in SECRETS.items()):
        raise Refused("sync.box_closed")
    return {name: held[name] for name in SECRETS}


def next_key(store: Store) -> Ed25519PrivateKey:
    """The key to enrol with: the present one; a fresh one when there is none or the hub has revoked it."""
    with store.reading() as r:
        found = sync_rows.link(r)
        revoked = found is not None and found["state"] == REVOKED
        for name in (NEXT_KEY,) if revoked else (NEXT_KEY, DEVICE_KEY):
            try:
                return Ed25519PrivateKey.from_private_bytes(r.secret(name))
            except KeyError:
                continue
    return _fresh_key(store)


def _fresh_key(store: Store) -> Ed25519PrivateKey:
    key = Ed25519PrivateKey.generate()
    with store.unit() as u:
        u.put_secret(NEXT_KEY, key.private_bytes_raw())
    return key


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""
