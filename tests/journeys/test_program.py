"""The program as a process: two starts, the command line behind it, probes, the tour without a screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(*words: str, timeout: int = 90) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "ui", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=timeout)


def test_desk_as_first_word_is_the_command_line() -> None:
    done = run("desk", "--help")
    assert done.returncode == 0
    assert "doctor" in done.stdout


def test_the_start_is_measured(home: Path) -> None:
    done = run("--home", str(home), "--camera", "off", "--probe", "startup")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert 0 < answer["first_paint_ms"] < answer["ready_ms"]


def test_cameras_are_listed_for_the_doctor() -> None:
    answer = json.loads(run("--probe", "cameras").stdout)
    assert answer["first"].startswith("camera.")
    assert isinstance(answer["cameras"], list)


def test_a_second_start_ends_quietly_and_leaves_the_first_alone(home: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "ui", "--home", str(home), "--camera", "off", "--json-log"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True) as first:
        try:
            assert first.stderr is not None
            for line in first.stderr:
                if "camera.off" in line or "alembic" in line or "no camera" in line or "ui." in line:
                    break
            assert run("--home", str(home)).returncode == 0
            assert first.poll() is None
        finally:
            first.terminate()
            first.communicate(timeout=20)


@pytest.mark.timeout(300)
def test_the_tour_of_the_demonstration_saves_a_picture_of_each_step(tmp_path: Path) -> None:
    words = ["--home", str(tmp_path / "home"), "--demo", "--tour", str(tmp_path / "tour"), "--lang", "en"]
    done = run(*words, timeout=280)
    steps = json.loads((tmp_path / "tour" / "tour.json").read_text(encoding="utf-8"))
    assert done.returncode == 0, [step for step in steps if not step["ok"]]
    assert all((tmp_path / "tour" / step["picture"]).stat().st_size > 10_000 for step in steps)
    assert [step["picture"][:3] for step in steps] == [f"{n + 1:03d}" for n in range(len(steps))]


@pytest.mark.parametrize("words", [["--no-such"], ["--base-px", "big"], ["--probe", "nothing"]])
def test_what_is_written_wrong_is_said(words: list[str]) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert "usage" in done.stderr
