"""The chores of the night: once, by one process, also after a night when the hub was off."""

from __future__ import annotations

from datetime import date

from desk.core.clock import DAY_MS, HOUR_MS, SiteTime
from desk.hub import figures, nightly, retention
from desk.hub.hub import Hub
from tests.fakes.clock import FakeClock
from tests.hub.web.estate import Estate


def test_it_is_done_once_a_night_by_whoever_comes_first(hub: Hub, clock: FakeClock) -> None:
    clock.set(SiteTime().at(date(2026, 11, 18), 12))
    assert not nightly.due(hub)  # a new hub
    clock.set(SiteTime().at(date(2026, 11, 19), 1, 59))
    assert not nightly.due(hub)
    clock.advance(HOUR_MS)
    assert [nightly.due(hub), nightly.due(Hub(hub.db, hub.kinds, clock))] == [True, False]
    clock.set(SiteTime().at(date(2026, 11, 21), 15))
    assert [nightly.due(hub), nightly.due(hub)] == [True, False]  # it was off in between


def test_numbers_are_kept_before_anything_goes(estate: Estate) -> None:
    nightly.run(estate.hub)
    gate = estate.gates["锦绣苑"]
    site, day = bytes.fromhex(gate.caller.site_id), figures.TIME.day(estate.clock.now_ms())
    kept = estate.hub.db.read(lambda c: figures._kept(c, site, day))
    assert kept == estate.hub.db.read(lambda c: figures.count(c, site, day))
    assert kept["fast.rider"] == 40
    estate.clock.advance(retention.LOG_MS + DAY_MS)
    nightly.run(estate.hub)
    assert estate.hub.overview(gate.caller.site_id).floor > 0
