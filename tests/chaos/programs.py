"""The programs as people start them: `python -m desk.hub serve` and `python -m desk sync` on a data folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.chaos.processes import ROOT, Process, answers

LATER = 60.0


class HubProgram(Process):
    """A hub on a port of its own. url: what its tickets say, such as that of a proxy before it."""

    def __init__(self, database: str, port: int, url: str, log: Path, extra: Mapping[str, str] | None = None) -> None:
        self.port = port
        words = ["-m", "desk.hub", "serve", "--db", database, "--port", str(port), "--insecure-http", "--url", url]
        super().__init__([*words, "--json"], log, extra)

    def __enter__(self) -> HubProgram:
        self.until(lambda: answers(self.port), "the hub")
        return self

    def said(self) -> dict[str, Any]:
        """What it told at its start."""
        return dict(json.loads(next(line for line in self.words().splitlines() if '"serving"' in line)))


def desk(home: Path, *words: str, extra: Mapping[str, str] | None = None) -> tuple[int, dict[str, Any], str]:
    """Run `python -m desk WORDS` to its end: (exit code, what it said, its complaint)."""
    done = subprocess.run(
        command(home, words), capture_output=True, text=True, cwd=ROOT, timeout=LATER, check=False,
        env={**os.environ, **(extra or {})},
    )  # fmt: skip
    said = done.stdout.strip().splitlines()
    return done.returncode, dict(json.loads(said[-1])) if said else {}, done.stderr


def desk_begun(home: Path, log: Path, *words: str, extra: Mapping[str, str] | None = None) -> Process:
    """The same, only begun: to be killed."""
    return Process(command(home, words)[1:], log, extra)


def command(home: Path, words: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "desk", *words, "--home", str(home), "--json"]
