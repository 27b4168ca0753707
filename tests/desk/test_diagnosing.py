"""The file for whoever helps holds figures, and none of the canaries that were planted everywhere a desk keeps something."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk import app, diagnosing
from desk.__main__ import main
from desk.app import Desk
from desk.core.errors import Refused
from desk.devices import service as devices
from desk.devices.acting import Role as For
from desk.devices.views import SetUp
from desk.diagnosing import Sieve
from desk.operators import service as operators
from desk.operators.rules import COMMAND, Role, actor_of
from desk.store.store import Founding

PEOPLE = {
    "site": "独一无二的小区", "gate": "独一无二的南门", "phone": "13800001234", "address": "无双路一号", "operator": "Zebedee Quill",
    "chinese": "王小明", "id": "11010119900307123X", "plate": "沪A12345", "device": "Xylophone barrier", "place": "By Quentin",
    "printer": "Aloysius-Printer", "landline": "021-55556666", "code": "K7QM-2ABC-9XYZ-PQRS-7777",
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = app.build(tmp_path / "home")
    made.found(Founding(PEOPLE["site"], PEOPLE["gate"], PEOPLE["phone"], PEOPLE["address"], throwaway=True))
    made.settings.change(
        printer_name=PEOPLE["printer"], camera_name="Cam of Ottoline", extra={"note": PEOPLE["chinese"]}
    )
    with made.store.unit(COMMAND) as u:
        operators.add_operator(u, PEOPLE["operator"], Role.VOLUNTEER)
        u.put_setting("urgent.contacts", [{"name": PEOPLE["chinese"], "phone": PEOPLE["phone"]}])
        devices.set_up(u, SetUp("", PEOPLE["device"], For.RELAY, "lcus", "usb:0403:6001:SERIAL99", {}, PEOPLE["place"]))
    made.home.logs.mkdir()
    (made.home.logs / "desk.log").write_text(
        "\n".join(f"2026-11-23 ERROR desk: something with {name}={value} in it" for name, value in PEOPLE.items())
        + f"\nkey: {made.store.key.hex()}\nTraceback: ValueError: {PEOPLE['chinese']}\nan ordinary line stays\n",
        encoding="utf-8",
    )
    yield made
    made.close()


FOUND = [
    {"subject": f"device {PEOPLE['device']}", "good": False, "state": f"lcus at COM3: {PEOPLE['operator']}"},
    {"subject": "disk", "good": True, "state": "38.5 GB free"},
]
TESTED = [{"name": "store", "ok": True, "ms": 3, "found": f"at {PEOPLE['gate']}"}]


def test_no_canary_gets_in(desk: Desk, tmp_path: Path) -> None:
    parts = diagnosing.gather(desk, COMMAND, FOUND, TESTED)
    file = diagnosing.save(parts, tmp_path / "help.zip")
    with zipfile.ZipFile(file) as packed:
        whole = "\n".join(packed.read(name).decode() for name in packed.namelist())
    with desk.store.reading() as r:
        secrets = [r.secret(name).hex() for name in ("code-check", "site-seal", "pass-sign", "recovery-wrap")]
        secrets += [r.site_id, r.device_id]
    canaries = [*PEOPLE.values(), "Quill", "Ottoline", "SERIAL99", desk.store.key.hex(), str(desk.home.root), *secrets]
    assert not [one for one in canaries if one in whole]
    assert "an ordinary line stays" in whole


def test_it_says_what_whoever_helps_needs(desk: Desk) -> None:
    parts = diagnosing.gather(desk, COMMAND, FOUND, TESTED)
    assert set(parts) == {
        "versions.json", "machine.json", "store.json", "devices.json", "doctor.txt", "selftest.json", "logs/desk.log",
        "timings.json",
    }  # fmt: skip
    stored = json.loads(parts["store.json"])
    assert stored["rows"]["gate"] == 1
    assert stored["bytes"]["desk.db"] > 0
    assert stored["hub"]["state"]
    assert json.loads(parts["versions.json"])["schema"] == stored["schema"]
    listed = json.loads(parts["devices.json"])
    assert {"role": "relay", "driver": "lcus", "line": "usb:0403:6001"}.items() <= listed[0].items()
    assert "LOOK device: lcus at COM3" in parts["doctor.txt"]
    assert json.loads(parts["selftest.json"])[0]["ok"] is True
    assert json.loads(parts["timings.json"])["reading_ms"] > 0


def test_without_the_right_nothing_is_gathered(desk: Desk) -> None:
    with pytest.raises(Refused, match=r"right\.missing"):
        diagnosing.gather(desk, actor_of("", Role.VOLUNTEER))


def test_a_desk_that_does_not_open_gives_what_it_can(desk: Desk) -> None:
    shut = app.build(desk.home)
    parts = diagnosing.gather(shut, COMMAND)
    assert json.loads(parts["store.json"]) == {"fault": "desk.not_open"}
    assert "versions.json" in parts
    assert PEOPLE["chinese"] not in "".join(parts.values())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("called 138 0000 1234 twice", "called *** twice"),
        ("+86-13800001234", "***"),
        ("id 110101199003071234.", "id ***."),
        ("hub https://user:pw@hub.example/x", "hub https://***hub.example/x"),
        ("token=abc123 next", "*** next"),
        ("visit 0192f3a4b5c67890abcdef1234567890 took 12 ms", "visit 0192f3a4b5c67890abcdef1234567890 took 12 ms"),
        ("at 1763880000000 in 35 ms", "at 1763880000000 in 35 ms"),
    ],
)
def test_what_the_sieve_keeps_and_takes(text: str, left: str) -> None:
    assert Sieve(())(text) == left


def test_the_command_shows_what_it_writes(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk.close()
    file = tmp_path / "help.zip"
    words = ["diagnose", str(file), "--no-face", "--no-selftest", "--show", "--json", "--home", str(desk.home.root)]
    assert main(words) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    with zipfile.ZipFile(file) as packed:
        assert {one["part"]: one["text"] for one in lines if "part" in one} == {
            name: packed.read(name).decode() for name in packed.namelist()
        }
    assert not [one for one in PEOPLE.values() if one in json.dumps(lines, ensure_ascii=False)]
