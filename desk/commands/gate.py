"""python -m desk gate export FILE | import FILE [--dry-run] | undo: a gate's settings and devices for the next gate."""

from __future__ import annotations

import argparse
from pathlib import Path

from desk import moving_gate
from desk.commands.output import OK, opened, say
from desk.operators.rules import COMMAND

NAME = "gate"
HELP = "a gate's settings and devices as a file for the next gate, without names, keys and people"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("act", choices=("export", "import", "undo"))
    parser.add_argument("file", nargs="?", default=f"gate{moving_gate.SUFFIX}", help="the file (default: %(default)s)")
    parser.add_argument("--dry-run", action="store_true", help="with import: say what would change, change nothing")


def run(args: argparse.Namespace) -> int:
    path = Path(args.file)
    with opened(args) as desk:
        if args.act == "export":
            moving_gate.export(desk, path, COMMAND)
            say(args, {"file": str(path), "written": True}, f"written: {path}")
        elif args.act == "undo":
            moving_gate.undo(desk, COMMAND)
            say(args, {"undone": True}, "as before the last import")
        else:
            found = (moving_gate.plan if args.dry_run else moving_gate.take)(desk, path, COMMAND)
            lines = [f"{one.part} {one.name}: {one.before} -> {one.after}" for one in found.changes]
            say(args, {"taken": not args.dry_run, **moving_gate.as_dict(found)}, "\n".join(lines) or "nothing differs")
    return OK
