"""The data folder and what lies in it is its user's alone, whatever the computer is set to."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from desk.core import private

pytestmark = pytest.mark.skipif(not private.POSIX, reason="Windows keeps access lists")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def open_ones(root: Path) -> list[str]:
    """What others may look into."""
    return [f"{path.relative_to(root)} {mode(path):o}" for path in [root, *root.rglob("*")] if mode(path) & 0o077]


PROGRAM = """
import os, sys
os.umask(0)
sys.argv[1:] = ["desk", "--help"]
from ui.__main__ import main
try:
    main()
except SystemExit:
    pass
from pathlib import Path
from desk import app
from desk.store.store import Founding
from desk.chores import back_up
from ui import logs
desk = app.build(Path({home!r}))
logs.start(desk.home.logs, False)
desk.found(Founding("锦绣苑", "南门"))
desk.settings.change(language="en")
import logging; logging.getLogger("desk").info("begun")
back_up(desk)
desk.close()
"""


def test_a_program_of_its_own_leaves_nothing_open(tmp_path: Path) -> None:
    home = tmp_path / "home"
    words = PROGRAM.format(home=str(home))
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    names = {path.name for path in home.rglob("*")}
    assert {"desk.db", "settings.json", "key.json", "desk.log", "backups"} <= names
    assert list((home / "backups").iterdir()) != []
    assert open_ones(home) == []
    assert mode(home) == private.FOLDER
    assert mode(home / "desk.db") == private.FILE


def test_what_an_older_program_left_open_is_closed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "backups").mkdir(parents=True)
    (home / "holiday").mkdir()
    for name in ("desk.db", "desk.db-wal", "key.json", "settings.json", "instance", "letter.txt"):
        (home / name).touch()
    for path in (home, *home.iterdir()):
        path.chmod(0o777)
    (home / "logs").symlink_to(tmp_path)
    before = mode(tmp_path)
    assert private.tighten(home) == 7
    assert [mode(home / name) for name in ("desk.db", "desk.db-wal", "key.json", "instance")] == [private.FILE] * 4
    assert mode(home / "backups") == mode(home) == private.FOLDER
    assert mode(home / "holiday") == mode(home / "letter.txt") == 0o777, "of somebody who put it there"
    assert mode(tmp_path) == before
    assert private.tighten(home) == 0


def test_a_folder_is_made_closed_under_any_umask(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        made = private.folder(tmp_path / "a" / "b")
    finally:
        os.umask(old)
    assert mode(made) == private.FOLDER
