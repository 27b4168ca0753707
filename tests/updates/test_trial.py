"""The first start of a new version, stopped at every step: there is the old or the new, never neither."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desk import app as desk_app
from desk.core.errors import Refused
from desk.core.paths import Home
from desk.store import backup, migrate
from desk.store import key as keys
from desk.updates import folder as kept
from desk.updates import marker, trial
from desk.updates.marker import Marker
from tests.conftest import KEY
from tests.fakes.clock import FakeClock

OLD = Path(__file__).resolve().parents[1] / "stores" / "0.1.0.db"  # what version 0.1.0 wrote
FIRST = "0001"
A, B = "0.1.0", "0.2.0"


class Died(BaseException):
    """The power went."""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A desk of 0.1.0 with its backup, at the moment the installer has been called."""
    made = Home(tmp_path / "home", private=True)
    made.root.mkdir()
    shutil.copy(OLD, made.database)
    keys.save_key(made, KEY)
    info = backup.write(made.database, KEY, made.backups, FakeClock().now_ms())
    marker.write(made, Marker(A, B, str(info.path), info.revision, "x.deb"))
    return made


def well(scratch: Path) -> str:
    return ""


def settle(home: Home, version: str = B, look: Callable[[Path], str] = well) -> None:
    trial.settle(home, KEY, FakeClock(), version, look)


def revision(home: Home) -> str | None:
    return migrate.current(home.database, KEY)


def visits(home: Home) -> int:
    """How many visits the old desk had, whatever the schema: what must never be lost."""
    from desk.store.engine import raw_connection

    conn = raw_connection(home.database, KEY)
    try:
        return int(conn.execute("SELECT count(*) FROM visit").fetchone()[0])
    finally:
        conn.close()


def test_without_an_update_nothing_happens(tmp_path: Path) -> None:
    home = Home(tmp_path / "none", private=True)
    settle(home)
    assert not home.root.exists()


def test_a_version_that_passes_migrates_and_says_so(home: Home) -> None:
    before, looked = visits(home), []
    settle(home, look=lambda scratch: looked.append(scratch.is_dir()) or "")
    assert looked == [True]
    assert revision(home) == migrate.head()
    assert visits(home) == before > 0
    assert marker.read(home) is None
    assert trial.result(home) == {"what": "updated", "before": A, "after": B, "at": FakeClock().now_ms()}
    assert not (home.root / "updates" / trial.REHEARSAL).exists()


def test_one_that_does_not_pass_touches_nothing_and_names_the_old_one(home: Home) -> None:
    data = home.database.read_bytes()
    with pytest.raises(Refused) as caught:
        settle(home, look=lambda scratch: "self-test: decode")
    assert (caught.value.code, caught.value.facts["old"]) == ("update.failed", A)
    assert home.database.read_bytes() == data
    found = marker.read(home)
    assert found is not None
    assert (found.step, found.reason) == (marker.FAILED, "self-test: decode")
    settle(home)  # again, and this time it is well: a disk that was full, say
    assert revision(home) == migrate.head()


def test_a_migration_that_fails_on_the_copy_never_reaches_the_data(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    data, tried = home.database.read_bytes(), []

    def broken(path: Path, key: bytes, target: str = "head") -> None:
        tried.append(path.parent.name)
        raise RuntimeError("a fault of this version")

    monkeypatch.setattr(migrate, "upgrade", broken)
    with pytest.raises(Refused, match=r"update\.failed"):
        settle(home)
    assert tried == [trial.REHEARSAL]
    assert home.database.read_bytes() == data


def test_a_migration_that_fails_on_the_data_alone_brings_the_data_back(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, before = migrate.upgrade, visits(home)

    def half(path: Path, key: bytes, target: str = "head") -> None:
        real(path, key)
        if path == home.database:
            raise OSError("the disk")

    monkeypatch.setattr(migrate, "upgrade", half)
    with pytest.raises(Refused, match=r"update\.failed"):
        settle(home)
    assert revision(home) == FIRST
    assert visits(home) == before
    assert list(home.root.glob("desk.db.aside-*")), "what the new version made of it is kept aside"
    settle(home, version=A)
    assert trial.result(home)["what"] == "gone_back"
    assert marker.read(home) is None


@pytest.mark.parametrize("step", ["look", "copy", "data", "before-marker", "restore-aside", "restore-placed"])
@pytest.mark.parametrize("next_version", [A, B])
def test_killed_at_every_step_it_ends_with_the_old_or_the_new(
    home: Home, step: str, next_version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed once; whatever version starts next finds its own data."""
    before = visits(home)
    with monkeypatch.context() as patch:
        kill_at(home, step, patch)
        with pytest.raises(Died):
            settle(home, look=lambda scratch: die() if step == "look" else "")
    desk = desk_app.build(home)
    assert desk.founded, "a first run is never offered over an update"
    settle(home, version=next_version)
    assert revision(home) == (FIRST if next_version == A else migrate.head())
    assert visits(home) == before
    assert marker.read(home) is None


def kill_at(home: Home, step: str, patch: pytest.MonkeyPatch) -> None:
    real, replace = migrate.upgrade, os.replace

    def upgrade(path: Path, key: bytes, target: str = "head") -> None:
        on_data = path == home.database
        if step == ("data" if on_data else "copy"):
            die()
        real(path, key)
        if on_data and step.startswith("restore"):
            raise OSError("the disk")

    def moved(source: str | Path, target: str | Path) -> None:
        replace(source, target)
        aside = Path(target).name.startswith("desk.db.aside")
        if (step == "restore-aside" and aside) or (step == "restore-placed" and Path(target) == home.database):
            die()

    patch.setattr(migrate, "upgrade", upgrade)
    patch.setattr(os, "replace", moved)
    if step == "before-marker":
        patch.setattr(marker, "clear", lambda home: die())


def die() -> str:
    raise Died


def test_one_that_dies_in_its_trial_each_time_is_given_up(home: Home) -> None:
    for _ in range(trial.MOST_TRIES):
        with pytest.raises(Died):
            settle(home, look=lambda scratch: die())
    with pytest.raises(Refused, match=r"update\.failed"):
        settle(home, look=lambda scratch: die())
    assert revision(home) == FIRST


def test_an_installer_that_never_ran_leaves_the_old_desk(home: Home) -> None:
    data = home.database.read_bytes()
    settle(home, version=A, look=lambda scratch: die())
    assert home.database.read_bytes() == data
    assert trial.result(home)["what"] == "not_installed"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"before": 3}', '{"before": "0.1.0"}'])
def test_a_marker_nobody_can_read_stops_nothing(home: Home, text: str) -> None:
    (kept.folder(home) / marker.FILE).write_text(text, encoding="utf-8")
    settle(home, look=lambda scratch: die())
    assert not marker.there(home)


def test_the_old_version_refuses_what_the_new_one_wrote(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    marker.clear(home)
    migrate.upgrade(home.database, KEY)
    known = {name: below for name, below in migrate.revisions().items() if name != migrate.head()}
    monkeypatch.setattr(migrate, "revisions", lambda: known)
    data = home.database.read_bytes()
    desk = desk_app.build(home)
    with pytest.raises(Refused) as caught:
        desk.open(key=KEY)
    assert caught.value.code == "store.newer"
    assert home.database.read_bytes() == data


def test_opening_a_desk_tries_the_new_version_for_real(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk's own opening, with the self-test as a process of its own."""
    monkeypatch.setattr(trial.settle, "__defaults__", (B, *(trial.settle.__defaults__ or ())[1:]))
    desk = desk_app.build(home, clock=FakeClock())
    desk.open(key=KEY)
    try:
        assert trial.result(home)["what"] == "updated"
    finally:
        desk.close()
