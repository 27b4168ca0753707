"""The command line of the drivers, run in this process and, for simulate, as its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from drivers.__main__ import main
from drivers.line import Backoff
from drivers.scanners.serial_line import SerialLineScanner
from tests.drivers.conftest import Recorder


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_list_and_describe(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert {"name": "serial_line", "role": "scanner"} in lines(capsys)
    assert main(["describe", "serial_line"]) == 0
    (about,) = lines(capsys)
    (port, baud, *_) = about["options"]
    assert (port["name"], port["default"], port["required"]) == ("port", "", True)
    assert 115200 in baud["choices"]
    assert about["capabilities"] == ["code"]


@pytest.mark.parametrize("split", [[], ["--split"]])
def test_replay(split: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["replay", "serial_line", "--hex", "41 42 43 0D 0A 44 45", *split]) == 0
    assert lines(capsys) == [
        {"reading": {"kind": "code", "text": "ABC", "encoding": "utf-8", "raw": "414243"}},
        {"noise": {"why": "half", "size": 2}},
    ]
    (capture := tmp_path / "capture").write_bytes(b"\x02XYZ\x03")
    assert main(["replay", "serial_line", "--file", str(capture), *split]) == 0
    assert lines(capsys)[0]["reading"]["text"] == "XYZ"


def test_replay_with_options(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", "serial_line", "--hex", "413132", "--option", "end=pause"]) == 0
    assert lines(capsys)[0]["reading"]["text"] == "A12"


@pytest.mark.parametrize(
    ("argv", "rc", "error"),
    [
        (["describe", "teapot"], 2, "driver.unknown"),
        (["frame", "serial_line", "unlock"], 2, "action.unknown"),
        (["replay", "serial_line", "--hex", "4"], 2, "capture.hex"),
        (["replay", "serial_line", "--hex", "41", "--option", "end"], 2, "option.pair"),
        (["replay", "serial_line", "--file", "none-such"], 1, "file"),
    ],
)
def test_faults_go_to_stderr(argv: list[str], rc: int, error: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == rc
    said = capsys.readouterr()
    assert said.out == ""
    assert json.loads(said.err)["error"] == error


def test_probe(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    port = str(tmp_path / "none")
    assert main(["probe", "serial_line", "--port", port]) == 1
    assert lines(capsys) == [{"name": "serial_line", "port": port, "found": False, "reason": "port_gone"}]


@pytest.mark.parametrize(("fault", "expected"), [("", ["CODE-1", "CODE-2"]), ("garbage", ["CODE-1", "CODE-2"])])
def test_simulate(fault: str, expected: list[str], told: Recorder) -> None:
    command = [sys.executable, "-m", "drivers", "simulate", "serial_line", *(["--fault", fault] if fault else [])]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as device:
        assert device.stdin
        assert device.stdout
        port = json.loads(device.stdout.readline())["port"]
        scanner = SerialLineScanner({"port": port}, told, Backoff(first_s=0.02, top_s=0.05))
        scanner.start()
        device.stdin.write("CODE-1\nCODE-2\n")
        device.stdin.flush()
        told.until(lambda: [t for t in told.texts if str(t).startswith("CODE")] == expected)
        assert scanner.stop()
        device.stdin.close()
        assert device.wait(10) == 0
