"""python -m desk codes: issue, verify, revoke, list; a pass proved with nothing but the public key."""

import json
from pathlib import Path

import pytest

from desk import app
from desk.__main__ import main
from desk.codes import service_passes
from desk.codes.rules import Window
from desk.codes.views import PassRequest
from desk.core.clock import HOUR_MS
from desk.operators.rules import COMMAND
from desk.people.rooms import Address, sort_key
from desk.people.tables import Household
from desk.store.store import Founding

DOORS = (Address("3", "1", "1202"), Address("3", "1", "1203"), Address("12", "", "101"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    desk = app.build(tmp_path / "home")
    desk.found(Founding("锦绣苑", "南门"))
    with desk.store.unit(COMMAND) as u:
        for door in DOORS:
            u.add(Household, building=door.building, unit=door.unit, room=door.room, sort_key=sort_key(door))
    desk.close()
    return tmp_path / "home"


def call(home: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[dict[str, object]]]:
    code = main(["codes", *words, "--json", "--home", str(home)])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_life_of_a_household_code(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, issued = call(home, capsys, "issue", "3-1-1202", "3栋1单元1203室")
    assert code == 0
    text, serial = str(issued[0]["text"]), str(issued[0]["serial"])
    assert (len(issued), len(text), issued[0]["kind"]) == (2, 16, "indoor")
    code, seen = call(home, capsys, "verify", text)
    assert (code, seen[0]["answer"], seen[0]["serial"]) == (0, "valid", serial)
    shown = f"{serial[0]} {serial[1:4]} {serial[4:7]} {serial[7:]}"
    assert call(home, capsys, "revoke", shown, "--reason", "lost") == (0, [{"revoked": 1}])
    code, seen = call(home, capsys, "verify", text)
    assert (code, seen[0]["answer"]) == (1, "revoked")
    _, live = call(home, capsys, "list")
    _, gone = call(home, capsys, "list", "--revoked")
    assert [line["serial"] for line in live] == [issued[1]["serial"]]
    assert [(line["serial"], line["reason"], line["household"]) for line in gone] == [(serial, "lost", "3-1-12**")]


def test_a_code_for_every_door_once(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(home, capsys, "issue-all", "--kind", "outdoor") == (0, [{"issued": 3, "households": 3}])
    assert call(home, capsys, "issue-all", "--kind", "outdoor") == (0, [{"issued": 0, "households": 3}])
    _, live = call(home, capsys, "list", "--kind", "outdoor")
    assert len({line["serial"] for line in live}) == 3


def test_a_pass_is_proved_without_a_store(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = app.build(home)
    desk.open()
    with desk.store.unit(COMMAND) as u:
        asked = PassRequest(Window(u.now, u.now + HOUR_MS))
        text = service_passes.issue_pass(u, asked).text
    desk.close()
    _, key = call(home, capsys, "key")
    nowhere = tmp_path / "nowhere"
    code, proof = call(nowhere, capsys, "verify", text, "--public-key", str(key[0]["public_key"]))
    assert (code, proof[0]["proof"], proof[0]["key_id"], proof[0]["uses"]) == (0, "good", key[0]["key_id"], 1)
    forged = text[:-1] + ("A" if text[-1] != "A" else "B")
    code, proof = call(nowhere, capsys, "verify", forged, "--public-key", str(key[0]["public_key"]))
    assert (code, proof[0]["proof"]) == (1, "bad")
    code, proof = call(nowhere, capsys, "verify", "https://x.example", "--public-key", "00" * 32)
    assert (code, proof) == (1, [{"proof": "bad"}])
    assert not nowhere.exists()


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (("issue", "99-9-999"), 1, "codes.household_unknown"),
        (("revoke", "H 123 456 789", "--reason", "lost"), 1, "codes.serial_unknown"),
        (("verify", "x", "--public-key", "zz"), 1, "codes.key_form"),
        (("issue",), 2, "say what"),
        (("revoke", "H1"), 2, "--reason"),
    ],
)
def test_what_cannot_be_done(
    home: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, error: str
) -> None:
    assert main(["codes", *words, "--home", str(home)]) == code
    assert error in capsys.readouterr().err
