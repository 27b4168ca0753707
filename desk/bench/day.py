"""bench day: a day of visits through the real window with the preview on; what the program holds of memory."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from desk import app, demo
from desk.bench.child import probe

NAME = "day"
HELP = "memory over a day of visits through the real window with the preview on"
TARGETS = {"most_mb": 300, "growth_mb": 5}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--visits", type=int, default=500)
    parser.add_argument("--store", help="a throw-away data folder to work in (default: a new demonstration)")


def run(args: argparse.Namespace) -> dict[str, Any]:
    """growth_mb is what is held after the last visit more than after the first hundred."""
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(args.store) if args.store else _demonstration(Path(scratch) / "home")
        found = probe("day", "--home", str(home), "--camera", "demo", "--count", str(args.visits))
    return {**found, "targets": TARGETS}


def _demonstration(home: Path) -> Path:
    desk = app.build(home)
    demo.make(desk)
    desk.close()
    return home
