"""Builds the one-folder program with PyInstaller and proves that the result does its jobs and walks the tour."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import bill
import build_appimage
import build_deb
import elf_needs
import launch
import lighten
import payload
import product
import prove_jobs
import third_party
from setup_venv import ROOT
from talk import Stop, complain, say

FOLDER = ROOT / "dist" / "gatehouse-desk"
NEXT = ROOT / "build" / "next" / FOLDER.name  # made and tried here: what lies in dist/ is whole at every moment
SYSTEM = {"linux": "linux", "windows": "win32"}


def run(python: Path, target: str, args: list[str]) -> int:
    """Builds for the system we are on: the folder, proved, and the packages made of it.

    `--tour DIR`: the built program then walks the tour into DIR. `--folder-only`: no packages. `--small`: slower, smaller.
    """
    if sys.platform != SYSTEM[target]:
        raise Stop(f"PyInstaller builds only for the system it runs on; please build for {target} there.")
    told = options(args)
    say("Building with PyInstaller (about a minute) ...")
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += [
        "--distpath",
        str(NEXT.parent.relative_to(ROOT)),
        "--workpath",
        "build/pyinstaller",
        "packaging/gatehouse.spec",
    ]
    done = subprocess.run(command, cwd=str(ROOT), env=product.environment(), stdin=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        complain("PyInstaller failed; its words stand above.")
        return 1
    payload.slim(NEXT)
    if target == "linux":
        lighten.lighten(NEXT)
    payload.even(NEXT, product.epoch())
    executable = NEXT / ("gatehouse-desk.exe" if target == "windows" else "gatehouse-desk")
    if not (whole(NEXT) and same_lists(python, executable) and looks_well(executable) and prove_jobs.prove([str(executable)])):  # fmt: skip
        return 1
    executable = put(NEXT, FOLDER) / executable.name
    say(f"Built {executable} (the folder holds {payload.size(FOLDER) / 1e6:.0f} MB, fingerprint {payload.digest(FOLDER)})")  # fmt: skip
    if not told.folder_only:
        packages(python, target, told.small)
    return walk(executable, told.tour.resolve()) if told.tour else 0


def put(made: Path, place: Path) -> Path:
    """Moves a folder to its place, where an older one gives way; the place."""
    place.parent.mkdir(exist_ok=True)
    old = made.with_name(f"{made.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    made.rename(place)
    shutil.rmtree(old, ignore_errors=True)
    return place


def options(args: list[str]) -> argparse.Namespace:
    """What stands behind `build linux`. Raises Stop for what it does not take."""
    parser = argparse.ArgumentParser(prog="dev.py build", exit_on_error=False)
    parser.add_argument("--tour", type=Path)
    parser.add_argument("--folder-only", action="store_true")
    parser.add_argument("--small", action="store_true")
    try:
        found, rest = parser.parse_known_args(args)
    except argparse.ArgumentError as error:
        raise Stop(str(error)) from None
    if rest:
        raise Stop("build takes `--tour DIR` (walk the built program's tour into DIR), `--folder-only` and `--small`.")
    return found


def packages(python: Path, target: str, small: bool) -> None:
    """What people install, in dist/, with the list of its parts. Raises Stop."""
    out = FOLDER.parent
    made = [bill.make(python, FOLDER / "lib" / third_party.FOLDER / third_party.FILE, out)]
    if target == "linux":
        made += [build_deb.make(FOLDER, out, fast=not small), build_appimage.make(FOLDER, out, fast=not small)]
    for path in made:
        sum_ = hashlib.sha256(path.read_bytes()).hexdigest()
        say(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB, SHA-256 {sum_}")


def looks_well(executable: Path) -> bool:
    """Whether the built program's own look at itself finds nothing wrong, away from the sources."""
    with tempfile.TemporaryDirectory(prefix="gatehouse-") as scratch:
        file = Path(scratch) / "selftest.json"
        env = launch.offscreen(os.environ, Path(scratch))
        subprocess.run(
            [str(executable), "--selftest", str(file)], cwd=scratch, env=env, stdin=subprocess.DEVNULL, check=False
        )
        answer: dict[str, Any] = (
            json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {"ok": False, "checks": []}
        )
    for one in answer["checks"]:
        if not one["ok"]:
            complain(f"The built program finds itself wrong: {one['name']}: {one['reason']}")
    return bool(answer["ok"])


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
        lists = [one.stdout.replace(b"gatehouse-desk desk", b"python -m desk").split() for one in answers]
        if answers[0].returncode != 0 or lists[0] != lists[1]:
            complain(f"The built program answers `{' '.join(words)}` differently from the sources:")
            complain(answers[1].stdout.decode(errors="replace") + answers[1].stderr.decode(errors="replace"))
            return False
    return True


def walk(executable: Path, pictures: Path) -> int:
    """The tour by the built program, offscreen, in a throw-away home and away from the sources."""
    with tempfile.TemporaryDirectory(prefix="gatehouse-") as scratch:
        env = launch.offscreen(os.environ, Path(scratch))
        return launch.tour([str(executable)], env, Path(scratch) / "home", pictures)
