"""bench startup: process start to the first painted frame and to the moment a visitor can be admitted, warm and cold."""

from __future__ import annotations

import argparse
import importlib.util
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from desk import app
from desk.bench.child import forget_pages, probe
from desk.store.store import Founding

NAME = "startup"
HELP = "start the program: first paint and ready, warm and with cold files"
TARGETS = {"first_paint_warm_ms": 800, "first_paint_cold_ms": 1500, "ready_ms": 3000}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--store", help="a data folder to start on (default: a new, nearly empty one)")


def run(args: argparse.Namespace) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(args.store) if args.store else _new_home(Path(scratch) / "home")
        probe("startup", "--home", str(home), "--camera", "off")
        warm = [probe("startup", "--home", str(home), "--camera", "off") for _ in range(args.runs)]
        cold = []
        for _ in range(args.runs):
            files = forget_pages(*_code_folders())
            cold.append(probe("startup", "--home", str(home), "--camera", "off"))
    return {
        "runs": args.runs,
        "files_made_cold": files,
        "warm": _figures(warm),
        "cold": _figures(cold),
        "targets": TARGETS,
    }


def _new_home(path: Path) -> Path:
    desk = app.build(path)
    desk.found(Founding("锦绣苑", "南门", throwaway=True))
    desk.session.make_first_manager("量尺", "73914")  # a desk without one is still in its first run
    desk.close()
    return path


def _code_folders() -> list[Path]:
    """Everything a start reads: the packages, and the program itself."""
    if getattr(sys, "frozen", False):
        return [Path(sys.executable).parent]
    qt = importlib.util.find_spec("PySide6")  # found, not imported: Qt belongs to the face
    here = Path(__file__).resolve().parents[2]
    packages = [Path(str(qt.origin)).parents[1]] if qt else []
    return [*packages, here / "desk", here / "ui", here / "resources"]


def _figures(answers: list[dict[str, Any]]) -> dict[str, float]:
    return {
        f"{name}_{kind}": round(pick([float(a[name]) for a in answers]), 1)
        for name in ("first_paint_ms", "ready_ms")
        for kind, pick in (("median", median), ("max", max))
    }
