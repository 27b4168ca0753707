"""Makes the user manual from the tour: pictures into resources/manual/pictures, HTML and PDF of both languages into dist/manual.

Pictures are not committed (decision 030): a build makes them when there are none, `dev.py manual` makes them anew.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import launch
from setup_venv import ROOT
from talk import complain, say

LANGUAGES = ("zh_CN", "en")
PICTURES = ROOT / "resources" / "manual" / "pictures"
OUT = ROOT / "dist" / "manual"


def ensure(python: Path, pictures: Path = PICTURES) -> int:
    """Before packaging: 0 when every language has its pictures, made now if it had none."""
    if all((pictures / lang).is_dir() for lang in LANGUAGES):
        return 0
    say("The manual has no pictures yet; they are made now (two tours, some minutes) ...")
    return make(python, pictures)


def make(python: Path, pictures: Path = PICTURES, out: Path = OUT) -> int:
    """Walk the tour in each language and write the manual; 0 when no picture is lacking."""
    shutil.rmtree(pictures, ignore_errors=True)
    codes = [_one(python, lang, out) for lang in LANGUAGES]
    for path in sorted(out.glob("manual.*")):
        say(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")
    return max(codes)


def _one(python: Path, lang: str, out: Path) -> int:
    with tempfile.TemporaryDirectory(prefix="gatehouse-", ignore_cleanup_errors=True) as scratch:
        env, tour = launch.offscreen(os.environ, Path(scratch)), Path(scratch) / "tour"
        words = [
            "--demo",
            "--home",
            str(Path(scratch) / "home"),
            "--lang",
            lang,
            "--scheme",
            "light",
            "--tour",
            str(tour),
        ]
        if not _run([*launch.program(python), *words], env) and not (tour / "tour.json").is_file():
            complain(f"The tour in {lang} came to no end; the manual was not made.")
            return 1
        made = _run([str(python), "-m", "ui.manual.make", str(tour), lang, str(out)], env)
        return 0 if made else 1


def _run(words: list[str], env: dict[str, str]) -> bool:
    try:
        done = subprocess.run(
            words, cwd=str(ROOT), env=env, stdin=subprocess.DEVNULL, check=False, timeout=launch.TOUR_S
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
