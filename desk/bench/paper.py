"""bench paper: how long a month's roster and a statement of 2,000 records take as PDF."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from desk.bench.child import probe

NAME = "paper"
HELP = "write a month's roster and a long statement of hours as PDF"
TARGETS = {"seconds": 1.0}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rows", type=int, default=2000)


def run(args: argparse.Namespace) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as scratch:
        found = probe("paper", "--count", str(args.rows), "--out", str(Path(scratch) / "paper.pdf"))
    return {**found, "targets": TARGETS}
