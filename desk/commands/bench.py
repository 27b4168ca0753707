"""python -m desk bench NAME: figures as JSON. Every module of desk/bench is a benchmark."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys

from desk import bench
from desk.commands.output import OK, say

NAME = "bench"
HELP = "measure: search, admit, scan, startup, ... (figures as JSON)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    sub = parser.add_subparsers(dest="bench", required=True, metavar="NAME")
    wanted = {name.replace("-", "_") for name in sys.argv} & {
        info.name for info in pkgutil.iter_modules(bench.__path__)
    }
    for name in sorted(wanted) or sorted(info.name for info in pkgutil.iter_modules(bench.__path__)):
        module = importlib.import_module(f"{bench.__name__}.{name}")
        if hasattr(module, "NAME"):
            one = sub.add_parser(module.NAME, help=module.HELP, description=module.HELP)
            module.add_arguments(one)
            one.set_defaults(measure=module.run)


def run(args: argparse.Namespace) -> int:
    args.json = True
    say(args, {"bench": args.bench, **args.measure(args)})
    return OK
