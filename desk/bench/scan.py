"""bench scan: a frame with a code goes into the source; how long until the identified person stands on the screen.

Each code is the pass of an announced visitor to a household; the clock stops when the card that names them has been painted.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from desk import app, demo
from desk.bench.child import probe

NAME = "scan"
HELP = "from a frame with a code (720p, 30 fps) to the identified person on screen; and the idle cost of the preview"
TARGETS = {"p95_ms": 150, "idle_percent_of_a_core": 15}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--scans", type=int, default=100)


def run(args: argparse.Namespace) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as scratch:
        desk = app.build(Path(scratch) / "home")
        demo.make(desk)
        desk.close()
        found = probe("scan", "--home", str(desk.home.root), "--count", str(args.scans))
    return {**found, "targets": TARGETS}
