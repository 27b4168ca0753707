"""The watchdog over real processes: one that dies, one that hangs, one that ends by itself, one that is asked to end."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from ui.hut import autostart
from ui.hut.watch import Patience, Watch, watched

QUICK = Patience(first=20, silent=1.5, ending=5, rest=0.05, most=0.1)
WORDS = """
import os, pathlib, socket, sys, threading
lives = pathlib.Path(sys.argv[1])
n = len(lives.read_text()) if lives.exists() else 0
lives.write_text("x" * (n + 1))
port, token = os.environ["GATEHOUSE_DESK_WATCH"].split(":")
socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(token.encode(), ("127.0.0.1", int(port)))
"""


@pytest.fixture
def made(tmp_path: Path) -> Callable[[str], tuple[Watch, Path]]:
    def make(end: str) -> tuple[Watch, Path]:
        return Watch([sys.executable, "-c", WORDS + end, str(tmp_path / "lives")], QUICK), tmp_path / "lives"

    return make


def test_it_is_started_again_until_it_ends_by_itself(made: Callable[[str], tuple[Watch, Path]]) -> None:
    watch, lives = made("sys.exit(0 if n == 2 else 3)")
    assert watch.run() == 0
    assert len(lives.read_text()) == watch.starts == 3


def test_one_that_answers_no_more_is_ended_and_started_again(
    made: Callable[[str], tuple[Watch, Path]], log_watch: pytest.Config
) -> None:
    log_watch.expect("does not answer")  # type: ignore[attr-defined]
    watch, lives = made("threading.Event().wait(60 if n == 0 else 0)")
    assert watch.run() == 0
    assert len(lives.read_text()) == 2


def test_asked_to_end_it_ends_the_program_too(made: Callable[[str], tuple[Watch, Path]]) -> None:
    watch, _ = made("threading.Event().wait(60)")
    timer = threading.Timer(0.3, watch.stop)
    timer.start()
    assert watch.run() == 0
    timer.join()
    assert watch.program is not None
    assert watch.program.poll() is not None


def test_a_program_knows_that_it_is_watched() -> None:
    assert watched({"GATEHOUSE_DESK_WATCH": "1:2"})
    assert not watched({})


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps it in the registry")
def test_it_starts_with_the_computer(tmp_path: Path) -> None:
    assert autostart.set_on(True, ["--home", "/a b/100%"], tmp_path)
    text = autostart.entry(tmp_path).read_text(encoding="utf-8")
    assert "--kiosk" in text
    if sys.platform == "linux":
        assert '--home "/a b/100%%"' in text
    assert autostart.set_on(False, folder=tmp_path)
    assert not autostart.entry(tmp_path).exists()
    assert autostart.set_on(False, folder=tmp_path)
