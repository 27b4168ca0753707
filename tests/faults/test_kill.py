"""kill -9 while admitting, backing up and founding: what was said to be done is there, and nothing is there by half."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from desk import app
from desk.core.errors import Fault
from desk.reception.tables import Visit, VisitEvent
from desk.records.reads_audit import verify
from desk.store import backup, migrate, outbox
from desk.store.integrity import all_faults
from desk.store.store import Founding
from tests.faults.powercut import ROOT


def killed(kind: str, home: Path, words: int, dice: random.Random) -> list[str]:
    """Run a victim, let it say some words, then kill it in the middle of the next piece of work."""
    command = [sys.executable, "-m", "tests.faults.victims", kind, str(home)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as victim:
        assert victim.stdout is not None
        said = [victim.stdout.readline().strip() for _ in range(words)]
        spin = dice.randrange(1, 200_000)  # a random short moment without sleeping
        while spin:
            spin -= 1
        victim.kill()
        said += [line.strip() for line in victim.stdout if line.endswith("\n")]
    assert all(said), "the victim died by itself"
    return said


@pytest.fixture
def home(tmp_path: Path) -> Path:
    desk = app.build(tmp_path / "home")
    desk.found(Founding("锦绣苑", "南门", throwaway=True))
    desk.close()
    return tmp_path / "home"


@pytest.mark.parametrize("seed", range(3))
def test_every_admission_that_was_acknowledged_is_there(home: Path, seed: int) -> None:
    said = killed("admitting", home, 12, random.Random(seed))
    desk = app.build(home)
    desk.open()
    with desk.store.reading() as r:
        visits = set(r.conn.execute(select(Visit.id)).scalars())
        events = set(r.conn.execute(select(VisitEvent.visit_id)).scalars())
        assert outbox.first_break(r) is None
        assert verify(r).first_break is None
    assert set(said) <= visits
    assert len(visits) <= len(said) + 1, "at most the one that was under way"
    assert visits == events
    assert all_faults(desk.home.database, desk.store.key) == []
    desk.close()


def test_a_backup_cut_short_leaves_no_file_that_looks_whole(home: Path) -> None:
    said = killed("backing_up", home, 2, random.Random(5))
    names = {path.name for path in (home / "backups").glob(f"*{backup.SUFFIX}")}
    assert set(said) <= names
    desk = app.build(home)
    desk.open()
    for info in backup.listed(home / "backups"):
        backup.check(info, home, desk.store.key)
    desk.close()


def test_a_first_run_cut_short_can_be_begun_again(tmp_path: Path) -> None:
    numbers = killed("founding", tmp_path, 3, random.Random(9))
    for number in numbers:
        desk = app.build(tmp_path / number)
        try:
            desk.open()
        except Fault as fault:
            assert fault.code == "desk.not_founded"  # noqa: PT017 - either it stands whole or it does not stand
            desk.found(Founding("锦绣苑", "南门"))
        with desk.store.reading() as r:
            assert r.conn.execute(select(func.count()).select_from(Visit)).scalar_one() == 0
        desk.close()


LATER = """
import sys
from alembic import op

revision = "9999_later"
down_revision = "{head}"
branch_labels = depends_on = None


def upgrade() -> None:
    op.execute("CREATE TABLE later (num INTEGER PRIMARY KEY, words TEXT)")
    for step in range(40):
        for number in range(100):
            op.execute(f"INSERT INTO later (words) VALUES ('{{step}}-{{number}}')")
        print(f"step {{step}}", flush=True)
"""


@pytest.mark.parametrize("words", [1, 20, 41])
def test_a_migration_cut_short_is_begun_again(home: Path, words: int, monkeypatch: pytest.MonkeyPatch) -> None:
    killed("admitting", home, 3, random.Random(1))
    before = visits_of(home)
    shutil.copytree(migrate.SCRIPTS, home / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    (home / "scripts" / "versions" / "9999_later.py").write_text(LATER.format(head=migrate.head()), encoding="utf-8")
    killed("migrating", home, words, random.Random(words))
    assert backup.listed(home / "backups") or words == 1, "the backup is written before the first step"

    monkeypatch.setattr(migrate, "SCRIPTS", home / "scripts")
    desk = app.build(home)
    desk.open()
    with desk.store.reading() as r:
        assert r.conn.execute(text("SELECT count(*) FROM later")).scalar_one() == 4000
        assert outbox.first_break(r) is None
    assert all_faults(desk.home.database, desk.store.key) == []
    desk.close()
    assert visits_of(home) == before


def visits_of(home: Path) -> set[str]:
    desk = app.build(home)
    desk.open()
    with desk.store.reading() as r:
        found = set(r.conn.execute(select(Visit.id)).scalars())
    desk.close()
    return found
