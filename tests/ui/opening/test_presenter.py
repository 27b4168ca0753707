"""What stands between a person and their data: every state has a next step, and what can be saved is saved."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk.core.clock import HOUR_MS
from desk.core.errors import Fault
from desk.restoring import check_first_run
from desk.store import backup
from desk.store.engine import raw_connection
from desk.store.identity import here
from desk.store.key import where_key
from desk.store.store import Founding
from tests.conftest import LogWatch
from tests.fakes.clock import FakeClock
from tests.ui.pages.at_once import desk_at
from ui.opening.model import OpeningModel
from ui.opening.presenter import OpeningPresenter

PHRASE = "eight letters"


class Gate:
    """A founded home with one backup, closed; then whatever happened to it."""

    def __init__(self, root: Path, passphrase: str | None = None) -> None:
        self.root, self.clock = root, FakeClock()
        desk = desk_at(root, self.clock)
        self.code = desk.found(Founding("锦绣苑", "南门", throwaway=True), passphrase)
        desk.session.make_first_manager("陈秀兰", "73914")
        self.key = desk.store.key
        backup.write(desk.home.database, desk.store.key, desk.home.backups, self.clock.now_ms())
        desk.close()
        self.clock.advance(HOUR_MS)
        self.desk: Any = desk_at(root, self.clock)
        self.did: list[str] = []
        self.wrong: list[str] = []
        self.presenter = OpeningPresenter(
            self.desk, lambda: self.did.append("again"), lambda: self.did.append("opened"), lambda: self.did.append("welcome")
        )  # fmt: skip
        self.presenter.wrong = lambda error: self.wrong.append(error.code)  # type: ignore[attr-defined]

    @property
    def model(self) -> OpeningModel:
        return self.presenter.model

    def open(self) -> None:
        """As the program does: first try, then the page."""
        try:
            if not self.desk.founded:
                check_first_run(self.desk)
            self.desk.open()
        except Fault as fault:
            self.presenter.trouble(fault)
        else:
            self.did.append("opened")

    def damage(self) -> None:
        self.database.write_bytes(os.urandom(self.database.stat().st_size))

    @property
    def database(self) -> Path:
        return self.root / "desk.db"

    def site_name(self) -> str:
        with self.desk.store.reading() as r:
            return str(here(r).site_name)


@pytest.fixture
def gate(tmp_path: Path) -> Iterator[Gate]:
    made = Gate(tmp_path / "home")
    yield made
    made.desk.close()


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Gate]:
    made = Gate(tmp_path / "home", PHRASE)
    yield made
    made.desk.close()


def test_a_damaged_file_offers_the_newest_good_backup_and_keeps_the_file(gate: Gate) -> None:
    gate.damage()
    gate.open()
    assert (gate.model.code, gate.model.form) == ("store.damaged", "restore")
    assert gate.model.copy is not None
    gate.presenter.restore()
    assert gate.did == ["opened"]
    assert gate.site_name() == "锦绣苑"
    assert list(gate.root.glob("desk.db.aside-*"))


def test_a_damaged_backup_is_passed_over(gate: Gate) -> None:
    good = backup.listed(gate.root / "backups")[0]
    desk = desk_at(gate.root, gate.clock)
    bad = backup.write(desk.home.database, gate.key, desk.home.backups, gate.clock.now_ms())
    raw = bytearray(bad.path.read_bytes())
    raw[2000:6000] = os.urandom(4000)
    bad.path.write_bytes(raw)
    gate.damage()
    gate.open()
    assert gate.model.form == "restore"
    assert gate.model.copy is not None
    assert gate.model.copy.file == good.path.name


def test_without_a_backup_a_file_is_asked_for(gate: Gate, tmp_path: Path) -> None:
    away = tmp_path / "stick"
    shutil.move(gate.root / "backups", away)
    gate.damage()
    gate.open()
    assert gate.model.form == "file"
    gate.presenter.choose(next(away.glob("*.gdbackup")))
    assert gate.model.form == "restore"
    gate.presenter.restore()
    assert gate.did == ["opened"]


def test_a_file_that_is_no_backup_is_said(gate: Gate, tmp_path: Path) -> None:
    gate.damage()
    gate.open()
    (tmp_path / "letter.txt").write_text("dear all")
    gate.presenter.choose(tmp_path / "letter.txt")
    assert gate.wrong == ["backup.not_one"]
    assert gate.model.form == "restore"


def test_the_passphrase_opens_and_a_wrong_one_is_said(locked: Gate) -> None:
    locked.open()
    assert locked.model.form == "passphrase"
    locked.presenter.passphrase("something else")
    assert locked.wrong == ["key.code_wrong"]
    assert not locked.model.busy
    locked.presenter.passphrase(PHRASE)
    assert locked.did == ["opened"]


def test_a_forgotten_passphrase_gives_way_to_the_recovery_code(locked: Gate) -> None:
    locked.open()
    locked.presenter.lost_passphrase()
    assert locked.model.form == "code"
    locked.presenter.code(locked.code)
    assert locked.did == ["opened"]
    assert where_key(locked.desk.home) == "file"


def test_a_damaged_file_behind_a_passphrase_is_restored_with_it(locked: Gate) -> None:
    locked.damage()
    locked.open()
    locked.presenter.passphrase(PHRASE)
    assert (locked.model.code, locked.model.form) == ("store.damaged", "restore")
    locked.presenter.restore()
    assert locked.did == ["opened"]
    assert where_key(locked.desk.home) == "wrapped"


def test_a_lost_key_is_taken_from_the_backup_and_nothing_is_lost(gate: Gate) -> None:
    desk = desk_at(gate.root, gate.clock)
    desk.open()
    from desk.operators.rules import COMMAND
    from desk.store.identity import edit_site

    with desk.store.unit(COMMAND) as u:  # written after the backup
        edit_site(u, name="锦绣苑二期", address="", url_prefix="")
    desk.close()
    (gate.root / "key.json").unlink()
    gate.open()
    assert (gate.model.code, gate.model.form) == ("key.missing", "code")
    gate.presenter.code("AAAA-AAAA-AAAA-AAAA-AAAA")
    gate.presenter.code("no code")
    assert gate.wrong == ["key.code_wrong", "key.code_shape"]
    gate.presenter.code(gate.code)
    assert gate.did == ["opened"]
    assert gate.site_name() == "锦绣苑二期"
    assert where_key(gate.desk.home) == "file"


def test_neither_key_nor_store_is_brought_back_by_the_code(gate: Gate) -> None:
    (gate.root / "key.json").unlink()
    gate.damage()
    gate.open()
    gate.presenter.code(gate.code)
    assert gate.did == ["opened"]
    assert gate.site_name() == "锦绣苑"


def test_a_missing_file_is_no_first_run_while_there_are_backups(gate: Gate) -> None:
    gate.database.unlink()
    gate.open()
    assert (gate.model.code, gate.model.form, gate.model.fresh) == ("store.missing", "restore", True)
    gate.presenter.fresh()
    assert gate.did == ["welcome"]
    gate.presenter.restore()
    assert gate.did == ["welcome", "opened"]


def test_a_newer_store_is_left_alone(gate: Gate) -> None:
    conn = raw_connection(gate.database, gate.key)
    conn.execute("UPDATE alembic_version SET version_num = '9999'")
    conn.close()
    before = gate.database.read_bytes()
    gate.open()
    assert (gate.model.code, gate.model.form) == ("store.newer", "again")
    assert gate.database.read_bytes() == before
    gate.presenter.again()
    assert gate.did == ["again"]


def test_a_folder_that_is_a_file_says_where_it_should_be(tmp_path: Path, log_watch: LogWatch) -> None:
    log_watch.expect("settings unreadable")
    (tmp_path / "file").write_text("x")
    desk = desk_at(tmp_path / "file" / "home")
    with pytest.raises(Fault, match=r"store\.no_folder"):
        check_first_run(desk)


@pytest.mark.parametrize("code", ["store.read_only", "store.disk_full", "store.no_folder", "store.busy"])
def test_surroundings_name_the_folder_and_can_be_tried_again(gate: Gate, code: str) -> None:
    from desk.core.errors import Trouble

    gate.presenter.trouble(Trouble(code))
    assert (gate.model.code, gate.model.form, gate.model.folder) == (code, "again", str(gate.root))


def test_a_bug_is_a_calm_page_too(gate: Gate) -> None:
    gate.presenter.trouble(ValueError("what"))
    assert (gate.model.code, gate.model.form) == ("", "again")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_folder_is_found_before_the_first_run(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(Fault, match=r"store\.read_only"):
            check_first_run(desk_at(tmp_path / "home"))
    finally:
        tmp_path.chmod(0o700)
