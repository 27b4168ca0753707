"""The command line knows every driver: described, framed, replayed, simulated, probed, as scripts use it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from drivers.__main__ import main
from drivers.api import complete
from drivers.simulated.memory import MemoryPlug
from drivers.simulated.player import Player
from tests.drivers.cases.printers import JOB
from tests.drivers.conformance import cases, kinds, names

VECTORS = [(name, vector) for name in names() for vector in cases()[name].vectors]
REPLAYS = [(name, replay) for name in names() for replay in cases()[name].replays]
LIVE = [name for name in names() if cases()[name].rig is None]


def said(capsys: pytest.CaptureFixture[str], *argv: str) -> list[dict[str, Any]]:
    assert main(argv) == 0, argv
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("name", names())
def test_described(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (about,) = said(capsys, "describe", name)
    kind = kinds()[name]
    assert about["name"] == name
    assert about["help"]
    assert [option["name"] for option in about["options"]] == [option.name for option in kind.OPTIONS]
    assert {action["name"]: action["moves"] for action in about["actions"]} == {a.name: a.moves for a in kind.ACTIONS}


def pairs(*given: Any) -> list[str]:
    return [f"{key}={value}" for some in given for key, value in some.items()]


@pytest.mark.parametrize(("name", "vector"), VECTORS, ids=[f"{n}-{v.action}-{i}" for i, (n, v) in enumerate(VECTORS)])
def test_framed(name: str, vector: Any, capsys: pytest.CaptureFixture[str]) -> None:
    (frame,) = said(capsys, "frame", name, vector.action, *pairs(vector.options, vector.params))
    assert bytes.fromhex(frame["hex"]) == bytes.fromhex(vector.hex)


@pytest.mark.parametrize("split", [[], ["--split"]], ids=["whole", "split"])
@pytest.mark.parametrize(("name", "replay"), REPLAYS, ids=[f"{n}-{i}" for i, (n, _) in enumerate(REPLAYS)])
def test_replayed(name: str, replay: Any, split: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    heard, options, wanted = replay
    given = [word for pair in pairs(options) for word in ("--option", pair)]
    events = said(capsys, "replay", name, "--hex", heard, *given, *split)
    assert [event["reading"] for event in events if "reading" in event] == wanted


@pytest.mark.parametrize("name", LIVE)
def test_probed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Found where it is, and nothing of it has moved; a port that is not there is said to be gone."""
    case, kind, plug = cases()[name], kinds()[name], MemoryPlug()
    options = [word for pair in pairs(case.options) for word in ("--option", pair)]
    device = (case.simulator or kind.simulator)(complete(kind.OPTIONS, case.options, partial=True))
    before = device.look()
    with Player(device, plug):
        assert said(capsys, "probe", name, "--port", plug.port, *options) == [
            {"name": name, "port": plug.port, "found": True, "reason": ""}
        ]
        after = {key: value for key, value in device.look().items() if key in before}
    assert after == before
    assert main(["probe", name, "--port", plug.port, *options]) == 1
    assert json.loads(capsys.readouterr().out)["reason"] == "port_gone"


SAMPLES = {"text": "X", "who": "0000000015", "job": JOB, "lock": 1, "selection": 1, "rows": "80"}
NO_BYTES = {("modbus_inputs", "acknowledge")}  # the latch is in the driver


@pytest.mark.parametrize("name", names())
def test_each_action_and_question_has_its_bytes(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for action in (*kinds()[name].ACTIONS, *kinds()[name].FRAMES):
        given = {p.name: SAMPLES[p.name] for p in action.params if p.required}
        if (name, action.name) in NO_BYTES:
            assert main(["frame", name, action.name]) == 2
            assert json.loads(capsys.readouterr().err)["error"] == "action.no_bytes"
            continue
        (frame,) = said(capsys, "frame", name, action.name, *pairs(given))
        assert bytes.fromhex(frame["hex"])


@pytest.mark.parametrize("name", LIVE)
def test_simulated(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = said(capsys, "simulate", name, "--seconds", "0.1", "--text", "")
    assert lines[0]["port"].startswith("socket://")
    assert set(lines[0]["faults"]) >= {"mute", "late", "garbage", "half", "flood", "vanish"}


def test_an_unknown_fault_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", "lcus", "--fault", "teapot"]) == 2
    assert json.loads(capsys.readouterr().err)["error"] == "fault.unknown"


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals are a Unix thing")
@pytest.mark.parametrize(("name", "fault", "found", "reason"), [("modbus_relay", "", True, ""), ("xy_md02", "mute", False, "no_answer")])  # fmt: skip
def test_a_simulated_device_is_found_by_a_probe(
    name: str, fault: str, found: bool, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = [sys.executable, "-m", "drivers", "simulate", name, "--pty", *(["--fault", fault] if fault else [])]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as device:
        try:
            assert device.stdout
            port = json.loads(device.stdout.readline())["port"]
            assert main(["probe", name, "--port", port]) == (0 if found else 1)
            (answer,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
            assert (answer["found"], answer["reason"]) == (found, reason)
        finally:
            device.terminate()
        assert device.wait(10) == 0
        assert not Path(port).parent.exists(), "its folder is gone with it"
