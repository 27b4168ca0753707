"""The new version's look at itself, in a process of its own: one that crashes there has not passed, and nothing else fell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

LIMIT_S = 300
HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def look_at_myself(scratch: Path) -> str:
    """Why this version does not pass the quick part of its self-test, '' when it does. scratch: a folder that exists."""
    file = scratch / "selftest.json"
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "ui"]
    try:
        done = subprocess.run(
            [*start, "--selftest", str(file), "--quick"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, cwd=_root(), env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            timeout=LIMIT_S, check=False, creationflags=HIDDEN,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"self-test: {type(error).__name__}"
    return "" if done.returncode == 0 else failed_in(file, done.returncode)


def failed_in(file: Path, number: int) -> str:
    """The first check that is not well, by name; else how the process ended."""
    try:
        checks = json.loads(file.read_text(encoding="utf-8"))["checks"]
        return "self-test: " + next(str(one["name"]) for one in checks if not one["ok"])
    except (OSError, ValueError, KeyError, TypeError, StopIteration):
        return f"self-test: {number}"


def _root() -> str | None:
    return None if getattr(sys, "frozen", False) else str(Path(__file__).resolve().parents[2])
