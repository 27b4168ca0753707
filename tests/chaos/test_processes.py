"""Processes end when told, die where told, and have the time they were told; what is waited for really happened."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from tests.chaos import failpoints, processes, shifted
from tests.chaos.processes import KILLED, Gone, Process

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and its exit code are POSIX")

FOREVER = "import threading\nprint('up', flush=True)\nthreading.Event().wait()"
STEPS = """
from tests.chaos.failpoints import from_environment
fail_at = from_environment()
for turn in range(3):
    for place in ("one", "two"):
        print(turn, place, flush=True)
        fail_at(place)
"""


def script(text: str, folder: Path, extra: dict[str, str] | None = None) -> Process:
    return Process(["-c", text], folder / "log", extra)


def test_a_process_is_gone_after_its_block(tmp_path: Path) -> None:
    with script(FOREVER, tmp_path) as child:
        child.until(lambda: "up" in child.words(), "its first word")
        assert child.code is None
    assert child.code == KILLED


def test_a_process_that_dies_is_not_waited_for(tmp_path: Path) -> None:
    began = time.monotonic()
    with script("raise SystemExit('alas')", tmp_path) as child, pytest.raises(Gone, match="alas"):
        child.until(lambda: False)
    assert time.monotonic() - began < 20


def test_what_never_happens_is_given_up(tmp_path: Path) -> None:
    with script(FOREVER, tmp_path) as child, pytest.raises(Gone, match="the moon"):
        child.until(lambda: False, "the moon", longest_s=0.1)


def test_it_dies_the_second_time_at_its_place(tmp_path: Path) -> None:
    with script(STEPS, tmp_path, failpoints.at("two", 2)) as child:
        assert child.ended() == KILLED
    assert child.words().split("\n")[:-1] == ["0 one", "0 two", "1 one", "1 two"]


def test_it_lives_when_no_place_or_another_is_named(tmp_path: Path) -> None:
    for extra in ({}, failpoints.at("three"), failpoints.at("one", 4)):
        with script(STEPS, tmp_path, extra) as child:
            assert child.ended() == 0


def test_it_says_the_places_it_passes(tmp_path: Path) -> None:
    with script(STEPS, tmp_path, failpoints.watching()) as child:
        assert child.ended() == 0
    assert child.words().count("failpoint one") == 3


@pytest.mark.parametrize("said", ["two", "two:", ":2", "two:0", "two:x"])
def test_an_unclear_place_is_an_error(said: str) -> None:
    with pytest.raises(ValueError, match="GATEHOUSE_FAIL_AT"):
        failpoints.from_environment({failpoints.VARIABLE: said})


def test_a_frozen_process_says_nothing_until_it_thaws(tmp_path: Path) -> None:
    with script("import sys\nfor line in iter(int, 1): print(line, flush=True)", tmp_path) as child:
        child.until(lambda: bool(child.words()))
        child.freeze(True)
        child.until(lambda: state_of(child) == "T", "the freeze")
        size = child.log.stat().st_size
        child.rest(0.1)
        assert child.log.stat().st_size == size
        child.freeze(False)
        child.until(lambda: child.log.stat().st_size > size, "the thaw")


def state_of(child: Process) -> str:
    return Path(f"/proc/{child.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0]


def test_nobody_answers_on_a_free_port() -> None:
    assert not processes.answers(processes.free_port())


@pytest.mark.skipif(shifted.library() is None, reason="libfaketime is not installed")
@pytest.mark.parametrize("offset_s", [-86_400, 86_400])
def test_a_shifted_clock_is_off_and_durations_are_not(tmp_path: Path, offset_s: int) -> None:
    text = "import time\na = time.monotonic()\nprint(time.time(), time.monotonic() - a, flush=True)"
    with script(text, tmp_path, shifted.by(offset_s)) as child:
        assert child.ended() == 0
    wall, passed = map(float, child.words().split())
    assert abs(wall - time.time() - offset_s) < 60
    assert 0 <= passed < 5


@pytest.mark.skipif(shifted.library() is None, reason="libfaketime is not installed")
def test_a_dead_battery_starts_in_the_year_2000_and_runs_on(tmp_path: Path) -> None:
    text = "import time\na = time.time()\nwhile time.time() == a: pass\nprint(a, time.time() > a, flush=True)"
    with script(text, tmp_path, shifted.fixed("2000-01-01 00:00:00")) as child:
        assert child.ended() == 0
    began, runs = child.words().split()
    assert abs(float(began) - 946_684_800) < 86_400
    assert runs == "True"
