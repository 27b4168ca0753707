"""bench screen: what the public screen costs while it stands, and whether eight hours of it leave anything behind."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from desk import app
from desk.bench.child import probe
from desk.core.clock import DAY_MS, HOUR_MS
from desk.demo import screen as demo
from desk.operators.rules import COMMAND
from desk.screen.rules import Line, LineKind, Named
from desk.screen.service_lines import replace_lines
from desk.store.store import Founding
from desk.store.unit import Unit

NAME = "screen"
HELP = "the public screen: processor while it stands, eight hours in a minute without growth"
# Two handles are one more connection in the pool of the store, which opens one when two lanes read at once.
TARGETS = {"cpu_percent_of_a_core": 3.0, "memory_growth_mb": 3.0, "handles_growth": 2}
STARTS_H, HOURS, DAYS = (8, 11, 14, 17), 3, 7


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seconds", type=int, default=60, help="how long to watch it stand (60)")


def run(args: argparse.Namespace) -> dict[str, Any]:
    """One run of the program's own screen in a process of its own."""
    with tempfile.TemporaryDirectory() as scratch:
        home = _new_home(Path(scratch) / "home")
        found = probe(NAME, "--home", str(home), "--count", str(args.seconds))
    good = found["still"]["cpu_percent_of_a_core"] < TARGETS["cpu_percent_of_a_core"] and (
        found["soak"]["memory_growth_mb"] <= TARGETS["memory_growth_mb"]
        and found["soak"]["handles_growth"] <= TARGETS["handles_growth"]
    )
    return {**found, "targets": TARGETS, "good": good}


def _new_home(path: Path) -> Path:
    desk = app.build(path)
    desk.found(Founding("锦绣苑", "南门", "1040 0000 0119", throwaway=True))
    desk.session.make_first_manager("量尺", "73914")
    with desk.store.unit(COMMAND) as u:
        demo.fill(u)
        replace_lines(u, tuple(LineKind), _week(u))
    desk.close()
    return path


def _week(u: Unit) -> list[Line]:
    """A full week of shifts with two of the team in each."""
    names = (Named("王老师", "volunteer"), Named("欧阳老师", "property"))
    first = u.now - u.now % DAY_MS - 3 * DAY_MS
    starts = [first + day * DAY_MS + hour * HOUR_MS for day in range(DAYS) for hour in STARTS_H]
    return [
        Line(LineKind.SHIFT, u.new_id(), start, start + HOURS * HOUR_MS, "门岗", names, "南门岗亭", u.gate_id)
        for start in starts
    ]
