"""bench labels: how long label sheets of outdoor codes take."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from desk.bench.child import probe

NAME = "labels"
HELP = "write label sheets of outdoor codes as a PDF"
TARGETS = {"seconds": 180}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--codes", type=int, default=28_231)


def run(args: argparse.Namespace) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as scratch:
        found = probe("labels", "--count", str(args.codes), "--out", str(Path(scratch) / "labels.pdf"))
    return {**found, "targets": TARGETS}
