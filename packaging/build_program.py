"""Builds the one-folder program with PyInstaller and proves that the result does its jobs and walks the tour."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import elf_needs
import launch
import prove_jobs
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
    slim(FOLDER)
    megabytes = sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6
    executable = FOLDER / ("gatehouse-desk.exe" if target == "windows" else "gatehouse-desk")
    say(f"Built {executable} (the folder holds {megabytes:.0f} MB)")
    if not (whole(FOLDER) and same_lists(python, executable) and prove_jobs.prove([str(executable)])):
        return 1
    return walk(executable, Path(args[1]).resolve()) if args else 0


def whole(folder: Path) -> bool:
    """Whether every library that something in the folder needs is there or comes with a package we name."""
    unmet = elf_needs.look(folder)
    for name, files in sorted(unmet.items()):
        complain(f"{name} is not in the build, and {', '.join(sorted(files)[:3])} needs it.")
    return not unmet


def same_lists(python: Path, executable: Path) -> bool:
    """Whether the built program finds the same drivers and commands as the sources do (registries look at run time)."""
    for words in (["drivers", "list"], ["desk", "--help"]):
        answers = [
            subprocess.run([*start, *words], cwd=str(ROOT), stdin=subprocess.DEVNULL, capture_output=True, check=False)
            for start in ([str(python), "-m"], [str(executable)])
        ]
        if answers[0].returncode != 0 or answers[0].stdout != answers[1].stdout:
            complain(f"The built program answers `{' '.join(words)}` differently from the sources:")
            complain(answers[1].stdout.decode(errors="replace") + answers[1].stderr.decode(errors="replace"))
            return False
    return True


def slim(folder: Path) -> None:
    """Takes the debugging symbols out of the two libraries that carry most of them (30 MB, Linux).

    Never strip the others: libraries that auditwheel or Qt has patched break.
    """
    if not sys.platform.startswith("linux") or not shutil.which("strip"):
        return
    for heavy in ("lib/libpython3*.so*", "lib/sqlcipher3/*.so"):
        for path in folder.glob(heavy):
            subprocess.run(["strip", "--strip-unneeded", str(path)], check=False)


def walk(executable: Path, pictures: Path) -> int:
    """The tour by the built program, offscreen, in a throw-away home and away from the sources."""
    with tempfile.TemporaryDirectory(prefix="gatehouse-") as scratch:
        env = launch.offscreen(os.environ, Path(scratch))
        return launch.tour([str(executable)], env, Path(scratch) / "home", pictures)
