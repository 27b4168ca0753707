"""The restore drill says what is inside, says what is wrong, and leaves nothing behind."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import app, drilling
from desk.__main__ import main
from desk.app import Desk
from desk.core.errors import Refused, Trouble
from desk.operators.rules import COMMAND, Role, actor_of
from desk.store import backup
from desk.store.engine import raw_connection
from desk.store.store import Founding
from tests.fakes.clock import FakeClock


class Made:
    """A desk with one backup and its recovery code."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        self.desk = app.build(folder / "home", clock=clock)
        self.code = self.desk.found(Founding("锦绣苑", "南门", throwaway=True))
        self.path = self.again()

    def again(self) -> Path:
        desk = self.desk
        return backup.write(desk.home.database, desk.store.key, desk.home.backups, desk.clock.now_ms()).path

    def rewritten(self, name: str, **members: bytes | None) -> Path:
        """The backup with other members; None leaves one out."""
        target = self.path.with_name(name)
        with zipfile.ZipFile(self.path) as old, zipfile.ZipFile(target, "w") as new:
            for one in old.namelist():
                body = members.get(one.replace(".", "_"), old.read(one))
                if body is not None:
                    new.writestr(one, body)
        return target


@pytest.fixture
def made(tmp_path: Path, clock: FakeClock) -> Iterator[Made]:
    one = Made(tmp_path, clock)
    yield one
    one.desk.close()


def drilled(desk: Desk, path: Path, code: str = "") -> str:
    """The code of what the drill said."""
    with pytest.raises((Refused, Trouble)) as no:
        drilling.run(desk, path, code, COMMAND)
    assert not list(desk.home.root.rglob(f"{drilling.SCRATCH}*"))
    return no.value.code


def test_it_says_what_is_inside_and_leaves_nothing(made: Made, clock: FakeClock) -> None:
    desk = made.desk
    before = {path: path.stat().st_mtime_ns for path in desk.home.root.rglob("*") if path.is_file()}
    found = drilling.run(desk, made.path, actor=COMMAND)
    assert (found.site, found.gate, found.older) == ("锦绣苑", "南门", False)
    assert found.made_at == clock.now_ms()
    assert 0 < found.until <= clock.now_ms()
    assert found.audit_lines >= 2
    assert drilling.last_drill(desk) == clock.now_ms()
    after = {path for path in desk.home.root.rglob("*") if path.is_file()}
    assert {path.name for path in after - set(before)} <= {"settings.json"}
    assert made.path.stat().st_mtime_ns == before[made.path]


def test_the_recovery_code_opens_it_elsewhere(made: Made, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["restore", "--check", str(made.path), "--home", str(tmp_path / "elsewhere"), "--json"]
    assert main(words) == 1
    assert "backup.other_key" in capsys.readouterr().err
    assert main([*words, "--recovery-code", made.code.lower()]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["good"] is True
    assert said["gate"] == "南门"
    assert not (tmp_path / "elsewhere").exists()
    wrong = made.code[:-1] + ("A" if made.code[-1] != "A" else "B")
    assert main([*words, "--recovery-code", wrong]) == 1
    assert "key.code_wrong" in capsys.readouterr().err


@pytest.mark.parametrize("cut", [0.02, 0.5, 0.999])
def test_a_file_that_was_cut_short(made: Made, cut: float) -> None:
    whole = made.path.read_bytes()
    made.path.write_bytes(whole[: int(len(whole) * cut)])
    assert drilled(made.desk, made.path) == "backup.cut_short"


def test_a_file_that_is_something_else(made: Made, tmp_path: Path) -> None:
    other = tmp_path / "photo.gdbackup"
    other.write_bytes(b"\xff\xd8\xff" + bytes(1000))
    assert drilled(made.desk, other) == "backup.not_one"
    assert drilled(made.desk, tmp_path / "none.gdbackup") == "backup.not_one"


def test_a_file_that_is_broken_inside(made: Made) -> None:
    data = bytearray(made.path.read_bytes())
    data[len(data) // 2] ^= 1
    made.path.write_bytes(bytes(data))
    assert drilled(made.desk, made.path) == "backup.damaged"


def test_a_broken_page_behind_a_good_checksum(made: Made) -> None:
    with zipfile.ZipFile(made.path) as file:
        body = bytearray(file.read("desk.db"))
    body[len(body) // 2] ^= 1
    assert drilled(made.desk, made.rewritten("page.gdbackup", desk_db=bytes(body))) == "backup.damaged"
    assert drilled(made.desk, made.rewritten("no-db.gdbackup", desk_db=None)) == "backup.damaged"


def test_a_backup_of_another_desk_asks_for_its_code(made: Made, tmp_path: Path, clock: FakeClock) -> None:
    other = Made(tmp_path / "other", clock)
    try:
        assert drilled(made.desk, other.path) == "backup.other_key"
        assert drilled(made.desk, other.path, made.code) == "key.code_wrong"
        assert drilling.run(made.desk, other.path, other.code, COMMAND).gate == "南门"
    finally:
        other.desk.close()


def test_a_backup_of_a_newer_program(made: Made) -> None:
    with zipfile.ZipFile(made.path) as file:
        meta = json.loads(file.read("meta.json"))
    later = made.rewritten("later.gdbackup", meta_json=json.dumps({**meta, "format": 9}).encode())
    assert drilled(made.desk, later) == "backup.newer"
    copy = made.desk.home.root / "copy.db"
    with zipfile.ZipFile(made.path) as file:
        copy.write_bytes(file.read("desk.db"))
    conn = raw_connection(copy, made.desk.store.key)
    conn.execute("UPDATE alembic_version SET version_num = '9999'")
    conn.close()
    assert drilled(made.desk, made.rewritten("schema.gdbackup", desk_db=copy.read_bytes())) == "store.newer"


def test_a_trail_that_somebody_changed(made: Made) -> None:
    copy = made.desk.home.root / "copy.db"
    with zipfile.ZipFile(made.path) as file:
        copy.write_bytes(file.read("desk.db"))
    conn = raw_connection(copy, made.desk.store.key)
    conn.execute("UPDATE audit_line SET action = 'nothing' WHERE num = 1")
    conn.close()
    assert drilled(made.desk, made.rewritten("trail.gdbackup", desk_db=copy.read_bytes())) == "backup.trail_broken"


def test_without_the_right_nothing_is_opened(made: Made) -> None:
    with pytest.raises(Refused, match=r"right\.missing"):
        drilling.run(made.desk, made.path, actor=actor_of("", Role.VOLUNTEER))


def test_what_a_cut_drill_left_goes_with_the_next(made: Made) -> None:
    left = made.desk.home.staging / f"{drilling.SCRATCH}abc"
    left.mkdir(parents=True)
    (left / "desk.db").write_bytes(b"sealed")
    os.utime(left, (0, 0))
    drilling.run(made.desk, made.path, actor=COMMAND)
    assert not left.exists()
