"""Starts the program: on the screen there is, or offscreen with the tour and its pictures."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from setup_venv import ROOT
from talk import complain, say

TOUR = ROOT / "out" / "tour"
TOUR_S = 900.0  # a tour takes about a minute; nobody sees a window that waits for an answer
# Options that only dress a start; with any other the person knows what they want and no tour is added.
DRESSING = {"--demo", "--json-log", "--lang", "--scheme", "--base-px", "--camera"}


def has_display(env: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window could be seen; a platform plugin named by the person counts as their choice."""
    if not platform.startswith("linux") or env.get("QT_QPA_PLATFORM"):
        return True
    return bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))


def offscreen(env: Mapping[str, str], scratch: Path) -> dict[str, str]:
    """The environment for the very same program drawing on a screen that nobody sees."""
    changed = dict(env, QT_QPA_PLATFORM="offscreen")
    if not changed.get("XDG_RUNTIME_DIR"):
        runtime = scratch / "runtime"
        runtime.mkdir(mode=0o700, exist_ok=True)
        changed["XDG_RUNTIME_DIR"] = str(runtime)
    return changed


def wants_tour(args: list[str]) -> bool:
    """Whether a start with these arguments and no display should walk the tour."""
    return all(word in DRESSING for word in args if word.startswith("-"))


def program(python: Path) -> list[str]:
    """The command that is the program."""
    return [str(python), "-m", "ui"]


def run(python: Path, args: list[str]) -> int:
    """Starts the program and returns its exit code; on a POSIX screen this process becomes the program."""
    command = [*program(python), *args]
    if has_display(os.environ):
        if os.name == "posix":
            os.chdir(ROOT)
            os.execv(command[0], command)
        return subprocess.run(command, cwd=str(ROOT), check=False).returncode
    with tempfile.TemporaryDirectory(prefix="gatehouse-") as scratch:
        env = offscreen(os.environ, Path(scratch))
        if wants_tour(args):
            return tour(command, env, Path(scratch) / "home")
        say("There is no display here, so the program runs offscreen.")
        return subprocess.run(command, cwd=str(ROOT), env=env, check=False).returncode


def tour(command: list[str], env: Mapping[str, str], home: Path, pictures: Path = TOUR, limit_s: float = TOUR_S) -> int:
    """Walks the program's main stories with a made-up estate and says where the pictures lie; 0 when it got through."""
    say("There is no display here, so the program runs offscreen and walks its tour with a made-up estate.")
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    extra = [] if "--demo" in command else ["--demo"]
    words = [*command, *extra, "--home", str(home), "--tour", str(pictures)]
    try:
        code = subprocess.run(
            words, cwd=str(ROOT), env=dict(env), stdin=subprocess.DEVNULL, check=False, timeout=limit_s
        ).returncode
    except subprocess.TimeoutExpired:
        complain(f"The tour stood still; it was ended after {limit_s:.0f} seconds.")
        code = 1
    count = len(list(pictures.glob("*.png")))
    if code != 0 or count == 0:
        complain(f"The tour did not get through (exit code {code}, {count} pictures in {pictures}).")
        return code or 1
    say(f"{count} pictures of the tour lie in {pictures}")
    return 0
