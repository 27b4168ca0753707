"""The process of its own: lines that can be read back, progress, a cancel within a second, no word about people."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desk import app
from desk.__main__ import main
from desk.bench.roster_team import problem
from desk.core.errors import Refused
from desk.duty import generating
from desk.duty.problem import Options, Problem
from desk.duty.rules_days import Template
from desk.duty.solver import solve
from desk.operators.rules import Role, actor_of
from desk.store.store import Founding
from tests.duty.worlds import MONTH, World, small

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    desk = app.build(tmp_path / "home")
    desk.found(Founding("锦绣苑", "南门"))
    small(desk.store, actor_of("", Role.MANAGER.value))
    desk.close()
    return tmp_path / "home"


def test_lines_read_back(capsys: pytest.CaptureFixture[str]) -> None:
    told: list[generating.Line] = []
    given = problem(3, options=Options(seconds=20))
    answer = generating.run(given, lambda line: told.append(json.loads(json.dumps(line))))
    assert generating.answer_of(told[-1]) == answer
    first = generating.progress_of(told[0])
    assert first is not None
    assert (first.stage, first.wanted) == ("loading", answer.wanted)
    assert {one.stage for line in told[:-1] if (one := generating.progress_of(line))} == {
        "loading",
        "filling",
        "evening",
    }
    assert generating.progress_of(told[-1]) is None
    assert generating.answer_of(told[0]) is None


def test_gaps_and_conflicts_read_back(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate-roster", MONTH, "--home", str(home), "--json", "--progress"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    answer = generating.answer_of(told[-1])
    assert answer is not None
    assert (answer.wanted, answer.filled, answer.gaps) == (51, 51, ())
    assert "王秀兰" not in json.dumps(told, ensure_ascii=False)


def test_without_json_a_person_reads_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate-roster", MONTH, "--home", str(home)]) == 0
    assert "51 of 51 places, 0 gaps" in capsys.readouterr().out


def test_refusals_have_codes(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate-roster", "2027-05", "--home", str(home)]) == 1
    assert "duty.not_opened" in capsys.readouterr().err
    assert main(["generate-roster", "May", "--home", str(home)]) == 1
    assert "duty.month_wrong" in capsys.readouterr().err


def test_an_empty_problem_is_told_too() -> None:
    told: list[generating.Line] = []
    assert generating.run(Problem(), told.append).cells == ()
    assert generating.answer_of(json.loads(json.dumps(told[-1]))) == solve(Problem()).__class__(
        seconds=told[-1]["roster"]["seconds"]
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there the window ends the process")
def test_the_process_stops_within_a_second(home: Path) -> None:
    desk = app.build(home)
    desk.open(None)
    world = World(desk.store, actor_of("", Role.MANAGER.value))
    world.add(*(f"试{n}" for n in range(40)))
    world.template(*(Template(f"岗{n}", 480 + n * 30, 660 + n * 30, least=3, most=4) for n in range(8)))
    world.open()
    desk.close()
    words = ["-m", "desk", "generate-roster", MONTH, "--home", str(home), "--json", "--progress", "--seconds", "60"]
    with subprocess.Popen([sys.executable, *words], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        stage = ""
        while stage != "evening":
            stage = json.loads(child.stdout.readline())["progress"]["stage"]
        asked = time.monotonic()
        child.send_signal(signal.SIGINT)
        _, err = child.communicate(timeout=30)
    assert time.monotonic() - asked < 1
    assert err.decode().strip() == "duty.generating_cancelled"
    assert child.returncode == 1


def test_cancelled_from_inside() -> None:
    with pytest.raises(Refused):
        generating.run(problem(2), lambda _: None, lambda: True)
