"""A person presses the button and is told how the round went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desk.app import Desk
from desk.operators.rules import COMMAND
from desk.store import sync_rows
from desk.sync import service
from desk.sync.runner import WELL
from tests.sync.net.hubs import HubProcess, enrolled, write
from tests.sync.net.test_runner import started, waiting

Closing = Callable[[Desk], Desk]


def test_how_the_round_went_is_told(own_hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    desk = closing(enrolled(own_hub, tmp_path / "a"))
    runner = started(desk)
    try:
        write(desk, "0009-1", 3)
        assert runner.round_now(20) == WELL
        assert waiting(desk) == 0 or runner.round_now(20) == WELL
        own_hub.kill()
        assert runner.round_now(20) == "sync.no_line"
        own_hub.start()
        assert runner.round_now(20) == WELL
    finally:
        assert runner.stop()


def test_unlinked_and_linked_again_it_goes_on_where_it_was(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    from desk import syncing

    desk = closing(enrolled(hub, tmp_path / "a"))
    with desk.store.reading() as r:
        site, before = r.site_id, sync_rows.cursor(r, f"s:{r.site_id}")
    with desk.store.unit(COMMAND) as u:
        service.unlink(u)
    with desk.store.reading() as r:
        assert sync_rows.link(r) is None
        assert r.identity["hub_url"] is None
    write(desk, "0009-2")
    syncing.enrol(desk, hub.ticket(site), COMMAND)
    done = syncing.once(desk)
    assert not done.forked
    assert waiting(desk) == 0
    with desk.store.reading() as r:
        assert sync_rows.cursor(r, f"s:{site}")[0] > before[0]
