"""The rival of bench sync, where node and its modules are: tests/bench/pouchdb, fed with the same records."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from desk.core.errors import Trouble

SCRIPT = Path(__file__).resolve().parents[2] / "tests" / "bench" / "pouchdb" / "bench.js"
VARIABLE = "GATEHOUSE_POUCHDB"
LONGEST_S = 600
MODES = ("fullCouchDB", "minimumForPouchDB")  # as it starts by itself; with all left out that replication can spare


def lacking(modules: str | None) -> str:
    """Why PouchDB cannot be measured here, or ''."""
    if shutil.which("node") is None:
        return "no node"
    if not SCRIPT.exists():
        return "no tests/bench/pouchdb beside the program"
    if not (place(modules) / "node_modules" / "pouchdb").is_dir():
        return f"no modules in {place(modules)} (npm ci there)"
    return ""


def place(modules: str | None) -> Path:
    """The folder whose node_modules are used."""
    return Path(modules or os.environ.get(VARIABLE) or SCRIPT.parent)


def run(modules: str | None, mode: str, records: Path, count: int, live: int) -> dict[str, Any]:
    """One run: its figures. Raises Trouble("bench.child_failed")."""
    options = {"docs": count, "live": live, "mode": mode, "records": records, "modules": place(modules)}
    words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    try:
        answer = subprocess.run(
            ["node", str(SCRIPT), *words], capture_output=True, text=True, timeout=LONGEST_S, check=True
        )
        return dict(json.loads(answer.stdout.strip().splitlines()[-1]))
    except (OSError, subprocess.SubprocessError, ValueError, IndexError) as error:
        raise Trouble("bench.child_failed", probe="pouchdb", why=type(error).__name__) from error
