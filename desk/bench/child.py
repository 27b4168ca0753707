"""Starting the program itself with a probe option, as a benchmark or the doctor does: only the program sees Qt."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from desk.core.errors import Trouble

STARTED = "GATEHOUSE_STARTED_NS"
LONGEST_S = 600


def command() -> list[str]:
    """How this very program is started, from a checkout or packaged."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "ui"]


def probe(name: str, *options: str, timeout_s: float = LONGEST_S) -> dict[str, Any]:
    """Start the program with `--probe name` and return the JSON it prints. Raises Trouble("bench.child_failed")."""
    env = {**os.environ, STARTED: str(time.time_ns())}
    if "DISPLAY" not in env and "WAYLAND_DISPLAY" not in env and os.name == "posix":
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        answer = subprocess.run(
            [*command(), "--probe", name, *options],
            capture_output=True,
            text=True,
            timeout=timeout_s,
            env=env,
            check=True,
        )
        found = json.loads(answer.stdout.strip().splitlines()[-1])
    except (OSError, subprocess.SubprocessError, ValueError, IndexError) as error:
        raise Trouble("bench.child_failed", probe=name, why=type(error).__name__) from error
    return dict(found)


def forget_pages(*folders: Path) -> int:
    """Ask the system to drop these folders from its page cache, so that the next start is cold; returns files asked."""
    asked = 0
    if not hasattr(os, "posix_fadvise"):
        return 0
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file():
                handle = os.open(path, os.O_RDONLY)
                try:
                    os.fsync(handle)
                    os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
                    asked += 1
                except OSError:
                    pass  # a file of another kind: it stays warm
                finally:
                    os.close(handle)
    return asked
