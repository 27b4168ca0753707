"""python -m desk diagnose FILE: what whoever helps needs to know, without anything of anybody, in one file."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desk import app, diagnosing
from desk.commands import doctor
from desk.commands.output import OK, say
from desk.operators.rules import COMMAND

NAME = "diagnose"
TESTED_S = 180
HELP = "write a file for whoever helps: versions, figures, health and logs, nothing of people"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="the file to write (.zip)")
    parser.add_argument("--no-face", action="store_true", help="leave out what needs the window (cameras)")
    parser.add_argument("--no-selftest", action="store_true", help="leave out the self-test, which takes a minute")
    parser.add_argument(
        "--show", action="store_true", help="say the parts too: {part, text}, before the file is written"
    )


def run(args: argparse.Namespace) -> int:
    desk = app.build(Path(args.home) if args.home else None)
    path = Path(args.file)
    try:
        found = [asdict(one) for one in doctor.look(desk, face=not args.no_face)]
        parts = diagnosing.gather(desk, COMMAND, found, [] if args.no_selftest else tested())
    finally:
        desk.close()
    if args.show:
        for name, text in parts.items():
            say(args, {"part": name, "text": text}, f"--- {name}\n{text}")
    diagnosing.save(parts, path)
    say(args, {"file": str(path), "parts": sorted(parts)}, f"written: {path}")
    return OK


def tested() -> list[dict[str, Any]]:
    """Outcomes of the program's look at itself, which needs its other half: in a process of its own, without a window."""
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "ui"]
    with tempfile.TemporaryDirectory(prefix="gatehouse-diagnose-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "selftest.json"
        try:
            subprocess.run(
                [*start, "--selftest", str(file), "--quick"], capture_output=True, timeout=TESTED_S, check=False,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            )  # fmt: skip
            return list(json.loads(file.read_text(encoding="utf-8"))["checks"])
        except (OSError, subprocess.SubprocessError, ValueError, KeyError):
            return [{"name": "selftest", "ok": False, "reason": "it could not be run"}]
