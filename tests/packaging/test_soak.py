"""The long day and its kills: judged by figures, and a tiny one of each from the sources."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import soak
import soak_kills
import soak_parts
import soak_report
from soak_parts import Program
from talk import Stop

ANSWER: dict[str, Any] = {"visits": 500, "acts": {"visit": 400}, "failed": 0, "stalls": {"over_100_ms": 1}}
LINES = 3  # units of work acknowledged before the kill
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and groups of processes are POSIX")


def samples(memory: float = 0.0, handles: int = 0) -> list[dict[str, Any]]:
    """A day whose memory grows by so many megabytes after its first hour, and its handles by so many."""
    return [
        {
            "visits": n * 10, "s": n, "rss_mb": 300 + memory * n / 50, "handles": 20 + handles * n // 50, "threads": 30,
            "widgets": 5000, "python_blocks": 9, "errors": 0, "warnings": 0,
        }
        for n in range(51)
    ]  # fmt: skip


def test_a_steady_day_is_good() -> None:
    found = soak_report.of_day(samples(memory=5.0), ANSWER, 0, [])
    assert found["faults"] == []
    assert 3.0 < found["rss_mb"]["growth"] < 5.0


@pytest.mark.parametrize(
    ("day", "answer", "errors", "after", "told"),
    [
        (samples(memory=40.0), ANSWER, 0, [], "memory grew by"),
        (samples(handles=30), ANSWER, 0, [], "more handles are open"),
        (samples(), {**ANSWER, "failed": 2, "failures": ["lend 3"]}, 0, [], "2 acts went wrong: ['lend 3']"),
        (samples(), {}, 0, ["the program ended with -6"], "the program ended with -6"),
        (samples(), ANSWER, 3, [], "3 lines of the log are errors"),
    ],
)
def test_whatever_was_not_reached_is_told(
    day: list[dict[str, Any]], answer: dict[str, Any], errors: int, after: list[str], told: str
) -> None:
    found = soak_report.of_day(day, answer, errors, after)
    assert any(told in fault for fault in found["faults"])
    text = soak_report.told({**HEAD, "day": {**found, "minutes": 1, "hub_downs": 2}, "good": False}, day)
    assert "FAULT: " in text
    assert "NOT reached." in text


HEAD = {"program": "the sources", "version": "0", "when": "now", "where": "here"}


def test_a_short_day_says_that_it_was() -> None:
    few = samples(memory=400.0)[:9]  # pages are opened for the first time
    found = soak_report.of_day(few, ANSWER, 0, [])
    assert found["faults"] == []
    assert "Too short a day" in soak_report.told({**HEAD, "day": found, "good": True}, few)


class Forgetful(Program):
    """A program that loses something at its second kill."""

    def ask(self, *rest: str) -> dict[str, Any]:
        if rest[:1] == ("sync",):
            return {"waiting": 0}
        count = len(Path(self.start[0]).read_text("ascii")) if Path(self.start[0]).exists() else 0
        return {"faults": ["rows are lost"] if count == 2 else [], "units": count, "records": count, "audit_lines": 9}

    def begin(self, face: str, *rest: str, out: Path) -> subprocess.Popen[bytes]:
        with Path(self.start[0]).open("a", encoding="ascii") as file:
            file.write(".")
        return subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"], start_new_session=True)


class StandingHub:
    """A hub that needs no process."""

    is_up, database = True, Path("hub.db")

    def turn(self) -> None:
        self.is_up = not self.is_up

    up = down = turn


def test_a_loss_at_one_kill_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(soak_kills, "SOONEST_S", 0.0)
    monkeypatch.setattr(soak_kills, "LATEST_S", 0.01)
    desk, hub = Forgetful((str(tmp_path / "begun"),), True), StandingHub()
    found = soak_kills.run(desk, tmp_path / "home", tmp_path, hub, 3)  # type: ignore[arg-type]
    assert found["faults"] == ["after kill 2: ['rows are lost']"]
    assert (found["kills"], found["lost"], found["busy"], found["units"]) == (3, 1, 3, 3)
    assert "FAULT: after kill 2" in soak_report.told({**HEAD, "kills": found, "good": False}, [])


def test_a_kill_takes_the_children_along(tmp_path: Path) -> None:
    text = "import subprocess, sys\nsubprocess.Popen(['sleep', '600'], stdout=sys.stdout)\nprint('up', flush=True)\nimport signal; signal.pause()"
    one = subprocess.Popen([sys.executable, "-c", text], stdout=subprocess.PIPE, start_new_session=True)
    assert one.stdout is not None
    assert one.stdout.readline() == b"up\n"
    soak_parts.kill(one)
    assert one.stdout.read() == b""  # the child held the pipe open
    one.stdout.close()
    assert one.returncode == -signal.SIGKILL


@pytest.mark.parametrize("words", [["--visits", "5"], ["a", "b"], ["--hours", "many"]])
def test_what_it_does_not_take(words: list[str]) -> None:
    with pytest.raises(Stop):
        soak.options(words)


def test_a_program_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="no program"):
        soak_parts.program(tmp_path / "nothing", {})


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    with soak_parts.screen(False) as env:
        yield Program((sys.executable,), False, {**os.environ, **env})


@pytest.mark.timeout(240)
def test_a_real_desk_is_killed_at_work_and_has_lost_nothing(program: Program, tmp_path: Path) -> None:
    """From the sources, without a hub: `dev.py soak` is the long one."""
    home, out = soak.estate(program, tmp_path / "one", "--bare"), tmp_path / "one"
    ledger = out / "ledger.jsonl"
    (out / "plan.json").write_text('{"settle_ms": 0}', encoding="ascii")
    words = ("--probe", "soak", "--home", str(home), "--camera", "demo", "--count", "99", "--out", str(out))
    process = program.begin("ui", *words, out=out / "desk")
    try:
        while not ledger.exists() or ledger.read_bytes().count(b"\n") < LINES:
            assert process.poll() is None, (out / "desk.err").read_text("utf-8")
            soak_kills.pause(process, 0.05)
    finally:
        soak_parts.kill(process)
    found = program.ask("bench", "soak", "check", str(home), str(ledger))
    assert (found["good"], found["faults"]) == (True, [])
    assert found["units"] >= LINES
    assert soak.log_errors(home) == 0
