"""What a revoked desk is told to do: believed only from its own hub, for its own key, and never from before it enrolled."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from desk.store import sync_rows
from desk.store.store import REVOKED, Store
from desk.store.unit import Reading
from desk.wire.statements import KEEP, WIPE, BadStatement, Certificate, Order, believe

NONE = ""


def meant(r: Reading, text: str) -> str:
    """KEEP or WIPE, or '' for what is no order to this desk."""
    link = sync_rows.link(r)
    if link is None or not text:
        return NONE
    hub = Ed25519PublicKey.from_public_bytes(bytes(link["hub_key"]))
    try:
        order, papers = believe(hub, text, Order), believe(hub, link["certificate"], Certificate)
    except BadStatement:
        return NONE
    mine = (r.site_id, r.device_id, papers.pubkey)
    if (order.site_id, order.device_id, order.pubkey) != mine or order.at_ms <= papers.issued_ms:
        return NONE
    return order.act if order.act in (KEEP, WIPE) else NONE


def obey(store: Store, text: str) -> str:
    """Stop writing and remember the order; returns its act. Nothing happens without an order that is believed."""
    with store.reading() as r:
        act = meant(r, text)
        link = sync_rows.link(r)
    if not act or link is None:
        return NONE
    if link["last_order"] != text or link["state"] != REVOKED:
        with store.unit() as u:
            sync_rows.set_link(u, state=REVOKED, last_order=text, fail_code="sync.revoked")
            u.audit("sync.revoked", act=act)
            u.changed("sync")
    store.close_to_writing()
    return act


def standing(store: Store) -> str:
    """The act of the order this desk is under: '' for a desk in good standing."""
    with store.reading() as r:
        link = sync_rows.link(r)
        return meant(r, link["last_order"]) if link is not None and link["state"] == REVOKED else NONE
