"""Revoked with the order to wipe: nothing readable stays, and what no hub had can be read by the hub alone."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desk import leaving, syncing
from desk.app import Desk
from desk.core.errors import Refused
from desk.core.events import Event, HealthChanged
from desk.hub import enrolment, opening, signing_key
from desk.store import sync_rows
from desk.store.store import Store
from desk.sync import orders
from desk.wire import boxes, carry
from desk.wire.messages import unpack_push
from desk.wire.statements import WIPE, Order, key_text, state
from tests.sync.net.hubs import HubProcess, enrolled, write
from tests.sync.net.test_runner import started, until

Closing = Callable[[Desk], Desk]


def test_a_wipe_is_carried_out_and_the_unsent_kept_for_the_hub(
    own_hub: HubProcess, tmp_path: Path, closing: Closing
) -> None:
    desk = closing(enrolled(own_hub, tmp_path / "a"))
    home = desk.home
    heard: list[Event] = []
    desk.bus.subscribe(heard.append)
    own_hub.stop()
    write(desk, "0200-1", 3)  # while the hub is away
    own_hub.start()
    own_hub.revoke(desk, enrolment.WIPE)
    runner = started(desk)
    try:
        assert until(lambda: HealthChanged("hub", "sync.wiped", False) in heard)
    finally:
        runner.stop()
    assert not home.exists
    left = {path.name for path in home.root.iterdir()} - {"sync.lock", "settings.json"}
    assert len(left) == 1
    (name,) = left
    data = (home.root / name).read_bytes()
    with opening.opened_hub(str(own_hub.db)) as hub:
        key = signing_key.load_or_make(hub.db)
    bodies = opened_by(key, data)
    assert sum(b'"k":"gate"' in body for body in bodies) >= 3
    with pytest.raises(carry.BadCarry):
        opened_by(Ed25519PrivateKey.generate(), data)


def opened_by(key: Ed25519PrivateKey, data: bytes) -> list[bytes]:
    source = BytesIO(data)
    head, said = carry.read_head(source)

    def opener(box: bytes) -> bytes:
        return boxes.unseal(key, box)

    pieces = list(carry.read(source, said, carry.key_of(head, {carry.HUB: opener})))
    pushes = [unpack_push(piece.body) for piece in pieces if piece.sort == carry.PUSH]
    return [line.body for push in pushes for line in push.lines]


def test_an_order_of_anybody_else_is_not_obeyed(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    desk = closing(enrolled(hub, tmp_path / "a"))
    with desk.store.reading() as r:
        link = sync_rows.link(r)
        site, device = r.site_id, r.device_id
        pubkey = key_text(Ed25519PrivateKey.from_private_bytes(r.secret("device-key")).public_key())
    assert link is not None
    far = 2**45
    forged = state(Ed25519PrivateKey.generate(), Order(site, device, pubkey, WIPE, far))
    assert orders.obey(desk.store, forged) == ""
    assert orders.obey(desk.store, "") == ""
    with opening.opened_hub(str(hub.db)) as one:
        key = signing_key.load_or_make(one.db)
    for wrong in (Order(site, "f" * 32, pubkey, WIPE, far), Order(site, device, "other", WIPE, far),
                  Order(site, device, pubkey, WIPE, 1), Order(site, device, pubkey, "burn", far)):  # fmt: skip
        assert orders.obey(desk.store, state(key, wrong)) == ""
    assert not desk.store.sent_away
    with pytest.raises(Refused, match=r"sync\.no_wipe_order"):
        leaving.wipe(desk)
    assert orders.obey(desk.store, state(key, Order(site, device, pubkey, WIPE, far))) == WIPE
    assert isinstance(desk.store, Store)


def test_a_wipe_by_the_command(own_hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    desk = closing(enrolled(own_hub, tmp_path / "a"))
    own_hub.revoke(desk, enrolment.WIPE)
    with pytest.raises(Refused, match=r"sync\.wiped"):
        syncing.once(desk)
    assert not desk.home.exists
