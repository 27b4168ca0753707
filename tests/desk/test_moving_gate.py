"""A gate's settings for the next gate: nothing of people, keys or names goes along, and what came can be taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk import app, moving_gate
from desk.__main__ import main
from desk.app import Desk
from desk.core.errors import Refused
from desk.devices import reads as device_reads
from desk.devices import service as devices
from desk.devices.acting import Role as For
from desk.devices.service_moved import NOWHERE, to_choose
from desk.devices.views import SetUp
from desk.operators.rules import COMMAND, Role, actor_of
from desk.store.store import Founding

CANARIES = ("独一无二的南门", "独一无二的小区", "13800001234", "王小明")


def made(folder: Path, gate: str) -> Desk:
    desk = app.build(folder)
    desk.found(Founding("独一无二的小区", gate, gate_phone="13800001234", throwaway=True))
    return desk


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Desk]:
    desk = made(tmp_path / "one", CANARIES[0])
    desk.settings.change(
        base_px=34, scheme="contrast", lock_minutes=5, extra={"switch_pin": "always", "welcome": {"manager": "王小明"}}
    )
    with desk.store.unit(COMMAND) as u:
        u.put_setting("retention.days", {"goods": 5})
        u.put_setting("urgent.contacts", [{"name": "王小明", "phone": "13800001234"}])
        devices.set_up(u, SetUp("", "道闸", For.BARRIER, "lcus", "COM3", {"channels": 2}, "门口"))
        devices.set_up(u, SetUp("", "练习柜", For.LOCKER, "wkly", training=True))
    yield desk
    desk.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Desk]:
    desk = made(tmp_path / "other", "北门")
    yield desk
    desk.close()


@pytest.fixture
def file(one: Desk, tmp_path: Path) -> Path:
    return moving_gate.export(one, tmp_path / "南门.gdgate", COMMAND)


def listed(desk: Desk) -> dict[str, SetUp]:
    with desk.store.reading() as r:
        return {found.name: found for found in device_reads.devices(r)}


def setting(desk: Desk, name: str) -> Any:
    with desk.store.reading() as r:
        return r.setting(name)


def test_no_name_no_key_no_person_goes_along(one: Desk, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not [word for word in (*CANARIES, "COM3", one.store.key.hex()) if word in text]
    with one.store.reading() as r:
        assert r.site_id not in text
        assert r.device_id not in text


def test_it_says_what_will_change_does_it_and_takes_it_back(other: Desk, file: Path) -> None:
    before = (other.settings.now, listed(other), setting(other, "retention.days"))
    planned = moving_gate.plan(other, file, COMMAND)
    assert {(change.part, change.name) for change in planned.changes} == {
        ("machine", "base_px"), ("machine", "scheme"), ("machine", "lock_minutes"), ("machine", "switch_pin"),
        ("site", "retention.days"), ("device", "道闸"), ("device", "练习柜"),
    }  # fmt: skip
    assert (other.settings.now, listed(other)) == before[:2]
    assert moving_gate.take(other, file, COMMAND) == planned
    assert other.settings.now.base_px == 34
    assert setting(other, "retention.days") == {"goods": 5}
    found = listed(other)
    assert found["道闸"].options == {"channels": 2}
    assert found["道闸"].address.startswith(NOWHERE)
    with other.store.reading() as r:
        assert [device.name for device in to_choose(r)] == ["道闸"]
    assert moving_gate.plan(other, file, COMMAND).changes == ()
    moving_gate.undo(other, COMMAND)
    assert (other.settings.now.base_px, other.settings.now.scheme) == (24, "light")
    assert listed(other) == {}
    assert not setting(other, "retention.days")
    with pytest.raises(Refused, match=r"gate_file\.nothing"):
        moving_gate.undo(other, COMMAND)


def test_a_device_that_is_here_keeps_its_port(other: Desk, file: Path) -> None:
    with other.store.unit(COMMAND) as u:
        devices.set_up(u, SetUp("", "道闸", For.BARRIER, "lcus", "COM9", {"channels": 1}))
    moving_gate.take(other, file, COMMAND)
    assert (listed(other)["道闸"].address, listed(other)["道闸"].options) == ("COM9", {"channels": 2})
    moving_gate.undo(other, COMMAND)
    assert (listed(other)["道闸"].address, listed(other)["道闸"].options) == ("COM9", {"channels": 1})


def test_a_technician_leaves_the_site_as_it_is_and_a_volunteer_may_nothing(other: Desk, file: Path) -> None:
    planned = moving_gate.take(other, file, actor_of("", Role.TECHNICIAN))
    assert planned.left_out == 1
    assert not setting(other, "retention.days")
    assert "道闸" in listed(other)
    volunteer = actor_of("", Role.VOLUNTEER)
    for verb in (
        lambda: moving_gate.export(other, file, volunteer),
        lambda: moving_gate.plan(other, file, volunteer),
        lambda: moving_gate.take(other, file, volunteer),
        lambda: moving_gate.undo(other, volunteer),
    ):
        with pytest.raises(Refused, match=r"right\.missing"):
            verb()


def refused(desk: Desk, path: Path) -> str:
    with pytest.raises(Refused) as no:
        moving_gate.take(desk, path, COMMAND)
    return no.value.code


def test_other_files_newer_ones_and_edited_ones(other: Desk, file: Path, tmp_path: Path) -> None:
    said = json.loads(file.read_text(encoding="utf-8"))
    path = tmp_path / "other.gdgate"
    assert refused(other, tmp_path / "none") == "gate_file.not_one"
    for body in (b"", b"\xff\xfe", b"[]", b'{"kind":"another","format":1}'):
        path.write_bytes(body)
        assert refused(other, path) == "gate_file.not_one"
    path.write_text(json.dumps({**said, "format": 2}), encoding="utf-8")
    assert refused(other, path) == "gate_file.newer"
    path.write_text(json.dumps({**said, "machine": {**said["machine"], "base_px": 30}}), encoding="utf-8")
    assert refused(other, path) == "gate_file.changed"


@pytest.mark.parametrize(
    "spoilt",
    [
        {"machine": {"base_px": 4000}}, {"machine": {"language": "xx"}}, {"site": {"urgent.contacts": []}},
        {"site": {"retention.days": {"goods": "all"}}}, {"devices": [{"name": "x"}]},
        {"devices": [{"name": "x", "role": "nothing", "driver": "d", "options": {}, "place": "", "training": True}]},
        {"machine": {"extra": {}}},
    ],
)  # fmt: skip
def test_a_right_sum_makes_no_wrong_value_good(other: Desk, file: Path, spoilt: dict[str, Any]) -> None:
    body = {**json.loads(file.read_text(encoding="utf-8")), **spoilt}
    del body["sum"]
    file.write_text(json.dumps({**body, "sum": moving_gate._sum(body)}), encoding="utf-8")
    assert refused(other, file) == "gate_file.changed"


def planned(desk: Desk, path: Path) -> moving_gate.Plan | str:
    try:
        return moving_gate.plan(desk, path, COMMAND)
    except Refused as no:
        return no.code


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(at=st.floats(0, 1, exclude_max=True), to=st.integers(0, 255))
def test_no_changed_byte_gets_in(other: Desk, file: Path, tmp_path: Path, at: float, to: int) -> None:
    data = bytearray(file.read_bytes())
    place = int(at * len(data))
    same = data[place] == to or bytes([data[place], to]).isspace()
    data[place] = to
    spoilt = tmp_path / "spoilt.gdgate"
    spoilt.write_bytes(bytes(data))
    if not same:
        left = planned(other, spoilt)
        fine = planned(other, file)  # a blank more or less between the words
        assert left == fine or str(left).startswith("gate_file.")


def test_the_command(one: Desk, other: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "by-command.gdgate")
    home = ["--home", str(one.home.root), "--json"]
    assert main(["gate", "export", path, *home]) == 0
    home = ["--home", str(other.home.root), "--json"]
    assert main(["gate", "import", path, "--dry-run", *home]) == 0
    said = json.loads(capsys.readouterr().out.strip().splitlines()[-1])
    assert not said["taken"]
    assert len(said["changes"]) == 7
    assert main(["gate", "import", path, *home]) == 0
    assert main(["gate", "undo", *home]) == 0
