"""A copy of a working hub; and a hub put back from one, which desks heal and which says that it happened."""

from __future__ import annotations

import stat
import threading
from pathlib import Path

import pytest
from sqlalchemy import select

from desk.core.errors import Refused, Trouble
from desk.hub.backup import backup
from desk.hub.db import Db, open_sqlite
from desk.hub.hub import Hub
from desk.hub.tables_admin import AUDIT
from desk.wire.answers import NoPage
from desk.wire.messages import Line
from tests.fakes.clock import FakeClock
from tests.hub.conftest import KEY
from tests.hub.test_push import verified
from tests.hub.toys import KINDS, ToyDesk


def test_a_copy_is_whole_while_desks_push(db: Db, desk: ToyDesk, clock: FakeClock, tmp_path: Path) -> None:
    to = tmp_path / "copies" / "hub.db"
    to.parent.mkdir()
    if db.dialect != "sqlite":
        with pytest.raises(Refused) as no:
            backup(db, to)
        assert no.value.code == "hub.backup_postgresql"
        return
    for _ in range(400):
        desk.write("visit", gate="CANARY")
    desk.push(0, 10)
    done = threading.Event()

    def pushing() -> None:
        for base in range(10, 400, 10):
            desk.push(base, base + 10)
        done.set()

    other = threading.Thread(target=pushing)
    other.start()
    size = backup(db, to)
    other.join(60)
    assert done.is_set()
    assert (to.stat().st_size, stat.S_IMODE(to.stat().st_mode)) == (size, 0o600)
    assert [path.name for path in to.parent.iterdir()] == ["hub.db"]
    assert b"CANARY" not in to.read_bytes()
    copy = open_sqlite(to, KEY)
    desk.hub = Hub(copy, KINDS, clock)
    lines = verified(desk).lines
    copy.close()
    assert len(lines) >= 10
    assert len(lines) % 10 == 0, "whole batches only"


def test_a_copy_that_cannot_be_written_leaves_the_old_one(db: Db, tmp_path: Path) -> None:
    if db.dialect != "sqlite":
        return
    with pytest.raises(Trouble) as trouble:
        backup(db, tmp_path / "nowhere" / "hub.db")
    assert trouble.value.code == "hub.backup_failed"
    assert db.read(lambda conn: conn.exec_driver_sql("SELECT 1").scalar()) == 1


def test_a_hub_put_back_is_told_and_healed(tmp_path: Path, clock: FakeClock, sqlite_template: Path) -> None:
    path, old = tmp_path / "hub.db", tmp_path / "old.db"
    path.write_bytes(sqlite_template.read_bytes())
    db = open_sqlite(path, KEY)
    desk = ToyDesk.enrolled(Hub(db, KINDS, clock), clock)
    other = ToyDesk.enrolled(desk.hub, clock, desk.site_id)
    desk.write("visit")
    desk.push()
    backup(db, old)
    common = desk.pull().end
    other.write("visit", gate="北门")
    other.push()
    desk.write("visit", gate="南门")
    desk.push(1)
    before = verified(desk)
    db.close()
    db = open_sqlite(old, KEY)
    desk.hub = other.hub = Hub(db, KINDS, clock)
    for asking in (desk, other):
        answer = asking.page(*before.end)
        assert isinstance(answer, NoPage)
        assert answer.result == "rewind"
    assert desk.find([before.end, common]) == 1
    told = db.read(lambda conn: conn.execute(select(AUDIT).where(AUDIT.c.action == "hub.went_back")).all())
    assert len(told) == 1
    lost = [Line(line.body, clock=line.clock) for line in before.lines[1:]]
    assert desk.offer(lost).head == 3
    assert other.push().head == 3
    assert desk.push(0).head == 3
    after = verified(desk)
    assert [(line.op_id, line.clock, line.body) for line in after.lines] == [
        (line.op_id, line.clock, line.body) for line in before.lines
    ]
    db.close()
