"""A backup onto a stick: read back from there, and each thing that is wrong with a stick has its own code."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import app, backing
from desk.app import Desk
from desk.core import sticks
from desk.core.clock import DAY_MS
from desk.core.errors import Refused, Trouble
from desk.core.sticks import Stick
from desk.operators.rules import COMMAND, Role, actor_of
from desk.store import backup
from desk.store.store import Founding
from tests.fakes.clock import FakeClock

GIB = 1 << 30


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    made = app.build(tmp_path / "home", clock=clock)
    made.found(Founding("锦绣苑", "南门", throwaway=True))
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    return Stick(folder, "KINGSTON", 8 * GIB, "vfat")


def test_it_lies_in_a_folder_of_its_own_opens_and_is_remembered(desk: Desk, stick: Stick) -> None:
    pieces: list[tuple[int, int]] = []
    made = backing.write(desk, stick.folder, COMMAND, lambda *so_far: pieces.append(so_far), [stick])
    assert made.path.parent == stick.folder / backing.FOLDER
    assert (made.site_name, made.gate_name) == ("锦绣苑", "南门")
    backup.check(backup.inspect(made.path), desk.home.root, desk.store.key)
    assert pieces[-1][0] == pieces[-1][1] == made.path.stat().st_size
    assert backing.last_elsewhere(desk) == (made.made_at, "KINGSTON")
    assert not any(desk.home.staging.iterdir())


def test_a_folder_that_is_no_stick_is_taken_as_it_is(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    assert backing.write(desk, tmp_path / "share", COMMAND, found=[]).path.parent == tmp_path / "share"


def test_who_may_not_writes_none(desk: Desk, stick: Stick) -> None:
    with pytest.raises(Refused, match=r"right\.missing"):
        backing.write(desk, stick.folder, actor_of("", Role.VOLUNTEER), found=[stick])
    with pytest.raises(Refused, match=r"right\.missing"):
        backing.set_every(desk, 0, actor_of("", Role.VOLUNTEER))
    assert not list(stick.folder.iterdir())


def test_a_stick_that_cannot_take_it_is_refused_before_anything_is_copied(
    desk: Desk, stick: Stick, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refused(found: Stick) -> Refused:
        with pytest.raises(Refused) as no:
            backing.write(desk, stick.folder, COMMAND, found=[found])
        return no.value

    locked = Stick(stick.folder, "锁", 8 * GIB, "vfat", read_only=True)
    assert refused(locked).code == "stick_copy.read_only"
    monkeypatch.setattr(sticks, "FAT_MOST", 1000)
    assert refused(stick).code == "stick_copy.fat32"
    monkeypatch.setattr(backing, "ROOM", 1 << 62)
    full = refused(Stick(stick.folder, "满", 0, "exfat"))
    assert full.code == "stick_copy.full"
    assert {"need_mb", "free_mb"} == set(full.facts)
    monkeypatch.undo()
    with pytest.raises(Refused, match=r"stick_copy\.pulled"):
        backing.write(desk, tmp_path / "gone", COMMAND, found=[])
    assert not list(stick.folder.rglob("*.gdbackup*"))


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "filled"), (errno.EROFS, "read_only"), (errno.EIO, "pulled"), (errno.EFBIG, "fat32")],
)
def test_what_the_system_says_of_a_stick(number: int, code: str) -> None:
    with pytest.raises(Refused, match=rf"stick_copy\.{code}"), backing.as_stick_fault():
        raise OSError(number, os.strerror(number))


@pytest.mark.parametrize(("number", "code"), [(112, "filled"), (19, "read_only"), (21, "pulled"), (223, "fat32")])
def test_what_windows_says_of_a_stick(number: int, code: str) -> None:
    error = OSError(errno.EINVAL, "as Windows maps many")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    with pytest.raises(Refused, match=rf"stick_copy\.{code}"), backing.as_stick_fault():
        raise error


def test_other_faults_go_through() -> None:
    with pytest.raises(IsADirectoryError), backing.as_stick_fault():
        raise IsADirectoryError(errno.EISDIR, "a bug")


def test_pulled_half_way_nothing_half_stays_and_nothing_is_remembered(desk: Desk, stick: Stick) -> None:
    def pull(done: int, total: int) -> None:
        for path in (stick.folder / backing.FOLDER).iterdir():
            path.unlink()

    with pytest.raises(Refused, match=r"stick_copy\.pulled"):
        backing.write(desk, stick.folder, COMMAND, pull, [stick])
    assert not list(stick.folder.rglob("*.*"))
    assert backing.last_elsewhere(desk) == (0, "")


def test_a_stick_that_keeps_something_else_is_found_out_by_reading_back(desk: Desk, stick: Stick) -> None:
    def wear_out(done: int, total: int) -> None:
        (part,) = (stick.folder / backing.FOLDER).glob("*.part")
        with part.open("r+b") as file:
            file.write(b"?")

    with pytest.raises(Trouble, match=r"stick_copy\.differs"):
        backing.write(desk, stick.folder, COMMAND, wear_out, [stick])
    assert not list(stick.folder.rglob("*.*"))


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE is of POSIX")
def test_a_file_longer_than_the_stick_can_hold(desk: Desk, stick: Stick) -> None:
    import resource

    source = desk.home.root / "long"
    source.write_bytes(bytes(3 << 20))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 << 20, hard))
    try:
        with pytest.raises(Refused, match=r"stick_copy\.fat32"):
            backing.carry(source, stick.folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not list(stick.folder.iterdir())


def test_old_copies_of_this_desk_leave_the_stick_and_others_stay(
    desk: Desk, stick: Stick, clock: FakeClock, tmp_path: Path
) -> None:
    other = app.build(tmp_path / "other", clock=clock)
    other.found(Founding("锦绣苑", "北门", throwaway=True))
    try:
        theirs = backing.write(other, stick.folder, COMMAND, found=[stick])
    finally:
        other.close()
    clock.advance(1000)
    first = backing.write(desk, stick.folder, COMMAND, found=[stick])
    clock.advance(15 * DAY_MS)
    second = backing.write(desk, stick.folder, COMMAND, found=[stick])
    assert {one.path for one in backup.listed(second.path.parent)} == {theirs.path, second.path}
    assert not first.path.exists()


def test_somebody_is_reminded_after_the_days_that_were_chosen(desk: Desk, stick: Stick, clock: FakeClock) -> None:
    founded = clock.now_ms()
    assert backing.late_days(desk, founded) is None
    clock.advance(8 * DAY_MS)
    assert backing.late_days(desk, founded) == 8
    backing.write(desk, stick.folder, COMMAND, found=[stick])
    assert backing.late_days(desk, founded) is None
    clock.advance(3 * DAY_MS)
    backing.set_every(desk, 3, COMMAND)
    assert backing.late_days(desk, founded) == 3
    backing.set_every(desk, 0, COMMAND)
    assert backing.late_days(desk, founded) is None
