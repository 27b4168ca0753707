"""bench soak: what `dev.py soak` asks of the program outside of its window: an estate to work in, and what a kill left of it.

`estate HOME` makes the demonstration's estate as a real one would stand, so that it may speak with a hub. `check HOME LEDGER`
looks whether everything that was acknowledged is there and every trail whole; with `--hub DB` the hub must agree as well.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desk import app
from desk.bench import soak_check
from desk.demo import build
from desk.store.store import Founding

NAME = "soak"
HELP = "estate HOME | check HOME LEDGER: before and after a long day or a kill (see packaging/README.md)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("act", choices=("estate", "check"))
    parser.add_argument("where", type=Path, metavar="HOME")
    parser.add_argument("ledger", type=Path, nargs="?", help="check: what the window said was done")
    parser.add_argument("--bare", action="store_true", help="estate: nobody lives there")
    parser.add_argument("--hub", default="", metavar="DB", help="check: the database of a hub that nobody serves now")


def run(args: argparse.Namespace) -> dict[str, Any]:
    if args.act == "estate":
        return estate(args.where, args.bare)
    desk = app.build(args.where)
    try:
        desk.open()
        lines = soak_check.read(args.ledger) if args.ledger is not None else []
        found = soak_check.look(desk.store, lines)
        if args.hub:
            found["faults"] += soak_check.look_at_hub(desk.store, args.hub, lines)
    finally:
        desk.close()
    return {**found, "good": not found["faults"]}


def estate(home: Path, bare: bool = False) -> dict[str, Any]:
    """Not marked as practice: a practice estate never meets a hub."""
    desk = app.build(home)
    try:
        desk.found(Founding(build.SITE, build.GATE, build.GATE_PHONE, throwaway=True))
        desk.session.make_first_manager(build.MANAGER, build.PIN)
        households = 0 if bare else build.fill(desk.store, desk.time).households
        desk.store.checkpoint()
    finally:
        desk.close()
    return {"households": households}
