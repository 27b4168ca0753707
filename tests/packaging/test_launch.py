"""With a display the program starts on it; without one it walks the tour offscreen and says where the pictures lie."""

import os
import sys
from pathlib import Path

import launch
import pytest


@pytest.mark.parametrize(
    ("env", "platform", "seen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "vnc"}, "linux", True),
        ({}, "win32", True),
    ],
)
def test_when_a_window_can_be_seen(env: dict[str, str], platform: str, seen: bool) -> None:
    assert launch.has_display(env, platform) is seen


@pytest.mark.parametrize(
    ("args", "tour"),
    [
        ([], True),
        (["--lang", "en"], True),
        (["--demo"], True),
        (["--tour", "x"], False),
        (["--help"], False),
        (["--home", "x"], False),
    ],
)
def test_when_the_tour_is_added(args: list[str], tour: bool) -> None:
    assert launch.wants_tour(args) is tour


def test_offscreen_keeps_the_rest_of_the_environment(tmp_path: Path) -> None:
    env = launch.offscreen({"LANG": "zh_CN.UTF-8"}, tmp_path)
    assert env["QT_QPA_PLATFORM"] == "offscreen"
    assert env["LANG"] == "zh_CN.UTF-8"
    assert Path(env["XDG_RUNTIME_DIR"]).stat().st_mode & 0o777 == 0o700
    assert launch.offscreen({"XDG_RUNTIME_DIR": "/run/user/7"}, tmp_path)["XDG_RUNTIME_DIR"] == "/run/user/7"


PROGRAM = """
import sys, pathlib
args = sys.argv[1:]
out = pathlib.Path(args[args.index("--tour") + 1])
out.joinpath("args.txt").write_text(" ".join(args))
for n in range({pictures}):
    out.joinpath(f"{{n}}.png").touch()
sys.exit({code})
"""


def walk(tmp_path: Path, pictures: int, code: int) -> int:
    """The tour with a stand-in for the program that leaves so many pictures and this exit code."""
    program = tmp_path / "program.py"
    program.write_text(PROGRAM.format(pictures=pictures, code=code), encoding="utf-8")
    return launch.tour([sys.executable, str(program)], os.environ, tmp_path / "home", tmp_path / "tour")


def test_the_tour_says_where_its_pictures_lie(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tour").mkdir()
    (tmp_path / "tour" / "old.png").touch()
    assert walk(tmp_path, pictures=3, code=0) == 0
    assert f"3 pictures of the tour lie in {tmp_path / 'tour'}" in capsys.readouterr().out
    args = (tmp_path / "tour" / "args.txt").read_text(encoding="utf-8")
    assert args == f"--demo --home {tmp_path / 'home'} --tour {tmp_path / 'tour'}"


@pytest.mark.parametrize(("pictures", "code", "returned"), [(0, 0, 1), (2, 3, 3)])
def test_a_tour_that_breaks_off_is_a_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], pictures: int, code: int, returned: int
) -> None:
    assert walk(tmp_path, pictures, code) == returned
    assert "did not get through" in capsys.readouterr().err


def test_a_tour_that_stands_still_is_ended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    still = [sys.executable, "-c", "import threading; threading.Event().wait()"]
    assert launch.tour(still, os.environ, tmp_path / "home", tmp_path / "tour", limit_s=0.5) == 1
    assert "stood still" in capsys.readouterr().err
