"""A real PostgreSQL on a small file system that fills up: told as such, no batch half in, and all well once there is room."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.hub.db import open_db
from desk.hub.hub import Hub
from desk.hub.schema import prepare
from desk.wire.messages import pack_push
from tests.conftest import LogWatch
from tests.fakes import postgres
from tests.fakes.clock import FakeClock
from tests.hub.test_push import verified
from tests.hub.toys import KINDS, ToyDesk

SIZE_MB = 140


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A file system in memory. Mounting one is for root only, and not in every container."""
    folder = Path(tempfile.mkdtemp(prefix="gatehouse-small-"))
    mounted = sys.platform == "linux" and not subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE_MB}m,mode=0755", "tmpfs", folder], capture_output=True, check=False
    ).returncode  # fmt: skip
    if mounted:
        yield folder
        subprocess.run(["umount", "-l", folder], check=True)
    folder.rmdir()
    if not mounted:
        pytest.skip(reason="this machine does not let the test mount a file system")


def test_a_full_disk_under_postgresql(small_disk: Path, clock: FakeClock, log_watch: LogWatch) -> None:
    found = postgres.binaries()
    if found is None:
        pytest.skip(reason="no PostgreSQL on this system")
    log_watch.expect("hub.disk_full")
    log_watch.expect("hub.database")
    log_watch.expect("the database does not answer")
    settings = {"max_wal_size": "'32MB'", "min_wal_size": "'32MB'"}
    with postgres.serving(found, loose=False, within=small_disk, **settings) as server:
        server.run("CREATE DATABASE hub")
        db = open_db(server.url("hub"), pool=2)
        prepare(db)
        desk = ToyDesk.enrolled(Hub(db, KINDS, clock), clock)
        ballast = small_disk / "ballast"
        free = SIZE_MB * 1024 * 1024 - sum(file.stat().st_size for file in small_disk.rglob("*") if file.is_file())
        ballast.write_bytes(b"\1" * (free - 24 * 1024 * 1024))
        statuses, pushed = fill(desk)
        assert statuses[0] == 200
        assert statuses[-1] in (503, 507)
        ballast.unlink()
        assert len(verified(desk).lines) == pushed, "every batch is wholly in or wholly out"
        assert desk.push(pushed).acked == len(desk.ops)
        assert len(verified(desk).lines) == len(desk.ops)
        db.close()


def fill(desk: ToyDesk) -> tuple[list[int], int]:
    """Push until it is refused. Returns (every status, how many lines were taken in)."""
    statuses, pushed = [200], 0
    while statuses[-1] == 200 and pushed < 100_000:
        for number in range(50):
            desk.write("visit", purpose=f"{number} " * 2_000)
        status, _ = desk.knock("push", pack_push(desk.batch(pushed)))
        statuses.append(status)
        pushed += 50 if status == 200 else 0
    return statuses, pushed
