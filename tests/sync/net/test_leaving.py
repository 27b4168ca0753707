"""Revoked with the order to wipe: nothing readable stays, and what no hub had can be read by the hub alone."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desk import app, leaving, syncing
from desk.app import Desk
from desk.core.errors import Refused
from desk.core.events import Event, HealthChanged
from desk.faces import vault
from desk.faces.models import TEMPLATE_MODEL
from desk.faces.vault_file import Kept
from desk.hub import enrolment, opening, signing_key
from desk.hub.cli import main as hub_main
from desk.store import sync_rows
from desk.store.store import Founding, Store
from desk.sync import orders
from desk.wire import boxes, carry
from desk.wire.messages import unpack_push
from desk.wire.statements import WIPE, Order, key_text, state
from tests.sync.net.hubs import HubProcess, enrolled, said, write
from tests.sync.net.test_runner import started, until

Closing = Callable[[Desk], Desk]


def test_a_wipe_is_carried_out_and_the_unsent_kept_for_the_hub(
    either_hub: HubProcess, tmp_path: Path, closing: Closing, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = closing(enrolled(either_hub, tmp_path / "a"))
    home = desk.home
    heard: list[Event] = []
    desk.bus.subscribe(heard.append)
    either_hub.stop()
    write(desk, "0200-1", 3)  # while the hub is away
    either_hub.start()
    either_hub.revoke(desk, enrolment.WIPE)
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
    with opening.opened_hub(either_hub.db) as hub:
        key = signing_key.load_or_make(hub.db)
    bodies = opened_by(key, data)
    assert sum(b'"k":"gate"' in body for body in bodies) >= 3
    with pytest.raises(carry.BadCarry):
        opened_by(Ed25519PrivateKey.generate(), data)
    assert hub_main(["carry", str(home.root / name), "--db", either_hub.db, "--json"]) == 0
    assert int(str(said(capsys.readouterr().out)["new"])) >= 3, "a desk that was sent away may leave behind what it has"


def test_a_wipe_takes_the_vault_of_faces(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    desk = closing(enrolled(hub, tmp_path / "a"))
    one = Kept("c" * 32, "a" * 32, bytes(512), TEMPLATE_MODEL, 1, 2**60, 2**60)
    vault.opened(desk.home, {one.enrolment_id}).enrol(one)
    hub.revoke(desk, enrolment.WIPE)
    with pytest.raises(Refused, match=r"sync\.wiped"):
        syncing.once(desk)
    assert not vault.exists(desk.home)
    assert not (desk.home.root / "faces").exists()


def test_a_desk_that_was_wiped_begins_like_a_new_one(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    desk = closing(enrolled(hub, tmp_path / "a"))
    with desk.store.reading() as r:
        before = (r.site_id, r.device_id)
    hub.revoke(desk, enrolment.WIPE)
    with pytest.raises(Refused, match=r"sync\.wiped"):
        syncing.once(desk)
    assert not desk.founded, "the first-run page is what there is"
    with pytest.raises(Refused, match=r"desk\.not_open"):
        _ = desk.store
    with pytest.raises(Refused, match=r"desk\.not_founded"):
        desk.open()
    again = closing(app.build(desk.home.root))
    again.found(Founding("锦绣苑", "南门", throwaway=True))
    with again.store.reading() as r:
        assert r.site_id not in before
        assert r.device_id not in before
        assert sync_rows.link(r) is None, "it knows no hub"


def opened_by(key: Ed25519PrivateKey, data: bytes) -> list[bytes]:
    source = BytesIO(data)
    head, told = carry.read_head(source)

    def opener(box: bytes) -> bytes:
        return boxes.unseal(key, box)

    pieces = list(carry.read(source, told, carry.key_of(head, {carry.HUB: opener})))
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
    with opening.opened_hub(hub.db) as one:
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
