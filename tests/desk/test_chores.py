"""The desk's own chores: once a day, told when they fail, never in the way."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, update

from desk import app, chores
from desk.core.clock import HOUR_MS
from desk.core.events import Changed, Event, HealthChanged
from desk.core.ids import new_id
from desk.duty.reads_hours import records
from desk.duty.reads_shifts import acts
from desk.duty.received import CLOCKED
from desk.duty.rules_days import Template
from desk.duty.service_publish import publish
from desk.duty.service_roster import open_month
from desk.duty.service_team import About, add_member
from desk.duty.service_templates import save_template
from desk.duty.tables import ClockEvent
from desk.operators.rules import COMMAND
from desk.reception.rules import VisitState
from desk.reception.service_admit import admit
from desk.reception.tables import Visit
from desk.store import backup
from desk.store.bulk import add_new
from desk.store.store import Founding
from desk.store.tables import Outbox
from desk.store.tables_sync import SyncLink
from tests.conftest import LogWatch
from tests.fakes.clock import FakeClock
from tests.faults.victims import MANAGER, request


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock) -> Iterator[app.Desk]:
    found = app.build(tmp_path / "home", clock=clock)
    found.found(Founding("锦绣苑", "南门", throwaway=True))
    yield found
    found.close()


def test_the_first_start_does_everything_and_the_second_only_looks(desk: app.Desk) -> None:
    assert chores.run_due(desk, "start") == ["erase", "close", "backup"]
    assert chores.run_due(desk) == ["close"]


def test_a_backup_is_made_in_the_small_hours_of_the_site(desk: app.Desk, clock: FakeClock) -> None:
    clock.set(desk.time.at(date(2026, 11, 20), 14))
    chores.run_due(desk)
    clock.set(desk.time.at(date(2026, 11, 21), 2, 50))
    assert not chores.backup_due(desk)
    clock.set(desk.time.at(date(2026, 11, 21), 3, 5))
    assert chores.backup_due(desk)
    chores.run_due(desk)
    assert not chores.backup_due(desk)


def test_a_computer_that_sleeps_at_night_backs_up_by_day(desk: app.Desk, clock: FakeClock) -> None:
    chores.run_due(desk)
    clock.advance(31 * HOUR_MS)
    assert "backup" in chores.run_due(desk)


def test_a_backup_from_the_future_does_not_stop_or_repeat_backups(desk: app.Desk, clock: FakeClock) -> None:
    now = clock.now_ms()
    backup.write(desk.home.database, desk.store.key, desk.home.backups, now + 400 * HOUR_MS)
    assert "backup" in chores.run_due(desk)
    assert "backup" not in chores.run_due(desk)


def test_what_was_forgotten_is_closed_and_marked(desk: app.Desk, clock: FakeClock) -> None:
    visit = new_id(clock.now_ms())
    with desk.store.unit(MANAGER) as u:
        admit(u, request(visit, "周某"))
    clock.advance(30 * HOUR_MS)
    assert chores.close_forgotten(desk) == 1
    with desk.store.reading() as r:
        assert r.conn.execute(select(Visit.state).where(Visit.id == visit)).scalar_one() == VisitState.AUTO_CLOSED


def test_a_chore_that_cannot_be_done_is_told_and_tried_again(
    desk: app.Desk, log_watch: LogWatch, tmp_path: Path
) -> None:
    heard: list[Event] = []
    desk.bus.subscribe(heard.append)
    log_watch.expect("chore backup not done")
    desk.home.backups.parent.mkdir(exist_ok=True)
    desk.home.backups.write_text("a file stands where the folder should be", encoding="utf-8")
    assert "backup" not in chores.run_due(desk)
    assert HealthChanged("chore.backup", "store.no_folder", ok=False) in heard
    desk.home.backups.unlink()
    heard.clear()
    assert "backup" in chores.run_due(desk)
    assert HealthChanged("chore.backup", "chore.done", ok=True) in heard


def test_papers_with_names_on_them_go_after_a_day(desk: app.Desk, clock: FakeClock) -> None:
    desk.home.prints.mkdir()
    for name, age_h in (("old.pdf", 30), ("new.pdf", 2)):
        path = desk.home.prints / name
        path.write_bytes(b"%PDF")
        when = clock.now_ms() / 1000 - age_h * 3600
        os.utime(path, (when, when))
    assert "prints" in chores.run_due(desk)
    assert [path.name for path in desk.home.prints.iterdir()] == ["new.pdf"]
    assert "prints" not in chores.run_due(desk)


def test_a_month_published_here_stands_once_the_hub_has_it(desk: app.Desk) -> None:
    with desk.store.unit(COMMAND) as u:
        u.project(SyncLink, one=1, hub_key=bytes(32))
        save_template(u, Template("门岗", 540, 660))
        open_month(u, "2026-12")
        issue = publish(u, "2026-12").issue_id
    assert "rosters" not in chores.run_due(desk)
    with desk.store.reading() as r:
        assert acts(r, [issue]) == {}
    with desk.store.unit(COMMAND) as u:
        u.conn.execute(update(Outbox).where(Outbox.eid == issue).values(state="confirmed"))
    assert "rosters" in chores.run_due(desk)
    with desk.store.reading() as r:
        assert acts(r, [issue]) == {issue: ["accepted"]}
    assert "rosters" not in chores.run_due(desk)


def test_clock_events_of_another_gate_are_hours_at_once(desk: app.Desk, clock: FakeClock) -> None:
    heard: list[Event] = []
    desk.bus.subscribe(heard.append)
    with desk.store.unit(COMMAND) as u:
        who = add_member(u, About("王秀兰"))
    came = clock.now_ms()
    clock.advance(3 * HOUR_MS)
    rows = [
        {
            "id": new_id(clock.now_ms()), "kind": kind, "at": at, "member_id": who, "method": "code", "gate_id": "b" * 32,
            "device_id": "c" * 32,
        }
        for kind, at in (("in", came), ("out", came + 2 * HOUR_MS))
    ]  # fmt: skip
    with desk.store.unit(COMMAND) as u:  # as a round brings them
        add_new(u.conn, ClockEvent, rows)
        app.hooks()["clock_event"](u, [str(row["id"]) for row in rows])
    assert any(isinstance(one, Changed) and CLOCKED in one.topics for one in heard)
    chores.settle_arrived(desk, hours=False)
    with desk.store.reading() as r:
        assert records(r) == []
    chores.settle_arrived(desk)
    with desk.store.reading() as r:
        assert [one.minutes for one in records(r)] == [120]
