"""Moving a desk: packed and closed, opened elsewhere as a new life, taken back; nothing lost, nothing doubled, nothing readable."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import app, moving, moving_parcel
from desk.app import Desk
from desk.core.errors import Refused, Trouble
from desk.core.sticks import Stick
from desk.devices import reads as device_reads
from desk.devices import service as devices
from desk.devices.acting import Role as For
from desk.devices.service_moved import NOWHERE, stays, to_choose
from desk.devices.views import SetUp
from desk.operators.rules import COMMAND, Role, actor_of
from desk.restoring import restore
from desk.store import backup, outbox
from desk.store.store import Founding
from tests.fakes.clock import FakeClock
from tests.sync.net.hubs import gates, write

SECRET_NAME = "独一无二的门名"


@pytest.fixture
def old(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    made = app.build(tmp_path / "old", clock=clock)
    made.found(Founding("锦绣苑", "南门", throwaway=True))
    yield made
    made.close()


@pytest.fixture
def new(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    made = app.build(tmp_path / "new", clock=clock)
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def life(desk: Desk) -> str:
    with desk.store.reading() as r:
        return outbox.end(r)[0]


def test_everything_arrives_as_a_new_life_and_the_old_computer_only_reads(old: Desk, new: Desk, stick: Path) -> None:
    write(old, SECRET_NAME, 3)
    old.settings.change(base_px=32, camera_id="cam-7", extra={"switch_pin": "always", "backup_elsewhere": 5})
    before, known = life(old), gates(old)
    packed = moving.pack(old, stick, COMMAND, found=[Stick(stick, "S", 1 << 40)])
    assert packed.path.suffix == moving_parcel.SUFFIX
    assert SECRET_NAME.encode() not in packed.path.read_bytes()
    assert old.store.key.hex().encode() not in packed.path.read_bytes()
    with pytest.raises(Refused, match=r"desk\.moved"):
        write(old, "x")
    assert gates(old) == known  # it can still be looked at
    new.settings.change(camera_id="cam-of-mine")
    came = moving.arrive(new, packed.path, packed.code.lower())
    assert (came.gate, came.linked) == ("南门", False)
    assert gates(new) == known
    assert life(new) != before
    assert new.settings.now.base_px == 32
    assert new.settings.now.camera_id == "cam-of-mine"
    assert new.settings.now.extra == {"switch_pin": "always"}
    write(new, "after")
    assert not list(new.home.root.rglob("moving-*"))


def test_who_may_not_moves_nothing(old: Desk, stick: Path) -> None:
    volunteer = actor_of("", Role.SHIFT_LEAD)
    for verb in (
        lambda: moving.pack(old, stick, volunteer),
        lambda: moving.take_back(old, volunteer),
        lambda: moving.clear(old, volunteer),
    ):
        with pytest.raises(Refused, match=r"right\.missing"):
            verb()
    write(old, "goes on")


def test_what_cannot_be_written_leaves_the_desk_as_it_was(old: Desk, tmp_path: Path, stick: Path) -> None:
    with pytest.raises(Refused, match=r"stick_copy\.pulled"):
        moving.pack(old, tmp_path / "gone", COMMAND, found=[])
    with pytest.raises(Refused, match=r"stick_copy\.read_only"):
        moving.pack(old, stick, COMMAND, found=[Stick(stick, "S", 1 << 40, read_only=True)])
    write(old, "goes on")
    assert moving.where(old) is None


def test_packed_and_closed_it_stays_so_when_the_program_starts_again(old: Desk, stick: Path) -> None:
    moving.pack(old, stick, COMMAND, found=[])
    with pytest.raises(Refused, match=r"moving\.already"):
        moving.pack(old, stick, COMMAND, found=[])
    old.close()
    again = app.build(old.home)
    again.open()
    try:
        found = moving.where(again)
        assert found is not None
        assert not found.heard
        with pytest.raises(Refused, match=r"desk\.moved"):
            write(again, "x")
        with pytest.raises(Refused, match=r"moving\.not_asked"):
            moving.take_back(again, COMMAND)  # there is no hub that could know
        moving.take_back(again, COMMAND, sure=True)
        write(again, "goes on")
        with pytest.raises(Refused, match=r"moving\.not_moved"):
            moving.take_back(again, COMMAND, sure=True)
    finally:
        again.close()


def test_what_is_left_can_be_deleted_and_only_then(old: Desk, new: Desk, stick: Path) -> None:
    with pytest.raises(Refused, match=r"moving\.still_here"):
        moving.clear(old, COMMAND)
    packed = moving.pack(old, stick, COMMAND, found=[])
    moving.clear(old, COMMAND)
    assert not old.founded
    assert {path.name for path in old.home.root.iterdir()} <= {"settings.json", "sync.lock", "staging"}
    moving.arrive(new, packed.path, packed.code)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda body: body[: len(body) // 2], "moving.damaged"),
        (lambda body: body[: len(body) // 2] + bytes([body[len(body) // 2] ^ 1]) + body[len(body) // 2 + 1 :], "moving.damaged"),
        (lambda body: b"", "moving.damaged"),
    ],
)  # fmt: skip
def test_a_spoilt_parcel_leaves_nothing(old: Desk, new: Desk, stick: Path, spoil: object, code: str) -> None:
    packed = moving.pack(old, stick, COMMAND, found=[])
    packed.path.write_bytes(spoil(packed.path.read_bytes()))  # type: ignore[operator]
    with pytest.raises((Refused, Trouble)) as no:
        moving.arrive(new, packed.path, packed.code)
    assert no.value.code == code
    assert not new.founded
    assert not list(new.home.root.rglob("*.db*"))


def test_other_files_and_other_codes(old: Desk, new: Desk, stick: Path, tmp_path: Path) -> None:
    def said(path: Path, code: str) -> str:
        with pytest.raises((Refused, Trouble)) as no:
            moving.arrive(new, path, code)
        assert not new.founded
        return no.value.code

    packed = moving.pack(old, stick, COMMAND, found=[])
    other = backup.write(old.home.database, old.store.key, tmp_path / "b", 1).path
    assert said(other, packed.code) == "moving.not_one"
    assert said(tmp_path / "none", packed.code) == "moving.not_one"
    assert said(packed.path, packed.code[:-1]) == "moving.code_shape"
    wrong = packed.code[:-1] + ("A" if packed.code[-1] != "A" else "B")
    assert said(packed.path, wrong) == "moving.code_wrong"
    with zipfile.ZipFile(packed.path) as file:
        members = {name: file.read(name) for name in file.namelist()}
    members["meta.json"] = json.dumps({**json.loads(members["meta.json"]), "format": 9}).encode()
    with zipfile.ZipFile(packed.path, "w") as file:
        for name, body in members.items():
            file.writestr(name, body)
    assert said(packed.path, packed.code) == "moving.newer"


def test_sockets_of_the_old_computer_are_asked_for_again(old: Desk, new: Desk, stick: Path) -> None:
    with old.store.unit(COMMAND) as u:
        devices.set_up(u, SetUp("", "道闸", For.RELAY, "lcus", "COM3"))
        devices.set_up(u, SetUp("", "柜", For.LOCKER, "wkly", "usb:0403:6001:A50285BI"))
        devices.set_up(u, SetUp("", "练习", For.RELAY, "lcus", "", training=True))
    packed = moving.pack(old, stick, COMMAND, found=[])
    came = moving.arrive(new, packed.path, packed.code)
    assert came.ports == ("道闸",)
    with new.store.reading() as r:
        kept = {one.name: one.address for one in device_reads.devices(r)}
        assert [one.name for one in to_choose(r)] == ["道闸"]
    assert kept["柜"] == "usb:0403:6001:A50285BI"
    assert kept["道闸"].startswith(NOWHERE)


@pytest.mark.parametrize(
    ("address", "sure"),
    [
        ("COM3", False), ("/dev/ttyUSB0", False), ("usb:1a86:7523:@1-2", False), ("usb:1a86:7523:", False),
        ("usb:0403:6001:A5", True), ("socket://10.0.0.9:4001", True), ("lan:10.0.0.8", True), ("hid:", True), ("", True),
    ],
)  # fmt: skip
def test_what_an_address_tells(address: str, sure: bool) -> None:
    assert stays(address) is sure


def test_a_restored_backup_of_a_packed_desk_lives_here(old: Desk, stick: Path, tmp_path: Path) -> None:
    moving.pack(old, stick, COMMAND, found=[])
    info = backup.write(old.home.database, old.store.key, tmp_path / "b", old.clock.now_ms())
    key = old.store.key
    old.store.close()
    restore(old, info, key=key)
    write(old, "goes on")
    assert moving.where(old) is None


def test_the_parcels_on_a_stick_are_found(old: Desk, stick: Path) -> None:
    on = Stick(stick, "S", 1 << 40)
    packed = moving.pack(old, stick, COMMAND, found=[on])
    (stick / "other.gdmove").write_bytes(b"no")
    assert [(one.path, one.gate) for one in moving_parcel.parcels([on])] == [(packed.path, "南门")]


def test_attachments_come_along(old: Desk, new: Desk, stick: Path) -> None:
    folder = old.home.root / "blobs"
    folder.mkdir()
    (folder / ("a" * 64)).write_bytes(b"sealed already")
    (folder / ("b" * 64 + ".part")).write_bytes(b"half")
    packed = moving.pack(old, stick, COMMAND, found=[])
    moving.arrive(new, packed.path, packed.code)
    assert {path.name: path.read_bytes() for path in (new.home.root / "blobs").iterdir()} == {
        "a" * 64: b"sealed already"
    }


def test_a_computer_with_a_desk_takes_no_second(old: Desk, stick: Path) -> None:
    packed = moving.pack(old, stick, COMMAND, found=[])
    with pytest.raises(Refused, match=r"desk\.already_founded"):
        moving.arrive(old, packed.path, packed.code)
