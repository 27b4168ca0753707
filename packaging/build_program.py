"""Builds the one-folder program with PyInstaller and proves that the result starts and walks the tour."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import launch
from setup_venv import ROOT
from talk import Stop, complain, say

FOLDER = ROOT / "dist" / "gatehouse-desk"
SYSTEM = {"linux": "linux", "windows": "win32"}


def run(python: Path, target: str, args: list[str]) -> int:
    """Builds for the system we are on; with `--tour DIR` the built program then walks the tour into DIR."""
    if sys.platform != SYSTEM[target]:
        raise Stop(f"PyInstaller builds only for the system it runs on; please build for {target} there.")
    if args and (args[0] != "--tour" or len(args) != 2):
        raise Stop("build takes only `--tour DIR`, to walk the built program's tour into DIR.")
    say("Building with PyInstaller (about a minute) ...")
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", "dist", "--workpath", "build/pyinstaller", "packaging/gatehouse.spec"]
    done = subprocess.run(command, cwd=str(ROOT), stdin=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        complain("PyInstaller failed; its words stand above.")
        return 1
    megabytes = sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) / 1e6
    executable = FOLDER / ("gatehouse-desk.exe" if target == "windows" else "gatehouse-desk")
    say(f"Built {executable} (the folder holds {megabytes:.0f} MB)")
    return walk(executable, Path(args[1]).resolve()) if args else 0


def walk(executable: Path, pictures: Path) -> int:
    """The tour by the built program, offscreen, in a throw-away home and away from the sources."""
    with tempfile.TemporaryDirectory(prefix="gatehouse-") as scratch:
        env = launch.offscreen(os.environ, Path(scratch))
        return launch.tour([str(executable)], env, Path(scratch) / "home", pictures)
